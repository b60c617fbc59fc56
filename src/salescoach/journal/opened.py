"""Opened: which texts somebody has open in an editor, so that a second editor is given another one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from salescoach.journal.atomic import remove_quietly

if TYPE_CHECKING:
    from filelock import FileLock


@contextmanager
def opened(path: Path) -> Iterator[None]:
    """Hold a text while an editor has it; the lock is of the system, and goes with whoever holds it."""
    lock = _lock(path)
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
    lock = _lock(path)
    try:
        lock.acquire()
    except Timeout:
        return True
    except OSError:  # as above
        return False
    remove_quietly(_beside(path))
    lock.release()
    return False


def _lock(path: Path) -> "FileLock":
    from filelock import FileLock

    return FileLock(_beside(path), timeout=0, mode=0o600, fallback_to_soft=False)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.open")
