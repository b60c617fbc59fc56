"""A goal, and the steps towards it."""

from dataclasses import field
from datetime import date
from typing import ClassVar

from salescoach.answer import Phrase, phrase
from salescoach.records.base import TALK, Fields, FromTalk, kept
from salescoach.records.values import Figure, Level, Number


def aim_of(goal: "Goal", target: Number | None) -> str | None:
    """Return what a goal aims at, 12 first meetings a month; None without a target."""
    return None if target is None else " ".join(filter(None, (str(target), goal.unit)))


def aiming(goal: "Goal", target: Number | None) -> Phrase | Number | None:
    """Return what a goal aims at with its number as a number: it is written as numbers are where it is read."""
    return target if target is None or not goal.unit else phrase("item.aim", target=target, unit=goal.unit)


def stands(name: str, value: Number, aim: str | None) -> Phrase:
    """Return where a goal stands, of what it aims at where it has a target; a name that says so is not said twice."""
    form = "value" if aim is None else "of_name" if says(name, aim) else "of"
    return phrase(f"record.progress.{form}", name=name, value=value, aim=aim)


def says(name: str, aim: str | None) -> bool:
    """Tell whether the name of a goal says what it aims at: it begins with that number, and has the unit."""
    number, _, unit = (aim or "").partition(" ")
    close = "".join(name.split())
    begins = bool(number) and close.startswith(number) and not close.removeprefix(number)[:1].isdigit()
    return begins and unit in name


@kept
class Goal(FromTalk):
    """What she works towards; `start` and `target` are in `unit` of `measure`, `every` the days between two looks.

    A `figure` of her CRM tells where it stands.
    """

    kind = "goal"
    links: ClassVar[Fields] = {**TALK, "serves": ("goal",)}
    settles = ("kept", "dropped")
    apart = True
    titled = "title"
    searched = ("title", "measure", "unit", "why", "horizon", "serves", "resources")
    told = ("title",)
    forms: ClassVar[Fields] = {"due": ("due",), "open": ()}

    title: str
    measure: str | None = None
    unit: str | None = None
    start: Number | None = None
    target: Number | None = None
    due: date | None = None
    why: str | None = None
    horizon: str | None = None
    serves: str | None = None
    figure: Figure | None = None
    resources: str | None = None
    every: int | None = field(default=None, metadata={"gt": 0})


@kept
class Progress(FromTalk):
    """Where a goal (by id) stood on a day: a value in its unit, a level, or a note."""

    kind = "progress"
    links: ClassVar[Fields] = {**TALK, "goal": ("goal",)}
    speaks_of = "goal"
    searched = ("level", "note")
    told = ("goal",)
    forms: ClassVar[Fields] = {
        **dict.fromkeys(("value", "of", "of_name"), ("value",)),
        "level": ("level",),
        "note": ("note",),
        "bare": (),
    }

    goal: str
    value: Number | None = None
    level: Level | None = None
    note: str | None = None
