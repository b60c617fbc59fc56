"""Small engagement actions and short contacts."""

from typing import ClassVar

from salescoach.records.base import Record, kept


@kept
class Action(Record):
    """A small engagement action done, by its name in actions.toml (S2.2)."""

    kind: ClassVar[str] = "action"

    action: str
    note: str | None = None
    talk: str | None = None


@kept
class Touch(Record):
    """A contact that is no talk: a call, a message, a visit (S3.3)."""

    kind: ClassVar[str] = "touch"
    bare: ClassVar[tuple[str, ...] | None] = ()

    channel: str | None = None
    note: str | None = None
    talk: str | None = None
