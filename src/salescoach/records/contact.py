"""Small engagement actions and short contacts."""

from collections.abc import Sequence
from typing import ClassVar

from salescoach.records.base import Fields, FromTalk, Record, kept


@kept
class Action(FromTalk):
    """A small engagement action done, by its name in actions.toml (S2.2)."""

    kind = "action"
    contact = True
    searched = ("action", "note")
    told = ("action",)
    forms: ClassVar[Fields] = {"full": ("note",), "bare": ()}

    action: str
    note: str | None = None


@kept
class Touch(FromTalk):
    """A contact that is no talk: a call, a message, a visit (S3.3)."""

    kind = "touch"
    contact = True
    searched = ("channel", "note")
    forms: ClassVar[Fields] = {"both": ("channel", "note"), "full": ("note",), "bare": ("channel",), "empty": ()}
    bare = ()

    channel: str | None = None
    note: str | None = None


@kept
class Chosen(Record):
    """The small actions that the manager builds up from a day on, by name; the latest counts, and may have none."""

    kind = "chosen"
    searched = ("actions",)
    told = ("actions",)
    forms: ClassVar[Fields] = {"full": ("actions",), "bare": ()}

    actions: Sequence[str]
