from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.coaching.onboarding import Newcomer, Newcomers
from salescoach.render.screen import data, text

Looks = Callable[..., Any]

EVA = Newcomer(
    key="eva-lund",
    name="Eva Lund",
    plan="new-seller",
    started=date(2026, 11, 2),
    day=18,
    phase="understand",
    title="Understand",
    begins=date(2026, 11, 2),
    done=7,
    all=18,
    late=2,
    lights=("yellow", "green", None),
    decide_by=date(2027, 4, 9),
    days_left=141,
)
LATE = replace(EVA, name="Märta Sjögren Lindström af Ekenstam", phase="do", title="Do", day=170, late=0, days_left=-3)
TODAY = replace(EVA, name="Åsa Öberg", days_left=0, late=11)
TO_COME = replace(
    EVA, name="Søren Ærø", day=-12, phase="preboarding", title="Preboarding", late=0, decide_by=None, days_left=None
)
ALL = Newcomers(sellers=(LATE, TODAY, EVA, TO_COME))


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_all_in_an_onboarding_are_as_reviewed(looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """A line each where it is wide, two where it is narrow: who, which day, how far, how long to decide."""
    assert text(ALL, looks(width=width)) == golden


def test_a_long_name_is_whole_where_it_is_asked_for(looks: Looks) -> None:
    """In the long form and in a pipe."""
    assert "Märta Sjögren Lindström af Ekenstam" not in text(ALL, looks())
    for look in (looks(everything=True, width=120), looks(terminal=False), looks(everything=True, width=60)):
        assert "Märta Sjögren Lindström af Ekenstam" in text(ALL, look)


def test_an_empty_screen_has_the_next_command(looks: Looks) -> None:
    """How one is begun."""
    assert text(Newcomers(sellers=()), looks()) == (
        "Nobody is in an onboarding. Begin one: coach onboard NAME --start '7 dec'\n"
    )


def test_json_has_a_row_a_seller(looks: Looks) -> None:
    """With the lights that are known, and without what is not."""
    made = data(ALL, looks())["sellers"]
    assert made[2] == {
        "key": "eva-lund",
        "name": "Eva Lund",
        "plan": "new-seller",
        "started": "2026-11-02",
        "phase": "understand",
        "day": 18,
        "done": 7,
        "steps": 18,
        "late": 2,
        "levels": {"performance": "yellow", "motivation": "green"},
        "decide_by": "2027-04-09",
        "days_left": 141,
    }
    assert not {"decide_by", "days_left"} & made[3].keys()
