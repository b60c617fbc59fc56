import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from salescoach.errors import Unwritable
from salescoach.journal import atomic, turn
from salescoach.journal.lock import locked
from salescoach.journal.undo import Undo

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="disks are told to fail by what POSIX has")]

ANNA = "sellers/anna-berg.toml"
HINTS = {"Free some space or mend the permission, then try again.", "Is it there, and are you allowed to read it?"}
DRAFTS = tuple(
    f"What was typed is kept as a draft; {who} offers it."
    for who in ("the next coach log", "coach note anna-berg", "coach note NAME")
)
WRITES = ["write", "fsync", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "openat", "open"]
PAGE = 4096

HOLD = """
import sys
from pathlib import Path
from salescoach.journal.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

ReadOnly = Callable[[Path], None]


@contextmanager
def mounted(place: Path, *how: str) -> Iterator[None]:
    """Mount something at a place; where that is not allowed, the test is skipped."""
    ran = subprocess.run(["mount", *how, str(place)], capture_output=True, text=True, check=False)
    if ran.returncode:
        pytest.skip(f"only root can mount: {ran.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def read_only() -> Iterator[ReadOnly]:
    """Return what forbids to write to a file or folder until the test is over; root is stopped by a mount alone."""
    with ExitStack() as stack:

        def forbid(path: Path) -> None:
            if os.geteuid() == 0:
                stack.enter_context(mounted(path, "--bind", str(path)))
                subprocess.run(["mount", "-o", "remount,bind,ro", str(path)], check=True)
            else:
                for one in (*path.rglob("*"), path):
                    stack.callback(one.chmod, one.stat().st_mode)
                    one.chmod(0o555 if one.is_dir() else 0o444)

        yield forbid


def told_once(ran: Any, why: str = "") -> str:
    """Check that a command failed on a file with one sentence and what to do; return the sentence."""
    assert (ran.status, ran.out) == (5, ""), ran
    said, *rest = ran.err.splitlines()
    assert " cannot be " in said
    assert said.endswith(".")
    assert why in said
    assert rest[0] in HINTS
    assert rest[1:] in ([], *([one] for one in DRAFTS))
    return str(said)


def intact(story: Any, ran: Any, why: str = "") -> bool:
    """Check that a command did all, or told why and left the old bytes; return which."""
    if ran.status == 0:
        assert ran.err == ""
        assert story.coach.files() == story.done
    else:
        told_once(ran, why)
        assert story.coach.files() == story.undone
    story.ends_well()
    return bool(ran.status == 0)


def test_a_disk_that_fills_up_leaves_a_file_old_or_new(story: Any, strace: Any, record_property: Any) -> None:
    """At whichever call of the system; what was written of several files is named, and undo takes it back."""
    calls = [call for call in strace.calls(story.coach, *story.row.command) if call.name in WRITES and not call.reads]
    assert len(calls) > 10
    record_property("failed", len(calls))
    outcomes = set()
    for victim, ran in story.tampered(strace, calls, "error=ENOSPC"):
        outcomes.add(ran.status)
        said = told_once(ran, "No space left on device") if ran.status else ""
        now = victim.coach.files()
        assert said or now == (story.undone if story.row.command == ("undo",) else story.done)
        written = victim.ends_well()
        if story.row.command not in {("undo",), ("redo",)}:
            assert ("Written before that" in said) == (bool(said) and written > 0)
    assert outcomes == {0, 5}


@pytest.mark.parametrize("error", [errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO], ids=os.strerror)
def test_whatever_the_disk_answers_is_told(note: Any, strace: Any, record_property: Any, error: int) -> None:
    """At every call that opens, writes, syncs or renames; a note is written whole or not at all."""
    calls = [call for call in strace.calls(note.coach, *note.row.command) if call.name in WRITES]
    record_property("failed", len(calls))
    tried = note.tampered(strace, calls, f"error={error}")
    assert {intact(victim, ran, os.strerror(error)) for victim, ran in tried} == {True, False}


@pytest.mark.parametrize("free", range(9))
def test_a_full_disk_keeps_what_is_on_it(note: Any, tmp_path: Path, free: int) -> None:
    """A small disk of its own, with so many pages left: the note is there or not, and works once there is room."""
    disk = tmp_path / "disk"
    disk.mkdir()
    with mounted(disk, "-t", "tmpfs", "-o", "size=256k", "tmpfs"):
        small = note.coach.copy("small")
        shutil.move(small.root, disk / "j")
        small = replace(small, root=disk / "j")
        filler = disk / "filler"
        filler.write_bytes(b"x" * (shutil.disk_usage(disk).free - free * PAGE))
        assert shutil.disk_usage(disk).free == free * PAGE
        ran = small(*note.row.command)
        filler.unlink()
        assert small.files() == (note.done if ran.status == 0 else note.undone)
        if ran.status:
            told_once(ran, "No space left on device")
        assert ran.status == 0 or free < 6
        assert ran.status == 5 or free > 0
        assert small.here("note", "anna", "the next").status == 0
        assert small.litter() == []


def test_a_file_over_the_quota_is_told(note: Any) -> None:
    """The system stops the write in the middle."""
    coach = note.coach
    assert coach.here("note", "anna", "x" * 30_000).status == 0
    old = coach.files()
    said = told_once(coach(*note.row.command, limits={"FSIZE": 20 * 512}), "File too large")
    assert said.startswith(ANNA)
    assert coach.files() == old
    assert coach.here("note", "anna", "the next").status == 0
    assert coach.litter() == []


@pytest.mark.parametrize("place", [ANNA, "sellers", ".coach", "."])
def test_what_is_read_only_is_read_and_not_written(note: Any, read_only: ReadOnly, place: str) -> None:
    """A file, its folder, the folder of the lock, the whole journal."""
    read_only(note.coach.root / place)
    assert note.coach.here("show", "anna").status == 0
    assert note.coach.here("weekly").status == 0
    told_once(note.coach(*note.row.command))
    told_once(note.coach("undo"))
    assert note.coach.files() == note.undone


def test_what_was_read_only_can_be_written_again(note: Any) -> None:
    """Nothing is left of the failure but the draft."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        assert told_once(note.coach.here(*note.row.command), "the file is read-only")
    note.ends_well()


def test_what_failed_first_is_what_is_told(note: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written, the sentence is about the journal and not about the draft."""

    def full(_path: Path, _data: bytes, file: str) -> None:
        raise Unwritable(file=file, why="No space left on device")

    monkeypatch.setattr(atomic, "write", full)
    ran = note.coach.here(*note.row.command)
    assert ran.status == 5
    assert ran.err.startswith(".coach/undo.json cannot be written: No space left on device.")


def test_sellers_whose_folder_went_are_told_to_be_gone(note: Any) -> None:
    """No empty journal instead; nothing is written, and all is as before when the folder is back."""
    folder = note.coach.root / "sellers"
    folder.rename(note.coach.root / "elsewhere")
    ran = note.coach(*note.row.command)
    assert (ran.status, ran.out) == (4, "")
    ran = note.coach("weekly")
    assert f"{ANNA}: the file is gone." in ran.err
    assert note.coach("undo").status == 6
    assert not folder.exists()
    (note.coach.root / "elsewhere").rename(folder)
    note.ends_well()


def test_a_journal_that_went_is_not_made_again(note: Any) -> None:
    """A disk that is not mounted must not get a second, empty journal."""
    note.coach.root.rename(note.coach.root.with_name("elsewhere"))
    for command in (note.row.command, ("undo",), ("add", "Eva Lund")):
        ran = note.coach(*command)
        assert (ran.status, len(ran.err.splitlines())) == (2, 2)
        assert ran.err.startswith(f"There is no journal in {note.coach.root}.")
    assert not note.coach.root.exists()


@pytest.mark.parametrize("place", ["sellers", "."])
def test_a_folder_that_goes_in_the_middle_is_told(note: Any, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """After the reading, before the writing: the file was changed meanwhile, and is not made anew."""
    noted, folder = Undo.note, note.coach.root / place

    def gone(self: Undo, *args: Any) -> None:
        noted(self, *args)
        folder.rename(note.coach.root.with_name("elsewhere"))

    with monkeypatch.context() as patch:
        patch.setattr(Undo, "note", gone)
        ran = note.coach.here(*note.row.command)
    assert (ran.status, ran.out) == (6, "")
    assert ran.err.startswith(f"{ANNA} was changed since; nothing was touched.\n")
    assert note.coach.files() == ({"coach.toml": b"format = 1\n"} if place == "sellers" else {})
    shutil.rmtree(folder, ignore_errors=True)
    note.coach.root.with_name("elsewhere").rename(folder)
    note.ends_well()


@pytest.fixture
def holder(coach: Any) -> Iterator["subprocess.Popen[bytes]"]:
    """Return another process that holds the lock."""
    line = [sys.executable, "-c", HOLD, str(coach.root / ".coach")]
    with subprocess.Popen(line, env=coach.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        yield other
        other.kill()


def test_a_lock_whose_owner_died_holds_nobody_up(note: Any, holder: "subprocess.Popen[bytes]") -> None:
    """It goes with its process; the word that it left goes with the next command."""
    holder.kill()
    assert holder.wait() == -signal.SIGKILL
    assert (note.coach.root / ".coach" / "holder").read_text() == str(holder.pid)
    ran = note.coach(*note.row.command)
    assert (ran.status, ran.err) == (0, "")
    assert note.coach.files() == note.done
    assert note.coach.litter() == []


def test_a_lock_whose_owner_lives_is_waited_for_and_told(
    note: Any, holder: "subprocess.Popen[bytes]", monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence that names the process, one that says what to do; nothing is written."""
    with monkeypatch.context() as patch:
        patch.setattr(turn, "locked", lambda folder: locked(folder, 0))
        for command in (note.row.command, ("undo",)):
            ran = note.coach.here(*command)
            assert (ran.status, ran.out) == (6, "")
            said = (
                f"coach is writing in another window (process {holder.pid}).\nWait until it is done, then try again.\n"
            )
            assert ran.err in (said, *(f"{said}{one}\n" for one in DRAFTS))
    assert note.coach.files() == note.undone


def test_a_disk_that_cannot_lock_is_told(note: Any, strace: Any) -> None:
    """One sentence, as of any file that cannot be written."""
    (call, *_) = [call for call in strace.calls(note.coach, *note.row.command) if call.name == "flock"]
    for number, error in enumerate(("ENOLCK", "EOPNOTSUPP", "EIO")):
        victim = note.fresh(f"l{number}")
        ran = strace.tampered(victim.coach, call, f"error={error}", *note.row.command)
        assert ".coach/lock cannot be written" in told_once(ran)
        assert not intact(victim, ran)


def test_a_disk_that_knows_no_locks_has_one_all_the_same(note: Any, strace: Any) -> None:
    """Some drives on a network: a file stands for the lock, and does not outlive its owner for long."""
    none = {"flock": "error=ENOSYS"}
    calls = strace.calls(note.coach, *note.row.command)
    flock = next(call for call in calls if call.name == "flock")
    last = [call for call in calls if call.name == "fsync"][-1]
    ran = strace.tampered(note.coach, last, "signal=KILL", *note.row.command, always=none)
    assert ran.status == -signal.SIGKILL
    assert note.coach.litter() != []
    ran = strace.tampered(note.coach, flock, none["flock"], "note", "anna", "the next")
    assert (ran.status, ran.err) == (0, "")
    assert note.coach.here("note", "anna", "the one after").status == 0
    assert note.coach.litter() == []
