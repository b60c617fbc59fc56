from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.coaching.schedule import course_of
from salescoach.journal.templates import Templates
from salescoach.kit.document import document, fill
from salescoach.kit.screen import text
from salescoach.onboarding.rules.retro import Lesson
from salescoach.onboarding.rules.standing import Onboarded, onboarded
from salescoach.onboarding.view.standing import layout
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


def where(answer: Onboarded, look: Any) -> str:
    """Return the second line of a screen."""
    return text(answer, look).splitlines()[1]


def test_the_day_and_the_phase_are_said_in_words(show: Show, looks: Looks) -> None:
    """Before the first day how long it is until then; after the last phase that it is over."""
    cases = [
        (date(2027, 3, 1), "Starts in 102 days, Mon 1 Mar 2027 · Structure begins Mon 18 Jan 2027"),
        (date(2026, 11, 20), "Starts in 1 day, Fri 20 Nov 2026 · Preboarding, its last day"),
        (date(2026, 11, 19), "Day 1 · Understand, 29 days left · a talk every 7 days"),
        (date(2026, 10, 21), "Day 30 · Understand, its last day · a talk every 7 days"),
        (date(2026, 5, 1), "Day 203 · the plan was over on Sun 1 Nov 2026"),
    ]  # fmt: skip
    for started, said in cases:
        assert where(show(started), looks()) == said, started


def test_with_all_milestones_reached_nothing_is_proposed(show: Show, looks: Looks) -> None:
    """There is none left to note."""
    names = ("first-meeting", "first-deal", "first-month-on-target")
    reached = [("milestone", {"milestone": name, "on": TODAY}) for name in names]
    assert "Reached one?" not in text(show(date(2026, 11, 2), *reached), looks())


def test_a_phase_left_out_is_said_to_be(show: Show, looks: Looks) -> None:
    """And shows no days that it never had."""
    shown = text(show(date(2026, 11, 2), ("onboarding", {"phase": "deliver", "on": date(2026, 11, 18)})), looks())
    assert "  Do           left out" in shown
    assert "▸ Deliver" in shown


def test_a_phase_whose_steps_are_all_done_has_its_mark(show: Show, looks: Looks) -> None:
    """As a whole; a phase without steps has none."""
    answer = show(date(2026, 9, 1), on=date(2026, 9, 1))
    done = [one.id for one in answer.tasks if one.phase == "understand"]
    settled = [("settled", {"of": one, "how": "kept"}) for one in done]
    shown = text(show(date(2026, 9, 1), *settled), looks())
    assert "✓ Understand   1 Sept – 30 Sept  ━━━━━━  6 of 6\n" in shown
    assert "\n  Structure    21 Jul – 10 Aug\n" in shown


def test_a_probation_whose_end_has_gone_by_is_told(show: Show, looks: Looks) -> None:
    """With the command that decides it."""
    gone = Clock(date(2026, 11, 18), date(2026, 11, 4), date(2026, 10, 28), -1)
    assert "Probation ended Wed 18 Nov, and nothing says how it was decided." in text(
        show(date(2026, 5, 18), clock=gone), looks(width=200)
    )


def test_what_is_left_from_before_the_first_day_is_counted(show: Show, looks: Looks, templates: Templates) -> None:
    """By owner, whoever has most of it first; the steps are there in the long form and on paper, and not under Next."""
    answer = show(date(2026, 11, 2), on=date(2026, 9, 21))
    said = "Left from before the first day: 10 (manager 6, HR 2, knowledge owner 1, buddy 1)"
    short, whole = text(answer, looks(width=120)), text(answer, looks(width=120, everything=True))
    assert said in short
    assert said in whole
    hello = "Send a short hello, with a picture and a telephone number"
    assert hello not in short
    assert whole.index(said) < whole.index(hello) < whole.index("Next")
    made = document(answer, looks(), ".md", templates.text)
    assert f"## {said}" in str(made)
    assert f"- {hello} — buddy\n" in str(made)


def test_how_long_a_probation_is_is_asked_for(show: Show, looks: Looks) -> None:
    """Once the plan is over nobody asks any more."""
    asked = "How long is the probation? coach probation marta-sjogren-lindstrom --country SE"
    assert asked in text(show(date(2026, 11, 2), asks=True), looks(width=120))
    assert asked not in text(show(date(2026, 11, 2)), looks(width=120))
    assert asked not in text(show(date(2026, 5, 1), asks=True), looks(width=120))


def test_long_lists_are_counted(show: Show, looks: Looks) -> None:
    """Five steps and five lessons, then how many more there are; all of them with --all and in a pipe."""
    lessons = tuple(Lesson(f"lesson {at}", "Bo", TODAY) for at in range(7))
    answer = show(date(2026, 12, 7), on=TODAY, lessons=lessons)
    shown = text(answer, looks())
    assert "and 26 more: --all" in shown
    assert "and 2 more: --all" in shown
    for look in (looks(everything=True), looks(terminal=False)):
        assert "lesson 6" in text(answer, look)
        assert "more: --all" not in text(answer, look)


def test_a_phase_written_by_hand_may_lack_its_purpose(person: Make, looks: Looks, templates: Templates) -> None:
    """Then none is shown, on screen or on paper."""
    one = person(
        "Bo",
        ("onboarding", {"plan": "own"}),
        ("phase", {"phase": "all", "day": 1, "days": 99}),
        started=date(2026, 11, 2),
    )
    course = course_of(one)
    assert course is not None
    answer = onboarded(one, course, "own", None, TODAY)
    assert text(answer, looks()).startswith("Bo · own\nDay 18 · all, 81 days left\n\nPhases")
    name, gaps = layout(answer, looks())
    assert "None" not in fill(templates.text(f"{name}.md"), gaps, ".md")
