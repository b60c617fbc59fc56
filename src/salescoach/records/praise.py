"""Praise given, and developing feedback either way."""

from dataclasses import field
from typing import ClassVar, Literal

from salescoach.records.base import TALK, Fields, Record, kept


@kept
class Praise(Record):
    """What she was thanked for; `giver` (`from` in the file) names another person than the manager."""

    kind = "praise"
    links = TALK
    contact = True
    searched = ("what", "giver")
    told = ("what",)
    forms: ClassVar[Fields] = {"from": ("from",), "full": ()}

    what: str
    giver: str | None = field(default=None, metadata={"alias": "from"})
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
