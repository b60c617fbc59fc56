from typing import Any


def test_the_editor_shows_the_agenda_that_was_asked_for(coach: Any) -> None:
    """The usual one, or the one that was typed."""
    seen: list[str] = []

    def look(text: str) -> str:
        seen.append(text)
        return "Good"

    coach.asked("log", "anna", "-e", answers=[look, "w", "", ""])
    coach.asked("log", "anna", "-e", "--agenda", "development", answers=[look, "w", "", ""])
    assert "Check-in" in seen[0]
    assert "Development talk" in seen[1]
