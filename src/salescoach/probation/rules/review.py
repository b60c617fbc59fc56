"""The review of a probation: how she stands against what is expected, and the checks before it is decided (S0.4)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from salescoach.answer import Answer, phrase
from salescoach.coaching.clocks import Rhythm, rhythm_of
from salescoach.coaching.lights import Area, areas_of, spoken
from salescoach.expectations.rules import Expected
from salescoach.frozen import frozen
from salescoach.probation.rules.deadlines import Clock, Rule, Terms, days_of, last_day, rule_of, terms_of
from salescoach.probation.rules.fairness import Help, Surprise, helps_of, surprises_of, told_on
from salescoach.records.base import Record
from salescoach.records.keys import key_form
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.values import LEVELS


@frozen
class Light:
    """One area: what is expected in it, how it stands as the manager rated it, and since when she knows."""

    name: str
    expected: Expected | None = None
    area: Area | None = None
    told: date | None = None


@frozen
class Checks:
    """What is looked at before a decision: `unproven` are greens without evidence, `blank` areas nobody rated yet."""

    lights: tuple[Light, ...]
    surprises: tuple[Surprise, ...]
    helps: tuple[Help, ...]
    rhythm: Rhythm
    unproven: tuple[Area, ...]
    blank: tuple[str, ...]

    @property
    def silent(self) -> bool:
        """Tell whether it has been longer since the last talk than it may be."""
        return self.rhythm.over > 0


@frozen(kw_only=True)
class Review(Answer):
    """The probation of one seller: what is noted of it, its clock, and the checks; `last` is the last lawful day.

    `days` is its clock whether it was decided or not. `records` were written just now; `fresh` where it was decided by
    them: then that is what is shown.
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
    checks: Checks
    records: tuple[Record, ...] = ()
    fresh: bool = False

    @property
    def clock(self) -> Clock | None:
        """Its clock while it is under way."""
        return None if self.terms.decision else self.days


def review_of(
    seller: Seller, me: Book, settings: Settings, expected: Sequence[Expected], rules: Sequence[Rule], *, today: date
) -> Review:
    """Return the review of a probation as it stands today."""
    terms, started = terms_of(seller, settings), seller.header.started
    rule = rule_of(terms.country, rules)
    return Review(
        key=seller.key,
        name=seller.name,
        first_name=seller.first_name,
        today=today,
        started=started,
        terms=terms,
        days=days_of(seller, settings, rules, today),
        rule=rule,
        last=last_day(started, rule) if started and rule else None,
        checks=checks_of(seller, me, settings, expected, today),
    )


def checks_of(seller: Seller, me: Book, settings: Settings, expected: Sequence[Expected], today: date) -> Checks:
    """Return what is looked at before a probation is decided."""
    areas = areas_of(seller)
    lights = _lights(seller, areas, expected, today)
    return Checks(
        lights=tuple(lights),
        surprises=tuple(surprises_of(seller, today)),
        helps=tuple(helps_of(seller, today, me)),
        rhythm=rhythm_of(seller, me, settings, today),
        unproven=tuple(area for area in areas if area.level == "green" and not area.now.evidence),
        blank=tuple(one.name for one in lights if one.area is None),
    )


def untold(found: Review) -> dict[str, Any]:
    """Return what she has not been told of, and how long there is to tell her, as the gaps of a sentence."""
    clock, surprises = found.clock, found.checks.surprises
    areas = [
        phrase("probation.weighs", area=spoken(one.area), level=phrase(f"level.{one.level}"), since=one.since)
        for one in surprises
    ]
    gaps = {"areas": areas, "first": spoken(surprises[0].area)}
    if clock is None:
        return gaps | {"why": "text"}
    days = clock.days_to_tell
    return gaps | {"why": "left" if days >= 0 else "late", "days": days, "tell_by": clock.tell_by}


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
    """Return how early a light stands: red, yellow, green, grey, and what was never rated."""
    if one.area is None:
        return len(LEVELS) + 1
    return LEVELS.index(one.area.level) if one.area.level else len(LEVELS)
