import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescoach.errors import CoachError, NothingToUndo, Unwritable
from salescoach.journal import atomic
from salescoach.journal.append import Addition, Block, add, take_back
from salescoach.journal.journal import Journal

ANNA, BO, NEW = "sellers/anna-berg.toml", "sellers/bo-ek.toml", "sellers/eva-lund.toml"
DAY = date(2026, 11, 5)
NOTE = Block("note", {"on": DAY, "text": "x"})

OPERATIONS: tuple[tuple[Any, str], ...] = (
    (os, "open"),
    (os, "fsync"),
    (os, "fchmod"),
    *((Path, name) for name in ("stat", "read_bytes", "replace", "unlink", "mkdir", "chmod", "write_text", "touch")),
)
FAILURES = [OSError(28, "No space left on device"), KeyboardInterrupt()]
MOST = 300


def bytes_of(journal: Journal, *files: str) -> list[bytes | None]:
    """Return what is in files, None for one that is not there."""
    return [journal.path(file).read_bytes() if journal.path(file).exists() else None for file in files]


def undone(journal: Journal) -> str | None:
    """Take back the last command; return its label, None where there is none left."""
    try:
        return take_back(journal).label
    except NothingToUndo:
        return None


def litter(journal: Journal) -> list[Path]:
    """Return the temporary files in a journal."""
    return [path for path in journal.root.rglob("*") if atomic.TEMPORARY in path.name]


def prepared(tmp_path: Path, number: int) -> Journal:
    """Make a journal of two sellers, the first of whom was written about once."""
    journal = Journal(tmp_path / str(number))
    (journal.root / "sellers").mkdir(parents=True)
    for file in (ANNA, BO):
        journal.path(file).write_bytes(f'[seller]\nname = "{file}"\n'.encode())
    add(journal, [Addition(ANNA, [NOTE])], "first", "2026-11-05")
    return Journal(journal.root)


def every_fault(
    tmp_path: Path, failure: BaseException, act: Callable[[Journal], object], failing_at: Any
) -> Iterator[Any]:
    """Do something on fresh journals while one operation after the other fails; give what came of it."""
    for number in range(1, MOST):
        journal = prepared(tmp_path, number)
        with failing_at(OPERATIONS, number, failure) as reached:
            try:
                act(journal)
                error = None
            except (CoachError, KeyboardInterrupt) as caught:
                error = caught
        if not reached():
            assert number > 10
            return
        yield Journal(journal.root), error
    pytest.fail("it never came to an end")


@pytest.mark.slow
@pytest.mark.parametrize("failure", FAILURES, ids=repr)
def test_whatever_fails_the_file_is_the_old_one_or_the_new_one(
    tmp_path: Path, failure: BaseException, failing_at: Any
) -> None:
    """Undo takes back what was last done and nothing else; the next command works and leaves no litter."""

    def act(journal: Journal) -> None:
        add(journal, [Addition(ANNA, [NOTE])], "second", "2026-11-05")

    old = bytes_of(prepared(tmp_path, 0), ANNA)
    outcomes = set()
    for journal, error in every_fault(tmp_path, failure, act, failing_at):
        now = bytes_of(journal, ANNA)
        written = now != old
        assert written or error is not None
        assert not (written and isinstance(error, CoachError))
        outcomes.add(written)
        assert undone(journal) == ("second" if written else "first")
        assert (bytes_of(journal, ANNA) == old) == written
        act(journal)
        assert litter(journal) == []
        assert len(journal.seller(ANNA).records["note"]) == (2 if written else 1)
        assert Journal(journal.root).check_vanished() == []
    assert outcomes == {True, False}


@pytest.mark.slow
@pytest.mark.parametrize("failure", FAILURES, ids=repr)
def test_whatever_fails_in_several_files_is_named_and_can_be_taken_back(
    tmp_path: Path, failure: BaseException, failing_at: Any
) -> None:
    """Each of them is the old one or the new one; the failure names which were written; undo takes those back."""
    files = (ANNA, BO, NEW)

    def act(journal: Journal) -> None:
        additions = [Addition(ANNA, [NOTE]), Addition(BO, [NOTE]), Addition(NEW, [NOTE], {"name": "Eva"})]
        add(journal, additions, "all", "2026-11-05")

    old = bytes_of(prepared(tmp_path, 0), *files)
    counts = set()
    for journal, error in every_fault(tmp_path, failure, act, failing_at):
        written = [file for file, was in zip(files, old, strict=True) if bytes_of(journal, file) != [was]]
        assert written == list(files[: len(written)])
        counts.add(len(written))
        if isinstance(error, Unwritable):
            assert error.data.get("written", []) == written
        assert undone(journal) == ("all" if written else "first")
        if written:
            assert bytes_of(journal, *files) == old
        act(journal)
        assert litter(journal) == []
    assert counts == {0, 1, 2, 3}


@pytest.mark.slow
@pytest.mark.parametrize("failure", FAILURES, ids=repr)
def test_whatever_fails_in_an_undo_can_be_tried_again(tmp_path: Path, failure: BaseException, failing_at: Any) -> None:
    """Each file is the one before or after the command; the second try takes back the rest of it and no more."""
    files = (ANNA, BO, NEW)

    def act(journal: Journal) -> None:
        take_back(journal)

    def prepared_twice(number: int) -> Journal:
        journal = prepared(tmp_path, number)
        additions = [Addition(ANNA, [NOTE]), Addition(BO, [NOTE]), Addition(NEW, [NOTE], {"name": "Eva"})]
        add(journal, additions, "all", "2026-11-05")
        return Journal(journal.root)

    before = bytes_of(prepared(tmp_path, 0), *files)
    after = bytes_of(prepared_twice(1000), *files)
    for number in range(1, MOST):
        journal = prepared_twice(number)
        with failing_at(OPERATIONS, number, failure) as reached:
            try:
                act(journal)
                failed = False
            except (CoachError, KeyboardInterrupt):
                failed = True
        if not reached():
            break
        now = bytes_of(journal, *files)
        assert all(one in states for one, states in zip(now, zip(before, after, strict=True), strict=True))
        assert failed or now == before
        if now != before:
            assert undone(Journal(journal.root)) == "all"
        assert bytes_of(journal, *files) == before
        add(Journal(journal.root), [Addition(BO, [NOTE])], "next", "2026-11-05")
        assert litter(journal) == []
        assert undone(Journal(journal.root)) == "next"
        assert undone(Journal(journal.root)) == "first"
    assert 10 < number < MOST - 1
