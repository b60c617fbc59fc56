"""Praise given, and developing feedback either way."""

from dataclasses import field
from typing import ClassVar, Literal

from salescoach.records.base import TALK, Fields, Record, kept


@kept
class Praise(Record):
    """What she was thanked for, `deed` (`for`) what kind of thing; `giver` (`from`) is another than the manager."""

    kind = "praise"
    links = TALK
    contact = True
    searched = ("what", "giver")
    told = ("what",)
    forms: ClassVar[Fields] = {"fault_from": ("for", "from"), "fault": ("for",), "from": ("from",), "full": ()}

    what: str
    giver: str | None = field(default=None, metadata={"alias": "from"})
    deed: Literal["fault"] | None = field(default=None, metadata={"alias": "for"})
    talk: str | None = None


@kept
class Valued(Record):
    """What the manager values her for, lastingly (S2.3); said once it is settled, and one at a time is open."""

    kind = "valued"
    links = TALK
    settles = ("kept", "dropped")
    apart = True
    titled = "what"
    searched = ("what",)
    told = ("what",)

    what: str
    talk: str | None = None


@kept
class Feedback(Record):
    """Developing feedback `to` the seller (she has been told) or to the manager; `next` is the next step."""

    kind = "feedback"
    links = TALK
    searched = ("area", "what", "next")
    told = ("to", "area", "what")

    area: str | None = None
    what: str
    next: str | None = None
    to: Literal["seller", "me"] = "seller"
    talk: str | None = None
