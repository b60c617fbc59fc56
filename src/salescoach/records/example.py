"""An example of how she acted on one of the values of the firm (S0.7)."""

from typing import ClassVar

from salescoach.records.base import Record, kept


@kept
class Example(Record):
    """How she acted on a `value` of the settings."""

    kind: ClassVar[str] = "value"

    value: str
    what: str
    talk: str | None = None
