"""An example of how she acted on one of the values of the firm (S0.7)."""

from salescoach.records.base import TALK, Record, kept


@kept
class Example(Record):
    """How she acted on a `value` of the settings."""

    kind = "value"
    links = TALK
    searched = ("value", "what")
    told = ("value", "what")

    value: str
    what: str
    talk: str | None = None
