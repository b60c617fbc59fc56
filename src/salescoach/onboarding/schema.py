"""The shape of a plan for a new seller, onboarding/NAME.toml, and what in a file fits none: a step in no phase."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from salescoach.answer import phrase
from salescoach.errors import Problem
from salescoach.expectations.schema import Expectation
from salescoach.journal.read import Source
from salescoach.journal.shapes import Fault, Shape
from salescoach.journal.templates import shipped
from salescoach.records.keys import key_form
from salescoach.records.onboarding import check_day

_ALIKE = 0.85
"""So near that it is a slip of the finger: others than the three milestones may be noted beside them."""

Day = Annotated[int, AfterValidator(check_day)]
"""A day of the course: 1 is the first day at work, -1 the day before it."""


class PlanStep(Shape):
    """A step of a plan: what, by whom, on which day of the course; one `by_talk`, or after an `agenda`, is a talk.

    What is of one `subject` is for who knows it.
    """

    what: str = Field(pattern=r"\S")
    owner: Literal["manager", "buddy", "knowledge owner", "seller", "HR"]
    day: Day
    by_talk: bool = False
    agenda: str | None = None
    subject: str | None = None


class PlanPhase(Shape):
    """A phase of a plan, and what belongs to it."""

    phase: str = Field(pattern=r"\S")
    title: str
    day: Day
    days: int = Field(ge=1)
    every: int | None = Field(default=None, gt=0)
    purpose: str
    step: list[PlanStep] = Field(default_factory=list)
    expectation: list[Expectation] = Field(default_factory=list)


class Plan(Shape):
    """A plan for a new seller, onboarding/NAME.toml."""

    title: str
    phase: list[PlanPhase] = Field(min_length=1)

    @staticmethod
    def faults(own: Mapping[str, Any]) -> Iterator[Fault]:
        """Give the key of each phase that cannot stand where it stands, and why: out of order, or of a name twice."""
        names = [key_form(one["phase"]) for one in own["phase"]]
        for at, name in enumerate(names):
            if name in names[:at]:
                yield ("phase", at, "phase"), phrase("fault.same_phase")
        for at, (one, following) in enumerate(pairwise(own["phase"]), 1):
            if following["day"] <= one["day"]:
                yield ("phase", at, "day"), phrase("fault.begins_early", day=following["day"])


def faults(source: Source, _seller: object, _template: object, *, private: bool) -> Iterator[Problem]:
    """Give what fits nothing in a file, what is private only with `private`."""
    phases = {key_form(str(row.get("phase"))) for _, row in source.rows("phase", private=True)}
    for at, row in source.rows("step", private=private):
        name = row.get("phase")
        if isinstance(name, str) and key_form(name) not in phases:
            yield source.problem("no_phase", "step", at, "phase", name=name)
    known = shipped("marks")["milestone"]
    for at, row in source.rows("milestone", private=private):
        name = str(row.get("milestone"))
        form = key_form(name)
        near = [] if form in known else get_close_matches(form, known, n=1, cutoff=_ALIKE)
        if near:
            yield source.problem("unknown_near", "milestone", at, "milestone", name=name, near=near[0])
