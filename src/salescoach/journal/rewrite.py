"""Rewriting: a whole file in the place of the old one, or a file moved; verified, noted, and taken back as exactly."""

from collections.abc import Sequence
from pathlib import PurePath

from salescoach.errors import ChangedMeanwhile
from salescoach.frozen import frozen
from salescoach.journal import atomic, figures, read
from salescoach.journal.journal import ME, Journal
from salescoach.journal.turn import naming, turn
from salescoach.journal.undo import GONE, Entry, Step, Undo, fingerprint, step_of


@frozen
class Rewrite:
    """One file with other bytes: those that were read (None: no file) and those that are to stand there."""

    file: str
    before: bytes | None
    after: bytes


@frozen
class Move:
    """One file to be found elsewhere in the journal, its bytes as they are."""

    file: str
    to: str


def change(journal: Journal, label: str, on: str, rewrites: Sequence[Rewrite] = (), moves: Sequence[Move] = ()) -> None:
    """Rewrite and move files, as one command that can be taken back, all or none; raise Broken, Changed."""
    for one in rewrites:
        check(one.after, one.file)
    with turn(journal):
        for one in rewrites:
            check_unchanged(journal, one)
        steps = [step_of(one.file, one.before, one.after) for one in rewrites] + [_moved(journal, one) for one in moves]
        Undo(journal.root).note(Entry(label, on, tuple(steps)), [one.before for one in rewrites if one.before])
        journal.unsee([*(one.file for one in rewrites), *(move.file for move in moves)])
        with naming(journal) as written:
            for one in rewrites:
                atomic.make_folder(journal.path(one.file).parent)
                atomic.write(journal.path(one.file), one.after, one.file)
                written.append(one.file)
                journal.accept(one.file)
            for move in moves:
                atomic.move(journal.path(move.file), journal.path(move.to), move.file)
                written.append(move.file)
                journal.moved(move.file, move.to)


def check(data: bytes, file: str) -> read.Source:
    """Return the bytes of a file as parsed; raise Broken where they do not read as what that file is."""
    source = read.source(data, file, PurePath(file).stem)
    if figures.is_one(file):
        figures.read(data, file)
    elif file != ME:
        read.header(source)
    return source


def check_unchanged(journal: Journal, one: Rewrite) -> None:
    """Raise ChangedMeanwhile where a file is not what was read."""
    path = journal.path(one.file)
    if (atomic.read(path, one.file) if atomic.is_there(path) else None) != one.before:
        raise ChangedMeanwhile(file=one.file, label="", written=[])


def _moved(journal: Journal, move: Move) -> Step:
    return Step(move.to, 0, GONE, fingerprint(atomic.read(journal.path(move.file), move.file)), move.file)
