"""Her probation: when it ends, whose rules hold, how it was decided."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Literal

from salescoach.records.base import Fields, Record, kept

Outcome = Literal["confirmed", "extended", "ended"]


@kept
class Probation(Record):
    """What is known of her probation: the latest `ends` and `country` (ISO code) count, `outcome` decides it.

    An end or a longer one is told in writing on a day, `told_on`, that stands in a later record of its own.
    `term` is the last day of a post that ends by itself. `counts` are areas whose yellow is meant to count against her,
    so that she is told of them too (S0.4).
    """

    kind = "probation"
    searched = ("country", "counts", "outcome", "why")
    forms: ClassVar[Fields] = {
        "told": ("told_on",),
        "until": ("outcome", "ends"),
        "outcome": ("outcome",),
        "whole": ("ends", "country"),
        "ends": ("ends",),
        "country": ("country",),
        "term": ("term",),
        "bare": (),
    }
    early = True

    ends: date | None = None
    country: str | None = None
    term: date | None = None
    counts: Sequence[str] = ()
    outcome: Outcome | None = None
    told_on: date | None = None
    why: str | None = None
