from collections.abc import Callable
from typing import Any

from salescoach.answer import Answer, phrase
from salescoach.errors import Problem
from salescoach.kit.screen import data, text
from salescoach.records.seller import Seller
from salescoach.week.rules.today import Today

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Make = Callable[..., Seller]

LINES = tuple(phrase("today.owe_today", name=f"Anna {at}", what="one\ntwo") for at in range(20))
PROBLEMS = tuple(Problem(f"{at}.toml", "unreadable", data={"why": "it is locked"}) for at in range(3))


def test_today_is_twelve_lines_at_most(looks: Looks) -> None:
    """Nine sentences, one problem and the next command, each a line."""
    shown = text(Today(lines=LINES, command="coach weekly", problems=PROBLEMS), looks()).splitlines()
    assert len(shown) == 11
    assert shown[0] == "You owe Anna 0 today: one two."
    assert shown[-2:] == ["0.toml: it cannot be read: it is locked.", "Next: coach weekly"]


def test_json_has_all_sentences_and_problems(looks: Looks) -> None:
    """JSON is whole."""
    made = data(Today(lines=LINES, command="coach weekly", problems=PROBLEMS), looks())
    assert (len(made["lines"]), made["lines"][0]["code"], len(made["problems"])) == (20, "owe_today", 3)
