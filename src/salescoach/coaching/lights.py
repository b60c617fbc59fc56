"""Ratings: how each area stands now, and how it came there."""

from collections.abc import Iterable
from datetime import date
from itertools import takewhile
from typing import Literal

from salescoach.answer import Phrase, phrase
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.records.rating import LIGHTS, Rating, is_felt
from salescoach.records.seller import Seller
from salescoach.records.values import LEVELS, Level

Trend = Literal["up", "down", "level", "first"]


@frozen
class Area:
    """One area of a seller: its ratings by the manager, oldest first."""

    name: str
    ratings: tuple[Rating, ...]

    @property
    def now(self) -> Rating:
        """The rating that counts today."""
        return self.ratings[-1]

    @property
    def level(self) -> Level | None:
        """The level of today; None is grey."""
        return self.now.level

    @property
    def standing(self) -> tuple[Rating, ...]:
        """The ratings that put it at the level of today, oldest first: those since it was last at another one."""
        return tuple(takewhile(lambda rating: rating.level == self.level, reversed(self.ratings)))[::-1]

    @property
    def since(self) -> date:
        """The day from which it has stood at the level of today."""
        return self.standing[0].on

    @property
    def trend(self) -> Trend:
        """How the last rating stands to the one before; what is grey today has none."""
        levels = [LEVELS.index(rating.level) for rating in self.ratings if rating.level]
        if self.level is None or len(levels) < 2:  # noqa: PLR2004  # a trend needs two
            return "first"
        return "up" if levels[-1] > levels[-2] else "down" if levels[-1] < levels[-2] else "level"

    def age(self, today: date) -> int:
        """Return the days since it was last rated."""
        return (today - self.now.on).days


def areas_of(seller: Seller) -> list[Area]:
    """Return the areas of a seller as the manager rated them: the three lights first, then in order of first rating."""
    found: dict[str, list[Rating]] = {light: [] for light in LIGHTS}
    for rating in seller.all(Rating):
        if rating.by == "me":
            found.setdefault(key_form(rating.area), []).append(rating)
    return [
        Area(key if key in LIGHTS else ratings[-1].area, tuple(ratings)) for key, ratings in found.items() if ratings
    ]


def weighing(seller: Seller) -> Seller:
    """Return a seller as a decision or a correction may know her: without how she is, which weighs nothing (S0.4)."""
    return seller.cut(lambda one: not is_felt(getattr(one, "area", None) or ""))


def red_felt(seller: Seller) -> list[Area]:
    """Return what is red of how she is, wellbeing first: it asks what can be taken off her, or arranged."""
    return sorted(
        (area for area in reds(areas_of(seller)) if is_felt(area.name)), key=lambda area: area.name, reverse=True
    )


def levels_of(areas: Iterable[Area]) -> dict[str, Level]:
    """Return the level of each area that has one today."""
    return {area.name: area.level for area in areas if area.level}


def lights_of(areas: Iterable[Area]) -> list[Level | None]:
    """Return the three lights of today in their order; None where one was never given."""
    levels = levels_of(areas)
    return [levels.get(light) for light in LIGHTS]


def reds(areas: Iterable[Area]) -> list[Area]:
    """Return the areas that are red today, the one that was rated last first."""
    return sorted((area for area in areas if area.level == "red"), key=lambda area: area.now.on, reverse=True)


def spoken(area: str) -> Phrase | str:
    """Return an area as it is said: the three lights in the words of the language, others as they are written."""
    key = key_form(area)
    return phrase(f"light.{key}") if key in LIGHTS else area


def known_areas(sellers: Iterable[Seller]) -> list[str]:
    """Return every area that was ever rated, by anybody, or is expected of somebody; the three lights first."""
    names = {light: light for light in LIGHTS}
    for seller in sellers:
        records = (*seller.all(Rating), *seller.records.get("expectation", ()))
        for area in dict.fromkeys(str(getattr(one, "area", "")) for one in records):
            names.setdefault(key_form(area), area)
    return list(names.values())
