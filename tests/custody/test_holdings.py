from pathlib import Path

from salescoach.custody.files.holdings import beside, files_of, holdings, records_in
from salescoach.journal.journal import Journal


def test_a_longer_name_is_somebody_else(journal: Journal) -> None:
    """Neither files nor drafts of anna-berg-2, anna-bergman or anna are those of anna-berg."""
    for key in ("anna-berg-2", "anna-bergman", "anna"):
        (journal.root / "sellers" / f"{key}.toml").write_text(f'[seller]\nname = "{key}"\n', "utf-8")
        for folder, suffix in (("drafts", "txt"), ("edits", "toml"), ("merged", "toml")):
            (journal.folder / folder).mkdir(parents=True, exist_ok=True)
            (journal.folder / folder / f"{key}.{suffix}").touch()
    assert beside(journal, "anna-berg") == []
    assert files_of(journal, "anna-berg") == ["sellers/anna-berg.toml"]


def test_a_file_that_does_not_read_holds_no_record_that_can_be_counted(journal: Journal) -> None:
    """It is held all the same."""
    assert records_in(journal, "sellers/anna-berg.toml") == 3
    journal.path("sellers/anna-berg.toml").write_bytes(b"[[note]\n\xff")
    assert [(one.what, one.count) for one in holdings(journal, "anna-berg")] == [("file", 0)]


def test_a_file_of_the_program_that_is_new_to_it_is_hers_by_its_name(journal: Journal) -> None:
    """Whatever lies in the folder of what may be deleted."""
    (journal.folder / "later").mkdir(parents=True)
    (journal.folder / "later" / "anna-berg.json").touch()
    assert [(one.what, one.file) for one in beside(journal, "anna-berg")] == [
        ("other", str(Path(".coach/later/anna-berg.json").as_posix()))
    ]


def test_the_unfinished_edit_of_one_record_is_hers(journal: Journal) -> None:
    """Whatever its id."""
    (journal.folder / "edits").mkdir(parents=True)
    for name in ("anna-berg#k3f7q.toml", "anna-berg#k3f7q.base", "anna-bergman#k3f7q.toml"):
        (journal.folder / "edits" / name).touch()
    assert {one.file for one in beside(journal, "anna-berg")} == {
        ".coach/edits/anna-berg#k3f7q.base", ".coach/edits/anna-berg#k3f7q.toml",
    }  # fmt: skip
