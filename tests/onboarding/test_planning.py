from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from fixtures.sellers import Build
from salescoach.onboarding.rules.planning import Draft, NotAPhase, drafted, phase_named
from salescoach.records.onboarding import Onboarding, Phase
from salescoach.records.seller import Seller

Begin = Callable[..., Draft | None]

TODAY = date(2026, 11, 23)
NAMES = ["structure", "preboarding", "understand", "do", "deliver", "follow-up"]


@pytest.fixture
def begin(seller: Build, template: Callable[[str], Mapping[str, Any]]) -> Begin:
    """Begin the shipped plan for a new seller, so many days after the first day at work."""

    def made(days: int, phase: str | None = None, one: Seller | None = None) -> Draft | None:
        plan, started = template("onboarding/new-seller"), TODAY - timedelta(days)
        return drafted(one or seller(), plan, "new-seller", started=started, phase=phase, today=TODAY)

    return made


def test_a_plan_has_the_steps_that_can_still_be_done(begin: Begin, seller: Build) -> None:
    """Before the first day all; what is over by then, or stands before the phase that is named, is left out."""
    over = {"Structure": 6, "Preboarding": 6}
    cases: list[tuple[int, str | None, int, dict[str, int]]] = [
        *((days, None, 0, {}) for days in (-200, -43, -30, -1)), (0, None, 2, over),
        (44, None, 3, over | {"Understand": 6}), (3, "deliver", 4, over | {"Understand": 6, "Do": 8}),
        (186, "do", 3, over | {"Understand": 6}), (900, "preboarding", 1, {"Structure": 6}),
    ]  # fmt: skip
    for days, phase, first, left_out in cases:
        made = begin(days, phase)
        assert planned(made) == NAMES[first:], days
        assert made is not None
        assert (made.left_out, len(made.phases)) == (left_out, 6), days
        now = made.course.now(TODAY)
        assert not phase or (now and now.name) == phase, days
    assert begin(186) is None
    old = [Onboarding(id="o0", on=TODAY, plan="placed"), Phase(on=TODAY, phase="old", day=1, days=900)]
    put = Onboarding(on=TODAY, phase="deliver")
    assert planned(begin(3, one=seller(*old, put, started=date(2020, 1, 1)))) == NAMES[2:], "an earlier plan is no part"


def planned(made: Draft | None) -> list[str]:
    """Return the phases that have a step, in order."""
    assert made is not None
    return list(dict.fromkeys(one.phase for one in made.steps))


def named(*phases: tuple[str, str | None]) -> list[Phase]:
    """Return phases of these names and titles."""
    return [Phase(on=TODAY, phase=name, title=title, day=1, days=9) for name, title in phases]


def test_a_phase_is_found_by_its_name_its_title_or_the_beginning_of_one() -> None:
    """As sellers are; a whole name wins over the beginning of another, what can be two is answered with all."""
    assert phase_named("do", named(("doubt", "Doubt"), ("do", "Do"))).phase == "do"
    for typed in ("follow-up", "Follow-up", "FOLLOW UP", "After", "fol", "aft"):
        assert phase_named(typed, named(("do", None), ("follow-up", "After"))).phase == "follow-up", typed
    for typed in ("", "-", "x", "d", "up"):
        with pytest.raises(NotAPhase) as raised:
            phase_named(typed, named(("do", "Do"), ("deliver", "Deliver")))
        assert raised.value.data == {"text": typed, "known": ["do", "deliver"]}, typed
