"""Her probation, and what of a talk was sent to her in writing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar, Literal

from salescoach.records.base import TALK, Record, kept

Outcome = Literal["confirmed", "extended", "ended"]


@kept
class Probation(Record):
    """What is known of her probation: the latest `ends` and `country` (ISO code) count, `outcome` decides it.

    `counts` are areas whose yellow is meant to count against her, so that she is told of them too (S0.4).
    """

    kind: ClassVar[str] = "probation"
    searched: ClassVar[tuple[str, ...]] = ("country", "counts", "outcome", "why")
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "until": ("outcome", "ends"),
        "outcome": ("outcome",),
        "whole": ("ends", "country"),
        "ends": ("ends",),
        "country": ("country",),
        "bare": (),
    }
    early: ClassVar[bool] = True

    ends: date | None = None
    country: str | None = None
    counts: Sequence[str] = ()
    outcome: Outcome | None = None
    why: str | None = None


@kept
class Recap(Record):
    """The main points of a talk in writing; once it is `sent`, she has been told of the lights of that talk (S1.6)."""

    kind: ClassVar[str] = "recap"
    links: ClassVar[Mapping[str, tuple[str, ...]]] = TALK
    searched: ClassVar[tuple[str, ...]] = ("note",)
    forms: ClassVar[Mapping[str, tuple[str, ...]]] = {"sent": ("sent",), "full": ("note",), "bare": ()}
    bare: ClassVar[tuple[str, ...] | None] = ("sent", "talk")

    sent: date | None = None
    note: str | None = None
    talk: str | None = None
