"""Praise given, and developing feedback either way."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, Literal

from salescoach.records.base import TALK, Record, kept


@kept
class Praise(Record):
    """What she was thanked for; `giver` (`from` in the file) names another person than the manager."""

    kind: ClassVar[str] = "praise"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    contact: ClassVar[bool] = True
    searched: ClassVar[tuple[str, ...]] = ("what", "giver")
    told: ClassVar[tuple[str, ...]] = ("what",)
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {"from": ("from",), "full": ()}

    what: str
    giver: str | None = field(default=None, metadata={"alias": "from"})
    talk: str | None = None


@kept
class Feedback(Record):
    """Developing feedback `to` the seller (she has been told) or to the manager; `next` is the next step."""

    kind: ClassVar[str] = "feedback"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    searched: ClassVar[tuple[str, ...]] = ("area", "what", "next")
    told: ClassVar[tuple[str, ...]] = ("to", "area", "what")

    area: str | None = None
    what: str
    next: str | None = None
    to: Literal["seller", "me"] = "seller"
    talk: str | None = None
