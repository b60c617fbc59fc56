"""A promise, of the manager or of the seller."""

from datetime import date
from typing import ClassVar, Literal

from salescoach.records.base import TALK, ByName, Fields, FromTalk, kept
from salescoach.records.keys import key_form
from salescoach.records.values import Person

Remedy = Literal["correction", "resource"]

OWNER_OF: dict[Remedy, Person] = {"correction": "seller", "resource": "me"}
"""Who promises what follows a red: a correction is hers to make, a resource the manager's to give."""


def behind(area: str | None, what: str) -> str:
    """Return what is promised behind the area that it is to help with, unless its own words name that."""
    return f"{area}: {what}" if area and f"-{key_form(area)}-" not in f"-{key_form(what)}-" else what


@kept
class Commitment(FromTalk):
    """What `by` does by `due`, on a `cue`, about an `area`; its `remedy` answers a red there (S0.4), it a `need`.

    `helper` is the key of the colleague with whom the seller does it (S3.5).
    """

    kind = "commitment"
    links: ClassVar[Fields] = {**TALK, "need": ("need",)}
    names = (ByName(("cue", "what"), "need", "what"),)
    settles = ("kept", "dropped")
    titled = "what"
    searched = ("what", "cue", "area")
    told = ("by", "what", "cue", "area")
    early = True

    by: Person
    what: str
    due: date | None = None
    cue: str | None = None
    area: str | None = None
    remedy: Remedy | None = None
    need: str | None = None
    helper: str | None = None
