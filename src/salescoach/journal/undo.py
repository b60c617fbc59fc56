"""Undo: what each of the last commands did to which file, so that it is taken back, and done again, to the byte."""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path, PurePath
from typing import Any

from salescoach.errors import Broken, ChangedMeanwhile, NothingToUndo
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


@frozen
class Turned:
    """A command that was taken back or done again: of each file that it changed its bytes without it and with it."""

    entry: Entry
    files: tuple[tuple[str, bytes | None, bytes], ...]


def fingerprint(data: bytes | None) -> str:
    """Return the hash of a file's bytes, GONE for none."""
    return GONE if data is None else hashlib.sha256(data).hexdigest()


def step_of(file: str, before: bytes | None, after: bytes | None) -> Step:
    """Return the step that gives a file other bytes, None for no file."""
    return Step(file, len(before or b""), fingerprint(before), fingerprint(after))


class Undo:
    """The undo list of a journal, in `.coach/undo.json`.

    Old bytes of what was written anew are in `.coach/kept/`, and the new ones of what was taken back.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = root / ".coach" / "undo.json"
        self._kept = root / ".coach" / "kept"

    def entries(self) -> list[Entry]:
        """Return what can be taken back, the oldest first; a list without sense counts as none. Raise Unreadable."""
        found = self._stored("entries")
        while found and self._never_done(found[-1]):
            found.pop()
        return found

    def undone(self) -> list[Entry]:
        """Return what can be done again, last what was taken back last; nothing once another command wrote."""
        found = self._stored("undone")
        while found and all(self._current(step) == step.new_hash for step in found[-1].steps):
            found.pop()
        return found

    def note(self, entry: Entry, replaced: Iterable[bytes] = ()) -> None:
        """Note a command before it is carried out, with the bytes that it replaces; raise Unwritable."""
        self._keep(replaced)
        self._save([*self.entries(), entry][-DEPTH:])

    def forget(self, files: Collection[str]) -> None:
        """Drop every command that touched one of these files, and what was kept of it; raise Unwritable."""
        entries = self.entries()
        kept = [one for one in entries if not any(step.file in files or step.was in files for step in one.steps)]
        self._save(kept)

    def last(self, *, again: bool = False) -> Entry:
        """Return the command that would be taken back, or done `again`; raise NothingToUndo."""
        return self._ready(again=again)[-1]

    def take_back(self) -> Turned:
        """Take back the last command whole; raise NothingToUndo, or ChangedMeanwhile and leave all as it is."""
        *before, last = self._ready(again=False)
        undone = [one for one in self.undone() if one != last]
        pending = [step for step in last.steps if not self._waits(step, last)]
        for step in pending:
            if self._current(step) != step.new_hash:
                raise ChangedMeanwhile(file=step.file, label=last.label)
        written = [(step, self._bytes(step.file) or b"") for step in pending if not step.was]
        files = tuple((step.file, self._old(step, new), new) for step, new in written)
        self._keep(new for _, _, new in files)
        for step in reversed(pending):
            if step.was:
                atomic.move(self._root / step.file, self._root / step.was, step.was)
        for file, old, _ in files:
            if old is None:
                atomic.remove(self._root / file, file)
            else:
                atomic.write(self._root / file, old, file)
        self._save(before, [*undone, last][-DEPTH:])
        return Turned(last, files)

    def do_again(self) -> Turned:
        """Do again what was taken back last, whole; raise NothingToUndo, or ChangedMeanwhile and leave all as it is."""
        *before, last = self._ready(again=True)
        done = [*(one for one in self.entries() if one != last), last][-DEPTH:]
        pending = [step for step in last.steps if self._current(step) != step.new_hash]
        for step in pending:
            was = self._current(step, step.was) if step.was else step.new_hash
            if not self._waits(step, last) or was != step.new_hash:
                raise ChangedMeanwhile(file=step.was or step.file, label=last.label)
        written = [(step, self._kept_bytes(step, step.new_hash)) for step in pending if not step.was]
        files = tuple((step.file, self._bytes(step.file), new) for step, new in written)
        self._save(done, [*before, last])
        for step in pending:
            if step.was:
                atomic.move(self._root / step.was, self._root / step.file, step.was)
        for file, _, new in files:
            atomic.write(self._root / file, new, file)
        self._save(done, before)
        return Turned(last, files)

    def _ready(self, *, again: bool) -> list[Entry]:
        entries = self.undone() if again else self.entries()
        if not entries:
            raise NothingToUndo(why="again" if again else None)
        return entries

    def _keep(self, found: Iterable[bytes]) -> None:
        for data in found:
            atomic.make_folder(self._kept)
            atomic.write(self._kept / fingerprint(data), data, f".coach/kept/{fingerprint(data)}")

    def _old(self, step: Step, new: bytes) -> bytes | None:
        """Return the bytes of a file before a command: what its own are cut back to, or what was kept of it."""
        if step.old_hash == GONE:
            return None
        old = new[: step.old_length]
        return old if fingerprint(old) == step.old_hash else self._kept_bytes(step, step.old_hash)

    def _bytes(self, file: str) -> bytes | None:
        return atomic.read(self._root / file, file) if atomic.is_there(self._root / file) else None

    def _kept_bytes(self, step: Step, wanted: str) -> bytes:
        kept = self._kept / wanted
        data = atomic.read(kept, step.file) if kept.is_file() else b""
        if fingerprint(data) != wanted:
            raise ChangedMeanwhile(file=step.file, label="")
        return data

    def _stored(self, name: str) -> list[Entry]:
        if not atomic.is_there(self._path):
            return []
        data = atomic.read(self._path, ".coach/undo.json")
        try:
            return [_entry(row) for row in json.loads(data).get(name, ())]
        except (ValueError, KeyError, TypeError, AttributeError):
            return []

    def _never_done(self, entry: Entry) -> bool:
        """Tell whether a command was noted and then stopped before it wrote anything."""
        return all(self._waits(step, entry) and step.old_hash != step.new_hash for step in entry.steps)

    def _waits(self, step: Step, entry: Entry) -> bool:
        """Tell whether a step is not done: its file is as before, or still what another step moves out of its way."""
        there = (self._current(one, one.was) == one.new_hash for one in entry.steps if one.was == step.file)
        return self._current(step) == step.old_hash or any(there)

    def _current(self, step: Step, file: str = "") -> str:
        """Return the hash of a file as it is; what cannot be read is like nothing that was written."""
        path = self._root / (file or step.file)
        try:
            return fingerprint(atomic.read(path, step.file) if atomic.is_there(path) else None)
        except Broken as error:
            return error.code

    def _save(self, entries: Sequence[Entry], undone: Sequence[Entry] = ()) -> None:
        atomic.make_folder(self._path.parent)
        lists = {"entries": [*map(asdict, entries)], "undone": [*map(asdict, undone)]}
        stored = json.dumps({"format": 1, **lists}, ensure_ascii=False)
        atomic.write(self._path, stored.encode("utf-8", "surrogatepass"), ".coach/undo.json")
        wanted = {step.old_hash for entry in (*entries, *undone) for step in entry.steps}
        atomic.sweep(self._kept, unless=wanted | {step.new_hash for entry in undone for step in entry.steps})


def _entry(row: dict[str, Any]) -> Entry:
    """Return one command of the list; raise ValueError where it names a file outside the journal: it was forged."""
    steps = tuple(Step(**step) for step in row["steps"])
    for path in (PurePath(name) for step in steps for name in (step.file, step.was)):
        if path.is_absolute() or ".." in path.parts:
            raise ValueError(path)
    return Entry(row["label"], row["on"], steps)
