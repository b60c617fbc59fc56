"""The review of a probation: what is expected and what is newly given, the checks before it is decided (S0.4)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import Rhythm, rhythm_of
from salescoach.coaching.lights import Area, areas_of, spoken, weighing
from salescoach.errors import Missing, Unusable
from salescoach.expectations.rules import Expected
from salescoach.frozen import frozen
from salescoach.probation.rules.deadlines import (
    Clock,
    Rule,
    Terms,
    clock_of,
    days_of,
    limit_of,
    rule_named,
    rule_of,
    terms_of,
    watched,
)
from salescoach.probation.rules.fairness import Help, Surprise, helps_of, surprises_of, told_on
from salescoach.probation.rules.longer import Longer, longer_of
from salescoach.records.base import Record
from salescoach.records.keys import key_form
from salescoach.records.rating import is_felt
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.values import LEVELS
from salescoach.words.order import Order, plainly


class EndsTooEarly(Unusable):
    """A probation was to end by the first day at work, or, `why`: extended, no later than it ends as it is."""


class PastTheMost(Unusable):
    """A probation was to end past the `last` day that the rules of a country allow, and no reason was given."""


class NoAbsence(Unusable):
    """A probation was to be longer for absence, and no days away are noted from its first day to its last."""


class LongerThanAway(Unusable):
    """A probation was to be longer than the rules of a country allow for the `days` away: until `last`."""


class NotWeighing(Unusable):
    """An `area` was to count in a probation that is health and private life."""


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

    @property
    def silent(self) -> bool:
        """Tell whether it has been longer since the last talk than it may be."""
        return self.rhythm.over > 0

    @property
    def clock(self) -> Clock | None:
        """Its clock while it is under way."""
        return None if self.terms.decision else self.days


@frozen
class OnProbation:
    """One seller on probation: how much of what weighs was not told, and how many reds had no help."""

    key: str
    name: str
    clock: Clock
    untold: int
    unhelped: int


@frozen(kw_only=True)
class Probations(Answer):
    """All who are on probation, the one that is to be decided first before the others."""

    sellers: tuple[OnProbation, ...]


@frozen
class Wish:
    """What was typed: its last day, whose rules hold, which yellows count, the ground; `longer` to extend it.

    `term` is the last day of the post; `absent` where the ground is absence.
    """

    ends: date | None = None
    country: str | None = None
    counts: Sequence[str] = ()
    why: str | None = None
    longer: bool = False
    term: date | None = None
    absent: bool = False


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
        )
        for seller in team
        for clock in [watched(seller, settings, rules, today)]
        if clock
    ]
    found.sort(key=lambda one: (one.clock.leaves, one.clock.decide_by, order(one.name), one.key))
    return Probations(sellers=tuple(found))


def new_in(seller: Seller, wish: Wish, settings: Settings, rules: Sequence[Rule], today: date) -> dict[str, Any]:
    """Return what was given and is not noted yet; or raise what is wrong with it."""
    terms = terms_of(seller, settings)
    areas = {key_form(area): area.strip() for area in wish.counts if area.strip()}
    given: dict[str, Any] = {}
    if felt := next(filter(is_felt, areas), None):
        raise NotWeighing(area=spoken(felt), key=seller.key)
    if wish.country:
        given["country"] = rule_named(wish.country, rules, seller.key).code.upper()
    if wish.ends:
        given["ends"] = wish.ends
        rule, now = rule_of(given.get("country") or terms.country, rules), clock_of(seller, settings, rules, today)
        longer = longer_of(seller, settings, rule, now.ends if now else None)
        _check_end(seller, wish, wish.ends, rule, now if wish.longer else None, longer, wish.term or terms.term)
    elif wish.country and terms.ends is None and seller.header.started is None:
        raise Missing(what="first_day", key=seller.key)
    if wish.term:
        given["term"] = wish.term
        if seller.header.started and wish.term <= seller.header.started:
            raise EndsTooEarly(ends=wish.term, after=seller.header.started, key=seller.key)
    given["counts"] = [area for key, area in areas.items() if key not in map(key_form, terms.counts)]
    country = terms.country if seller.records.get("probation") else None
    noted: dict[str, Any] = {
        "country": country,
        "ends": None if wish.longer else terms.ends,
        "counts": [],
        "term": terms.term,
    }
    fresh = {name: value for name, value in given.items() if value != noted[name]}
    return fresh | ({"why": wish.why} if wish.why else {})


def unlit(seller: Seller, counts: Sequence[str]) -> list[Phrase]:
    """Return of each area that is to count and has no light yet that it is so."""
    lit = {key_form(area.name) for area in areas_of(seller) if area.level}
    found = [area for area in counts if key_form(area) not in lit]
    return [phrase("probation.unlit", area=area, name=seller.first_name, key=seller.key) for area in found]


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
    return len(LEVELS) + 1 if one.area is None else (*LEVELS, None).index(one.area.level)


def _check_end(
    seller: Seller, wish: Wish, day: date, rule: Rule | None, now: Clock | None, longer: Longer, term: date | None
) -> None:
    """Refuse an end before it began, an extension that is none, and one past what the law allows, or without a ground.

    Where absence is the only ground, the days away have to be in the file.
    """
    started = seller.header.started
    if started and day <= started:
        raise EndsTooEarly(ends=day, after=started, key=seller.key)
    if now and day <= now.ends:
        raise EndsTooEarly(why="extended", ends=day, after=now.ends, key=seller.key)
    past = limit_of(started, rule, term) if rule and started and day > limit_of(started, rule, term).last else None
    extended = wish.longer or past is not None
    if extended and (wish.absent or (rule is not None and rule.extension == "absence")):
        _check_absence(seller, day, rule, longer)
    elif rule and past and not wish.why:
        raise PastTheMost(ends=day, last=past.last, country=rule.name, extend=rule.extend)


def _check_absence(seller: Seller, day: date, rule: Rule | None, longer: Longer) -> None:
    """Refuse a longer probation without days away, or by more than the rules give for them."""
    if not longer.days:
        raise NoAbsence(name=seller.first_name, key=seller.key)
    if rule and longer.last and day > longer.last:
        gaps = {"country": rule.name, "extend": rule.extend, "source": rule.source}
        raise LongerThanAway(ends=day, last=longer.last, days=longer.days, **gaps)
