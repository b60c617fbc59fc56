import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from salescoach.care.files.edits import Edits
from salescoach.errors import Locked, Missing
from salescoach.journal import atomic, rewrite

Edit = Callable[[str], str | None]

NOTE = '\n[[note]]\nid = "n0t3a"\non = 2026-11-20\ntext = "Meanwhile."\n'


def to(old: str, new: str) -> Edit:
    """Return an edit that puts one text in the place of another, which is there."""

    def edited(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return edited


def copies(coach: Any) -> list[str]:
    """Return the names of the copies that are left."""
    return sorted(path.name for path in (coach.root / ".coach" / "edits").iterdir())


def meanwhile(coach: Any, then: Edit, write: Callable[[Path], object]) -> Edit:
    """Return an edit during which something is written to the file."""

    def edited(text: str) -> str | None:
        write(coach.path())
        return then(text)

    return edited


def appended(path: Path) -> None:
    """Add a note to a file."""
    path.write_text(path.read_text("utf-8") + NOTE, "utf-8", newline="\n")


def test_what_is_saved_is_in_the_file_and_undo_takes_it_back(coach: Any) -> None:
    """Byte for byte, both; and no copy is left."""
    before = coach.bytes()
    ran = coach.asked("edit", "anna", answers=[to("Good pace.", "Good pace!\nReally.")])
    assert (ran.status, ran.err) == (0, "")
    assert "Changed for Anna Berg: 2 lines added, 1 line taken out" in ran.out
    assert "3 entries before, 3 entries now." in ran.out
    assert coach.text() == before["sellers/anna-berg.toml"].decode().replace("Good pace.", "Good pace!\nReally.")
    assert copies(coach) == []
    assert coach("undo", "--json").json["undone"]["label"] == "edit anna-berg"
    assert coach.bytes() == before


def test_nothing_changed_is_nothing_written(coach: Any) -> None:
    """And said so: saved as it was, removed, or what somebody else saved meanwhile."""
    before = coach.bytes()
    same = to("25", "40")
    both = meanwhile(coach, same, lambda path: path.write_text(str(same(path.read_text()))))
    for edit in (lambda text: text, lambda _: None, both):
        ran = coach.asked("edit", "anna", answers=[edit])
        assert (ran.status, ran.out) == (0, "Nothing was changed.\n")
        assert copies(coach) == []
        assert coach("undo").status == 4
    assert coach.text().replace("40", "25") == before["sellers/anna-berg.toml"].decode()


def test_a_mistake_is_shown_with_its_line_and_edited_again(coach: Any) -> None:
    """Whatever the file would lose by it; it is not touched before it reads."""
    before = coach.text()

    def mended(text: str) -> str:
        assert coach.text() == before
        return text.replace("minutes = ", "minutes = 30")

    for wrong, shown in (
        (to('level = "green"', 'level = "blue"'), "sellers/anna-berg.toml:21:9: this rating is left out"),
        (to("[[talk]]", "[talk]"), "write two brackets"), (to('name = "Anna Berg"\n', ""), "no [seller] with a name"),
        (to("format = 1", "format = 9"), "format 9 needs a newer coach"),
    ):  # fmt: skip
        ran = coach.asked("edit", "anna", answers=[wrong, "d"])
        assert (ran.status, ran.out, coach.text()) == (0, "Nothing was changed.\n", before)
        assert shown in coach.heard[1]
    assert coach.asked("edit", "anna", answers=[to("minutes = 25", "minutes = "), "e", mended]).status == 0
    assert coach.text() == before.replace("25", "30")
    assert "sellers/anna-berg.toml:11:11: this is no TOML" in coach.heard[1]
    assert coach.heard[1].endswith("\n    minutes =\n              ^\n")


def test_what_is_no_text_or_too_much_of_it_is_a_mistake_as_any(coach: Any) -> None:
    """An old Windows editor saves UTF-16; what is larger than any file of a journal is not searched for lines."""
    for data, limit, shown in ((b"\xff\xfea", atomic.LARGEST, "not UTF-8"), (b"\n" * (1024**2 + 1), 1024**2, "1 MB")):
        with coach.monkeypatch.context() as patched:
            patched.setattr(atomic, "LARGEST", limit)

            def saved(text: str, data: bytes = data, patched: pytest.MonkeyPatch = patched) -> str:
                patched.setattr(Edits, "text", lambda *_: data)
                return text

            assert coach.asked("edit", "anna", answers=[saved, "d"]).status == 0
        assert shown in coach.heard[1]


def test_a_file_that_does_not_read_is_mended(coach: Any) -> None:
    """That is when one needs it; what else is wrong in it can wait, and is told. Undo has the broken bytes again."""
    broken = coach.text().replace("minutes = 25", "minutes =").replace('"green"', '"blue"')
    coach.path().write_text(broken, "utf-8")
    ran = coach.asked("edit", "anna", answers=[to("minutes =", "minutes = 25")])
    assert (ran.status, "this rating is left out" in ran.err) == (0, True)
    assert "The file reads again: 3 entries." in ran.out
    assert coach.asked("edit", "anna", answers=[to("Good pace.", "Good.")]).status == 0
    assert "Good." in coach.text()
    assert (coach("undo").status, coach("undo").status, coach.text()) == (0, 0, broken)


def test_a_draft_is_kept_offered_and_used_or_thrown_away(coach: Any) -> None:
    """Where she left off, or anew from the file as it is; what an editor keeps beside it goes with it."""
    before, wrong = coach.text(), to("minutes = 25", "minutes = ")
    draft = coach.root / ".coach" / "edits" / "anna-berg.toml"
    for answers in (["e", to("minutes = ", "minutes = 40")], ["t", to("minutes = 25", "minutes = 40")]):
        ran = coach.asked("edit", "anna", answers=[wrong, "k"])
        assert (ran.status, str(draft) in ran.out, coach.text()) == (0, True, before)
        draft.with_name(f"{draft.name}~").write_text("mine before", "utf-8")
        coach.asked("edit", "anna", answers=answers)
        assert ("minutes = 40" in coach.text(), copies(coach)) == (True, [])
        coach("undo")


def test_what_an_editor_saves_late_is_offered_before_anything_else(coach: Any) -> None:
    """With its base and without; looked at, taken over without an editor, thrown away."""
    late = coach.root / ".coach" / "edits" / "anna-berg.toml"
    ran = coach.asked("edit", "anna", answers=["did not wait"])
    assert (
        ran.out == "Nothing is changed yet. What you save in the editor later, the next coach edit anna-berg offers.\n"
    )
    coach.append(NOTE)
    late.write_text(late.read_text("utf-8").replace("25", "40"), "utf-8")
    assert str(late) in coach.refused("edit", "anna").err
    coach.asked("edit", "anna", answers=["l", KeyboardInterrupt()])
    assert "1 line added, 1 line taken out" in coach.heard[0]
    assert coach.heard[1] == "-minutes = 25\n+minutes = 40\n"
    assert coach.asked("edit", "anna", answers=["u"]).status == 0
    assert ("minutes = 40" in coach.text(), NOTE in coach.text(), copies(coach)) == (True, True, [])
    late.write_text(coach.text().replace("40", "50"), "utf-8")
    assert coach.asked("edit", "anna", answers=["t", to("40", "45")]).status == 0
    assert "minutes = 45" in coach.text()


def test_what_is_erased_while_it_is_edited_is_gone(coach: Any) -> None:
    """Her file, the copies, and what the editor saves afterwards: no draft brings back what the law had removed."""

    def erased(text: str) -> str:
        assert coach("erase", "anna", "--name", "Anna Berg").status == 0
        return text.replace("25", "40")

    ran = coach.asked("edit", "anna", answers=[erased])
    assert ran.status == 5
    assert "erased while you edited it" in ran.err
    assert [path for path in coach.root.rglob("*") if path.is_file() and b"Nordbygg" in path.read_bytes()] == []


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        (to("minutes = 25", "minutes = 40"), to("minutes = 25", "minutes = 50")),
        (to("format = 1", "other = {x = 1}\nformat = 1"), lambda text: f"{text}\n[[other]]\nx = 1\n"),
        (to("minutes = 25", "minutes = 40"), lambda _: None),
    ],
    ids=["the same line", "well alone and not together", "removed"],
)
def test_where_both_cannot_be_had_hers_is_kept_and_named(coach: Any, mine: Edit, other: Edit) -> None:
    """Status 6; the file is as the other left it, and the next edit begins with it."""

    def write(path: Path) -> None:
        text = other(path.read_text("utf-8"))
        path.unlink() if text is None else path.write_text(text, "utf-8")

    expected = mine(coach.text())
    for number in (1, 2):
        before = coach.text()
        ran = coach.asked("edit", "anna", answers=[meanwhile(coach, mine, write)])
        draft = coach.root / ".coach" / "edits" / f"anna-berg.toml.mine-{number}"
        assert (ran.status, str(draft) in ran.err) == (6, True)
        assert draft.read_text("utf-8") == expected
        coach.path().write_text(before, "utf-8")


def test_what_was_added_meanwhile_is_kept_with_the_edit(coach: Any) -> None:
    """By another command or by hand, between the check and the write too: it goes round once more, and says so."""
    real, tries = rewrite.check_unchanged, []

    def late(*args: Any) -> None:
        tries.append(args)
        if len(tries) == 1:
            appended(coach.path())
        real(*args)

    coach.monkeypatch.setattr(rewrite, "check_unchanged", late)
    before = coach.text()
    ran = coach.asked("edit", "anna", answers=[to("25", "40")])
    assert (ran.status, len(tries), "written to while you edited it" in ran.err) == (0, 2, True)
    assert coach.text() == before.replace("25", "40") + NOTE
    coach("undo")
    assert coach.text() == before + NOTE


def test_whatever_breaks_it_off_leaves_the_draft(coach: Any) -> None:
    """An editor that fails, an interruption at the question or in the editor, a journal that another command holds."""
    wrong = to("minutes = 25", "minutes = ")
    folder = coach.root / ".coach" / "edits"
    for answers, status, said in (
        ([wrong, "e", Missing(what="saved", editor="nano")], 2, str(folder / "anna-berg.toml")),
        ([wrong, KeyboardInterrupt()], 130, ""), ([wrong, "e", KeyboardInterrupt()], 130, ""),
        ([to("25", "40")], 6, "The next coach edit anna-berg offers it."),
    ):  # fmt: skip
        with coach.monkeypatch.context() as patched:
            if status == 6:
                patched.setattr(rewrite, "turn", _refused)
            ran = coach.asked("edit", "anna", answers=answers)
        assert (ran.status, said in ran.err) == (status, True), ran
        assert copies(coach) == ["anna-berg.base", "anna-berg.toml"]
        shutil.rmtree(folder)
    ran = coach.asked("edit", "bo", answers=[Missing(what="editor")])
    assert (ran.status, "then run coach edit again" in ran.err, "draft" in ran.err) == (2, True, False)


def _refused(*_: object) -> None:
    raise Locked(holder="4711")


def test_the_file_of_who_left_is_edited_where_it_is(coach: Any) -> None:
    """And it stays there; one put away meanwhile is found there."""
    coach("leave", "anna")
    assert coach.asked("edit", "anna", answers=[to("25", "40")]).status == 0
    assert "minutes = 40" in (coach.root / "left" / "anna-berg.toml").read_text("utf-8")
    assert not coach.path().exists()
    bo = coach.root / "left" / "bo-ek.toml"
    edit = meanwhile(coach, to("Pricing", "Prices"), lambda path: path.with_name("bo-ek.toml").rename(bo))
    assert coach.asked("edit", "bo", answers=[edit]).status == 0
    assert "Prices" in bo.read_text("utf-8")


def test_the_managers_own_file_is_edited_too(coach: Any) -> None:
    """From nothing, and then what is there; undo removes what was not there."""
    ran = coach.asked("edit", "me", answers=[lambda text: f"{text}{NOTE}"])
    assert "Changed for you: 5 lines added" in ran.out
    assert (coach.root / "me.toml").read_text("utf-8") == f"format = 1\n{NOTE}"
    assert coach.asked("edit", "me", answers=[to("Meanwhile.", "Me.")]).status == 0
    assert (coach("undo").status, coach("undo").status, (coach.root / "me.toml").exists()) == (0, 0, False)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_one_record_is_opened_alone_by_its_id(coach: Any, newline: str) -> None:
    """Only its lines, with the comment above it; what comes back stands in their place, byte for byte."""
    text = coach.text().replace("[[rating]]", "# seen twice\n[[rating]]").replace("\n", newline)
    coach.path().write_bytes(text.encode())
    assert coach.asked("edit", "m0x", answers=[lambda block: block.rstrip().replace('"green"', '"red"')]).status == 0
    assert coach.heard[0].splitlines()[:2] == ["# seen twice", "[[rating]]"]
    assert not [other for other in ("commitment", "talk]]") if other in coach.heard[0]]
    ran = coach("show", "anna", "--json")
    assert (ran.json["levels"], ran.err) == ({"discovery": "red"}, "")
    coach("undo")
    assert (coach.path().read_bytes(), copies(coach)) == (text.encode(), [])


def test_a_record_that_is_wrong_is_asked_about_and_the_draft_found_by_its_id(coach: Any) -> None:
    """As a whole file is; what was written meanwhile stays, and a name wins over an id."""
    wrong = to('"green"', '"blue"')
    ran = coach.asked("edit", "m0x2a", answers=[meanwhile(coach, wrong, appended), "k"])
    assert "The next coach edit m0x2a offers it." in ran.out
    right = to('"blue"', '"yellow"')
    assert coach.asked("edit", "m0x2a", answers=["e", right]).status == 0
    assert 'level = "yellow"' in coach.text()
    assert "Meanwhile." in coach.text()
    coach("set", "anna", "--alias", "m0x")
    coach.asked("edit", "m0x", answers=[str])
    assert "[seller]" in coach.heard[-1]
    coach("note", "bo", "One.")
    assert "Nobody here is called “zz9”" in coach.refused("edit", "zz9", status=4).err


def test_two_who_edit_one_seller_at_once_have_a_copy_each(coach: Any) -> None:
    """The second is not offered what the first has saved so far and still has open; both are in the file at the end."""

    def first(text: str) -> str:
        copy = coach.root / ".coach" / "edits" / "anna-berg.toml"
        copy.write_text(text.replace("minutes = 25", "minutes = 40"), "utf-8", newline="\n")
        ran = coach.asked("edit", "anna", answers=[to("Good pace.", "Good calm.")])
        assert ran.status == 0, ran
        assert "minutes = 25" in coach.heard[0]
        return str(copy.read_text("utf-8"))

    assert coach.asked("edit", "anna", answers=[first]).status == 0
    assert all(part in coach.text() for part in ("minutes = 40", "Good calm. Said"))
    assert copies(coach) == []
