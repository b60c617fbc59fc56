from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.goals.rules import goals_of
from salescoach.kit.screen import text
from salescoach.records.seller import Seller

Looks = Callable[..., Any]
Make = Callable[..., Seller]

TODAY = date(2026, 11, 19)
GOAL = {"on": date(2026, 9, 1), "title": "First meetings", "start": 4, "target": 12, "due": date(2026, 12, 31)}


def test_a_goal_without_a_value_begins_where_it_starts(looks: Looks, person: Make) -> None:
    """Nothing noted yet is no progress, and it is shown as that."""
    assert "────────── 4 / 12" in text(goals_of([person("Anna", ("goal", GOAL))], TODAY), looks())


def test_a_goal_without_a_number_has_a_level_or_nothing(looks: Looks, person: Make) -> None:
    """A goal that is no number stands at a level, or only has its title."""
    bare = {"title": "Lead a tender", "id": "g1a1a"}
    assert "Lead a tender    no pace" in text(goals_of([person("A", ("goal", bare))], TODAY), looks())
    led = person("A", ("goal", bare), ("progress", {"goal": "g1a1a", "level": "yellow"}))
    assert "Lead a tender  ▲ yellow  no pace" in text(goals_of([led], TODAY), looks())
