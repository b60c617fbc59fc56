from collections.abc import Callable
from typing import Any

from salescoach.answer import phrase
from salescoach.errors import Problem
from salescoach.kit.screen import text
from salescoach.week.rules.today import Today

Looks = Callable[..., Any]

LINES = tuple(phrase("today.owe_today", name=f"Anna {at}", what="one\ntwo") for at in range(20))
PROBLEMS = tuple(Problem(f"{at}.toml", "unreadable", data={"why": "it is locked"}) for at in range(3))


def test_today_is_twelve_lines_at_most(looks: Looks) -> None:
    """Nine sentences, one problem and the next command, each a line."""
    shown = text(Today(lines=LINES, command="coach weekly", problems=PROBLEMS), looks()).splitlines()
    assert len(shown) == 11
    assert shown[0] == "You owe Anna 0 today: one two."
    assert shown[-2:] == ["0.toml: it cannot be read: it is locked.", "Next: coach weekly"]
