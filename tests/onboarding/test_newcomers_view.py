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
NEXT = tuple(replace(EVA, clock=clock(days)) for days in (97, 1, -1, -7, -8, -21, -22))
"""Those of whom something else is next: to decide, to tell, to tell now, and nothing that was decided."""

ALL = Newcomers(sellers=(LATE, TODAY, EVA, TO_COME, *NEXT))


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_all_in_an_onboarding_are_as_reviewed(looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """A line each where it is wide, two where it is narrow: who, which day, how far, how long to decide."""
    shown = text(ALL, looks(width=width))
    assert text(ALL, looks(terminal=False)).count(LATE.name) == 1
    assert shown == golden
