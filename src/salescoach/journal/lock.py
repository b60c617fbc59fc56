"""One writer at a time: the lock of a journal, and who holds it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from salescoach.errors import Locked, Unwritable
from salescoach.journal.atomic import make_folder, remove_quietly

WAIT = 10.0
"""Seconds to wait for another command; a write takes hundredths of one."""


@contextmanager
def locked(folder: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of a `.coach` folder; raise Locked, naming the holder, after `wait` seconds."""
    from filelock import FileLock, Timeout

    make_folder(folder)
    holder = folder / "holder"
    lock = FileLock(folder / "lock", timeout=wait, mode=0o600)
    try:
        acquired = lock.acquire()
    except Timeout:
        raise Locked(holder=_read(holder)) from None
    except OSError as error:
        raise Unwritable(file=str(folder / "lock"), why=error.strerror or str(error)) from None
    with acquired:
        try:
            _sign(holder)
            yield
        finally:
            remove_quietly(holder)


def _sign(holder: Path) -> None:
    """Leave word of who holds the lock: a courtesy, so that a full disk does not stop the work here."""
    try:
        holder.touch(mode=0o600)
        holder.write_text(str(os.getpid()))
    except OSError:
        return


def _read(holder: Path) -> str:
    try:
        return holder.read_text()
    except OSError:
        return "?"
