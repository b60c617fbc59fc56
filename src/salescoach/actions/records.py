"""Which small actions the manager wants to make habits of (S2.2)."""

from collections.abc import Sequence
from typing import ClassVar

from salescoach.records.base import Fields, Record, kept


@kept
class Chosen(Record):
    """The small actions that are chosen from a day on, by name; the latest counts, and none may be left in it."""

    kind = "chosen"
    searched = ("actions",)
    told = ("actions",)
    forms: ClassVar[Fields] = {"full": ("actions",), "bare": ()}

    actions: Sequence[str]
