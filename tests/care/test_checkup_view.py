from collections.abc import Callable
from typing import Any

from salescoach.care.rules import Checkup
from salescoach.care.view.checkup import MOST
from salescoach.errors import Problem
from salescoach.kit.screen import text

Looks = Callable[..., Any]

ODD = Problem("sellers/anna-berg.toml", "unknown", 3, 4, {"name": "mood"})


def many(number: int) -> Checkup:
    """Return a check-up that found so many things in one file."""
    return Checkup(problems=(ODD,) * number, checked=12)


def test_a_terminal_is_given_a_screenful_and_the_rest_is_counted(looks: Looks) -> None:
    """All of it is one option away, and where nobody reads along all is said."""
    assert text(many(MOST + 2), looks()).count("mood") == MOST
    assert "... and 2 more: coach doctor --all" in text(many(MOST + 2), looks())
    assert text(many(MOST + 2), looks(everything=True)).count("mood") == MOST + 2
    assert text(many(MOST + 2), looks(terminal=False)).count("mood") == MOST + 2
    assert "more" not in text(many(MOST), looks())
