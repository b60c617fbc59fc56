"""Small engagement actions and short contacts."""

from collections.abc import Mapping
from typing import ClassVar

from salescoach.records.base import TALK, Record, kept


@kept
class Action(Record):
    """A small engagement action done, by its name in actions.toml (S2.2)."""

    kind: ClassVar[str] = "action"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    contact: ClassVar[bool] = True
    searched: ClassVar[tuple[str, ...]] = ("action", "note")
    told: ClassVar[tuple[str, ...]] = ("action",)
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {"full": ("note",), "bare": ()}

    action: str
    note: str | None = None
    talk: str | None = None


@kept
class Touch(Record):
    """A contact that is no talk: a call, a message, a visit (S3.3)."""

    kind: ClassVar[str] = "touch"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    contact: ClassVar[bool] = True
    searched: ClassVar[tuple[str, ...]] = ("channel", "note")
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "both": ("channel", "note"),
        "full": ("note",),
        "bare": ("channel",),
        "empty": (),
    }
    bare: ClassVar[tuple[str, ...] | None] = ()

    channel: str | None = None
    note: str | None = None
    talk: str | None = None
