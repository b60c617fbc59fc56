"""Seen: what each file held when it was last read, so that records that vanish are noticed; no parser finds them."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from io import FileIO
from pathlib import Path, PurePath

from salescoach.errors import CoachError, Problem
from salescoach.frozen import frozen
from salescoach.journal import atomic

FOLDER = "seen"
"""Of `.coach`: the sight of `sellers/anna-berg.toml` is `seen/sellers/anna-berg.txt` in it."""

OLD = "seen.json"
"""The list of all sights that an older version kept in one file; it is taken over by the first command that can."""

NAMED = 5
"""Ids of vanished records that are named: an emptied file has hundreds."""

_FORMAT = b"1"
_SUFFIX = ".toml"
_START = 64
"""Bytes in which the first line of a sight ends."""


@frozen
class Manifest:
    """What a file held: its size in bytes, how many records, and all ids written in it."""

    size: int
    records: int
    ids: str

    @classmethod
    def of(cls, size: int, ids: Iterable[str]) -> "Manifest":
        """Return the sight of a file with records of these ids (empty: none was written)."""
        listed = list(ids)
        return cls(size, len(listed), " ".join(filter(None, listed)))

    @classmethod
    def read(cls, data: bytes) -> "Manifest | None":
        """Return a sight as it was written down, None where it does not read: it may be deleted, so broken as well."""
        first, _, ids = data.partition(b"\n")
        try:
            known, size, records = first.split()
            return cls(int(size), int(records), ids.decode()) if known == _FORMAT else None
        except ValueError:
            return None

    def written(self) -> bytes:
        """Return a sight as it is written down: a line with format, size and count, then the ids as they are."""
        return b"%b %d %d\n%b" % (_FORMAT, self.size, self.records, self.ids.encode())


class Seen:
    """The sights of a journal's files by their name in it, each a small file in `.coach/seen/`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._base = folder / FOLDER
        self._news: dict[str, Manifest | None] = {}
        self._before: dict[str, Manifest | None] = {}

    def files(self) -> set[str]:
        """Return the name in the journal of every file that was seen."""
        kept = {file for file in (*_kept_in(self._base), *self._old) if file not in self._news}
        return kept | {file for file, now in self._news.items() if now}

    def size(self, file: str) -> int | None:
        """Return how many bytes a file had when it was last seen, None where it was not."""
        sight = self._news[file] if file in self._news else self._stored(file, _START)
        return None if sight is None else sight.size

    def last(self, file: str) -> Manifest | None:
        """Return what a file held when it was last seen, by this command or another; None where it was not."""
        return self._news[file] if file in self._news else self._stored(file)

    def look(self, file: str, before: Manifest | None, now: Manifest) -> Problem | None:
        """Compare a file with what it held before: return a problem where records vanished, else remember it."""
        if before == now:
            return None
        if before is not None:
            kept = set(now.ids.split())
            vanished = [spelled for spelled in before.ids.split() if spelled not in kept]
            if vanished or now.records < before.records:
                code = "vanished" if vanished else "vanished_unnamed"
                named = [*vanished[:NAMED], *(["…"] if len(vanished) > NAMED else [])]
                return Problem(file, code, data={"file": file, "count": before.records - now.records, "ids": named})
        self._news[file], self._before[file] = now, before
        return None

    def accept(self, file: str, now: Manifest | None) -> None:
        """Remember a file as it is now, None where it is gone, whatever it held before."""
        self._news[file] = now
        self._before.pop(file, None)

    def save(self) -> None:
        """Write down what was learnt; a journal that cannot be written to can still be read."""
        if not (self._news or self._old_is_there):
            return
        old = {file: sight for file, sight in self._old.items() if not atomic.is_there(self.path(file))}
        try:
            self._write(old | self._fresh())
            if self._old_is_there:
                atomic.remove(self._folder / OLD, f".coach/{OLD}")
        except CoachError:
            return
        self._news, self._before, self._old, self._old_is_there = {}, {}, {}, False

    def path(self, file: str) -> Path:
        """Return where the sight of a file is kept."""
        return self._base / _sight_of(file)

    def traces(self, files: Iterable[str]) -> list[Path]:
        """Return what still tells of these files: their sights, and the list of an older version."""
        return [path for path in (*map(self.path, files), self._folder / OLD) if atomic.is_there(path)]

    def _fresh(self) -> dict[str, Manifest | None]:
        """Return what was learnt, but for files that another command has written of since they were looked at."""
        known = self._before
        return {file: now for file, now in self._news.items() if file not in known or self._stored(file) == known[file]}

    def _write(self, sights: Mapping[str, Manifest | None]) -> None:
        for folder in {self.path(file).parent for file, now in sights.items() if now}:
            atomic.make_folder(folder)
        for file, now in sights.items():
            path = self.path(file)
            if now is not None:
                atomic.note(path, now.written(), f".coach/{FOLDER}/{file}")
            elif atomic.is_there(path):
                atomic.remove(path, f".coach/{FOLDER}/{file}")

    def _stored(self, file: str, most: int = -1) -> Manifest | None:
        """Return the sight of a file as it is on disk, its first bytes alone where the rest is not asked for."""
        try:
            with FileIO(f"{self._base}/{_sight_of(file)}") as stream:  # a thousand Paths take longer than to read them
                return Manifest.read(stream.read(most))
        except OSError:
            return self._old.get(file)

    @cached_property
    def _old_is_there(self) -> bool:
        return atomic.is_there(self._folder / OLD)

    @cached_property
    def _old(self) -> dict[str, Manifest]:
        """The sights that an older version kept, until they are taken over."""
        if not self._old_is_there:
            return {}
        import json

        try:
            stored = json.loads((self._folder / OLD).read_bytes())["files"]
            sights = {file: Manifest(one["size"], one["records"], one["ids"]) for file, one in stored.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}
        return {file: sight for file, sight in sights.items() if _may_be_one(file)}


def _sight_of(file: str) -> str:
    return f"{file.removesuffix(_SUFFIX)}.txt"


def _kept_in(base: Path) -> Iterator[str]:
    """Give the name in the journal of every file that has a sight."""
    for folder, _, names in os.walk(base):
        within = PurePath(folder).relative_to(base)
        yield from (
            (within / name).as_posix().removesuffix(".txt") + _SUFFIX for name in names if name.endswith(".txt")
        )


def _may_be_one(file: str) -> bool:
    """Tell whether a name leads to a file of the journal: one that leads out of it was forged."""
    path = PurePath(file)
    return file.endswith(_SUFFIX) and not path.is_absolute() and ".." not in path.parts
