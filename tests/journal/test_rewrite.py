import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescoach.errors import BadToml, ChangedMeanwhile, CoachError, NoHeader, NothingToUndo, Unwritable
from salescoach.journal import atomic
from salescoach.journal.append import Addition, Block, add, take_back
from salescoach.journal.journal import Journal
from salescoach.journal.rewrite import Move, Rewrite, change
from salescoach.journal.undo import Undo

ANNA, LEFT = "sellers/anna-berg.toml", "left/anna-berg.toml"
NEW = b'[seller]\nname = "Anna Berg"\n\n[[note]]\non = 2026-11-05\ntext = "x"\n'


def rewritten(journal: Journal, after: bytes = NEW) -> bytes:
    """Put other bytes in the place of Anna's; return the old ones."""
    before = journal.path(ANNA).read_bytes()
    change(journal, "edit anna-berg", "2026-11-05", [Rewrite(ANNA, before, after)])
    return before


def test_a_file_is_rewritten_and_taken_back_to_the_byte(journal: Journal) -> None:
    """With its mode; bytes are kept for undo and redo, for the owner alone; no record counts as vanished."""
    journal.team()
    journal.check_vanished()
    journal.path(ANNA).chmod(0o640)
    before = rewritten(journal)
    assert journal.path(ANNA).read_bytes() == NEW
    assert Journal(journal.root).check_vanished() == []
    (kept,) = (journal.folder / "kept").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert take_back(Journal(journal.root)).entry.label == "edit anna-berg"
    assert journal.path(ANNA).read_bytes() == before
    assert journal.path(ANNA).stat().st_mode & 0o777 == 0o640
    assert {path.read_bytes() for path in (journal.folder / "kept").iterdir()} == {before, NEW}
    assert Journal(journal.root).check_vanished() == []


def test_what_was_kept_and_is_damaged_is_not_put_back(journal: Journal) -> None:
    """Nor what was deleted: an undo restores the exact bytes or nothing."""
    rewritten(journal)
    (kept,) = (journal.folder / "kept").iterdir()
    kept.write_bytes(b"other")
    with pytest.raises(ChangedMeanwhile):
        take_back(journal)
    kept.unlink()
    with pytest.raises(ChangedMeanwhile):
        take_back(journal)
    assert journal.path(ANNA).read_bytes() == NEW


def test_what_does_not_read_is_not_written(journal: Journal) -> None:
    """Whoever asks for it has checked it before; this is the last look; my own file needs no header."""
    before = journal.path(ANNA).read_bytes()
    for after, error in ((b"[[", BadToml), (b"format = 1\n", NoHeader)):
        with pytest.raises(error):
            rewritten(journal, after)
        assert journal.path(ANNA).read_bytes() == before
        assert Undo(journal.root).entries() == []
    change(journal, "merge", "2026-11-05", [Rewrite("me.toml", None, b"format = 1\n")])
    assert journal.path("me.toml").read_bytes() == b"format = 1\n"
    take_back(journal)
    assert not journal.path("me.toml").exists()


def test_a_file_is_moved_and_taken_back(journal: Journal) -> None:
    """It is the same file: bytes, mode; her story goes with her."""
    before = journal.path(ANNA).read_bytes()
    change(journal, "leave anna-berg", "2026-11-05", moves=[Move(ANNA, LEFT)])
    assert not journal.path(ANNA).exists()
    assert journal.path(LEFT).read_bytes() == before
    assert journal.path("left").stat().st_mode & 0o777 == 0o700
    assert Journal(journal.root).seller("anna").left
    assert Journal(journal.root).check_vanished() == []
    take_back(journal)
    assert (journal.path(ANNA).read_bytes(), journal.path(LEFT).exists()) == (before, False)
    assert Journal(journal.root).check_vanished() == []


def test_nothing_is_moved_onto_another_file(journal: Journal) -> None:
    """Neither there nor back."""
    journal.path("left").mkdir()
    journal.path(LEFT).write_bytes(NEW)
    with pytest.raises(Unwritable):
        change(journal, "leave", "2026-11-05", moves=[Move(ANNA, LEFT)])
    journal.path(LEFT).unlink()
    with pytest.raises(NothingToUndo):
        take_back(journal)
    change(journal, "leave", "2026-11-05", moves=[Move(ANNA, LEFT)])
    journal.path(ANNA).write_bytes(NEW)
    with pytest.raises(Unwritable):
        take_back(journal)
    assert journal.path(ANNA).read_bytes() == NEW
    assert journal.path(LEFT).exists()


def test_a_link_is_moved_as_the_link_that_it_is(journal: Journal) -> None:
    """One that would lead elsewhere from there stays."""
    elsewhere = journal.root.parent / "anna.toml"
    journal.path(ANNA).rename(elsewhere)
    journal.path(ANNA).symlink_to("../../anna.toml")
    change(journal, "leave", "2026-11-05", moves=[Move(ANNA, LEFT)])
    assert journal.path(LEFT).resolve() == elsewhere
    take_back(journal)
    journal.path(ANNA).unlink()
    elsewhere.rename(journal.path("sellers/x"))
    journal.path(ANNA).symlink_to("x")
    with pytest.raises(Unwritable, match="unwritable"):
        change(journal, "leave", "2026-11-05", moves=[Move(ANNA, LEFT)])
    assert journal.path(ANNA).is_symlink()


def test_what_is_forgotten_cannot_be_taken_back(journal: Journal) -> None:
    """Nor read: what was kept of it goes too, what others did stays."""
    rewritten(journal)
    change(journal, "merge", "2026-11-05", [Rewrite("me.toml", None, b"format = 1\n")])
    change(journal, "leave", "2026-11-05", moves=[Move(ANNA, LEFT)])
    Undo(journal.root).forget({ANNA})
    assert [entry.label for entry in Undo(journal.root).entries()] == ["merge"]
    assert list((journal.folder / "kept").iterdir()) == []


OPERATIONS = [(os, name) for name in ("open", "fsync", "fchmod")] + [
    (Path, name) for name in ("stat", "read_bytes", "replace", "rename", "unlink", "mkdir", "chmod", "iterdir")
]
BO, GONE, EVA = "sellers/bo.toml", "left/bo.toml", "sellers/eva.toml"
OLD = {ANNA: b'[seller]\nname = "Anna"\n# old\n', BO: b'[seller]\nname = "Bo"\n'}
NOTE = [Block("note", {"on": date(2026, 11, 5), "text": "x"})]


def moved(journal: Journal) -> None:
    """Rewrite one file and move another."""
    change(journal, "both", "2026-11-05", [Rewrite(ANNA, OLD[ANNA], NEW)], [Move(BO, GONE)])


def added(journal: Journal) -> None:
    """Add to two files, and make a third."""
    more = [Addition(ANNA, NOTE), Addition(BO, NOTE), Addition(EVA, NOTE, {"name": "Eva"})]
    add(journal, more, "both", "2026-11-05")


@pytest.mark.parametrize(
    "failure",
    [OSError(28, "No space left on device"), pytest.param(KeyboardInterrupt(), marks=pytest.mark.slow)],
    ids=repr,
)
@pytest.mark.parametrize("undo", [False, True], ids=["done", "taken back"])
@pytest.mark.parametrize("act", [moved, added])
def test_whatever_fails_nothing_is_lost(
    tmp_path: Path, failure: BaseException, act: Callable[[Journal], None], undo: bool, failing_at: Any
) -> None:
    """What a command did, or its undo: each file is the old one or the new one, and it can be done to the end."""
    states: list[dict[str, bytes]] = []
    for number in range(200):
        root = tmp_path / str(number)
        for file, data in OLD.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_bytes(data)
        if undo or not number:
            act(Journal(root))
        if not number:
            states = [OLD, bytes_of(root)]
            continue
        with failing_at(OPERATIONS, number, failure) as reached, suppress(CoachError, KeyboardInterrupt, OSError):
            take_back(Journal(root)) if undo else act(Journal(root))
        if not reached():
            break
        now = bytes_of(root)
        assert {*now.items()} <= {one for state in states for one in state.items()}
        assert (BO in now) is not (GONE in now)
        if now != OLD:
            take_back(Journal(root))
        assert bytes_of(root) == OLD
        act(Journal(root))
        assert Journal(root).check_vanished() == []
        assert [path for path in root.rglob("*") if atomic.TEMPORARY in path.name] == []
    assert 20 < number < 199


def bytes_of(root: Path) -> dict[str, bytes]:
    """Return what is in the files of sellers."""
    return {file: (root / file).read_bytes() for file in (ANNA, BO, GONE, EVA) if (root / file).exists()}
