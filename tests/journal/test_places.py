import os
from pathlib import Path

import pytest

from salescoach.errors import LeadsOut, NoJournal, Unwritable
from salescoach.journal import places
from salescoach.journal.places import config_folder, find_root, followed, inside, note_root


def a_journal(folder: Path) -> Path:
    """Make a journal of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "coach.toml").write_bytes(b"")
    return folder


def test_the_journal_given_wins(tmp_path: Path, home: Path) -> None:
    """Over one that is nearer; `~` is understood, where no shell has seen to it."""
    given = a_journal(tmp_path / "given")
    assert find_root(str(given), a_journal(tmp_path / "near")) == given
    root = a_journal(home / "coaching")
    assert find_root("~/coaching", home) == root


def test_a_given_folder_that_is_no_journal_is_refused(tmp_path: Path) -> None:
    """Another one is never taken instead: she said which."""
    note_root(a_journal(tmp_path / "noted"))
    near = a_journal(tmp_path / "near")
    for given in ("nowhere", "~nobody-of-that-name/x", "x" * 300, "nul\0"):
        with pytest.raises(NoJournal) as caught:
            find_root(given, near)
        assert caught.value.data == {"looked": given}


def test_the_nearest_journal_upward_is_found(tmp_path: Path) -> None:
    """From any folder in it, over the one that was noted."""
    root = a_journal(a_journal(tmp_path / "outer") / "inner")
    note_root(a_journal(tmp_path / "noted"))
    deep = root / "sellers" / "deep"
    deep.mkdir(parents=True)
    assert find_root(None, deep) == root
    assert find_root(None, root) == root
    assert find_root(None, root.parent) == root.parent


def test_the_noted_journal_is_found_from_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`coach init` noted it in her config folder, whatever bytes are in its name; a pointer may fail to be written."""
    start = tmp_path / "start"
    start.mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("coaching", " spaces ", "Åsa", os.fsdecode(b"latin-\xe5")):
        root = a_journal(tmp_path / name)
        note_root(Path(name))
        assert find_root(None, start) == root
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(places, "config_folder", lambda: tmp_path / "file" / "coach")
    with pytest.raises(Unwritable):
        note_root(tmp_path)


def test_without_any_journal_it_is_told_where_was_looked(tmp_path: Path) -> None:
    """Where she stands, or where the noted one was."""
    for noted, looked in ((None, tmp_path), ("", tmp_path), (f"{tmp_path}/gone\r\n", tmp_path / "gone")):
        if noted is not None:
            config_folder().mkdir(parents=True, exist_ok=True)
            (config_folder() / "journal.txt").write_bytes(noted.encode())
        with pytest.raises(NoJournal) as caught:
            find_root(None, tmp_path)
        assert caught.value.data == {"looked": str(looked)}


def test_a_folder_that_may_not_be_entered_is_no_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search goes on; of one that was named, reading it says what is wrong."""
    note_root(a_journal(tmp_path / "noted"))
    real = os.lstat

    def refused(path: Path) -> os.stat_result:
        if Path(path).parent == tmp_path:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "lstat", refused)
    assert find_root(None, tmp_path) == tmp_path / "noted"
    assert find_root(str(tmp_path), tmp_path) == tmp_path


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
def test_a_folder_that_is_a_link_is_followed_inside_or_with_consent(tmp_path: Path) -> None:
    """Who was sent a journal does not write into another folder of hers unasked."""
    root, outside = a_journal(tmp_path / "coaching"), tmp_path / "outside"
    for elsewhere in (outside, root / "inner"):
        elsewhere.mkdir()
    for folder in ("sellers", "left", ".coach"):
        place = root / folder
        place.symlink_to(outside)
        with pytest.raises(LeadsOut) as caught:
            inside(root, folder)
        assert caught.value.data == {"file": folder, "to": str(outside)}
        assert inside(root, folder, [str(outside)]) == place
        assert inside(root, folder, [str(tmp_path)]) == place
        with pytest.raises(LeadsOut):
            inside(root, folder, [str(tmp_path / "out")])
        place.unlink()
        place.symlink_to("inner")
        assert inside(root, folder) == place


def test_consent_that_does_not_read_is_none() -> None:
    """It is told as a mistake in the settings elsewhere."""
    for written in ({}, {"files": 1}, {"files": {"follow": "x"}}, {"files": {"follow": [1]}}):
        assert followed(written) == [], written
        assert followed({"files": {"follow": ["~/notes"]}}) == ["~/notes"], written
