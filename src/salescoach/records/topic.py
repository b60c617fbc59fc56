"""What is to be talked about, what she needs, and the one thing that she practises."""

from dataclasses import field
from typing import ClassVar

from salescoach.records.base import TALK, Fields, FromTalk, Record, kept
from salescoach.records.values import Person


@kept
class Topic(FromTalk):
    """Something carried to the next talk; `raised_by` (`from` in the file) tells whose topic it is."""

    kind = "topic"
    settles = ("kept", "dropped")
    titled = "what"
    searched = ("what",)
    told = ("what",)

    what: str
    raised_by: Person = field(default="seller", metadata={"alias": "from"})


@kept
class Need(FromTalk):
    """What the seller needs from her manager (S0.9)."""

    kind = "need"
    settles = ("kept", "dropped")
    titled = "what"
    searched = ("what",)
    told = ("what",)

    what: str


@kept
class Focus(FromTalk):
    """The one thing that the seller practises: an `area` of the one list, or any other words, and `what` of it."""

    kind = "focus"
    settles = ("kept", "dropped")
    titled = "area"
    searched = ("area", "what")
    told = ("area",)
    forms: ClassVar[Fields] = {"full": ("what",), "bare": ()}

    area: str
    what: str | None = None


@kept
class Lesson(Record):
    """The manager's own reflection between talks; the one of a talk stands in the talk (S1.7)."""

    kind = "lesson"
    links = TALK
    searched = ("text",)
    told = ("text",)

    text: str
    talk: str | None = None
    by: Person = "me"
