"""An example of how she acted on one of the values of the firm (S0.7)."""

from collections.abc import Mapping
from typing import ClassVar

from salescoach.records.base import TALK, Record, kept


@kept
class Example(Record):
    """How she acted on a `value` of the settings."""

    kind: ClassVar[str] = "value"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    searched: ClassVar[tuple[str, ...]] = ("value", "what")
    told: ClassVar[tuple[str, ...]] = ("value", "what")

    value: str
    what: str
    talk: str | None = None
