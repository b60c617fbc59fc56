from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.answer import Answer
from salescoach.goals.rules import goals_of
from salescoach.kit.screen import data, text
from salescoach.records.seller import Seller

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Make = Callable[..., Seller]

TODAY = date(2026, 11, 19)
GOAL = {"on": date(2026, 9, 1), "title": "First meetings", "start": 4, "target": 12, "due": date(2026, 12, 31)}


def test_a_goal_has_a_bar_and_a_pace(looks: Looks, person: Make) -> None:
    """How far it is, whether that is enough, and by when."""
    one = person("Anna", ("goal", GOAL | {"id": "g1a1a"}), ("progress", {"goal": "g1a1a", "value": 6}))
    assert text(goals_of([one, person("Bo")], TODAY), looks()).splitlines() == [
        "Anna",
        "g1a  First meetings  ━━──────── 6 / 12  behind · due Thu 31 Dec",
        "Note where one stands: coach progress NAME GOAL 7",
    ]


def test_a_goal_without_a_value_begins_where_it_starts(looks: Looks, person: Make) -> None:
    """Nothing noted yet is no progress, and it is shown as that."""
    assert "────────── 4 / 12" in text(goals_of([person("Anna", ("goal", GOAL))], TODAY), looks())


def test_a_goal_without_a_number_has_a_level_or_nothing(looks: Looks, person: Make) -> None:
    """A goal that is no number stands at a level, or only has its title."""
    bare = {"title": "Lead a tender", "id": "g1a1a"}
    assert "Lead a tender    no pace" in text(goals_of([person("A", ("goal", bare))], TODAY), looks())
    led = person("A", ("goal", bare), ("progress", {"goal": "g1a1a", "level": "yellow"}))
    assert "Lead a tender  ▲ yellow  no pace" in text(goals_of([led], TODAY), looks())


def test_no_goals_say_how_to_set_one(looks: Looks, person: Make) -> None:
    """An empty screen has the next command."""
    assert text(goals_of([person("Anna")], TODAY), looks()).startswith("No open goals. Set one: coach goal NAME")


def test_json_has_the_numbers(looks: Looks, person: Make) -> None:
    """The parts of the way and of the time that a pace is made of are there too."""
    (made,) = data(goals_of([person("Anna", ("goal", GOAL))], TODAY), looks())["goals"]
    assert (made["seller"], made["due"], made["way"], made["pace"]) == ("anna-berg", "2026-12-31", 0.0, "behind")
