"""An example of how she acted on one of the values of the firm (S0.7)."""

from salescoach.records.base import FromTalk, kept


@kept
class Example(FromTalk):
    """How she acted on a `value` of the settings."""

    kind = "value"
    searched = ("value", "what")
    told = ("value", "what")

    value: str
    what: str
