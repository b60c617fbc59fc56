from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures.sellers import Build
from salescoach.coaching.schedule import Course, course_of, due_of, is_early, is_late
from salescoach.coaching.written import record_of
from salescoach.records.base import Record
from salescoach.records.calendar import Away
from salescoach.records.header import Header
from salescoach.records.onboarding import Onboarding, Phase
from salescoach.records.seller import Seller
from salescoach.records.settled import Moved, Settled

STARTED = date(2026, 12, 7)
"""A Monday."""

BEGUN = Onboarding(id="o1o1o", on=date(2026, 11, 2), plan="new-seller")
PARTS = {"structure": (-42, 21), "preboarding": (-21, 21), "understand": (1, 30), "do": (31, 30), "deliver": (61, 60)}


def phases(link: str | None = "o1o1o") -> list[Record]:
    """Return the phases of a plan, linked to an onboarding."""
    return [Phase(on=BEGUN.on, phase=name, day=day, days=days, onboarding=link) for name, (day, days) in PARTS.items()]


def step(phase: str, day: int, **more: Any) -> Any:
    """Return a step of the manager's in a phase."""
    return record_of(
        "step", {"id": "s1s1s", "on": BEGUN.on, "what": "x", "owner": "manager"} | more | {"phase": phase, "day": day}
    )


def placed(phase: str, on: date) -> Onboarding:
    """Return what puts her in a phase by hand."""
    return Onboarding(on=on, phase=phase)


def day(number: int) -> date:
    """Return a day of the course."""
    return STARTED + timedelta(number - 1 if number > 0 else number)


def laid(one: Seller) -> Course:
    """Return the course that a seller is on."""
    found = course_of(one)
    assert found is not None
    return found


@pytest.fixture
def course(seller: Build) -> Callable[..., Course]:
    """Return the course of a seller with a plan and these records."""
    return lambda *records, started=STARTED: laid(seller(BEGUN, *phases(), *records, started=started))


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


def test_a_day_has_its_number_and_its_phase_in_the_plan(course: Callable[..., Course]) -> None:
    """There is no day zero; before the first phase begins it is that one, after the last there is none."""
    assert [course().day(STARTED + timedelta(days)) for days in (-2, -1, 0, 1)] == [-2, -1, 1, 2]
    cases: list[tuple[int, str | None]] = [
        (-100, "structure"), (-42, "structure"), (-22, "structure"), (-21, "preboarding"), (-1, "preboarding"),
        (1, "understand"), (30, "understand"), (31, "do"), (61, "deliver"), (120, "deliver"), (121, None),
    ]  # fmt: skip
    for number, name in cases:
        assert names(course(), day(number)) == name, number


def test_who_is_put_in_a_phase_is_in_it_from_that_day(course: Callable[..., Course]) -> None:
    """What follows comes as much sooner, what was jumped is left out; the first day stays, a slip does nothing."""
    moved = course(placed("do", day(11)))
    assert [names(moved, day(number)) for number in (10, 11, 40, 41, 100, 101)] == [
        "understand", "do", "do", "deliver", "deliver", None,
    ]  # fmt: skip
    assert moved.stretches[2].ends == day(10)
    assert course(placed("dream", day(11))).stretches == course().stretches
    jumped = course(placed("deliver", day(11)))
    assert [one.name for one in jumped.stretches if one.skipped] == ["do"]
    assert names(jumped, day(35)) == "deliver"
    late = course(placed("preboarding", day(-4)))
    assert [late.stretches[at].begins for at in (1, 2, 3)] == [day(-4), day(1), day(31)]


def test_an_earlier_plan_counts_no_more(seller: Build) -> None:
    """Neither its phases and steps, nor where she was put in it; what names no plan belongs to the last one."""
    old = Onboarding(id="o0o0o", on=date(2026, 10, 1), plan="placed")
    gone = [placed("deliver", date(2026, 10, 5)), Phase(on=old.on, phase="old", day=1, days=9, onboarding="o0o0o")]
    steps = [step("do", 31, id="s2s2s"), step("do", 32, id="s3s3s", onboarding="o1o1o")]
    steps.append(step("old", 1, onboarding="o0o0o"))
    found = laid(seller(old, *gone, BEGUN, *phases(), *steps, started=STARTED))
    assert [one.name for one in found.stretches] == list(PARTS)
    assert [one.id for one in found.steps] == ["s2s2s", "s3s3s"]
    assert names(found, day(5)) == "understand"


def test_a_step_falls_on_a_weekday_and_moves_with_its_phase(course: Callable[..., Course]) -> None:
    """What comes after it falls on the Monday, what comes before it on the Friday; other phases stay."""
    cases = [
        (1, "understand", day(1)), (5, "understand", day(5)), (6, "understand", day(8)), (7, "understand", day(8)),
        (-1, "preboarding", day(-3)), (-2, "preboarding", day(-3)), (-3, "preboarding", day(-3)),
    ]  # fmt: skip
    for number, phase, falls in cases:
        assert course().falls(step(phase, number)) == falls, number
    moved = course(placed("do", day(10)))
    assert moved.falls(step("do", 36)) == day(15)
    assert moved.falls(step("understand", 5)) == day(5)


def test_a_day_by_hand_wins_over_the_plan_and_a_moved_one_over_that(
    seller: Build, course: Callable[..., Course]
) -> None:
    """The plan proposes; a slip of the pen in a year is seen, not a bug."""
    own = step("understand", 5, due=day(9))
    one = seller(BEGUN, *phases(), own, started=STARTED)
    found = laid(one)
    assert [due_of(one, found, each) for each in (step("understand", 5), own)] == [day(5), day(9)]
    moved = seller(own, Settled(on=day(9), of="s1s1s", how="moved", due=day(12)))
    assert due_of(moved, found, own) == day(12)
    for started in (date.min, date.max):
        found = course(started=started)
        assert found.falls(step("structure", -42)) <= found.falls(step("deliver", 9999999)), started
        assert names(found, STARTED) in {*PARTS, None}, started


def test_what_is_early_or_left_out_is_never_late(seller: Build) -> None:
    """What stands before the first day, and what belongs to a phase that she was put past."""
    for phase, number in (("preboarding", -21), ("structure", -42), ("understand", -3), ("preboarding", 2)):
        one = seller(BEGUN, *phases(), started=STARTED)
        assert is_early(laid(one), step(phase, number)), phase
        assert not is_late(one, laid(one), step(phase, number), day(400)), phase
    one = seller(BEGUN, *phases(), placed("deliver", day(11)), started=STARTED)
    late = [is_late(one, laid(one), step(*at), day(400)) for at in (("do", 31), ("deliver", 61))]
    assert late == [False, True]


def test_the_clock_of_a_step_rests_while_she_is_away(seller: Build) -> None:
    """What is due meanwhile moves on by those days, off a weekend and out of the next; nothing is late before."""
    one, due = step("understand", 10), date(2026, 12, 30)
    gone = Away(on=STARTED, first=date(2026, 12, 14), last=date(2026, 12, 27))
    cases: list[tuple[list[Any], date, date]] = [  # more records, when it is due, the first day on which it is late
        ([], date(2026, 12, 16), date(2026, 12, 17)),
        ([gone], date(2026, 12, 30), date(2026, 12, 31)),
        ([replace(gone, last=date(2026, 12, 16))], date(2026, 12, 21), date(2026, 12, 22)),
        ([gone, replace(gone, first=due, last=due)], date(2026, 12, 31), date(2027, 1, 1)),
        ([replace(gone, first=date(2026, 12, 17))], date(2026, 12, 16), date(2026, 12, 28)),
        ([gone, Moved(on=STARTED, of=one.id, due=date(2026, 12, 18))], date(2026, 12, 18), date(2026, 12, 28)),
    ]
    for more, due, late in cases:
        who = seller(BEGUN, *phases(), one, *more, started=STARTED)
        course = laid(who)
        assert due_of(who, course, one) == due, more
        days = [STARTED + timedelta(at) for at in range(40)]
        assert next(day for day in days if is_late(who, course, one, day)) == late, more


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
    begun = Onboarding(id="o1o1o", on=date(2020, 1, 1), plan="new-seller")
    course = laid(Seller({"onboarding": [begun, *put], "phase": found}, header=Header(name="Anna", started=STARTED)))
    held = [each for each in course.stretches if each.begins <= on <= each.ends]
    any_yet = any(each.begins <= on for each in course.stretches)
    now = course.now(on)
    assert held == ([now] if any_yet and now else [])
    assert (now is None) == (on > course.stretches[-1].ends)
    assert any_yet or now == course.stretches[0]
