"""A goal, and the steps towards it."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from salescoach.records.base import TALK, Record, kept
from salescoach.records.values import Level, Number


@kept
class Goal(Record):
    """What she works towards; `start` and `target` are in `unit` of `measure`."""

    kind: ClassVar[str] = "goal"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = {**TALK, "serves": ("goal",)}
    settles: ClassVar[tuple[str, ...]] = ("kept", "dropped")
    apart: ClassVar[bool] = True
    titled: ClassVar[str] = "title"
    searched: ClassVar[tuple[str, ...]] = ("title", "measure", "unit", "why", "horizon", "serves")
    told: ClassVar[tuple[str, ...]] = ("title",)
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {"due": ("due",), "open": ()}

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

    kind: ClassVar[str] = "progress"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = {**TALK, "goal": ("goal",)}
    searched: ClassVar[tuple[str, ...]] = ("level", "note")
    told: ClassVar[tuple[str, ...]] = ("goal",)
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "value": ("value",),
        "level": ("level",),
        "note": ("note",),
        "bare": (),
    }

    goal: str
    value: Number | None = None
    level: Level | None = None
    note: str | None = None
    talk: str | None = None
