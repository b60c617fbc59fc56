"""Outside: what leaves a journal, as a file at a place that was named; nothing of a journal is such a place."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from salescoach.errors import Unusable, Unwritable
from salescoach.journal import atomic
from salescoach.journal.places import SETTINGS

_WITHIN = (".", "sellers", "left", "templates", ".coach")
"""The folders of a journal that may be links: what they lead to is the journal's as well."""

_OTHERS = 0o077
_OWNER_ONLY = 0o600

Identity = tuple[int, int]


class NotAPlace(Unusable):
    """What was named is no place for a file; `why` says whether it is empty, a folder, in none or an odd thing."""


class InJournal(Unusable):
    """A file was to be written into a journal, by whatever name or link, or in the place of one of its files."""


def check(typed: str, root: Path | None) -> os.stat_result | None:
    """Return what is at a place named for a file, None for nothing; raise NotAPlace, InJournal, Unwritable."""
    if not typed or "\0" in typed:
        raise NotAPlace(file=typed, why="empty")
    target = atomic.real(Path(typed))
    try:
        found = _found(typed)
        if typed[-1] in (os.sep, os.altsep) or (found and stat.S_ISDIR(found.st_mode)):
            raise NotAPlace(file=typed, why="folder")
        if found and not stat.S_ISREG(found.st_mode):
            raise NotAPlace(file=typed, why="odd")
        if _is_inside(target, root) or (found and _same(found) in _files(root)):
            raise InJournal(file=typed)
        target.parent.stat()
    except OSError as error:
        if isinstance(error, FileNotFoundError) or any(map(os.path.isfile, target.parents)):
            raise NotAPlace(file=typed, why="no_folder", folder=str(target.parent)) from None
        raise Unwritable(file=typed, why=error.strerror or str(error)) from None
    return found


def write(typed: str, data: bytes, root: Path | None) -> bool:
    """Write a file that only its owner can open; tell whether others could open what was there. Raise as `check`."""
    found = check(typed, root)
    shared = os.name == "posix" and found is not None and bool(found.st_mode & _OTHERS)
    atomic.write(Path(typed), data, typed, mode=_OWNER_ONLY if shared else None)
    return shared


def _found(typed: str) -> os.stat_result | None:
    try:
        return Path(typed).stat()
    except FileNotFoundError:
        return None


def _is_inside(target: Path, root: Path | None) -> bool:
    """Tell whether a place is in a journal, this or another, or where one of its folders leads."""
    guarded = {found for folder in _folders(root) for found in [_identity(folder)] if found}
    return any((above / SETTINGS).is_file() or _identity(above) in guarded for above in target.parents)


def _folders(root: Path | None) -> list[Path]:
    return [root / name for name in _WITHIN] if root else []


def _files(root: Path | None) -> Iterator[Identity]:
    """Give what each file of a journal is to the system, those that are links too, by what they lead to."""
    for folder in _folders(root):
        for place, _, names in os.walk(folder):
            yield from (found for name in names for found in [_identity(Path(place, name))] if found)


def _identity(path: Path) -> Identity | None:
    """Return what tells a file or folder from all others, whatever it is called; None where there is none."""
    try:
        return _same(path.stat())
    except OSError:
        return None


def _same(found: os.stat_result) -> Identity:
    return found.st_dev, found.st_ino
