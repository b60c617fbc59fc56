import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from salescoach.errors import BadToml, ChangedMeanwhile, CoachError, NoHeader, NothingToUndo, Unwritable
from salescoach.journal import atomic
from salescoach.journal.append import take_back
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
    """With its mode; the old bytes are kept for the undo alone, and go with it; no record counts as vanished."""
    journal.team()
    journal.check_vanished()
    journal.path(ANNA).chmod(0o640)
    before = rewritten(journal)
    assert journal.path(ANNA).read_bytes() == NEW
    assert Journal(journal.root).check_vanished() == []
    (kept,) = (journal.folder / "kept").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert take_back(Journal(journal.root)).label == "edit anna-berg"
    assert journal.path(ANNA).read_bytes() == before
    assert journal.path(ANNA).stat().st_mode & 0o777 == 0o640
    assert list((journal.folder / "kept").iterdir()) == []
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


def test_a_file_that_is_not_what_was_read_is_not_rewritten(journal: Journal) -> None:
    """Somebody added to it: exit 6."""
    before = journal.path(ANNA).read_bytes()
    journal.path(ANNA).write_bytes(before + b"# mine\n")
    with pytest.raises(ChangedMeanwhile) as caught:
        change(journal, "edit", "2026-11-05", [Rewrite(ANNA, before, NEW)])
    assert caught.value.status == 6
    assert journal.path(ANNA).read_bytes() == before + b"# mine\n"


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
    (Path, name) for name in ("read_bytes", "replace", "rename", "unlink", "mkdir", "chmod", "iterdir")
]


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=repr)
@pytest.mark.parametrize("undo", [False, True], ids=["done", "taken back"])
def test_whatever_fails_nothing_is_lost(tmp_path: Path, failure: BaseException, undo: bool, failing_at: Any) -> None:
    """A rewrite with a move, or its undo: each file is the old one or the new one, and it can be done to the end."""
    old = {ANNA: b'[seller]\nname = "Anna"\n# old\n', "sellers/bo.toml": b'[seller]\nname = "Bo"\n'}
    for number in range(1, 200):
        journal = Journal(tmp_path / str(number))
        (journal.root / "sellers").mkdir(parents=True)
        for file, data in old.items():
            journal.path(file).write_bytes(data)
        parts = [Rewrite(ANNA, old[ANNA], NEW)], [Move("sellers/bo.toml", "left/bo.toml")]
        if undo:
            change(journal, "both", "2026-11-05", *parts)
        with failing_at(OPERATIONS, number, failure) as reached, suppress(CoachError, KeyboardInterrupt, OSError):
            take_back(Journal(journal.root)) if undo else change(Journal(journal.root), "both", "2026-11-05", *parts)
        if not reached():
            break
        assert journal.path(ANNA).read_bytes() in {old[ANNA], NEW}
        bo = [journal.path(f"{folder}/bo.toml") for folder in ("sellers", "left")]
        assert [path.read_bytes() for path in bo if path.exists()] == [old["sellers/bo.toml"]]
        if journal.path(ANNA).read_bytes() == NEW or bo[1].exists():
            take_back(Journal(journal.root))
        assert {file: journal.path(file).read_bytes() for file in old} == old
        change(Journal(journal.root), "both", "2026-11-05", *parts)
        assert Journal(journal.root).check_vanished() == []
        assert [path for path in journal.root.rglob("*") if atomic.TEMPORARY in path.name] == []
    assert 20 < number < 199
