import os
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from salescoach.errors import Locked
from salescoach.journal.drafts import Drafts
from salescoach.journal.lock import is_open, locked, opened


def test_a_lock_is_released_after_a_failure(tmp_path: Path) -> None:
    """What stops one command does not stop the next, nor does its word, which is a courtesy and may be missing."""
    with FileLock(tmp_path / "lock"), pytest.raises(Locked) as caught, locked(tmp_path, wait=0):
        pytest.fail("two hold the lock")
    assert caught.value.data["holder"] == "?"
    with pytest.raises(KeyboardInterrupt), locked(tmp_path, wait=0):
        raise KeyboardInterrupt
    assert not (tmp_path / "holder").exists()
    with locked(tmp_path, wait=0):
        pass


def test_a_link_in_the_place_of_the_holder_is_not_written_through(tmp_path: Path) -> None:
    """What it leads to may be a seller's file; it is as it was, and the word is where it is looked for."""
    (tmp_path / "anna-berg.toml").write_bytes(b"hers")
    (tmp_path / "holder").symlink_to("anna-berg.toml")
    with locked(tmp_path, wait=0):
        assert (tmp_path / "holder").read_text() == str(os.getpid())
    assert (tmp_path / "anna-berg.toml").read_bytes() == b"hers"


def test_a_text_is_open_while_it_is_held_and_no_longer(tmp_path: Path) -> None:
    """What was left by who was killed does not count, and nothing is left behind."""
    path = tmp_path / "a.txt"
    assert not is_open(path)
    with opened(path):
        assert is_open(path)
        assert not is_open(tmp_path / "b.txt")
    (tmp_path / ".a.txt.open").touch()
    assert not is_open(path)
    assert [one for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_drive_without_locks_keeps_nobody_from_editing(tmp_path: Path) -> None:
    """Then nothing is held: it is no reason to lose what somebody is about to type."""
    (tmp_path / ".a.txt.open").mkdir()
    with opened(tmp_path / "a.txt"):
        assert not is_open(tmp_path / "a.txt")


def test_a_draft_that_is_open_is_offered_to_nobody_else(tmp_path: Path) -> None:
    """Nor is one with the same words put in its place."""
    drafts = Drafts(tmp_path)
    one = drafts.keep("anna-berg", "Good pace.", date(2026, 11, 23))
    with opened(one.path):
        assert drafts.all() == []
        assert drafts.keep("anna-berg", "Good pace.", date(2026, 11, 23)).path != one.path
    assert [draft.text for draft in drafts.all()] == ["Good pace.", "Good pace."]
