from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from salescoach.errors import NotAPhase
from salescoach.onboarding.rules.planning import Draft, drafted, phase_named
from salescoach.records.note import Note
from salescoach.records.onboarding import Onboarding, Phase
from salescoach.records.seller import Seller

Build = Callable[..., Seller]
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


def planned(made: Draft | None) -> list[str]:
    """Return the phases that have a step, in order."""
    assert made is not None
    return list(dict.fromkeys(one.phase for one in made.steps))


def test_before_the_first_day_nothing_is_left_out(begin: Begin) -> None:
    """What prepares for it can still be done, and is never late."""
    for days in (-200, -43, -30, -1):
        made = begin(days)
        assert planned(made) == NAMES, days
        assert made is not None, days
        assert made.left_out == {}, days


def test_on_the_first_day_what_prepares_for_it_is_over(begin: Begin) -> None:
    """It is left out, with how many steps that are."""
    made = begin(0)
    assert planned(made) == NAMES[2:]
    assert made is not None
    assert made.left_out == {"Structure": 6, "Preboarding": 6}


def test_who_joins_late_is_not_made_late(begin: Begin) -> None:
    """Phases that are over have no steps; the phase of today has all of its own."""
    made = begin(44)
    assert planned(made) == NAMES[3:]
    assert made is not None
    assert made.left_out == {"Structure": 6, "Preboarding": 6, "Understand": 6}
    assert len(made.phases) == 6


def test_who_is_put_in_a_phase_has_no_steps_from_before_it(begin: Begin) -> None:
    """Whatever the calendar says."""
    made = begin(3, "deliver")
    assert planned(made) == NAMES[4:]
    assert made is not None
    assert made.left_out == {"Structure": 6, "Preboarding": 6, "Understand": 6, "Do": 8}
    now = made.course.now(TODAY)
    assert now is not None
    assert now.name == "deliver"


def test_a_plan_that_would_be_over_is_none(begin: Begin) -> None:
    """Unless a phase is named that begins today."""
    assert begin(186) is None
    assert planned(begin(186, "do")) == NAMES[3:]
    assert planned(begin(900, "preboarding")) == NAMES[1:]


def test_what_she_had_before_is_no_part_of_it(begin: Begin, seller: Build) -> None:
    """Neither an earlier plan nor where she was put in it."""
    old = [
        Onboarding(id="o0o0o", on=TODAY, plan="placed"),
        Onboarding(on=TODAY, phase="deliver"),
        Phase(on=TODAY, phase="old", day=1, days=900),
        Note(on=TODAY, text="x"),
    ]
    made = begin(3, one=seller(*old, started=date(2020, 1, 1)))
    assert planned(made) == NAMES[2:]


def named(*phases: tuple[str, str | None]) -> list[Phase]:
    """Return phases of these names and titles."""
    return [Phase(on=TODAY, phase=name, title=title, day=1, days=9) for name, title in phases]


def test_a_phase_is_found_by_its_name_its_title_or_the_beginning_of_one() -> None:
    """As sellers are."""
    for typed in ("follow-up", "Follow-up", "FOLLOW UP", "After", "fol", "aft"):
        assert phase_named(typed, named(("do", None), ("follow-up", "After"))).phase == "follow-up", typed


def test_a_phase_that_is_none_is_answered_with_all_of_them() -> None:
    """And so is what can be two."""
    for typed in ("", "-", "x", "d", "up"):
        with pytest.raises(NotAPhase) as raised:
            phase_named(typed, named(("do", "Do"), ("deliver", "Deliver")))
        assert raised.value.data == {"text": typed, "known": ["do", "deliver"]}, typed


def test_a_whole_name_wins_over_the_beginning_of_another() -> None:
    """Do is not the beginning of doubt."""
    assert phase_named("do", named(("doubt", "Doubt"), ("do", "Do"))).phase == "do"
