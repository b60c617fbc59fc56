"""What stands in the calendar: the next talk, and who is away."""

from datetime import date
from typing import ClassVar

from salescoach.records.base import Fields, FromTalk, Record, kept


@kept
class Booking(FromTalk):
    """The next talk is on `next`, `at` a time such as 14:00, after an `agenda`; the latest of an agenda wins."""

    kind = "booking"
    searched = ("agenda",)
    told = ("next",)
    forms: ClassVar[Fields] = {
        "timed_named": ("at", "agenda"), "named": ("agenda",), "timed": ("at",), "plain": ()
    }  # fmt: skip
    early = True
    bare = ("next", "at")

    next: date
    agenda: str | None = None
    at: str | None = None


@kept
class Away(Record):
    """Away from `first` to `last`, both included; in me.toml it is the manager who is.

    It takes the place of the one that it is `of`, or with the same first day; `cancelled`, nobody is away then.
    """

    kind = "away"
    links: ClassVar[Fields] = {"of": ("away",)}
    stays = ("of",)
    speaks_of = "of"
    searched = ("why",)
    told = ("first", "last")
    forms: ClassVar[Fields] = {"cancelled": ("cancelled",), "full": ("why",), "bare": ()}
    early = True
    bare = ("first", "last", "of", "cancelled")

    first: date
    last: date
    why: str | None = None
    of: str | None = None
    cancelled: bool | None = None
