"""A seller's onboarding as her file has it: the plan with its phases and steps, and what she reached when."""

from dataclasses import field
from datetime import date
from typing import ClassVar

from salescoach.answer import phrase
from salescoach.records.base import ByName, Fields, FromTalk, Record, kept


def check_day(day: int) -> int:
    """Return a day of the course; raise ValueError for 0: the first day at work is day 1, the day before it day -1."""
    if day == 0:
        raise ValueError(phrase("fault.no_day_zero"))
    return day


@kept
class Onboarding(Record):
    """The `plan` that was begun, or the `phase` that she was put in by hand; the latest of each counts (S0.1).

    From the day on which the contract was `signed` until her first day run the phases before it.
    """

    kind = "onboarding"
    searched = ("plan", "phase")
    forms: ClassVar[Fields] = {
        "whole": ("plan", "phase"),
        "plan": ("plan",),
        "phase": ("phase",),
        "signed": ("signed",),
        "bare": (),
    }
    early = True

    plan: str | None = None
    phase: str | None = None
    signed: date | None = None


@kept
class Phase(Record):
    """One part of the plan (`onboarding`, by id): it begins on `day` and lasts `days`; a talk `every` so many days."""

    kind = "phase"
    links: ClassVar[Fields] = {"onboarding": ("onboarding",)}
    stays = ("onboarding",)
    searched = ("phase", "title", "purpose")
    told = ("phase", "day", "days")
    early = True

    phase: str
    title: str | None = None
    day: int = field(metadata={"check": check_day})
    days: int = field(metadata={"ge": 1})
    every: int | None = field(default=None, metadata={"gt": 0})
    purpose: str | None = None
    onboarding: str | None = None


@kept
class Step(Record):
    """What `owner` does in a `phase`, by a `day` of the course, or by `due` where that was written by hand.

    One `by_talk` is a talk of the manager's with the seller, which may settle it; a talk after its `agenda` does. One
    with a `subject` is to brief whoever `knows` it inside the firm, who teaches it (S0.1).
    """

    kind = "step"
    links: ClassVar[Fields] = {"onboarding": ("onboarding",)}
    names = (ByName(("phase",), "phase", "phase"),)
    settles = ("kept", "dropped")
    apart = True
    titled = "what"
    searched = ("what", "owner", "phase", "agenda", "subject", "knows")
    told = ("what", "owner")
    early = True

    what: str
    owner: str
    phase: str
    day: int = field(metadata={"check": check_day})
    due: date | None = None
    by_talk: bool | None = None
    agenda: str | None = None
    subject: str | None = None
    knows: str | None = None
    onboarding: str | None = None


@kept
class Milestone(FromTalk):
    """What a new seller reached on a day: first-meeting, first-deal, first-month-on-target (S0.10)."""

    kind = "milestone"
    searched = ("milestone", "note")
    told = ("milestone",)
    forms: ClassVar[Fields] = {"full": ("note",), "bare": ()}

    milestone: str
    note: str | None = None


@kept
class Retro(Record):
    """A lesson of an onboarding, chosen when it was looked back on (S0.10)."""

    kind = "retro"
    searched = ("lesson",)
    told = ("lesson",)

    lesson: str
