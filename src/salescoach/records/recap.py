"""The main points of a talk in writing: what was sent, and which areas it told of."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from salescoach.records.base import TALK, Fields, Record, kept
from salescoach.records.keys import key_form

NEVER_IN = ("motivation", "wellbeing")
"""Lights that no recap tells of: they are for a talk, not for a paper."""


@kept
class Recap(Record):
    """The main points of a talk in writing; once it is `sent`, she has been told of the lights of that talk (S1.6).

    With its `text` kept it tells of the `areas` that it names and of no other; `seal` is that of its lines.
    """

    kind = "recap"
    links = TALK
    searched = ("note", "text", "areas")
    forms: ClassVar[Fields] = {"sent": ("sent",), "full": ("note",), "bare": ()}
    bare = ("sent", "talk")

    sent: date | None = None
    note: str | None = None
    talk: str | None = None
    text: str | None = None
    areas: Sequence[str] = ()
    seal: str | None = None

    @property
    def told_of(self) -> Sequence[str] | None:
        """The areas that it tells of; None where no more is known than that it was sent, and it tells of its talk."""
        if self.text is None and not self.areas:
            return None
        return [area for area in self.areas if key_form(area) not in NEVER_IN]
