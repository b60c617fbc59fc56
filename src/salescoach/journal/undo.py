"""Undo: what each of the last commands did to which file, so that it can be taken back to the exact bytes."""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import asdict
from pathlib import Path, PurePath
from typing import Any

from salescoach.errors import ChangedMeanwhile, NothingToUndo
from salescoach.frozen import frozen
from salescoach.journal import atomic

DEPTH = 20
"""Commands that can be taken back, one after the other."""

GONE = ""
"""The hash of a file that is not there."""


@frozen
class Step:
    """What one command did to one file: `old_length`, hashes before and after (GONE: no file), where it `was`."""

    file: str
    old_length: int
    old_hash: str
    new_hash: str
    was: str = ""


@frozen
class Entry:
    """One command that wrote: what it was, the ISO date it was given on, and its steps."""

    label: str
    on: str
    steps: tuple[Step, ...]


def fingerprint(data: bytes | None) -> str:
    """Return the hash of a file's bytes, GONE for none."""
    return GONE if data is None else hashlib.sha256(data).hexdigest()


class Undo:
    """The undo list of a journal, in `.coach/undo.json`; old bytes of what was written anew are in `.coach/kept/`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = root / ".coach" / "undo.json"
        self._kept = root / ".coach" / "kept"

    def entries(self) -> list[Entry]:
        """Return what can be taken back, the oldest first; a list that does not read counts as none."""
        try:
            stored = json.loads(self._path.read_bytes())
            found = [_entry(row) for row in stored["entries"]]
        except (OSError, ValueError, KeyError, TypeError):
            return []
        while found and self._never_done(found[-1]):
            found.pop()
        return found

    def note(self, entry: Entry, replaced: Iterable[bytes] = ()) -> None:
        """Note a command before it is carried out, with the bytes that it replaces; raise Unwritable."""
        for old in replaced:
            atomic.make_folder(self._kept)
            atomic.write(self._kept / fingerprint(old), old, f".coach/kept/{fingerprint(old)}")
        self._save([*self.entries(), entry][-DEPTH:])

    def forget(self, files: Collection[str]) -> None:
        """Drop every command that touched one of these files, and what was kept of it; raise Unwritable."""
        entries = self.entries()
        kept = [one for one in entries if not any(step.file in files or step.was in files for step in one.steps)]
        self._save(kept)

    def last(self) -> Entry:
        """Return the command that would be taken back; raise NothingToUndo."""
        return self._ready()[-1]

    def take_back(self) -> Entry:
        """Take back the last command whole; raise NothingToUndo, or ChangedMeanwhile and leave all as it is."""
        *before, last = self._ready()
        pending = [step for step in last.steps if self._current(step) != step.old_hash]
        for step in pending:
            if self._current(step) != step.new_hash:
                raise ChangedMeanwhile(file=step.file, label=last.label)
        for step in pending:
            self._restore(step)
        self._save(before)
        return last

    def _ready(self) -> list[Entry]:
        entries = self.entries()
        if not entries:
            raise NothingToUndo
        return entries

    def _restore(self, step: Step) -> None:
        path = self._root / step.file
        if step.was:
            atomic.move(path, self._root / step.was, step.was)
        elif step.old_hash == GONE:
            atomic.remove(path, step.file)
        else:
            atomic.write(path, self._old(step), step.file)

    def _old(self, step: Step) -> bytes:
        """Return the bytes of a file before a command: what its own were cut back to, or what was kept of it."""
        old = atomic.read(self._root / step.file, step.file)[: step.old_length]
        if fingerprint(old) != step.old_hash:
            kept = self._kept / step.old_hash
            old = atomic.read(kept, step.file) if kept.is_file() else b""
        if fingerprint(old) != step.old_hash:
            raise ChangedMeanwhile(file=step.file, label="")
        return old

    def _never_done(self, entry: Entry) -> bool:
        """Tell whether a command was noted and then stopped before it wrote anything."""
        return all(self._current(step) == step.old_hash != step.new_hash for step in entry.steps)

    def _current(self, step: Step) -> str:
        """Return the hash of a file as it is; what cannot be read is like nothing that was written."""
        path = self._root / step.file
        try:
            return fingerprint(path.read_bytes() if atomic.is_there(path) else None)
        except OSError as error:
            return str(error)

    def _save(self, entries: list[Entry]) -> None:
        atomic.make_folder(self._path.parent)
        stored = json.dumps({"format": 1, "entries": [asdict(entry) for entry in entries]}, ensure_ascii=False)
        atomic.write(self._path, stored.encode("utf-8", "surrogatepass"), ".coach/undo.json")
        atomic.sweep(self._kept, unless={step.old_hash for entry in entries for step in entry.steps})


def _entry(row: dict[str, Any]) -> Entry:
    """Return one command of the list; raise ValueError where it names a file outside the journal: it was forged."""
    steps = tuple(Step(**step) for step in row["steps"])
    for path in (PurePath(name) for step in steps for name in (step.file, step.was)):
        if path.is_absolute() or ".." in path.parts:
            raise ValueError(path)
    return Entry(row["label"], row["on"], steps)
