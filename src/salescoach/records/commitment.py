"""A promise, of the manager or of the seller, and how open things end."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from salescoach.records.base import TALK, ByName, Record, kept
from salescoach.records.values import Person

How = Literal["kept", "dropped", "moved"]
Remedy = Literal["correction", "resource"]

OWNER_OF: dict[Remedy, Person] = {"correction": "seller", "resource": "me"}
"""Who promises what follows a red: a correction is hers to make, a resource the manager's to give."""


@kept
class Commitment(Record):
    """What `by` (me or the seller) will have done by `due`; `cue` is the when or if of an if-then plan.

    `area` is what it is to help with; a `remedy` of a red there is a correction of hers or a resource of mine (S0.4).
    """

    kind: ClassVar[str] = "commitment"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    names: ClassVar[tuple[ByName, ...]] = (ByName(("cue", "what"), "need", "what"),)
    settles: ClassVar[tuple[str, ...]] = ("kept", "dropped")
    titled: ClassVar[str] = "what"
    searched: ClassVar[tuple[str, ...]] = ("what", "cue", "area")
    told: ClassVar[tuple[str, ...]] = ("by", "what", "cue", "area")
    early: ClassVar[bool] = True

    by: Person
    what: str
    due: date | None = None
    cue: str | None = None
    area: str | None = None
    remedy: Remedy | None = None
    talk: str | None = None


@kept
class Settled(Record):
    """How a commitment, topic, need, goal or step (`of`, by id) ended; moved only changes its `due`."""

    kind: ClassVar[str] = "settled"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = {**TALK, "of": ()}
    stays: ClassVar[tuple[str, ...]] = ("of",)
    searched: ClassVar[tuple[str, ...]] = ("why",)
    told: ClassVar[tuple[str, ...]] = ("of", "how")
    early: ClassVar[bool] = True
    bare: ClassVar[tuple[str, ...] | None] = ("of", "how", "due")

    of: str
    how: How
    due: date | None = None
    why: str | None = None
    talk: str | None = None
