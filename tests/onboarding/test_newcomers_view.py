from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.kit.screen import text
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


def test_what_is_next_is_said_and_not_how_late_it_is(looks: Looks) -> None:
    """First to decide, then to tell; in two lines the first says what there is so long for."""
    cases = [
        (97, "in 97 days"), (1, "in 1 day"), (0, "today"), (-1, "tell, 16 Apr"), (-7, "tell, 16 Apr"),
        (-8, "tell now"), (-21, "tell now"), (-22, "not decided"),
    ]  # fmt: skip
    for days, said in cases:
        sellers = Newcomers(sellers=(replace(EVA, clock=clock(days)),))
        assert text(sellers, looks()).splitlines()[1].endswith(said), days
        narrow = f"decide: {said.removeprefix('in ')}" if days >= 0 else said
        assert f"2 late · {narrow}\n" in text(sellers, looks(width=60)), days
