"""A goal, and the steps towards it."""

from datetime import date
from typing import ClassVar

from salescoach.records.base import TALK, Fields, Record, kept
from salescoach.records.values import Level, Number


@kept
class Goal(Record):
    """What she works towards; `start` and `target` are in `unit` of `measure`."""

    kind = "goal"
    links: ClassVar[Fields] = {**TALK, "serves": ("goal",)}
    settles = ("kept", "dropped")
    apart = True
    titled = "title"
    searched = ("title", "measure", "unit", "why", "horizon", "serves")
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
    talk: str | None = None


@kept
class Progress(Record):
    """Where a goal (by id) stood on a day: a value in its unit, a level, or a note."""

    kind = "progress"
    links: ClassVar[Fields] = {**TALK, "goal": ("goal",)}
    searched = ("level", "note")
    told = ("goal",)
    forms: ClassVar[Fields] = {"value": ("value",), "level": ("level",), "note": ("note",), "bare": ()}

    goal: str
    value: Number | None = None
    level: Level | None = None
    note: str | None = None
    talk: str | None = None
