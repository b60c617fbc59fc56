from collections.abc import Callable
from typing import Any

from salescoach.actions.rules import Habit, Tally
from salescoach.kit.screen import text

Looks = Callable[..., Any]

SOME = Habit("hero", 1, 3, 0.3, in_place=False)
NEVER = Habit("own-way", 0, 0, 0.0, in_place=False)


def test_without_one_in_place_none_is_added(looks: Looks) -> None:
    """One habit at a time: another is named only once one is in place."""
    assert text(Tally(habits=(SOME, NEVER), titles={}), looks()).endswith("Note one: coach act hero NAME\n")
