from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.coaching.course import Course, course_of, due_of, is_early, is_late, phases_of, plan_of
from salescoach.records.base import Record
from salescoach.records.commitment import Settled
from salescoach.records.onboarding import Onboarding, Phase, Step
from salescoach.records.seller import Seller

Build = Callable[..., Seller]

STARTED = date(2026, 12, 7)
"""A Monday."""

BEGUN = Onboarding(id="o1o1o", on=date(2026, 11, 2), plan="new-seller")
PARTS = {"structure": (-42, 21), "preboarding": (-21, 21), "understand": (1, 30), "do": (31, 30), "deliver": (61, 60)}


def phases(link: str | None = "o1o1o") -> list[Phase]:
    """Return the phases of a plan, linked to an onboarding."""
    return [Phase(on=BEGUN.on, phase=name, day=day, days=days, onboarding=link) for name, (day, days) in PARTS.items()]


def step(phase: str, day: int, **more: Any) -> Step:
    """Return a step of the manager's in a phase."""
    return Step.from_table(
        {"id": "s1s1s", "on": BEGUN.on, "what": "x", "owner": "manager"} | more | {"phase": phase, "day": day}
    )


def placed(phase: str, on: date) -> Onboarding:
    """Return what puts her in a phase by hand."""
    return Onboarding(on=on, phase=phase)


def day(number: int) -> date:
    """Return a day of the course."""
    return STARTED + timedelta(number - 1 if number > 0 else number)


@pytest.fixture
def course(seller: Build) -> Callable[..., Course]:
    """Return the course of a seller with a plan and these records."""

    def made(*records: Record, started: date = STARTED) -> Course:
        found = course_of(seller(BEGUN, *phases(), *records, started=started))
        assert found is not None
        return found

    return made


def names(course: Course, on: date) -> str | None:
    """Return the name of the phase of a day."""
    now = course.now(on)
    return now.name if now else None


def test_who_is_in_no_onboarding_has_no_course(seller: Build) -> None:
    """Nor has somebody whose plan, phases or first day nobody wrote down."""
    assert course_of(seller(started=STARTED)) is None
    assert course_of(seller(placed("do", STARTED), *phases(None), started=STARTED)) is None
    assert course_of(seller(BEGUN, started=STARTED)) is None
    assert course_of(seller(BEGUN, *phases())) is None


def test_the_plan_is_known_before_the_first_day_is(seller: Build) -> None:
    """So that only the day is asked for, and not the plan again."""
    one = seller(BEGUN, *phases())
    assert plan_of(one) == BEGUN
    assert [each.phase for each in phases_of(one)] == list(PARTS)
    assert plan_of(seller()) is None
    assert phases_of(seller(*phases())) == []


def test_the_first_day_is_day_one_and_there_is_no_day_zero(course: Callable[..., Course]) -> None:
    """The day before it is day -1."""
    assert [course().day(STARTED + timedelta(days)) for days in (-2, -1, 0, 1)] == [-2, -1, 1, 2]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (-100, "structure"),
        (-42, "structure"),
        (-22, "structure"),
        (-21, "preboarding"),
        (-1, "preboarding"),
        (1, "understand"),
        (30, "understand"),
        (31, "do"),
        (61, "deliver"),
        (120, "deliver"),
        (121, None),
    ],
)
def test_the_phase_of_a_day_is_that_of_the_plan(course: Callable[..., Course], number: int, name: str | None) -> None:
    """Before the first begins it is the first; after the last there is none."""
    assert names(course(), day(number)) == name


def test_only_what_is_before_the_first_day_is_early(course: Callable[..., Course]) -> None:
    """Structure and preboarding."""
    assert [one.name for one in course().stretches if one.early] == ["structure", "preboarding"]


def test_a_phase_is_called_by_its_title_or_by_its_name(seller: Build) -> None:
    """A phase that was written by hand may have none."""
    bare, titled = phases()[2:4]
    found = course_of(seller(BEGUN, bare, replace(titled, title="Doing"), started=STARTED))
    assert found is not None
    assert [one.title for one in found.stretches] == ["understand", "Doing"]


def test_who_is_put_in_a_phase_is_in_it_from_that_day(course: Callable[..., Course]) -> None:
    """And what follows comes as much sooner."""
    moved = course(placed("do", day(11)))
    assert [names(moved, day(number)) for number in (10, 11, 40, 41, 100, 101)] == [
        "understand",
        "do",
        "do",
        "deliver",
        "deliver",
        None,
    ]
    assert moved.stretches[2].ends == day(10)


def test_who_is_put_back_in_a_phase_begins_it_anew(course: Callable[..., Course]) -> None:
    """The latest word counts; what stands before is as it was."""
    moved = course(placed("do", day(11)), placed("understand", day(20)))
    assert [names(moved, day(number)) for number in (20, 49, 50, 79, 80)] == [
        "understand",
        "understand",
        "do",
        "do",
        "deliver",
    ]


def test_a_phase_that_nobody_planned_puts_nobody_anywhere(course: Callable[..., Course]) -> None:
    """A slip of the pen in the file changes nothing."""
    assert course(placed("dream", day(11))).stretches == course().stretches


def test_a_phase_that_was_jumped_is_left_out(course: Callable[..., Course]) -> None:
    """On the day it was planned for she stays where she was put."""
    jumped = course(placed("deliver", day(11)))
    assert [one.name for one in jumped.stretches if one.skipped] == ["do"]
    assert names(jumped, day(35)) == "deliver"


def test_a_first_day_still_to_come_stays_the_first(course: Callable[..., Course]) -> None:
    """Preboarding that begins late is shorter; she starts when she starts."""
    late = course(placed("preboarding", day(-4)))
    assert [late.stretches[at].begins for at in (1, 2, 3)] == [day(-4), day(1), day(31)]


def test_who_is_long_here_can_be_prepared_for_another_place(course: Callable[..., Course]) -> None:
    """After the first day a phase from before it takes its time, and the others follow."""
    again = course(placed("preboarding", day(200)))
    assert [again.stretches[at].begins for at in (1, 2, 3)] == [day(200), day(221), day(251)]


def test_an_earlier_plan_counts_no_more(seller: Build) -> None:
    """Neither its phases and steps, nor where she was put in it; what names no plan belongs to the last one."""
    old = Onboarding(id="o0o0o", on=date(2026, 10, 1), plan="placed")
    gone = [placed("deliver", date(2026, 10, 5)), Phase(on=old.on, phase="old", day=1, days=9, onboarding="o0o0o")]
    steps = [
        step("old", 1, onboarding="o0o0o"),
        step("do", 31, id="s2s2s"),
        step("do", 32, id="s3s3s", onboarding="o1o1o"),
    ]
    found = course_of(seller(old, *gone, BEGUN, *phases(), *steps, started=STARTED))
    assert found is not None
    assert [one.name for one in found.stretches] == list(PARTS)
    assert [one.id for one in found.steps] == ["s2s2s", "s3s3s"]
    assert names(found, day(5)) == "understand"


@pytest.mark.parametrize(
    ("number", "phase", "falls"),
    [
        (1, "understand", day(1)),
        (5, "understand", day(5)),
        (6, "understand", day(8)),  # a Saturday: the Monday after
        (7, "understand", day(8)),  # a Sunday
        (-1, "preboarding", day(-3)),  # a Sunday: the Friday before
        (-2, "preboarding", day(-3)),
        (-3, "preboarding", day(-3)),
    ],
)
def test_a_step_falls_on_a_weekday_away_from_the_first_day(
    course: Callable[..., Course], number: int, phase: str, falls: date
) -> None:
    """What comes after it falls on the Monday, what comes before it on the Friday."""
    assert course().falls(step(phase, number)) == falls


def test_a_step_moves_with_its_phase(course: Callable[..., Course]) -> None:
    """Three weeks sooner, as its phase; a step of another phase stays."""
    moved = course(placed("do", day(10)))
    assert moved.falls(step("do", 36)) == day(15)
    assert moved.falls(step("understand", 5)) == day(5)


def test_a_step_moves_with_the_first_day(course: Callable[..., Course]) -> None:
    """There is one start date, and all is counted from it."""
    later = STARTED + timedelta(14)
    assert course(started=later).falls(step("understand", 5)) == day(19)


def test_a_step_of_a_phase_that_is_not_there_falls_on_its_day(course: Callable[..., Course]) -> None:
    """It was written by hand, and is not lost."""
    stray = step("dream", 5)
    assert course().of(stray) is None
    assert course().falls(stray) == day(5)
    assert not is_early(course(), stray)


def test_a_day_by_hand_wins_over_the_plan_and_a_moved_one_over_that(seller: Build) -> None:
    """The plan proposes; what she wrote counts."""
    own = step("understand", 5, due=day(9))
    one = seller(BEGUN, *phases(), own, started=STARTED)
    found = course_of(one)
    assert found is not None
    assert due_of(one, found, step("understand", 5)) == day(5)
    assert due_of(one, found, own) == day(9)
    moved = seller(own, Settled(on=day(9), of="s1s1s", how="moved", due=day(12)))
    assert due_of(moved, found, own) == day(12)


def test_a_step_is_late_from_the_day_after(seller: Build) -> None:
    """Not on the day itself."""
    one = seller(BEGUN, *phases(), started=STARTED)
    found = course_of(one)
    assert found is not None
    assert [is_late(one, found, step("understand", 5), day(number)) for number in (5, 6)] == [False, True]


@pytest.mark.parametrize(
    ("phase", "number"), [("preboarding", -21), ("structure", -42), ("understand", -3), ("preboarding", 2)]
)
def test_preboarding_is_never_late(seller: Build, phase: str, number: int) -> None:
    """What stands in a phase before the first day, or on a day before it, is open however long ago that was."""
    one = seller(BEGUN, *phases(), started=STARTED)
    found = course_of(one)
    assert found is not None
    assert is_early(found, step(phase, number))
    assert not is_late(one, found, step(phase, number), day(400))


def test_what_belongs_to_a_phase_left_out_is_never_late(seller: Build) -> None:
    """She was put past it by hand, so that nobody waits for it."""
    one = seller(BEGUN, *phases(), placed("deliver", day(11)), started=STARTED)
    found = course_of(one)
    assert found is not None
    assert not is_late(one, found, step("do", 31), day(400))
    assert is_late(one, found, step("deliver", 61), day(400))


@pytest.mark.parametrize("started", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_crash(course: Callable[..., Course], started: date) -> None:
    """A slip of the pen in a year is seen, not a bug."""
    found = course(started=started)
    assert found.falls(step("structure", -42)) <= found.falls(step("deliver", 9999999))
    assert names(found, STARTED) in {*PARTS, None}


days_near = st.integers(-300, 500).map(lambda days: STARTED + timedelta(days))
lengths = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 60)), min_size=1, max_size=6)
hands = st.lists(st.tuples(st.integers(0, 5), days_near), max_size=3)


@given(lengths=lengths, first=st.integers(-60, 30).filter(bool), hands=hands, on=days_near)
def test_every_day_is_in_one_phase_at_most_and_no_day_of_the_plan_in_none(
    lengths: list[tuple[int, int]], first: int, hands: list[tuple[int, date]], on: date
) -> None:
    """Whatever the plan is and wherever she was put: the phase of a day is one that has begun, if any has."""
    found, at = [], first
    for number, (gap, days) in enumerate(lengths):
        found.append(Phase(on=BEGUN.on, phase=f"p{number}", day=at or 1, days=days))
        at = at + gap + (at < 0 <= at + gap)
    put = sorted((placed(f"p{number}", when) for number, when in hands), key=lambda one: one.on)
    records: dict[str, list[Any]] = {
        "onboarding": [replace(BEGUN, on=date(2020, 1, 1)), *put],
        "phase": found,
    }
    one = Seller(records, header=replace(Seller().header, started=STARTED))
    course = course_of(one)
    assert course is not None
    held = [each for each in course.stretches if each.begins <= on <= each.ends]
    any_yet = any(each.begins <= on for each in course.stretches)
    now = course.now(on)
    assert held == ([now] if any_yet and now else [])
    assert (now is None) == (on > course.stretches[-1].ends)
    assert any_yet or now == course.stretches[0]
