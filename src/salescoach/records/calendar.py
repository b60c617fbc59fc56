"""What stands in the calendar: the next talk, and who is away."""

from datetime import date
from typing import ClassVar

from salescoach.records.base import Record, kept


@kept
class Booking(Record):
    """The next talk is on `next`; the latest booking wins."""

    kind: ClassVar[str] = "booking"
    early: ClassVar[bool] = True
    bare: ClassVar[tuple[str, ...] | None] = ("next",)

    next: date
    talk: str | None = None


@kept
class Away(Record):
    """Away from `first` to `last`, both included; in me.toml it is the manager who is."""

    kind: ClassVar[str] = "away"
    early: ClassVar[bool] = True
    bare: ClassVar[tuple[str, ...] | None] = ("first", "last")

    first: date
    last: date
    why: str | None = None
