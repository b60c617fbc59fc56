import os
from pathlib import Path

import pytest

from salescoach.care.files.check import litter
from salescoach.journal.journal import Journal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")


@pytest.fixture
def closed(journal: Journal) -> Journal:
    """Close the journal to others."""
    for path in (journal.root, *journal.root.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return journal


def lie(journal: Journal, file: str, text: str = "") -> list[tuple[str, str]]:
    """Return what is found after a file of that name was left in the journal, closed to others."""
    path = journal.root / file
    within = path.relative_to(journal.root).parents
    for folder in map(journal.root.joinpath, reversed(within)):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o700)
    path.write_text(text, "utf-8")
    path.chmod(0o600)
    return [(one.file, one.code) for one in litter(journal)]


def test_what_does_not_belong_there_is_found(closed: Journal) -> None:
    """Each by its name, or for want of what it should hold; what harms nobody is let be."""
    for file, text, code in (
        ("sellers/.anna-berg.toml.17.coach-tmp", "", "temporary"), (".coach-tmp", "", "temporary"),
        (".coach/drafts/.anna-berg.txt.17.coach-tmp", "", "temporary"),
        (".coach/edits/.x.toml.17.coach-tmp", "", "temporary"), ("sellers/.bo-ek.toml.icloud", "", "not_here"),
        (".me.toml.icloud", "", "not_here"), ("sellers/notes.txt", "", "not_read"),
        ("left/.bo-ek.toml", "", "not_read"), ("anna.toml", "", "not_read"),
        ("me (conflicted copy).toml", "", "conflict_copy"), ("coach 2.toml", "", "copy"),
        (".coach/undo.json", "", "not_kept"), (".coach/seen/sellers/bo-ek.txt", "", "not_kept"),
        (".coach/seen/.17.coach-tmp", "", "temporary"), ("sellers/.DS_Store", "", ""), ("sellers/.gitkeep", "", ""),
        ("README.md", "", ""), (".coach/undo.json", '{"entries": []}', ""), (".coach/holder", "", ""),
        (".coach/seen/sellers/bo-ek.txt", "1 100 2\na1b2c", ""), ("templates/mine.txt", "", ""),
    ):  # fmt: skip
        assert lie(closed, file, text) == ([(file, code)] if code else [])
        (closed.root / file).unlink()


def test_a_journal_that_others_can_open_is_found_once(closed: Journal) -> None:
    """With the first few files, their number, and what to type."""
    for file in ("", "coach.toml", "sellers", "sellers/anna-berg.toml"):
        (closed.root / file).chmod(0o755)
    [problem] = litter(closed)
    assert (problem.file, problem.code) == ("coaching/", "open_to_others")
    files = ["coaching/", "coach.toml", "sellers", "…"]
    assert problem.data == {"count": 4, "files": files, "fix": f"chmod -R go= {closed.root}"}
    (closed.root / "sellers").chmod(0o700)
    [problem] = litter(closed)
    assert problem.data["files"] == ["coaching/", "coach.toml", "sellers/anna-berg.toml"]


def test_a_link_has_no_mode_of_its_own(closed: Journal, tmp_path: Path) -> None:
    """Nor does it matter here that it leads nowhere: that it does not read is told of elsewhere."""
    (closed.root / "sellers" / "ida.toml").symlink_to(tmp_path / "nowhere")
    (closed.root / "sellers" / "eva.toml").symlink_to(tmp_path)
    tmp_path.chmod(0o755)
    assert list(litter(closed)) == []


def test_what_is_gone_a_moment_later_is_open_to_nobody(closed: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another command may sweep while this one looks."""

    def gone(*_: object, **__: object) -> None:
        raise FileNotFoundError

    found = [closed.root / "coach.toml"]
    monkeypatch.setattr("salescoach.journal.atomic.listing", lambda folder, _: found if folder == closed.root else [])
    monkeypatch.setattr(Path, "is_symlink", lambda _: False)
    monkeypatch.setattr(Path, "stat", gone)
    assert list(litter(closed)) == []


def test_what_was_seen_that_cannot_be_looked_into_is_found(closed: Journal) -> None:
    """A folder in the place of a file is no sight."""
    folder = closed.folder / "seen" / "me.txt"
    for made in (closed.folder, folder.parent, folder):
        made.mkdir(exist_ok=True)
        made.chmod(0o700)
    assert [(one.file, one.code) for one in litter(closed)] == [(".coach/seen/me.txt", "not_kept")]
