from datetime import date

from salescoach.custody.files.mentions import mentions_of
from salescoach.custody.rules import Mention
from salescoach.journal.journal import Journal
from salescoach.journal.names import Called
from salescoach.records.matching import names_any

ANNA = Called("anna-berg", "Anna Berg", ("Annika",))
FORMS = {"anna-berg", "anna"}


def test_a_name_is_found_however_it_is_written() -> None:
    """Blind to case, accents and what stands around it, with the s of what is hers; not as a part of a word."""
    for text in ("Ask Anna.", "ANNA BERG", "anna-berg", "Anna's list", "Annas liste", "(Änna)"):
        assert names_any(text, FORMS), text
    for text in ("Hanna", "Annabel", "Bergen", ""):
        assert not names_any(text, FORMS), text


def test_every_place_outside_her_files_is_told(journal: Journal) -> None:
    """Records with kind and day, comments, heads, files that do not read, drafts, templates, old bytes; in order."""
    (journal.root / "sellers" / "bo-ek.toml").write_text(
        '[seller]\nname = "Bo Ek"\n\n# Anna helps\n[[note]]\non = 2026-11-05\ntext = "x"\nwith = {who = ["Annika"]}\n'
        '\n[[note]]\ntext = "anna"\n\n[[note]]\non = 2026-11-05\ntext = "Hanna"\n',
        "utf-8",
    )
    (journal.root / "me.toml").write_text("[[note\nAnna\n", "utf-8")
    for file in (".coach/drafts/_.txt", "templates/en/words.toml", ".coach/kept/abc", "templates/x.png"):
        (journal.root / file).parent.mkdir(parents=True, exist_ok=True)
        (journal.root / file).write_text("\nAnna", "utf-8")
    assert mentions_of(journal, ANNA, {"sellers/anna-berg.toml"}) == [
        Mention(".coach/drafts/_.txt", 2), Mention(".coach/kept/abc", 2), Mention("me.toml", 2),
        Mention("sellers/bo-ek.toml", 4), Mention("sellers/bo-ek.toml", 5, "note", date(2026, 11, 5)),
        Mention("sellers/bo-ek.toml", 10, "note"), Mention("templates/en/words.toml", 2),
    ]  # fmt: skip


def test_what_is_hers_is_no_mention(journal: Journal) -> None:
    """Nor is a file that cannot be read a reason to stop."""
    (journal.root / "coach.toml").unlink()
    (journal.root / "coach.toml").mkdir()
    assert mentions_of(journal, ANNA, {"sellers/anna-berg.toml"}) == []
