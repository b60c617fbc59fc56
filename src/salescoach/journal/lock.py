"""One writer at a time: the lock of a journal, and who holds it."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from errno import ENOSYS
from pathlib import Path
from typing import Any

from salescoach.errors import Locked, Unwritable
from salescoach.journal.atomic import make_folder, note, remove_quietly

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
