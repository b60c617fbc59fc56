from collections.abc import Callable
from typing import Any

from salescoach.actions.rules import Habit, Tally
from salescoach.answer import Answer
from salescoach.kit.screen import data, text
from salescoach.records.seller import Seller

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Make = Callable[..., Seller]

DONE = Habit("explain-why", 2, 30, 0.9, in_place=True)
SOME = Habit("hero", 1, 3, 0.3, in_place=False)
NEVER = Habit("own-way", 0, 0, 0.0, in_place=False)
TITLES = {"explain-why": "Explain why", "own-way": "Their own way"}


def test_the_tally_is_a_row_an_action(looks: Looks) -> None:
    """This week, in all, how strong, and what it is; one in place asks for the next one."""
    assert text(Tally(habits=(DONE, SOME, NEVER), titles=TITLES), looks()).splitlines() == [
        "Action       This week  In all  Strength             What it is",
        "explain-why          2      30  ━━━━━━━━━─ in place  Explain why",
        "hero                 1       3  ━━━───────",
        "own-way              0       0                       Their own way",
        "In place: take one more: own-way.",
    ]


def test_a_narrow_tally_leaves_out_what_can_be_left_out(looks: Looks) -> None:
    """Forty columns hold the action, this week and a short bar."""
    assert text(Tally(habits=(DONE,), titles=TITLES), looks(width=40)).splitlines() == [
        "Action       This week  Strength",
        "explain-why          2  ━━━━─ in place",
        "Note one: coach act explain-why NAME",
    ]


def test_without_one_in_place_none_is_added(looks: Looks) -> None:
    """One habit at a time: another is named only once one is in place."""
    assert text(Tally(habits=(SOME, NEVER), titles={}), looks()).endswith("Note one: coach act hero NAME\n")


def test_no_actions_at_all_are_said(looks: Looks) -> None:
    """A catalogue of one's own may be empty."""
    assert text(Tally(habits=(), titles={}), looks()) == "No small actions are known, and none was noted.\n"


def test_json_has_every_habit(looks: Looks) -> None:
    """Action, counts, strength, whether in place."""
    (made,) = data(Tally(habits=(DONE,), titles={}), looks())["actions"]
    assert made == {"action": "explain-why", "week": 2, "total": 30, "strength": 0.9, "in_place": True}
