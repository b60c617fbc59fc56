"""A seller's onboarding as her file has it: the plan with its phases and steps, and what she reached when."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import ClassVar

from salescoach.answer import phrase
from salescoach.records.base import TALK, ByName, Record, kept


def check_day(day: int) -> int:
    """Return a day of the course; raise ValueError for 0: the first day at work is day 1, the day before it day -1."""
    if day == 0:
        raise ValueError(phrase("fault.no_day_zero"))
    return day


@kept
class Onboarding(Record):
    """The `plan` that was begun, or the `phase` that she was put in by hand; the latest of each counts (S0.1)."""

    kind: ClassVar[str] = "onboarding"
    searched: ClassVar[tuple[str, ...]] = ("plan", "phase")
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "whole": ("plan", "phase"),
        "plan": ("plan",),
        "phase": ("phase",),
        "bare": (),
    }
    early: ClassVar[bool] = True

    plan: str | None = None
    phase: str | None = None


@kept
class Phase(Record):
    """One part of the plan (`onboarding`, by id): it begins on `day` and lasts `days`; a talk `every` so many days."""

    kind: ClassVar[str] = "phase"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = {"onboarding": ("onboarding",)}
    stays: ClassVar[tuple[str, ...]] = ("onboarding",)
    searched: ClassVar[tuple[str, ...]] = ("phase", "title", "purpose")
    told: ClassVar[tuple[str, ...]] = ("phase", "day", "days")
    early: ClassVar[bool] = True

    phase: str
    title: str | None = None
    day: int = field(metadata={"check": check_day})
    days: int = field(metadata={"ge": 1})
    every: int | None = field(default=None, metadata={"gt": 0})
    purpose: str | None = None
    onboarding: str | None = None


@kept
class Step(Record):
    """What `owner` does in a `phase`, by a `day` of the course, or by `due` where that was written by hand."""

    kind: ClassVar[str] = "step"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = {"onboarding": ("onboarding",)}
    names: ClassVar[tuple[ByName, ...]] = (ByName(("phase",), "phase", "phase"),)
    settles: ClassVar[tuple[str, ...]] = ("kept", "dropped")
    apart: ClassVar[bool] = True
    titled: ClassVar[str] = "what"
    searched: ClassVar[tuple[str, ...]] = ("what", "owner", "phase")
    told: ClassVar[tuple[str, ...]] = ("what", "owner")
    early: ClassVar[bool] = True

    what: str
    owner: str
    phase: str
    day: int = field(metadata={"check": check_day})
    due: date | None = None
    onboarding: str | None = None


@kept
class Milestone(Record):
    """What a new seller reached on a day: first-meeting, first-deal, first-month-on-target (S0.10)."""

    kind: ClassVar[str] = "milestone"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    searched: ClassVar[tuple[str, ...]] = ("milestone", "note")
    told: ClassVar[tuple[str, ...]] = ("milestone",)
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {"full": ("note",), "bare": ()}

    milestone: str
    note: str | None = None
    talk: str | None = None
