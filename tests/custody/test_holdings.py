from salescoach.custody.files.holdings import beside, files_of, holdings, records_in
from salescoach.journal.journal import Journal


def test_what_is_hers_is_told_by_its_name(journal: Journal) -> None:
    """An edit of one record and a file that is new here too; anna-berg-2, anna-bergman and anna are somebody else."""
    for key in ("anna-berg-2", "anna-bergman", "anna"):
        (journal.root / "sellers" / f"{key}.toml").write_text(f'[seller]\nname = "{key}"\n', "utf-8")
        for file in ("drafts/{}.txt", "edits/{}.toml", "edits/{}#k3f7q.toml", "merged/{}.toml", "later/{}.json"):
            path = journal.folder / file.format(key)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    assert beside(journal, "anna-berg") == []
    assert files_of(journal, "anna-berg") == ["sellers/anna-berg.toml"]
    hers = ("edits/anna-berg#k3f7q.base", "edits/anna-berg#k3f7q.toml", "later/anna-berg.json")
    for file in hers:
        (journal.folder / file).touch()
    assert [(one.what, one.file) for one in beside(journal, "anna-berg")] == [
        (what, f".coach/{file}") for what, file in zip(("edit", "edit", "other"), hers, strict=True)
    ]


def test_a_file_that_does_not_read_holds_no_record_that_can_be_counted(journal: Journal) -> None:
    """It is held all the same."""
    assert records_in(journal, "sellers/anna-berg.toml") == 3
    journal.path("sellers/anna-berg.toml").write_bytes(b"[[note]\n\xff")
    assert [(one.what, one.count) for one in holdings(journal, "anna-berg")] == [("file", 0)]
