import errno
import os
from pathlib import Path

import pytest
from filelock import FileLock

from salescoach.errors import Locked
from salescoach.journal.lock import locked


def test_a_holder_who_left_no_word_is_unknown(tmp_path: Path) -> None:
    """The word of the holder is a courtesy, and may be missing."""
    with FileLock(tmp_path / "lock"), pytest.raises(Locked) as caught, locked(tmp_path, wait=0):
        pytest.fail("two hold the lock")
    assert caught.value.data["holder"] == "?"


def test_a_lock_is_released_after_a_failure(tmp_path: Path) -> None:
    """What stops one command does not stop the next, and leaves no word of the holder."""
    with pytest.raises(KeyboardInterrupt), locked(tmp_path, wait=0):
        raise KeyboardInterrupt
    assert not (tmp_path / "holder").exists()
    with locked(tmp_path, wait=0):
        pass


def test_a_drive_that_knows_no_locks_is_locked_by_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One writer at a time there too; the file goes with the lock, and what was left of another kind stops nobody."""
    fcntl = pytest.importorskip("fcntl", reason="Windows has locks of its own")
    with locked(tmp_path, wait=0):
        pass
    monkeypatch.setattr(fcntl, "flock", _refuse)
    with locked(tmp_path, wait=0):
        assert (tmp_path / "locked").exists()
        with pytest.raises(Locked), locked(tmp_path, wait=0):
            pytest.fail("two hold the lock")
    assert not (tmp_path / "locked").exists()


def test_a_holder_who_cannot_sign_works_on(tmp_path: Path) -> None:
    """A full disk is met where it matters, not at a courtesy."""
    (tmp_path / "holder").mkdir()
    with locked(tmp_path, wait=0):
        assert (tmp_path / "holder").is_dir()


def _refuse(*_: int) -> None:
    raise OSError(errno.ENOSYS, "Function not implemented")


def test_a_link_in_the_place_of_the_holder_is_not_written_through(tmp_path: Path) -> None:
    """What it leads to may be a seller's file; it is as it was, and the word is where it is looked for."""
    (tmp_path / "anna-berg.toml").write_bytes(b"hers")
    (tmp_path / "holder").symlink_to("anna-berg.toml")
    with locked(tmp_path, wait=0):
        assert (tmp_path / "holder").read_text() == str(os.getpid())
    assert (tmp_path / "anna-berg.toml").read_bytes() == b"hers"
