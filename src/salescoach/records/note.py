"""A note between talks, or a private one of a talk."""

from salescoach.records.base import TALK, Record, kept


@kept
class Note(Record):
    """Free text; `talk` links it to the talk it was written in."""

    kind = "note"
    links = TALK
    contact = True
    searched = ("text",)
    told = ("text",)
    early = True

    text: str
    talk: str | None = None
