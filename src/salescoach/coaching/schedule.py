"""The course of an onboarding: which phase she is in, on which day of it, and when each step is due (S0.1)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from salescoach.frozen import frozen
from salescoach.records.absence import absence_on, days_late
from salescoach.records.seller import Seller

if TYPE_CHECKING:
    from salescoach.records.onboarding import Onboarding, Phase, Step

_SATURDAY = 5


@frozen
class ScheduledPhase:
    """One phase as it falls in the calendar, both days included; one that was skipped ends before it begins."""

    phase: "Phase"
    begins: date
    ends: date

    @property
    def name(self) -> str:
        """The name that steps and commands have for it."""
        return self.phase.phase

    @property
    def title(self) -> str:
        """What it is called on screen."""
        return self.phase.title or self.phase.phase

    @property
    def early(self) -> bool:
        """Tell whether it is before her first day: nothing in it is ever overdue."""
        return self.phase.day < 0

    @property
    def skipped(self) -> bool:
        """Tell whether she was put past it by hand: what belongs to it is not waited for."""
        return self.ends < self.begins


@frozen
class Course:
    """An onboarding under way: the record that began it, her first day, and the phases in their order.

    `signed` is the day of the contract, where it is known and before the first day.
    """

    begun: "Onboarding"
    started: date
    stretches: tuple[ScheduledPhase, ...]
    steps: tuple["Step", ...]
    signed: date | None = None

    def day(self, on: date) -> int:
        """Return the day of the course: 1 is her first day at work, -1 the day before it."""
        return day_of(self.started, on)

    def now(self, today: date) -> ScheduledPhase | None:
        """Return the phase of today: the first one where none has begun yet, None when the last is over."""
        begun = [one for one in self.stretches if one.begins <= today]
        if not begun:
            return self.stretches[0]
        return begun[-1] if today <= begun[-1].ends else None

    def of(self, step: "Step") -> ScheduledPhase | None:
        """Return the phase of a step, None where its file names one that is not there."""
        return next((one for one in self.stretches if one.name == step.phase), None)

    def falls(self, step: "Step") -> date:
        """Return when a step is due by its day: it moves with its phase, and off a weekend, away from her first day."""
        stretch = self.of(step)
        shifted = 0 if stretch is None else (stretch.begins - _plus(self.started, _after(stretch.phase.day))).days
        moved = _plus(self.started, _after(step.day) + shifted)
        if self.signed and stretch and stretch.early and not stretch.skipped:
            last = next((one for one in reversed(self.stretches) if one.early), None)
            meant = _plus(self.started, _after(step.day)) if stretch is last else moved
            moved = min(max(meant, stretch.begins), stretch.ends)
        if step.day > 0 or moved.weekday() < _SATURDAY:
            return _at_work(moved)
        return _plus(moved, _SATURDAY - 1 - moved.weekday())


def day_of(started: date, on: date) -> int:
    """Return which day at work a day is: the first is 1, the day before it -1, and there is no day 0."""
    days = (on - started).days
    return days + 1 if days >= 0 else days


def course_of(seller: Seller) -> Course | None:
    """Return the onboarding that was begun last, None where none was or her first day is not known."""
    if "onboarding" not in seller.records:  # most sellers are in none: then nothing of it is imported
        return None
    from salescoach.records.onboarding import Step

    plan, phases, started = plan_of(seller), phases_of(seller), seller.header.started
    if plan is None or started is None or not phases:
        return None
    records = seller.all(type(plan))
    placed = [one for one in records[records.index(plan) :] if one.phase]
    steps = [one for one in seller.all(Step) if one.onboarding in {None, plan.id}]
    dates = [one.signed for one in records[records.index(plan) :] if one.signed]
    signed = dates[-1] if dates and dates[-1] < started else None
    return Course(plan, started, _stretches(phases, placed, started, signed), tuple(steps), signed)


def plan_of(seller: Seller) -> "Onboarding | None":
    """Return the record that began the last plan, whether her first day is known or not."""
    from salescoach.records.onboarding import Onboarding

    return next((one for one in reversed(seller.all(Onboarding)) if one.plan), None)


def phases_of(seller: Seller) -> "list[Phase]":
    """Return the phases of the last plan as they stand in the file."""
    from salescoach.records.onboarding import Phase

    plan = plan_of(seller)
    return [] if plan is None else [one for one in seller.all(Phase) if one.onboarding in {None, plan.id}]


def due_of(seller: Seller, course: Course, step: "Step") -> date:
    """Return the day by which a step is due: as last moved, as written by hand, else as its plan has it.

    What its plan has for a day on which she is away moves on by the days that she is.
    """
    by_hand, falls = seller.due(step), course.falls(step)
    if by_hand or is_early(course, step):
        return by_hand or falls
    while one := absence_on(seller.absences, falls):
        falls = _at_work(_plus(falls, (one.last - one.first).days + 1))
    return falls


def is_late(seller: Seller, course: Course, step: "Step", today: date) -> bool:
    """Tell whether an open step is late.

    Never is what belongs before her first day, or to a phase left out, or what its plan had for a day that had gone by
    when the plan was begun; nor is anything while she is away.
    """
    if is_early(course, step) or is_left_out(course, step):
        return False
    meant = seller.due(step) is not None or course.falls(step) >= course.begun.on
    return meant and days_late(due_of(seller, course, step), today, seller.absences) > 0


def is_early(course: Course, step: "Step") -> bool:
    """Tell whether a step belongs before her first day."""
    stretch = course.of(step)
    return step.day < 0 or (stretch is not None and stretch.early)


def is_left_out(course: Course, step: "Step") -> bool:
    """Tell whether a step belongs to a phase that she was put past."""
    stretch = course.of(step)
    return stretch is not None and stretch.skipped


def _stretches(
    phases: Sequence["Phase"], placed: Sequence["Onboarding"], started: date, signed: date | None
) -> tuple[ScheduledPhase, ...]:
    """Return the phases in the calendar: one she was put in by hand begins that day, and those after it follow."""
    ordered = sorted(phases, key=lambda one: one.day)
    early = [one for one in ordered if one.day < 0] if signed else []
    begins = _from(early, signed or started, started)
    begins += (_plus(started, _after(one.day)) for one in ordered[len(early) :])
    for record in placed:
        for at, one in enumerate(ordered):
            if one.phase == record.phase:
                begins[at:] = _following(ordered[at:], record.on, started)
    over = _plus(begins[-1], ordered[-1].days)
    nexts = [min(begins[at + 1 :], default=over) for at in range(len(ordered))]
    return tuple(
        ScheduledPhase(one, day, _plus(after, -1)) for one, day, after in zip(ordered, begins, nexts, strict=True)
    )


def _from(early: Sequence["Phase"], signed: date, started: date) -> list[date]:
    """Return when the phases before her first day begin, the first of them with the contract.

    The last fills what is left; where there is less time than they have days, each gives way by its share.
    """
    gap, days = (started - signed).days, [one.days for one in early]
    before = [sum(days[:at]) for at in range(len(days))]
    return [_plus(signed, one if gap > sum(days) else one * gap // sum(days)) for one in before]


def _following(phases: Sequence["Phase"], begin: date, started: date) -> list[date]:
    """Return when phases begin, the first of them on a day; a first day at work still to come stays what it is."""
    found: list[date] = []
    to_come = begin < started
    for one in phases:
        if to_come and one.day > 0:
            begin, to_come = _plus(started, _after(one.day)), False
        found.append(begin)
        begin = _plus(begin, one.days)
    return found


def _plus(day: date, days: int) -> date:
    """Return a day so many days on; what leads out of the calendar is its first or last day."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _at_work(day: date) -> date:
    """Return a day, or where it falls on a weekend the Monday after it."""
    return day if day.weekday() < _SATURDAY else _plus(day, 7 - day.weekday())


def _after(day: int) -> int:
    """Return the days from her first day to a day of the course."""
    return day - 1 if day > 0 else day
