"""The retrospective: what each who took part says of an onboarding, and the lessons of it (S0.10)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.course import course_of, is_late
from salescoach.errors import NotARole
from salescoach.records.keys import key_form
from salescoach.records.onboarding import Milestone
from salescoach.records.retro import Retro
from salescoach.records.seller import Seller

MOST = 3
"""Lessons of one onboarding: more are not acted on."""

NEXT_TIME = frozenset({"next-time"})
"""The shipped questions that ask for a lesson."""


@dataclass(frozen=True)
class Asking:
    """What one role is asked: its questions by id, and which of them asks for a lesson."""

    role: str
    title: str
    questions: Mapping[str, str]
    lesson: str


@dataclass(frozen=True)
class Lesson:
    """One lesson of the onboarding of `name`; with a `role` it is that side's own words, and none was chosen."""

    text: str
    name: str
    on: date
    role: str | None = None


@dataclass(frozen=True)
class Answered:
    """The latest answer to a question; `older` other ones were given before it."""

    question: str
    asked: str
    text: str
    on: date
    older: int = 0


@dataclass(frozen=True)
class Side:
    """What one role said: answers in the order of its questions, and what stands under none of them."""

    role: str
    title: str
    answers: tuple[Answered, ...]
    unplaced: tuple[Retro, ...] = ()


@dataclass(frozen=True)
class Measure:
    """A milestone, when it was reached, and which day at work that was; None where the first one is not known."""

    milestone: str
    on: date
    day: int | None


@dataclass(frozen=True)
class Steps:
    """How many steps of the plan were done in time, how many late, and how many are open."""

    in_time: int
    late: int
    open: int


@dataclass(frozen=True, kw_only=True)
class Retrospective(Answer):
    """All sides of one onboarding; `lessons` are the chosen ones, or where none is each side's own words for one."""

    key: str
    name: str
    sides: tuple[Side, ...]
    waiting: tuple[Asking, ...]
    lessons: tuple[Lesson, ...]
    measures: tuple[Measure, ...]
    steps: Steps | None


@dataclass(frozen=True, kw_only=True)
class Line:
    """One retrospective in a line: the roles that answered, when the latest of it was noted, and its lessons."""

    key: str
    name: str
    left: bool
    on: date
    roles: tuple[str, ...]
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, kw_only=True)
class Retrospectives(Answer):
    """Every retrospective there is, the latest first."""

    all: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Form(Answer):
    """What is mailed to one who took part: the questions of a role about one seller."""

    key: str
    name: str
    asking: Asking

    @property
    def opening(self) -> tuple[Phrase, ...]:
        """What stands before the questions: why they are asked, how to answer, what becomes of it, whom it is about."""
        kept = "retro.kept_own" if self.asking.role == "new-hire" else "retro.kept"
        return (
            phrase("retro.why"),
            phrase("retro.how"),
            phrase(kept, name=self.name),
            about(self.name),
            says(self.asking.role),
        )

    @property
    def passages(self) -> tuple[Phrase, ...]:
        """All that it says beside its title and its questions: what comes back with the answers and is none."""
        return (phrase("retro.form", name=self.name), *self.opening, phrase("retro.thanks"))


def about(name: str) -> Phrase:
    """Return the line by which a form that came back tells whom it is about."""
    return phrase("retro.about", name=name)


def says(role: str) -> Phrase:
    """Return the line by which a form that came back tells who answered."""
    return phrase("retro.role", role=role)


def askings_of(table: Mapping[str, Any], name: str) -> list[Asking]:
    """Return what each role is asked about a seller of that first name."""
    return [
        Asking(
            role=role["name"],
            title=role["title"].replace("{name}", name),
            questions={one["id"]: one["text"].replace("{name}", name) for one in role["question"]},
            lesson=next(one["id"] for one in role["question"] if one.get("lesson")),
        )
        for role in table["role"]
    ]


def asking_of(askings: Sequence[Asking], typed: str) -> Asking:
    """Return what the role that was typed is asked; raise NotARole."""
    found = next((one for one in askings if key_form(one.role) == key_form(typed)), None)
    if found is None:
        raise NotARole(text=typed, known=[one.role for one in askings])
    return found


def retrospective_of(seller: Seller, askings: Sequence[Asking]) -> Retrospective:
    """Return all sides of an onboarding, in the order of the roles, and what was learned from it."""
    sides = [side for one in askings if (side := _side(seller, one)).answers or side.unplaced]
    answered = {one.role for one in sides}
    return Retrospective(
        key=seller.key,
        name=seller.name,
        sides=tuple(sides),
        waiting=tuple(one for one in askings if one.role not in answered),
        lessons=tuple(lessons_of([seller], {one.lesson for one in askings})),
        measures=tuple(_measures(seller)),
        steps=_steps(seller),
    )


def retrospectives_of(sellers: Iterable[Seller], askings: Sequence[Asking]) -> Retrospectives:
    """Return a line for each seller of whose onboarding anything was said."""
    asked = {one.lesson for one in askings}
    lines = [_line(one, records, asked) for one in sellers if (records := one.all(Retro))]
    return Retrospectives(all=tuple(sorted(lines, key=lambda one: one.on, reverse=True)))


def lessons_of(sellers: Iterable[Seller], asked: Collection[str] = NEXT_TIME) -> list[Lesson]:
    """Return the lessons of these sellers, newest first and at most three of each.

    For a seller with none chosen, the answers to the questions `asked` for one stand in.
    """
    found = [one for seller in sellers for one in _lessons(seller, asked)]
    return sorted(found, key=lambda one: one.on, reverse=True)


def _lessons(seller: Seller, asked: Collection[str]) -> list[Lesson]:
    records = seller.all(Retro)
    chosen = [Lesson(one.lesson, seller.name, one.on) for one in records if one.lesson]
    latest = {one.role: one for one in records if one.role and one.answer and one.question in asked}
    own = [Lesson(_sentence(str(one.answer)), seller.name, one.on, one.role) for one in latest.values()]
    return sorted(chosen or own, key=lambda one: one.on)[: -MOST - 1 : -1]


def _sentence(answer: str) -> str:
    """Return an answer in one line, its points with semicolons between them."""
    return "; ".join(line.lstrip("-*• ") for line in answer.splitlines() if line.strip())


def _line(seller: Seller, records: Sequence[Retro], asked: Collection[str]) -> Line:
    roles = dict.fromkeys(one.role for one in records if one.role and one.answer)
    return Line(
        key=seller.key,
        name=seller.name,
        left=seller.left,
        on=records[-1].on,
        roles=tuple(roles),
        lessons=tuple(lessons_of([seller], asked)),
    )


def _side(seller: Seller, asking: Asking) -> Side:
    records = [one for one in seller.all(Retro) if one.role == asking.role and one.answer]
    given = list(dict.fromkeys(one.question for one in records if one.question))
    order = [*asking.questions, *(one for one in given if one not in asking.questions)]
    answers = [
        _answered(one, asking, [each for each in records if each.question == one]) for one in order if one in given
    ]
    return Side(asking.role, asking.title, tuple(answers), tuple(one for one in records if not one.question))


def _answered(question: str, asking: Asking, records: Sequence[Retro]) -> Answered:
    latest = records[-1]
    asked = asking.questions.get(question, question)
    return Answered(question, asked, str(latest.answer), latest.on, len(records) - 1)


def _measures(seller: Seller) -> list[Measure]:
    """Return when each milestone was reached for the first time, in the order of time."""
    first: dict[str, Milestone] = {}
    for one in seller.all(Milestone):
        first.setdefault(key_form(one.milestone), one)
    return [Measure(name, one.on, _day(seller.header.started, one.on)) for name, one in first.items()]


def _day(started: date | None, on: date) -> int | None:
    """Return which day at work it was, as a course counts them: there is no day 0."""
    days = None if started is None else (on - started).days
    return days if days is None or days < 0 else days + 1


def _steps(seller: Seller) -> Steps | None:
    """Return how the steps of the plan went, without those that were dropped; None where there is no plan."""
    course = course_of(seller)
    if course is None:
        return None
    closings = [(step, seller.closing(step)) for step in course.steps]
    kept = [(step, closing.on) for step, closing in closings if closing is not None and closing.how == "kept"]
    late = sum(is_late(seller, course, step, on) for step, on in kept)
    return Steps(len(kept) - late, late, sum(closing is None for _, closing in closings))
