"""A note between talks, or a private one of a talk."""

from collections.abc import Mapping
from typing import ClassVar

from salescoach.records.base import TALK, Record, kept


@kept
class Note(Record):
    """Free text; `talk` links it to the talk it was written in."""

    kind: ClassVar[str] = "note"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    contact: ClassVar[bool] = True
    searched: ClassVar[tuple[str, ...]] = ("text",)
    told: ClassVar[tuple[str, ...]] = ("text",)
    early: ClassVar[bool] = True

    text: str
    talk: str | None = None
