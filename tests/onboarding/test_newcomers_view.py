from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.kit.screen import data, text
from salescoach.onboarding.rules.standing import Newcomer, Newcomers
from salescoach.probation.rules.deadlines import Clock

Looks = Callable[..., Any]


def clock(days: int) -> Clock:
    """Return the clock of a probation with so many days left to decide: a week later to tell, in three weeks over."""
    return Clock(DECIDE + timedelta(21), DECIDE + timedelta(7), DECIDE, days + 21)


DECIDE = date(2027, 4, 9)
EVA = Newcomer(
    key="eva-lund",
    name="Eva Lund",
    plan="new-seller",
    started=date(2026, 11, 2),
    day=18,
    phase="understand",
    title="Understand",
    done=7,
    all=18,
    late=2,
    lights=("yellow", "green", None),
    clock=clock(141),
)
LATE = replace(
    EVA, name="Märta Sjögren Lindström af Ekenstam", phase="do", title="Do", day=170, late=0, clock=clock(-3)
)
TODAY = replace(EVA, name="Åsa Öberg", clock=clock(0), late=11)
TO_COME = replace(EVA, name="Søren Ærø", day=-12, phase="preboarding", title="Preboarding", late=0, clock=None)
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


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (97, "in 97 days"),
        (1, "in 1 day"),
        (0, "today"),
        (-1, "tell, 16 Apr"),
        (-7, "tell, 16 Apr"),
        (-8, "tell now"),
        (-21, "tell now"),
        (-22, "not decided"),
    ],
)
def test_what_is_next_is_said_and_not_how_late_it_is(looks: Looks, days: int, said: str) -> None:
    """First to decide, then to tell; in two lines the first says what there is so long for."""
    sellers = Newcomers(sellers=(replace(EVA, clock=clock(days)),))
    assert text(sellers, looks()).splitlines()[1].endswith(said)
    narrow = f"decide: {said.removeprefix('in ')}" if days >= 0 else said
    assert f"2 late · {narrow}\n" in text(sellers, looks(width=60))


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
        "ends": "2027-04-30",
        "tell_by": "2027-04-16",
        "decide_by": "2027-04-09",
        "days_left": 162,
        "days_to_decide": 141,
    }
    assert not {"decide_by", "days_left", "days_to_decide"} & made[3].keys()
