"""How what is open ends, goes on or is moved to another day: promises, topics, needs, goals and steps alike."""

from datetime import date
from typing import ClassVar, Literal

from salescoach.records.base import TALK, Fields, FromTalk, kept
from salescoach.records.values import Number

How = Literal["kept", "dropped", "moved", "held"]

GOES_ON = {"moved", "held"}
"""How what is open can be settled without an end: it has another day, or was looked at and holds."""


@kept
class Settled(FromTalk):
    """How a commitment, topic, need, goal or step (`of`, by id) ended, or held; in older files what Moved says."""

    kind = "settled"
    links: ClassVar[Fields] = {**TALK, "of": ()}
    stays = ("of",)
    speaks_of = "of"
    searched = ("why",)
    told = ("of", "how")
    early = True
    bare = ("of", "how", "due")

    of: str
    how: How
    due: date | None = None
    why: str | None = None


@kept
class Moved(FromTalk):
    """Another `due` of a commitment, goal or step (`of`, by id), or another `target` of a goal; the latest counts."""

    kind = "moved"
    links: ClassVar[Fields] = {**TALK, "of": ("commitment", "goal", "step")}
    stays = ("of",)
    speaks_of = "of"
    searched = ("why",)
    told = ("of",)
    forms: ClassVar[Fields] = {
        "all": ("due", "target", "why"),
        "both": ("due", "target"),
        "dated": ("due", "why"),
        "due": ("due",),
        "aimed": ("target", "why"),
        "target": ("target",),
        "bare": (),
    }
    early = True
    bare = ("of", "due", "target")

    of: str
    due: date | None = None
    target: Number | None = None
    why: str | None = None
