"""Expectations: what is expected of a seller now, and what each level looks like for her (S0.6, S0.8)."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import Any, Literal

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.areas import NO_AREAS, Areas
from salescoach.expectations.records import Expectation
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.records.rating import Rating, is_felt
from salescoach.records.seller import Seller
from salescoach.records.unveiled import unveiled
from salescoach.records.values import LEVELS, Level, Person

FEW = 7
"""Expectations of one phase above which it is pointed out that few are meant (S0.6)."""

Source = Literal["own", "phase", "stage", "area"]

Tables = Sequence[Mapping[str, Any]]
"""What a template expects: tables with an `area` and what levels of it look like."""


@frozen
class Expected:
    """What is expected in one area; `levels` has what red, yellow and green look like, as far as it is said.

    `source` is where it first of all comes from: her own record (`id`), the phase she is in, her stage, or what the
    area looks like everywhere; `sources` say it level by level.
    """

    area: str
    levels: Mapping[Level, str]
    source: Source
    id: str | None = None
    sources: Mapping[Level, Source] = field(default_factory=dict)


@frozen
class Standing:
    """Where a seller stands in an area: what is expected, the manager's latest rating, and the seller's own."""

    expected: Expected
    now: Rating | None
    hers: Rating | None


@frozen
class Seen:
    """What was seen of the rows of a card, and what was not though it was the time for it, by their places."""

    rows: Sequence[str]
    seen: Sequence[int]
    missed: Sequence[int]

    @property
    def of(self) -> int:
        """How many rows there was a time for."""
        return len({*self.seen, *self.missed})

    @property
    def told(self) -> Phrase:
        """How many were seen, and which were not: what the light of the area rests on."""
        missed = " · ".join(self.rows[at] for at in self.missed)
        return phrase("card.missed" if missed else "card.all", n=self.of - len(self.missed), of=self.of, rows=missed)


@frozen(kw_only=True)
class Expectations(Answer):
    """What is expected of one seller now, in all areas or in the one that was asked for; `for_her` without ratings.

    `phase` is the name of the phase that the seller is in and `title` what it is called; `stage` is new or settled.
    `begins` is a first day at work still to come: then it holds from that day on.
    """

    key: str
    name: str
    first_name: str
    stage: str
    phase: str | None = None
    title: str | None = None
    begins: date | None = None
    standings: tuple[Standing, ...]
    for_her: bool = False
    narrowed: bool = False


def standing_in(seller: Seller, one: Expected) -> Standing:
    """Return where a seller stands in an area."""
    return Standing(one, rated(seller, one.area, "me"), rated(seller, one.area, "seller"))


def rated(seller: Seller, area: str, by: Person) -> Rating | None:
    """Return the latest rating of an area by one of the two, None where there is none."""
    key = key_form(area)
    return next((one for one in reversed(seller.all(Rating)) if one.by == by and key_form(one.area) == key), None)


def too_many(seller: Seller, found: Sequence[Expected]) -> tuple[Phrase, ...]:
    """Return the notice that more is expected than anybody can keep in mind, if it is."""
    return (phrase("notice.expected_few", name=seller.first_name, n=len(found), most=FEW),) if len(found) > FEW else ()


def for_her_eyes(seller: Seller) -> Seller:
    """Return a seller of whom nothing private is known: what she is handed holds none, even if she asks to see it."""
    hidden = {one.id for found in seller.records.values() for one in found if one.private}
    return replace(seller, records={kind: [*unveiled(found, hidden)] for kind, found in seller.records.items()})


def own_levels(seller: Seller, area: str) -> dict[Level, str]:
    """Return what the seller's own expectation of an area says, level by level; nothing where there is none."""
    own = _own(seller).get(key_form(area), {})
    return {level: own[level] for level in LEVELS if own.get(level)}


def expected_of(seller: Seller, phase: Tables, stage: Tables, every: Areas = NO_AREAS) -> list[Expected]:
    """Return what is expected of her now: what the phase names, her stage where it names none, and her own.

    Nobody is expected to feel well, so how she is stands in no list.

    Own wins over phase, phase over stage, stage over what `every` area looks like, level by level, so that one may say
    what green is and no more.
    """
    named = [*(phase or stage), *_own(seller).values()]
    areas = {key_form(area): area for one in named if not is_felt(area := str(one["area"]))}
    return [expected_in(seller, area, phase, stage, every) for area in areas.values()]


def expected_in(seller: Seller, area: str, phase: Tables, stage: Tables, every: Areas = NO_AREAS) -> Expected:
    """Return what is expected of her in one area, without levels where nothing says so."""
    own = _own(seller).get(key_form(area))
    layers: list[tuple[Source, Mapping[str, Any]]] = [("own", own)] if own else []
    layers += [("phase", one) for one in _about(area, phase)] + [("stage", one) for one in _about(area, stage)]
    if subject := every.of(area):
        layers.append(("area", {"area": area} | {str(level): looks for level, looks in subject.levels.items()}))
    found = {level: (by, str(one[level])) for by, one in reversed(layers) for level in LEVELS if one.get(level)}
    levels = {level: found[level][1] for level in LEVELS if level in found}
    sources = {level: found[level][0] for level in levels}
    first = (*layers, ("own", {"area": area}))[0]
    return Expected(str(first[1]["area"]), levels, first[0], own["id"] if own else None, sources)


def _own(seller: Seller) -> dict[str, dict[str, Any]]:
    """Return her own expectations by area: the latest of each, if it was not dropped."""
    latest = {key_form(one.area): one for one in seller.all(Expectation)}
    return {key: one.to_table() for key, one in latest.items() if seller.closing(one) is None}


def _about(area: str, tables: Tables) -> list[Mapping[str, Any]]:
    return [one for one in tables if key_form(str(one["area"])) == key_form(area)]
