"""The retrospective: what each who took part says of an onboarding, and the lessons of it (S0.10)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date

from salescoach.answer import Answer
from salescoach.coaching.schedule import course_of, day_of, is_late
from salescoach.forms.records import Answered as Given
from salescoach.forms.rules.form import Asking
from salescoach.forms.rules.rounds import answered, out_of
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.records.onboarding import Milestone, Retro
from salescoach.records.seller import Seller

RETRO = "retro"
"""The form that asks about an onboarding."""

MOST = 3
"""Lessons of one onboarding: more are not acted on."""

MILESTONES = ("first-meeting", "first-deal", "first-month-on-target")
"""What the days are counted to for everybody (S0.10); others can be noted beside them."""


@frozen
class Reached:
    """A milestone, the day it was reached, and which day at work that was; None where the first one is not known."""

    milestone: str
    on: date
    day: int | None


@frozen
class Lesson:
    """One lesson of the onboarding of `name`; with a `role` it is that side's own words, and none was chosen."""

    text: str
    name: str
    on: date
    role: str | None = None


@frozen
class Answered:
    """The latest answer to a question; `older` other ones were given before it."""

    question: str
    asked: str
    text: str
    on: date
    older: int = 0


@frozen
class Side:
    """What one role said: answers in the order of its questions, and what stands under none of them."""

    role: str
    title: str
    answers: tuple[Answered, ...]
    unplaced: tuple[Given, ...] = ()


@frozen(kw_only=True)
class Retrospective(Answer):
    """All sides of one onboarding; `lessons` are the chosen ones, or where none is each side's own words for one.

    `steps` are those of the plan: how many were done in time, how many late, are open, and overdue of these. `out` are
    the roles whose form is out, and since when.
    """

    key: str
    name: str
    sides: tuple[Side, ...]
    waiting: tuple[Asking, ...]
    lessons: tuple[Lesson, ...]
    measures: tuple[Reached, ...]
    steps: Mapping[str, int] | None
    out: Mapping[str, date] = field(default_factory=dict)


@frozen(kw_only=True)
class Line:
    """One retrospective in a line: the roles that answered, when the latest of it was noted, and its lessons."""

    key: str
    name: str
    left: bool
    on: date
    roles: tuple[str, ...]
    lessons: tuple[Lesson, ...]


@frozen(kw_only=True)
class Retrospectives(Answer):
    """Every retrospective there is, the latest first."""

    all: tuple[Line, ...]


def retrospective_of(seller: Seller, askings: Sequence[Asking], today: date) -> Retrospective:
    """Return all sides of an onboarding, in the order of the roles, and what was learned from it."""
    sides = [side for one in askings if (side := _side(seller, one)).answers or side.unplaced]
    answered = {one.role for one in sides}
    return Retrospective(
        key=seller.key,
        name=seller.name,
        sides=tuple(sides),
        waiting=tuple(one for one in askings if one.role not in answered),
        lessons=tuple(lessons_of([seller], askings)),
        measures=tuple(milestones_of(seller)),
        steps=_steps(seller, today),
        out={one.role: one.on for one in out_of(seller) if one.form == RETRO},
    )


def retrospectives_of(sellers: Iterable[Seller], askings: Sequence[Asking]) -> Retrospectives:
    """Return a line for each seller of whose onboarding anything was said."""
    lines = [
        Line(
            key=one.key,
            name=one.name,
            left=one.left,
            on=max(each.on for each in (*said, *chosen)),
            roles=tuple(dict.fromkeys(each.role for each in said)),
            lessons=tuple(lessons_of([one], askings)),
        )
        for one in sellers
        for said, chosen in [(_said(one), one.all(Retro))]
        if said or chosen
    ]
    return Retrospectives(all=tuple(sorted(lines, key=lambda one: one.on, reverse=True)))


def lessons_of(sellers: Iterable[Seller], askings: Sequence[Asking]) -> list[Lesson]:
    """Return the lessons of these sellers, newest first, three of each; else what each role said for one."""
    found = [one for seller in sellers for one in _lessons(seller, askings)]
    return sorted(found, key=lambda one: one.on, reverse=True)


def milestones_of(seller: Seller) -> list[Reached]:
    """Return each milestone when it was first reached, in the order of time."""
    first: dict[str, Milestone] = {}
    for one in seller.all(Milestone):
        first.setdefault(key_form(one.milestone), one)
    started = seller.header.started
    return [Reached(name, one.on, day_of(started, one.on) if started else None) for name, one in first.items()]


def _said(seller: Seller) -> list[Given]:
    return [one for one in seller.all(Given) if one.form == RETRO]


def _lessons(seller: Seller, askings: Sequence[Asking]) -> list[Lesson]:
    chosen = [Lesson(one.lesson, seller.name, one.on) for one in seller.all(Retro)]
    own = [
        Lesson(_sentence(said.text), seller.name, said.on, one.role)
        for one in askings
        for id_, said in answered(seller, RETRO, one.role).items()
        if id_ in one.becoming("lesson")
    ]
    return sorted(chosen or own, key=lambda one: one.on)[: -MOST - 1 : -1]


def _sentence(answer: str) -> str:
    return "; ".join(line.lstrip("-*• ") for line in answer.splitlines() if line.strip())


def _side(seller: Seller, asking: Asking) -> Side:
    records = [one for one in _said(seller) if one.role == asking.role]
    given = list(dict.fromkeys(one.question for one in records if one.question))
    texts = asking.texts
    answers = []
    for question in sorted(given, key=lambda one: [*texts, one].index(one)):
        *older, latest = (one for one in records if one.question == question)
        answers.append(Answered(question, texts.get(question, question), latest.text, latest.on, len(older)))
    return Side(asking.role, asking.title, tuple(answers), tuple(one for one in records if not one.question))


def _steps(seller: Seller, today: date) -> dict[str, int] | None:
    """Return how the steps of the plan went, without those that were dropped; None where there is no plan."""
    course = course_of(seller)
    if course is None:
        return None
    closings = [(step, seller.closing(step)) for step in course.steps]
    kept = [(step, closing.on) for step, closing in closings if closing is not None and closing.how == "kept"]
    late = sum(is_late(seller, course, step, on) for step, on in kept)
    left = [step for step, closing in closings if closing is None]
    overdue = sum(is_late(seller, course, step, today) for step in left)
    return {"in_time": len(kept) - late, "late": late, "open": len(left), "overdue": overdue}
