from pathlib import Path

from salescoach.journal.drafts import Drafts
from salescoach.journal.lock import is_open, opened


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
    from datetime import date

    drafts = Drafts(tmp_path)
    one = drafts.keep("anna-berg", "Good pace.", date(2026, 11, 23))
    with opened(one.path):
        assert drafts.all() == []
        assert drafts.keep("anna-berg", "Good pace.", date(2026, 11, 23)).path != one.path
    assert [draft.text for draft in drafts.all()] == ["Good pace.", "Good pace."]
