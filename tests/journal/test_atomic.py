import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from salescoach.answer import phrase
from salescoach.errors import TooLarge, Unreadable, Unwritable
from salescoach.journal import atomic

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")


@pytest.fixture(params=[0o000, 0o022, 0o277])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Set an open, a usual and an odd umask."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    """Return the permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
def test_new_files_and_folders_are_for_their_owner_alone(tmp_path: Path, umask: int) -> None:
    """0600 and 0700 whatever the umask, for every folder on the way."""
    file = tmp_path / "a" / "b" / "c.toml"
    atomic.make_folder(file.parent)
    atomic.write(file, b"x", "c.toml")
    assert (umask, mode(file), mode(file.parent), mode(file.parent.parent)) == (umask, 0o600, 0o700, 0o700)


@POSIX
def test_folders_that_are_there_keep_their_mode(tmp_path: Path) -> None:
    """Who shares a folder on purpose goes on sharing it."""
    tmp_path.chmod(0o755)
    atomic.make_folder(tmp_path)
    assert mode(tmp_path) == 0o755


@POSIX
def test_a_file_keeps_its_mode(tmp_path: Path, umask: int) -> None:
    """What she allowed stays allowed, what she forbade forbidden."""
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    atomic.write(file, b"new", "a.toml")
    assert (umask, mode(file), file.read_bytes()) == (umask, 0o640, b"new")


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    """The file behind it is replaced, in the folder where it is."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.toml").write_bytes(b"old")
    (tmp_path / "link.toml").symlink_to(tmp_path / "real" / "a.toml")
    atomic.write(tmp_path / "link.toml", b"new", "link.toml")
    assert (tmp_path / "link.toml").is_symlink()
    assert (tmp_path / "real" / "a.toml").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "real").iterdir()] == ["a.toml"]


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


def test_a_full_disk_leaves_the_old_bytes(tmp_path: Path) -> None:
    """The system stops the write in the middle of the new file; the old one is whole, and nothing lies about."""
    resource = pytest.importorskip("resource", reason="only POSIX limits the size of files")
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(Unwritable) as caught:
            atomic.write(file, b"x" * 20_000, "a.toml")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.data["why"]
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.glob("*.*")] == ["a.toml"]


def test_a_disk_that_cannot_sync_a_folder_has_the_new_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the replacement it is done: to call it a failure would have her write it twice."""
    real = os.fsync

    def only_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(22, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    atomic.write(tmp_path / "a.toml", b"new", "a.toml")
    assert (tmp_path / "a.toml").read_bytes() == b"new"


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


def test_a_folder_in_the_place_of_a_file_can_be_neither_read_nor_written(tmp_path: Path) -> None:
    """One sentence each, with what the system says."""
    with pytest.raises(Unreadable) as unread:
        atomic.read(tmp_path, "here")
    with pytest.raises(Unwritable) as unwritten:
        atomic.write(tmp_path, b"x", "here")
    assert (unread.value.data["file"], unwritten.value.data["file"]) == ("here", "here")
    assert unread.value.data["why"]
    assert unwritten.value.data["why"]


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    """`.coach` may be a file, by mistake."""
    (tmp_path / "x").write_bytes(b"")
    with pytest.raises(Unwritable):
        atomic.make_folder(tmp_path / "x" / "y")


def test_a_file_over_64_megabytes_is_refused(tmp_path: Path) -> None:
    """It is never read into memory; one of exactly that size is."""
    file = tmp_path / "a.toml"
    with file.open("wb") as hole:
        hole.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(TooLarge) as caught:
        atomic.read(file, "a.toml")
    assert caught.value.data == {"file": "a.toml", "limit": 64}
    os.truncate(file, 64 * 1024 * 1024)
    assert len(atomic.read(file, "a.toml")) == 64 * 1024 * 1024


def test_what_may_not_be_looked_at_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To take it for missing would be "no data"; reading it says what is wrong."""
    assert not atomic.is_there(tmp_path / "a.toml")
    monkeypatch.setattr(Path, "exists", _refuse)
    assert atomic.is_there(tmp_path / "a.toml")


def test_removing_says_what_went_wrong_and_removing_quietly_does_not(tmp_path: Path) -> None:
    """A file must be gone for an undo; a temporary one may stay for the next sweep."""
    (tmp_path / "a").write_bytes(b"")
    atomic.remove(tmp_path / "a", "a")
    assert not (tmp_path / "a").exists()
    with pytest.raises(Unwritable):
        atomic.remove(tmp_path / "a", "a")
    atomic.remove_quietly(tmp_path)
    assert tmp_path.is_dir()


def _refuse(_: Path) -> bool:
    raise PermissionError(13, "Permission denied")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe in the place of a file would be read for ever; where one is meant, it is read."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unreadable, match="unreadable") as caught:
        atomic.read(tmp_path / "pipe", "sellers/x.toml")
    assert caught.value.data == {"file": "sellers/x.toml", "why": phrase("fault.odd_file")}
    assert atomic.read(Path(os.devnull), "-", stream=True) == b""


def test_a_note_that_cannot_be_taken_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says where, and what was there stays."""
    atomic.note(tmp_path / "note", b"old", "here")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _full)
        with pytest.raises(Unwritable, match="unwritable"):
            atomic.note(tmp_path / "note", b"new", "here")
    with pytest.raises(Unwritable):
        atomic.note(tmp_path / "nowhere" / "note", b"new", "here")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir() if path.is_file()] == [("note", b"old")]


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")
