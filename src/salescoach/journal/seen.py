"""Seen: what each file held when it was last read, so that records that vanish are noticed; no parser finds them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from salescoach.errors import CoachError, Problem
from salescoach.journal import atomic

NAMED = 5
"""Ids of vanished records that are named: an emptied file has hundreds."""


@dataclass(frozen=True)
class Manifest:
    """What a file held: its size in bytes, how many records, the last id, and all ids written in it."""

    size: int
    records: int
    last: str
    ids: str

    @classmethod
    def of(cls, size: int, ids: Iterable[str]) -> "Manifest":
        """Return the sight of a file with records of these ids (empty: none was written)."""
        listed = list(ids)
        written = [spelled for spelled in listed if spelled]
        return cls(size, len(listed), written[-1] if written else "", " ".join(written))


class Seen:
    """The sights of a journal's files by their name in it, kept in `.coach/seen.json`."""

    def __init__(self, folder: Path) -> None:
        """Take the `.coach` folder."""
        self._path = folder / "seen.json"
        self._sights = self._load()
        self._learnt: dict[str, Manifest | None] = {}

    def files(self) -> dict[str, int]:
        """Return the size in bytes of each file as last seen."""
        return {file: sight.size for file, sight in self._sights.items()}

    def look(self, file: str, now: Manifest) -> Problem | None:
        """Compare a file with its last sight: return a problem where records vanished, else remember it."""
        before = self._sights.get(file)
        if before == now:
            return None
        if before is not None:
            kept = set(now.ids.split())
            vanished = [spelled for spelled in before.ids.split() if spelled not in kept]
            if vanished or now.records < before.records:
                code = "vanished" if vanished else "vanished_unnamed"
                gone, named = before.records - now.records, _named(vanished)
                return Problem(file, code, data={"file": file, "count": gone, "ids": named})
        self.accept(file, now)
        return None

    def accept(self, file: str, now: Manifest | None) -> None:
        """Remember a file as it is now, None where it is gone."""
        self._learnt[file] = now
        self._lay({file: now})

    def save(self) -> None:
        """Write down what was learnt; a journal that cannot be written to can still be read."""
        if not self._learnt:
            return
        self._sights = self._load()  # another command may have saved meanwhile what it saw in other files
        self._lay(self._learnt)
        stored = {"format": 1, "files": {file: asdict(sight) for file, sight in self._sights.items()}}
        try:
            atomic.make_folder(self._path.parent)
            atomic.write(self._path, json.dumps(stored).encode(), ".coach/seen.json")
        except CoachError:
            return
        self._learnt = {}

    def _lay(self, learnt: Mapping[str, Manifest | None]) -> None:
        for file, now in learnt.items():
            if now is None:
                self._sights.pop(file, None)
            else:
                self._sights[file] = now

    def _load(self) -> dict[str, Manifest]:
        try:
            stored = json.loads(self._path.read_bytes())["files"]
            return {file: Manifest(**sight) for file, sight in stored.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def _named(vanished: list[str]) -> list[str]:
    return [*vanished[:NAMED], *(["…"] if len(vanished) > NAMED else [])]
