"""Prepared: which agenda was last shown for whom, so that the log knows whom it is about and what was asked."""

import json
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path

from salescoach.errors import CoachError
from salescoach.frozen import frozen
from salescoach.journal import atomic


@frozen
class Prepared:
    """One agenda shown: the seller's key, the ISO day, the template's name, the ids of the questions."""

    key: str
    on: str
    agenda: str
    asked: tuple[str, ...]


class Preparations:
    """What was prepared last for each seller, in the order it was; `.coach/prepared.json`, which may be deleted."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "prepared.json"

    def note(self, prepared: Prepared) -> None:
        """Remember an agenda; a journal that cannot be written to can still be prepared from."""
        known = self._all()
        if known[-1:] == [prepared]:
            return
        kept = [one for one in known if one.key != prepared.key]
        with suppress(CoachError):
            self._write([*kept, prepared])

    def last(self, on: date) -> Prepared | None:
        """Return what was prepared last on a day."""
        return next((one for one in reversed(self._all()) if one.on == on.isoformat()), None)

    def of(self, key: str, since: date | None, on: date) -> Prepared | None:
        """Return what was prepared for a seller, after `since` (the last talk) and up to a day."""
        found = next((one for one in self._all() if one.key == key), None)
        if found is None or found.on > on.isoformat() or (since is not None and found.on < since.isoformat()):
            return None
        return found

    def knows(self, key: str) -> bool:
        """Tell whether anything was prepared for a seller."""
        return any(one.key == key for one in self._all())

    def forget(self, key: str) -> None:
        """Forget what was prepared for a seller; a list that does not read goes whole. Raise Unwritable."""
        known = self._all()
        kept = [one for one in known if one.key != key]
        if atomic.is_there(self._path) and not kept:
            atomic.remove(self._path, ".coach/prepared.json")
        elif kept != known:
            self._write(kept)

    def _write(self, prepared: list[Prepared]) -> None:
        stored = json.dumps({"format": 1, "prepared": [asdict(one) for one in prepared]})
        atomic.make_folder(self._path.parent)
        atomic.write(self._path, stored.encode(), ".coach/prepared.json")

    def _all(self) -> list[Prepared]:
        try:
            stored = json.loads(atomic.read(self._path, ".coach/prepared.json"))["prepared"]
            return [Prepared(one["key"], one["on"], one["agenda"], tuple(one["asked"])) for one in stored]
        except (CoachError, ValueError, KeyError, TypeError):
            return []
