"""A talk between manager and seller: the one thing that resets the talk clock."""

from collections.abc import Sequence
from typing import ClassVar

from salescoach.records.base import Fields, Record, kept
from salescoach.records.values import Number, Person


@kept
class Talk(Record):
    """A talk held; `minutes` is its length, `asked` the ids of the questions used, `one_thing` whether it was one."""

    kind = "talk"
    contact = True
    searched = ("agenda", "notes", "lesson", "one_skill")
    forms: ClassVar[Fields] = {
        "whole": ("notes", "lesson"),
        "lesson": ("lesson",),
        "full": ("notes",),
        "timed": ("minutes",),
        "empty": (),
    }
    bare = ()

    agenda: str | None = None
    minutes: Number | None = None
    notes: str | None = None
    lesson: str | None = None
    asked: Sequence[str] = ()
    opened_by: Person | None = None
    one_skill: str | None = None
    one_thing: bool | None = None
