import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from salescoach.errors import Locked, Unwritable
from salescoach.journal.lock import WAIT, locked

HOLD = """
import sys
from pathlib import Path
from salescoach.journal.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_lock_held_by_another_process_names_it(tmp_path: Path) -> None:
    """Who waits in vain is told which process holds the journal."""
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment()) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(Locked) as caught, locked(tmp_path, wait=0):
            pytest.fail("two hold the lock")
        other.communicate()
    assert caught.value.data["holder"] == str(other.pid)
    assert other.returncode == 0
    with locked(tmp_path, wait=0):
        assert (tmp_path / "holder").read_text() == str(os.getpid())
    assert WAIT == 10


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


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A folder stands where the lock should be: no journal to write to."""
    (tmp_path / "lock").mkdir()
    with pytest.raises(Unwritable) as caught, locked(tmp_path, wait=0):
        pytest.fail("the lock is a folder")
    assert caught.value.data["file"] == str(tmp_path / "lock")


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


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
