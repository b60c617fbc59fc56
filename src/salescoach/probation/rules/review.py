"""The review of a probation: what is expected, how it stands, and the checks before it is decided (S0.4)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from salescoach.answer import Answer, phrase
from salescoach.coaching.clocks import Rhythm, rhythm_of
from salescoach.coaching.lights import Area, areas_of, spoken, weighing
from salescoach.expectations.rules import Expected
from salescoach.frozen import frozen
from salescoach.probation.rules.deadlines import Clock, Rule, Terms, days_of, limit_of, rule_of, terms_of, watched
from salescoach.probation.rules.fairness import Help, Surprise, helps_of, surprises_of, told_on
from salescoach.probation.rules.terms import Longer, longer_of
from salescoach.records.base import Record
from salescoach.records.keys import key_form
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.values import LEVELS
from salescoach.words.order import Order, plainly


@frozen
class Light:
    """One area: what is expected in it, how it stands as the manager rated it, and since when she knows."""

    name: str
    expected: Expected | None = None
    area: Area | None = None
    told: date | None = None


@frozen(kw_only=True)
class Review(Answer):
    """The probation of one seller: what is noted of it, its clock, and the checks; `last` is the last lawful day.

    `latest` is that in its later reading, `longer` what the days away make of it.

    `days` is its clock whether it was decided or not. What is looked at before a decision are the `lights`, of which
    `unproven` are greens without evidence and `blank` areas nobody rated yet, and what follows them. `records` were
    written just now; `fresh` where it was decided by them: then that is what is shown.
    `paper` is what HR is given: it holds nothing that can be typed.
    """

    key: str
    name: str
    first_name: str
    today: date
    started: date | None
    terms: Terms
    days: Clock | None
    rule: Rule | None
    last: date | None
    latest: date | None
    longer: Longer
    lights: tuple[Light, ...]
    surprises: tuple[Surprise, ...]
    helps: tuple[Help, ...]
    rhythm: Rhythm
    unproven: tuple[Area, ...]
    blank: tuple[str, ...]
    records: tuple[Record, ...] = ()
    fresh: bool = False
    paper: bool = False

    @property
    def silent(self) -> bool:
        """Tell whether it has been longer since the last talk than it may be."""
        return self.rhythm.over > 0

    @property
    def weighs(self) -> bool:
        """Tell whether anything is red, or counts and was told: what an end can rest on."""
        counted = {key_form(area) for area in self.terms.counts}
        told = [one for one in self.lights if one.told and one.area and one.area.level == "yellow"]
        return bool(self.helps) or any(key_form(one.name) in counted for one in told)

    @property
    def clock(self) -> Clock | None:
        """Its clock while it is under way."""
        return None if self.terms.decision else self.days


@frozen
class OnProbation:
    """One seller on probation: how much of what weighs was not told, how many reds had no help, if any was rated."""

    key: str
    name: str
    clock: Clock
    untold: int
    unhelped: int
    rated: bool = True


@frozen(kw_only=True)
class Probations(Answer):
    """All who are on probation, the one that is to be decided first before the others."""

    sellers: tuple[OnProbation, ...]


def review_of(
    seller: Seller, me: Book, settings: Settings, expected: Sequence[Expected], rules: Sequence[Rule], *, today: date
) -> Review:
    """Return the review of a probation as it stands today."""
    terms, started = terms_of(seller, settings), seller.header.started
    rule = rule_of(terms.country, rules)
    areas = areas_of(weighing(seller))
    lights = _lights(seller, areas, expected, today)
    days = days_of(seller, settings, rules, today)
    limit = limit_of(started, rule, terms.term) if started and rule else None
    return Review(
        key=seller.key,
        name=seller.name,
        first_name=seller.first_name,
        today=today,
        started=started,
        terms=terms,
        days=days,
        rule=rule,
        last=limit.first if limit else None,
        latest=limit.last if limit else None,
        longer=longer_of(seller, settings, rule, days.ends if days else None),
        lights=tuple(lights),
        surprises=tuple(surprises_of(seller, today)),
        helps=tuple(helps_of(seller, today, me)),
        rhythm=rhythm_of(seller, me, settings, today),
        unproven=tuple(area for area in areas if area.level == "green" and not area.now.evidence),
        blank=tuple(one.name for one in lights if one.area is None),
    )


def untold(found: Review) -> dict[str, Any]:
    """Return what she has not been told of, and how long there is to tell her, as the gaps of a sentence."""
    clock, surprises = found.clock, found.surprises
    areas = [
        phrase("probation.weighs", area=spoken(one.area), level=phrase(f"level.{one.level}"), since=one.since)
        for one in surprises
    ]
    gaps = {"areas": areas, "first": spoken(surprises[0].area)}
    if clock is None:
        return gaps | {"why": "text"}
    days = clock.days_to_tell
    return gaps | {"why": "left" if days >= 0 else "late", "days": days, "tell_by": clock.tell_by}


def probations_of(
    team: Iterable[Seller], settings: Settings, rules: Sequence[Rule], today: date, order: Order = plainly
) -> Probations:
    """Return all who are on probation, or leave at the end of one, the most urgent first."""
    found = [
        OnProbation(
            key=seller.key,
            name=seller.name,
            clock=clock,
            untold=len(surprises_of(seller, today)),
            unhelped=sum(not (one.given or one.near) for one in helps_of(seller, today)),
            rated=any(area.level for area in areas_of(weighing(seller))),
        )
        for seller in team
        for clock in [watched(seller, settings, rules, today)]
        if clock
    ]
    found.sort(key=lambda one: (one.clock.leaves, one.clock.decide_by, order(one.name), one.key))
    return Probations(sellers=tuple(found))


def _lights(seller: Seller, areas: Iterable[Area], expected: Iterable[Expected], today: date) -> list[Light]:
    """Return the areas in which something is expected and all that were rated, the reds first, what is blank last."""
    rated = {key_form(area.name): area for area in areas}
    wanted = {key_form(one.area): one for one in expected}
    spelled = {key: area.name for key, area in rated.items()} | {key: one.area for key, one in wanted.items()}
    lights = [
        Light(spelled[key], wanted.get(key), area, told_on(seller, area, today) if area else None)
        for key in dict.fromkeys((*wanted, *rated))
        for area in [rated.get(key)]
    ]
    return sorted(lights, key=_weight)


def _weight(one: Light) -> int:
    return len(LEVELS) + 1 if one.area is None else (*LEVELS, None).index(one.area.level)
