from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.answer import Answer
from salescoach.kit.screen import data, text
from salescoach.promises.rules import both_ways
from salescoach.records.seller import Seller

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Make = Callable[..., Seller]

TODAY = date(2026, 11, 19)
MINE = ("commitment", {"by": "me", "what": "ask IT", "cue": "when the quarter closes", "due": date(2026, 11, 10)})
HERS = ("commitment", {"by": "seller", "what": "send the list"})


def test_both_sides_stand_under_their_head(looks: Looks, person: Make) -> None:
    """Mine first, each with its cue, its day and how late it is; without a day, when it was promised."""
    assert text(both_ways([person("Anna", MINE, HERS)], TODAY), looks()).splitlines() == [
        "You owe",
        "a0b  Anna  when the quarter closes · ask IT  9 days late",
        "They owe you",
        "a1b  Anna  send the list  promised Mon 5 Oct",
        "Settle one: coach done ID",
    ]


def test_one_side_alone_has_one_head(looks: Looks, person: Make) -> None:
    """A side on which nothing is open is not mentioned."""
    assert "You owe" not in text(both_ways([person("Anna", HERS)], TODAY), looks()).splitlines()


def test_nothing_open_is_said(looks: Looks, person: Make) -> None:
    """No promise either way is one sentence."""
    assert text(both_ways([person("Anna")], TODAY), looks()) == "Nothing is open, either way.\n"


def test_json_keeps_the_sides_apart(looks: Looks, person: Make) -> None:
    """Mine are promises, theirs are commitments."""
    made = data(both_ways([person("Anna", MINE, HERS)], TODAY), looks())
    assert (made["promises"][0]["days_late"], made["commitments"][0]["what"]) == (9, "send the list")
    assert "due" not in made["commitments"][0]
