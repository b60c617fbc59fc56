"""The shape of probation.toml, the rules of countries, and what in a file fits none of them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from salescoach.answer import phrase
from salescoach.errors import Problem
from salescoach.journal.read import Source
from salescoach.journal.shapes import Shape
from salescoach.probation.rules.holidays import PATTERN
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

_NO_LEAP = 2026
"""Holidays are spelled by days that each year has."""

Template = Callable[[str], Mapping[str, Any] | None]
"""What reads a template by its name; None for one that cannot be read."""


def _holiday(spelled: str) -> str:
    """Return a holiday as it is spelled; raise ValueError for one that falls on no day."""
    found = PATTERN.fullmatch(spelled)
    if found is None:
        raise ValueError(phrase("fault.no_holiday", text=spelled))
    if found["month"]:
        date(_NO_LEAP, int(found["month"]), int(found["day"]))
    return spelled


class Country(Shape):
    """The rules of a country for probations; `extend` says where one can be made longer."""

    code: str = Field(pattern=r"^\S+$")
    name: str = Field(pattern=r"\S")
    months: int = Field(gt=0, le=120)
    tell_days: int = Field(ge=0, le=366)
    extension: Literal["no", "absence"]
    rule: str
    extend: str
    source: str
    checked: date
    names: list[str] = Field(default_factory=list)
    fixed: str = ""
    fixed_part: int | None = Field(default=None, gt=0)
    fixed_holds: bool = False
    absence_days: int | None = Field(default=None, gt=0)
    decide_days: int = Field(default=0, ge=0, le=366)
    telling: str = ""
    late: str = ""
    holidays: dict[Annotated[str, AfterValidator(_holiday)], str] = Field(default_factory=dict)


class Countries(Shape):
    """The rules of countries for probations, probation.toml."""

    country: list[Country] = Field(min_length=1)
    absence: list[str] = Field(default_factory=list)
    felt: list[str] = Field(default_factory=list)
    health: list[str] = Field(default_factory=list)


def faults(source: Source, seller: Seller, template: Template, *, private: bool) -> Iterator[Problem]:
    """Give the countries in a file that have no rules, and the ends before the first day at work."""
    rules = template("probation") or {"country": []}
    known = {key_form(name) for one in rules["country"] for name in (one["code"], one["name"], *one.get("names", ()))}
    started = seller.header.started
    for at, row in source.rows("probation", private=private):
        country, ends = row.get("country"), row.get("ends")
        if known and isinstance(country, str) and key_form(country) not in known:
            yield source.problem("no_rules", "probation", at, "country", name=country)
        if started and type(ends) is date and ends < started:
            yield source.problem("ends_early", "probation", at, "ends", ends=ends, started=started)
