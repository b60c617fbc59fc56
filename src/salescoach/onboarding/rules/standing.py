"""Where an onboarding stands: the phase, its steps by owner, milestones, the days left to decide (S0.1, S0.10)."""

from collections.abc import Iterable, Sequence
from datetime import date

from salescoach.answer import Answer
from salescoach.coaching.lights import areas_of, lights_of
from salescoach.coaching.schedule import Course, ScheduledPhase, course_of, due_of, is_early, is_late, is_left_out
from salescoach.frozen import frozen
from salescoach.onboarding.rules.retro import Lesson, Reached, milestones_of
from salescoach.probation.rules.deadlines import Clock, Rule, clock_of, has_ended, terms_of
from salescoach.records.absence import days_late
from salescoach.records.base import Record
from salescoach.records.keys import key_form
from salescoach.records.onboarding import Step
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.records.values import Level
from salescoach.words.order import Order, plainly


@frozen
class Task:
    """One step; `early`: before the first day, never late, `skipped` to one left out, `was`: its day before a move."""

    id: str
    what: str
    owner: str
    phase: str
    due: date
    done: bool
    days_late: int
    early: bool
    skipped: bool
    private: bool
    by_talk: bool = False
    agenda: str | None = None
    subject: str | None = None
    knows: str | None = None
    settled: date | None = None
    was: date | None = None

    @property
    def waits(self) -> bool:
        """Tell whether it is still to be done."""
        return not (self.done or self.skipped)


@frozen
class Part:
    """One phase in the calendar with its steps; `left` are the days after today until its last one."""

    stretch: ScheduledPhase
    tasks: tuple[Task, ...]
    left: int

    @property
    def done(self) -> int:
        """How many of its steps are done."""
        return sum(one.done for one in self.tasks)


@frozen
class Share:
    """The steps of one owner: how many are done and how many late, of how many."""

    owner: str
    done: int
    late: int
    steps: int


@frozen(kw_only=True)
class Onboarded(Answer):
    """One onboarding; `now` is the part of today, None once all are over, `every` its days between talks.

    It `asks` how long her probation is, where nobody said so yet.

    Where it was begun by this command, or changed, `records` are what was written, and `lessons` what earlier
    retrospectives taught.
    """

    key: str
    name: str
    plan: str
    title: str
    started: date
    day: int
    now: Part | None
    every: int | None
    parts: tuple[Part, ...]
    tasks: tuple[Task, ...]
    reached: tuple[Reached, ...]
    clock: Clock | None
    asks: bool = False
    begun: bool = False
    records: tuple[Record, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    signed: date | None = None

    @property
    def left(self) -> tuple[Task, ...]:
        """What was to be done before a first day that has come, and is not."""
        return tuple(one for one in self.tasks if one.waits and one.early) if self.day > 0 else ()

    @property
    def known(self) -> tuple[Task, ...]:
        """The steps to brief those who know a subject."""
        return tuple(known_in(self.tasks))

    @property
    def owners(self) -> tuple[Share, ...]:
        """How much each owner has done of the own steps, and what is late of them, who has most of them first."""
        found: dict[str, list[Task]] = {}
        for one in self.tasks:
            found.setdefault(key_form(one.owner), []).append(one)
        return tuple(
            Share(tasks[0].owner, sum(one.done for one in tasks), sum(one.days_late > 0 for one in tasks), len(tasks))
            for tasks in sorted(found.values(), key=len, reverse=True)
        )


@frozen
class Newcomer:
    """One of those in an onboarding; `clock` is that of her probation, if it is known."""

    key: str
    name: str
    plan: str
    started: date
    day: int
    phase: str
    title: str
    done: int
    all: int
    late: int
    lights: tuple[Level | None, ...]
    clock: Clock | None


@frozen(kw_only=True)
class Newcomers(Answer):
    """All who are in an onboarding, whoever started first first."""

    sellers: tuple[Newcomer, ...]


Rules = Sequence[Rule]


def onboarded(seller: Seller, course: Course, title: str, clock: Clock | None, today: date) -> Onboarded:
    """Return where an onboarding stands; `title` is what its plan is called."""
    tasks = tasks_of(seller, course, today)
    parts = parts_of(course, tasks, today)
    now = course.now(today)
    return Onboarded(
        key=seller.key,
        name=seller.name,
        plan=course.begun.plan or "",
        title=title,
        started=course.started,
        day=course.day(today),
        now=next((one for one in parts if one.stretch is now), None),
        every=seller.header.every or (now.phase.every if now else None),
        parts=parts,
        tasks=tuple(tasks),
        reached=tuple(milestones_of(seller)),
        clock=clock,
        signed=course.signed,
    )


def newcomers_of(
    team: Iterable[Seller], settings: Settings, rules: Rules, today: date, order: Order = plainly
) -> Newcomers:
    """Return those in an onboarding: a course that is over, or a probation that was decided, is none any more."""
    found = [one for seller in team for one in _newcomer(seller, settings, rules, today)]
    return Newcomers(sellers=tuple(sorted(found, key=lambda one: (one.started, order(one.name), one.key))))


def tasks_of(seller: Seller, course: Course, today: date) -> list[Task]:
    """Return the steps of an onboarding by day, without those that were dropped."""
    closings = [(step, seller.closing(step)) for step in course.steps]
    kept = [step for step, closing in closings if closing is None or closing.how != "dropped"]
    return sorted((_task(seller, course, step, today) for step in kept), key=lambda one: one.due)


def known_in(tasks: Iterable[Task]) -> list[Task]:
    """Return the steps to brief those who know a subject, of each subject the latest."""
    return list({key_form(one.subject): one for one in tasks if one.subject and one.knows}.values())


def parts_of(course: Course, tasks: Sequence[Task], today: date) -> tuple[Part, ...]:
    """Return the phases of an onboarding, each with those of these steps that stand in it."""
    return tuple(
        Part(one, tuple(task for task in tasks if task.phase == one.name), (one.ends - today).days)
        for one in course.stretches
    )


def _newcomer(seller: Seller, settings: Settings, rules: Rules, today: date) -> Iterable[Newcomer]:
    course = course_of(seller)
    now = course.now(today) if course else None
    if course is None or now is None or terms_of(seller, settings).decision:
        return
    tasks = [one for one in tasks_of(seller, course, today) if not one.skipped]
    yield Newcomer(
        key=seller.key,
        name=seller.name,
        plan=course.begun.plan or "",
        started=course.started,
        day=course.day(today),
        phase=now.name,
        title=now.title,
        done=sum(one.done for one in tasks),
        all=len(tasks),
        late=sum(one.days_late > 0 for one in tasks),
        lights=tuple(lights_of(areas_of(seller))),
        clock=clock_of(seller, settings, rules, today),
    )


def _task(seller: Seller, course: Course, step: Step, today: date) -> Task:
    due = due_of(seller, course, step)
    closing = seller.closing(step)
    done = closing is not None
    over = has_ended(seller)
    late = not (done or over) and is_late(seller, course, step, today)
    before = seller.was(step, "due") if step.id in seller.moves else step.due
    was = before or course.falls(step)
    return Task(
        id=step.id,
        what=step.what,
        owner=step.owner,
        phase=step.phase,
        due=due,
        done=done,
        days_late=days_late(due, today, seller.absences) if late else 0,
        early=is_early(course, step),
        skipped=is_left_out(course, step) or (over and not done),
        private=step.private,
        by_talk=bool(step.by_talk),
        agenda=step.agenda,
        subject=step.subject,
        knows=step.knows,
        settled=closing.on if closing else None,
        was=None if was == due else was,
    )
