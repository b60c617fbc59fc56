"""What is to be talked about, and what she needs."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from salescoach.records.base import TALK, Record, kept
from salescoach.records.values import Person


@kept
class Topic(Record):
    """Something carried to the next talk; `raised_by` (`from` in the file) tells whose topic it is."""

    kind: ClassVar[str] = "topic"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    settles: ClassVar[tuple[str, ...]] = ("kept", "dropped")
    titled: ClassVar[str] = "what"
    searched: ClassVar[tuple[str, ...]] = ("what",)
    told: ClassVar[tuple[str, ...]] = ("what",)

    what: str
    raised_by: Person = field(default="seller", metadata={"alias": "from"})
    talk: str | None = None


@kept
class Need(Record):
    """What the seller needs from her manager (S0.9)."""

    kind: ClassVar[str] = "need"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    settles: ClassVar[tuple[str, ...]] = ("kept", "dropped")
    titled: ClassVar[str] = "what"
    searched: ClassVar[tuple[str, ...]] = ("what",)
    told: ClassVar[tuple[str, ...]] = ("what",)

    what: str
    talk: str | None = None


@kept
class Lesson(Record):
    """The manager's own reflection between talks; the one of a talk stands in the talk (S1.7)."""

    kind: ClassVar[str] = "lesson"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    searched: ClassVar[tuple[str, ...]] = ("text",)
    told: ClassVar[tuple[str, ...]] = ("text",)

    text: str
    talk: str | None = None
    by: Person = "me"
