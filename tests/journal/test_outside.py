import os
from collections.abc import Callable
from pathlib import Path

import pytest

from salescoach.errors import CoachError, Unwritable
from salescoach.journal import outside
from salescoach.journal.journal import Journal
from salescoach.journal.outside import InJournal, NotAPlace

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links, pipes and modes of Unix")


def refused(error: type[CoachError], typed: Path | str, root: Path | None) -> CoachError:
    """Write to a place and return why it was not done."""
    with pytest.raises(error) as caught:
        outside.write(str(typed), b"hers", root)
    return caught.value


def test_no_name_leads_into_a_journal(journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither by a link, nor round a corner, nor as a second name of the same file, nor where its folders lead."""
    monkeypatch.chdir(tmp_path)
    anna, away = journal.path("sellers/anna-berg.toml"), tmp_path / "usb"
    away.mkdir()
    (journal.root / "left").symlink_to(away)
    (away / "bo-ek.toml").write_bytes(b"bo")
    (tmp_path / "elsewhere.toml").write_bytes(b"eva")
    (journal.root / "sellers" / "eva-lund.toml").symlink_to(tmp_path / "elsewhere.toml")
    (tmp_path / "her.md").symlink_to(anna)
    (tmp_path / "twice.md").hardlink_to(anna)
    (tmp_path / "bo.md").hardlink_to(away / "bo-ek.toml")
    (tmp_path / "folder").symlink_to(journal.root / "sellers")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    places: tuple[str | Path, ...] = (
        *("her.md", "twice.md", "bo.md", "elsewhere.toml", "folder/new.md", "usb/new.md", "usb/../coaching/new.md"),
        *(journal.root / name for name in ("coach.toml", "me.toml", ".coach/undo.json", "templates/agenda.md")),
    )
    for place in places:
        assert refused(InJournal, place, journal.root).data == {"file": str(place)}
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    refused(InJournal, anna, None)  # another journal than the one that is meant


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: os.mkfifo(path), "odd"),  # noqa: PLW0108  # looked up where there are pipes
        (lambda path: path.symlink_to("/dev/null"), "odd"),
        (lambda path: path.symlink_to("/dev/full"), "odd"),
        (lambda path: path.mkdir(), "folder"),
        (lambda path: path.symlink_to("."), "folder"),
    ],
)
def test_what_is_no_file_is_no_place(tmp_path: Path, make: Callable[[Path], None], why: str) -> None:
    """A pipe that nobody reads, a device, a folder: told at once, and there as it was."""
    path = tmp_path / "anna.md"
    make(path)
    before = path.lstat()
    assert refused(NotAPlace, path, None).data["why"] == why
    assert path.lstat() == before


def test_a_name_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing, a dot, a folder to be, a link round in a circle, a name that no file can have."""
    monkeypatch.chdir(tmp_path)
    Path("round.md").symlink_to("round.md")
    for typed, why in {"": "empty", ".": "folder", "..": "folder", "new.md/": "folder"}.items():
        assert refused(NotAPlace, typed, tmp_path / "none").data["why"] == why
    Path("file").touch()
    for typed in ("nowhere/x.md", "file/x.md"):
        assert refused(NotAPlace, typed, None).data["why"] == "no_folder"
    Path("file").unlink()
    for typed in ("round.md", f"{'x' * 300}.md"):
        refused(Unwritable, typed, None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "round.md"]


def test_what_others_could_open_is_hers_alone_and_a_link_outside_is_followed(tmp_path: Path) -> None:
    """A document tells of a seller; whether others could read what was there is returned."""
    path, link = tmp_path / "anna.md", tmp_path / "link.md"
    link.symlink_to(path)
    assert not outside.write(str(link), b"new", None)
    assert (path.read_bytes(), path.stat().st_mode & 0o777, link.is_symlink()) == (b"new", 0o600, True)
    for mode in (0o644, 0o660, 0o604):
        path.chmod(mode)
        assert outside.write(str(link), b"her", None)
        assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o700)
    assert not outside.write(str(path), b"hers", None)
    assert path.stat().st_mode & 0o777 == 0o700
