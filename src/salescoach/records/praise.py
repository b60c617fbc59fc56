"""Praise given, and developing feedback either way."""

from dataclasses import field
from typing import ClassVar, Literal

from salescoach.records.base import Fields, FromTalk, kept


@kept
class Praise(FromTalk):
    """What she was thanked for, `deed` (`for`) what kind of thing; `giver` (`from`) is another than the manager."""

    kind = "praise"
    contact = True
    searched = ("what", "giver")
    told = ("what",)
    forms: ClassVar[Fields] = {"fault_from": ("for", "from"), "fault": ("for",), "from": ("from",), "full": ()}

    what: str
    giver: str | None = field(default=None, metadata={"alias": "from"})
    deed: Literal["fault"] | None = field(default=None, metadata={"alias": "for"})


@kept
class Valued(FromTalk):
    """What the manager values her for, lastingly (S2.3); said once it is settled, and one at a time is open."""

    kind = "valued"
    settles = ("kept", "dropped")
    apart = True
    titled = "what"
    searched = ("what",)
    told = ("what",)

    what: str


@kept
class Feedback(FromTalk):
    """Developing feedback `to` the seller (she has been told) or to the manager; `next` is the next step."""

    kind = "feedback"
    searched = ("area", "what", "next")
    told = ("to", "area", "what")

    area: str | None = None
    what: str
    next: str | None = None
    to: Literal["seller", "me"] = "seller"
