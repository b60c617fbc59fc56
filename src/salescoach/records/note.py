"""A note between talks, or a private one of a talk."""

from salescoach.records.base import FromTalk, kept


@kept
class Note(FromTalk):
    """Free text; `talk` links it to the talk it was written in."""

    kind = "note"
    contact = True
    searched = ("text",)
    told = ("text",)
    early = True

    text: str
