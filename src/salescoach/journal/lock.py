"""One at a time: the lock of a journal while it is written, that of a text while an editor has it open."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from errno import ENOSYS
from pathlib import Path
from typing import TYPE_CHECKING, Any

from salescoach.errors import Locked, Unwritable
from salescoach.journal.atomic import make_folder, note, remove_quietly

if TYPE_CHECKING:
    from filelock import FileLock

WAIT = 10.0
"""Seconds to wait for another command; a write takes hundredths of one."""

_PAUSE = 0.01
"""Seconds between two tries; with longer ones a script that writes and writes would leave nobody else a turn."""


@contextmanager
def locked(folder: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of a `.coach` folder; raise Locked, naming the holder, after `wait` seconds."""
    from filelock import Timeout

    make_folder(folder)
    holder = folder / "holder"
    try:
        acquired = _acquire(folder, wait)
    except Timeout:
        raise Locked(holder=_read(holder)) from None
    except OSError as error:
        raise Unwritable(file=str(folder / "lock"), why=error.strerror or str(error)) from None
    with acquired:
        try:
            with suppress(Unwritable):  # word of who holds it is a courtesy: a full disk does not stop the work here
                note(holder, str(os.getpid()).encode(), str(holder))
            yield
        finally:
            remove_quietly(holder)


@contextmanager
def opened(path: Path) -> Iterator[None]:
    """Hold a text while an editor has it; the lock is of the system, and goes with whoever holds it."""
    lock = _text_lock(path)
    try:
        lock.acquire()
    except OSError:  # a drive that knows no locks: there two editors must not be open at once
        yield
        return
    try:
        yield
    finally:
        remove_quietly(_beside(path))
        lock.release()


def is_open(path: Path) -> bool:
    """Tell whether somebody has a text open; what is left of who was killed says nothing, and is cleared away."""
    from filelock import Timeout

    if not _beside(path).is_file():
        return False
    lock = _text_lock(path)
    try:
        lock.acquire()
    except Timeout:
        return True
    except OSError:  # as above
        return False
    remove_quietly(_beside(path))
    lock.release()
    return False


def _acquire(folder: Path, wait: float) -> AbstractContextManager[object]:
    """Lock a file; on a drive that knows no locks make one that stands for it, and not out of the same file."""
    from filelock import FileLock, SoftFileLock

    how: dict[str, Any] = {"timeout": wait, "mode": 0o600, "poll_interval": _PAUSE}
    try:
        return FileLock(folder / "lock", fallback_to_soft=False, **how).acquire()
    except OSError as error:
        if error.errno != ENOSYS:
            raise
    return SoftFileLock(folder / "locked", **how).acquire()


def _read(holder: Path) -> str:
    try:
        return holder.read_text()
    except OSError:
        return "?"


def _text_lock(path: Path) -> "FileLock":
    from filelock import FileLock

    return FileLock(_beside(path), timeout=0, mode=0o600, fallback_to_soft=False)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.open")
