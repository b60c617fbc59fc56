"""A note between talks, or a private one of a talk."""

from typing import ClassVar

from salescoach.records.base import Record, kept


@kept
class Note(Record):
    """Free text; `talk` links it to the talk it was written in."""

    kind: ClassVar[str] = "note"
    early: ClassVar[bool] = True

    text: str
    talk: str | None = None
