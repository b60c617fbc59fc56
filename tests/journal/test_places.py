import os
from pathlib import Path

import pytest

from salescoach.errors import LeadsOut, NoJournal, Unwritable
from salescoach.journal.places import config_folder, find_root, followed, inside, note_root


def a_journal(folder: Path) -> Path:
    """Make a journal of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "coach.toml").write_bytes(b"")
    return folder


def test_the_journal_given_wins(tmp_path: Path) -> None:
    """Over one that is nearer."""
    given = a_journal(tmp_path / "given")
    assert find_root(str(given), a_journal(tmp_path / "near")) == given


def test_a_given_journal_may_begin_at_home(home: Path) -> None:
    """`~` is understood, where no shell has seen to it."""
    root = a_journal(home / "coaching")
    assert find_root("~/coaching", home) == root


@pytest.mark.parametrize("given", ["nowhere", "~nobody-of-that-name/x", "x" * 300, "nul\0"])
def test_a_given_folder_that_is_no_journal_is_refused(tmp_path: Path, given: str) -> None:
    """Another one is never taken instead: she said which."""
    note_root(a_journal(tmp_path / "noted"))
    with pytest.raises(NoJournal) as caught:
        find_root(given, a_journal(tmp_path / "near"))
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


def test_the_noted_journal_is_found_from_everywhere(tmp_path: Path) -> None:
    """`coach init` noted it in her config folder, whatever bytes are in its name."""
    start = tmp_path / "start"
    start.mkdir()
    for name in ("coaching", " spaces ", "Åsa", os.fsdecode(b"latin-\xe5")):
        root = a_journal(tmp_path / name)
        note_root(root)
        assert find_root(None, start) == root


def test_a_relative_journal_is_noted_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It must be found from elsewhere."""
    root = a_journal(tmp_path / "coaching")
    monkeypatch.chdir(tmp_path)
    note_root(Path("coaching"))
    monkeypatch.chdir(tmp_path / "home")
    assert find_root(None, Path.cwd()) == root


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
    """The search goes on; it is no bug of the program."""
    note_root(a_journal(tmp_path / "noted"))
    real = Path.is_file

    def refused(self: Path) -> bool:
        if self.parent == tmp_path:
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "is_file", refused)
    assert find_root(None, tmp_path) == tmp_path / "noted"


def test_the_config_folder_is_the_systems_and_here_never_the_real_one(home: Path) -> None:
    """The guard of the tests holds: nothing of hers is touched."""
    assert config_folder().name == "coach"
    assert home in config_folder().parents


def test_a_pointer_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The journal is made all the same; she must know why it is not found later."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unwritable):
        note_root(tmp_path, tmp_path / "file" / "coach")


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
@pytest.mark.parametrize("folder", ["sellers", "left", ".coach"])
def test_a_folder_that_is_a_link_is_followed_inside_or_with_consent(tmp_path: Path, folder: str) -> None:
    """Who was sent a journal does not write into another folder of hers unasked."""
    root, outside = a_journal(tmp_path / "coaching"), tmp_path / "outside"
    for elsewhere in (outside, root / "inner"):
        elsewhere.mkdir()
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


@pytest.mark.parametrize("written", [{}, {"files": 1}, {"files": {"follow": "x"}}, {"files": {"follow": [1]}}])
def test_consent_that_does_not_read_is_none(written: dict[str, object]) -> None:
    """It is told as a mistake in the settings elsewhere."""
    assert followed(written) == []
    assert followed({"files": {"follow": ["~/notes"]}}) == ["~/notes"]
