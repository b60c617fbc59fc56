from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.coaching.schedule import course_of
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import text
from salescoach.onboarding.rules.retro import Lesson
from salescoach.onboarding.rules.standing import Onboarded, onboarded
from salescoach.probation.rules.deadlines import Clock
from salescoach.records.seller import Seller

Looks = Callable[..., Any]
Make = Callable[..., Seller]
Show = Callable[..., Onboarded]

TODAY = date(2026, 11, 19)
CLOCK = Clock(date(2027, 4, 30), date(2027, 4, 16), date(2027, 4, 9), 162)
DONE = ("a6b1c", "a7b1c", "a9b1c")
"""Three of the steps of the first weeks."""

MILESTONES = [
    ("milestone", {"milestone": "first-meeting", "on": date(2026, 11, 12)}),
    ("milestone", {"milestone": "first-own-demo", "on": date(2026, 11, 17)}),
]


@pytest.fixture
def show(person: Make, planned: Callable[..., Any]) -> Show:
    """Show the shipped plan of somebody who started, or will, on a day, with some steps done and these records."""

    def made(started: date, *more: Any, on: date | None = None, clock: Clock | None = None, **extra: Any) -> Onboarded:
        settled = [("settled", {"of": one, "how": "kept"}) for one in DONE]
        records = (*planned(started, on or started), *settled, *more)
        one = person("Märta Sjögren Lindström", *records, key="marta-sjogren-lindstrom", started=started)
        course = course_of(one)
        assert course is not None
        written = tuple(one.records["step"]) if extra.get("begun") else ()
        return replace(onboarded(one, course, "New seller", clock, TODAY), records=written, **extra)

    return made


@pytest.fixture
def under_way(show: Show) -> Onboarded:
    """Somebody in the third week, with something late, a first meeting and a probation."""
    return show(date(2026, 11, 2), *MILESTONES, on=date(2026, 9, 21), clock=CLOCK)


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_an_onboarding_is_as_reviewed(
    under_way: Onboarded, looks: Looks, golden: SnapshotAssertion, width: int
) -> None:
    """The day and the phase first, then the phases, what is late, what is next, milestones, the decision."""
    assert text(under_way, looks(width=width)) == golden


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_a_beginning_before_the_first_day_is_as_reviewed(
    show: Show, looks: Looks, golden: SnapshotAssertion, width: int
) -> None:
    """When it starts, what is open, nothing late; what earlier onboardings taught, and how to take it back."""
    lesson = Lesson("Have the laptop ready a week before the first morning", "Jonas Ek", date(2026, 6, 3))
    answer = show(date(2026, 12, 7), on=TODAY, begun=True, lessons=(lesson,))
    assert text(answer, looks(width=width)) == golden


@pytest.mark.golden
@pytest.mark.parametrize("kind", ["md", "html"])
def test_a_document_is_as_reviewed(
    under_way: Onboarded, looks: Looks, templates: Templates, golden: SnapshotAssertion, kind: str
) -> None:
    """The same, to be read on paper."""
    assert document(under_way, looks(), f".{kind}", templates.text) == golden


STRANGE = ("onboarding", {"phase": "deliver", "on": date(2026, 11, 18)})
REACHED = [
    ("milestone", {"milestone": name, "on": TODAY}) for name in ("first-meeting", "first-deal", "first-month-on-target")
]


@pytest.mark.golden
def test_what_else_is_said_is_as_reviewed(
    show: Show, person: Make, looks: Looks, templates: Templates, golden: SnapshotAssertion
) -> None:
    """Of each day and phase, of what was reached, left out, all done, over, left, asked for, cut or never written."""
    first, gone = date(2026, 11, 2), Clock(date(2026, 11, 18), date(2026, 11, 4), date(2026, 10, 28), -1)
    whole = show(date(2026, 9, 1), on=date(2026, 9, 1))
    kept = [("settled", {"of": one.id, "how": "kept"}) for one in whole.tasks if one.phase == "understand"]
    lessons = tuple(Lesson(f"lesson {at}", "Bo", TODAY) for at in range(7))
    many = show(date(2026, 12, 7), on=TODAY, lessons=lessons)
    own = [("onboarding", {"plan": "own"}), ("phase", {"phase": "all", "day": 1, "days": 99})]
    bare = person("Bo", *own, started=first)
    course = course_of(bare)
    assert course is not None
    bare_one = onboarded(bare, course, "own", None, TODAY)
    days = [date(2027, 3, 1), date(2026, 11, 20), date(2026, 11, 19), date(2026, 10, 21), date(2026, 5, 1)]
    shown = [
        *(text(show(day), looks()).splitlines()[1] for day in days),
        *(text(one, looks(width=120)) for one in (show(first, *REACHED), show(first, STRANGE))),
        *(text(show(date(2026, 9, 1), *kept), looks(width=120)), text(show(date(2026, 5, 18), clock=gone), looks())),
        text(show(first, on=date(2026, 9, 21), asks=True), looks(width=120, everything=True)),
        text(show(date(2026, 5, 1), asks=True), looks()),
        *(text(many, look) for look in (looks(), looks(everything=True), looks(terminal=False))),
        text(bare_one, looks()),
        *(str(document(one, looks(), ".md", templates.text)) for one in (bare_one, show(first, on=date(2026, 9, 21)))),
    ]
    assert "\n".join(shown) == golden
