"""A light: how an area stands, with the evidence it was given on."""

from typing import ClassVar

from salescoach.records.base import Fields, FromTalk, Record, kept
from salescoach.records.keys import key_form
from salescoach.records.values import Level, Person

LIGHTS = ("performance", "motivation", "wellbeing")
"""The three lights that any talk may record (S0.2)."""

FELT = ("motivation", "wellbeing")
"""Those of them that are how somebody is: health and private life, which decide nothing and are never corrected."""


@kept
class Rating(FromTalk):
    """The level of one `area` on one day; no level is grey, not rated."""

    kind = "rating"
    searched = ("area", "level", "evidence")
    told = ("area",)
    forms: ClassVar[Fields] = {"full": ("level", "evidence"), "bare": ("level",), "seen": ("evidence",), "grey": ()}

    area: str
    level: Level | None = None
    evidence: str | None = None
    by: Person = "me"


@kept
class Service(Record):
    """Her light on working with the manager, in her own words: of the manager, and so none of hers (S2.1)."""

    kind = "service"
    searched = ("level", "evidence")
    told = ("level",)
    forms: ClassVar[Fields] = {"full": ("evidence",), "bare": ()}

    level: Level
    evidence: str | None = None


def is_felt(area: str) -> bool:
    """Tell whether an area is how somebody is, and no work: nothing may rest on it."""
    return key_form(area) in FELT
