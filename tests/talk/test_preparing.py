from typing import Any

import pytest

from salescoach.expectations.commands import expected


def test_a_check_in_asks_nobody_what_is_expected(coach: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only an agenda that has a section for it pays for it."""
    monkeypatch.setattr(expected, "expected", lambda *_: pytest.fail("it was asked"))
    assert coach("prep", "anna").status == 0
    assert coach("prep", "anna", "--agenda", "development").status == 0
    with pytest.raises(BaseException, match="it was asked"):
        coach("prep", "anna", "--agenda", "onboarding")


def test_the_editor_shows_the_agenda_that_was_asked_for(coach: Any) -> None:
    """The usual one, or the one that was typed."""
    seen: list[str] = []

    def look(text: str) -> str:
        seen.append(text)
        return "Good"

    coach.asked("log", "anna", "-e", answers=[look, "w"])
    coach.asked("log", "anna", "-e", "--agenda", "development", answers=[look, "w"])
    assert "Check-in" in seen[0]
    assert "Development talk" in seen[1]
