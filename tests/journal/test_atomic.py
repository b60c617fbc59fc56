import os
import stat
from pathlib import Path
from typing import Any

import pytest

from salescoach.answer import phrase
from salescoach.errors import Unwritable
from salescoach.journal import atomic


def test_a_planted_temporary_file_is_not_followed(tmp_path: Path) -> None:
    """A link in the place of the temporary file leads nowhere, and is gone afterwards."""
    (tmp_path / "victim").write_bytes(b"mine")
    planted = tmp_path / f".a.toml.{os.getpid()}{atomic.TEMPORARY}"
    planted.symlink_to(tmp_path / "victim")
    with pytest.raises(Unwritable):
        atomic.write(tmp_path / "a.toml", b"x", "a.toml")
    assert (tmp_path / "victim").read_bytes() == b"mine"
    assert not planted.is_symlink()


def test_a_file_that_may_not_be_written_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that lets files be replaced does not overrule a file that is read-only."""
    (tmp_path / "a.toml").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Unwritable) as caught:
        atomic.write(tmp_path / "a.toml", b"new", "a.toml")
    assert caught.value.data == {"file": "a.toml", "why": phrase("fault.read_only")}
    assert (tmp_path / "a.toml").read_bytes() == b"old"


def test_file_and_folder_are_synced_in_that_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes are on the disk before the name points to them, and the name before the command ends."""
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def replaced(self: Path, target: Path) -> Any:
        done.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    atomic.write(tmp_path / "a.toml", b"new", "a.toml")
    assert done == ["file", "replace", "folder"]


def test_what_may_not_be_looked_at_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To take it for missing would be "no data"; reading it says what is wrong."""
    assert not atomic.is_there(tmp_path / "a.toml")
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "nowhere").symlink_to("gone")
    assert all(atomic.is_there(tmp_path / name) for name in ("round", "round/x", "nowhere", "nowhere/x"))
    assert not any(atomic.is_there(tmp_path / name) for name in ("x" * 300, "no/x"))
    monkeypatch.setattr(os, "lstat", _refuse)
    assert atomic.is_there(tmp_path / "a.toml")


def _refuse(_: Path) -> bool:
    raise PermissionError(13, "Permission denied")
