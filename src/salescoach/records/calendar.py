"""What stands in the calendar: the next talk, and who is away."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from salescoach.records.base import TALK, Record, kept


@kept
class Booking(Record):
    """The next talk is on `next`, after an `agenda` where one was named; the latest booking of an agenda wins."""

    kind: ClassVar[str] = "booking"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    searched: ClassVar[tuple[str, ...]] = ("agenda",)
    told: ClassVar[tuple[str, ...]] = ("next",)
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {"named": ("agenda",), "plain": ()}
    early: ClassVar[bool] = True
    bare: ClassVar[tuple[str, ...] | None] = ("next", "agenda")

    next: date
    agenda: str | None = None
    talk: str | None = None


@kept
class Away(Record):
    """Away from `first` to `last`, both included; in me.toml it is the manager who is."""

    kind: ClassVar[str] = "away"
    searched: ClassVar[tuple[str, ...]] = ("why",)
    told: ClassVar[tuple[str, ...]] = ("first", "last")
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {"full": ("why",), "bare": ()}
    early: ClassVar[bool] = True
    bare: ClassVar[tuple[str, ...] | None] = ("first", "last")

    first: date
    last: date
    why: str | None = None
