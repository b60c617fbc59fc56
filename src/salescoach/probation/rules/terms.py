"""What is newly given of a probation: its last day, whose rules hold, what counts, and what the law refuses (S0.4)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from salescoach.answer import Phrase, phrase
from salescoach.coaching.lights import areas_of, spoken
from salescoach.errors import Missing, Unusable
from salescoach.frozen import frozen
from salescoach.probation.records import Probation
from salescoach.probation.rules.deadlines import (
    Clock,
    Rule,
    Span,
    clock_of,
    limit_of,
    rule_named,
    rule_of,
    shifted,
    terms_of,
)
from salescoach.records.keys import key_form
from salescoach.records.rating import is_felt
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings


class EndsTooEarly(Unusable):
    """A probation was to end by the first day at work, or, `why`: extended, no later than it ends as it is."""


class PastTheMost(Unusable):
    """A probation was to end past the `last` day that the rules of a country allow, and no reason was given."""


class NoAbsence(Unusable):
    """A probation was to be longer for absence, and no days away are noted from its first day to its last."""


class LongerThanAway(Unusable):
    """A probation was to be longer than the rules of a country allow for the `days` away: until `last`."""


class NotAbsence(Unusable):
    """A probation was to be longer on a ground that is not absence, where only that makes it longer."""


class NotWeighing(Unusable):
    """An `area` was to count in a probation, or a word of a ground: it is health and private life."""


@frozen
class Wish:
    """What was typed: its last day, whose rules hold, which yellows count, the ground; `longer` to extend it.

    `term` is the last day of the post; `absent` where the ground is absence, `felt` the word in it
    that speaks of how she is.
    """

    ends: date | None = None
    country: str | None = None
    counts: Sequence[str] = ()
    why: str | None = None
    longer: bool = False
    term: date | None = None
    absent: bool = False
    felt: str | None = None


@frozen
class Longer:
    """The `days` away in a probation, and the `last` day that it can be made longer to for them; None: not known.

    `first` is that day in the earlier reading of a month that has no such day.
    """

    days: int
    last: date | None
    first: date | None = None


def new_in(seller: Seller, wish: Wish, settings: Settings, rules: Sequence[Rule], today: date) -> dict[str, Any]:
    """Return what was given and is not noted yet; or raise what is wrong with it."""
    terms = terms_of(seller, settings)
    areas = {key_form(area): area.strip() for area in wish.counts if area.strip()}
    given: dict[str, Any] = {}
    if felt := next(filter(is_felt, areas), None) or wish.felt:
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


def longer_of(seller: Seller, settings: Settings, rule: Rule | None, ends: date | None) -> Longer:
    """Return what the days away up to its end as it is make of a probation."""
    terms, started = terms_of(seller, settings), seller.header.started
    limit = limit_of(started, rule, terms.term) if started and rule else None
    until = ends or (limit.last if limit else None)
    if started is None or until is None:
        return Longer(0, None)
    first, last = started.toordinal(), until.toordinal()
    spans = (range(max(first, one.first.toordinal()), min(last, one.last.toordinal()) + 1) for one in seller.absences)
    days = len({day for span in spans for day in span})
    first_read, last_read = _last(seller, rule, limit, days)
    return Longer(days, last_read, first_read)


def unlit(seller: Seller, counts: Sequence[str]) -> list[Phrase]:
    """Return of each area that is to count and has no light yet that it is so."""
    lit = {key_form(area.name) for area in areas_of(seller) if area.level}
    found = [area for area in counts if key_form(area) not in lit]
    return [phrase("probation.unlit", area=area, name=seller.first_name, key=seller.key) for area in found]


def absence_missing(rule: Rule | None, name: str, key: str) -> NoAbsence:
    """Return that no days away are noted; where the rules know no absence, that it is no ground at all."""
    if rule is not None and rule.extension == "no":
        return NoAbsence(why="never", country=rule.name, extend=rule.extend, source=rule.source, name=name, key=key)
    return NoAbsence(name=name, key=key)


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
    if extended and rule is not None and rule.extension == "absence" and wish.why and not wish.absent:
        raise NotAbsence(country=rule.name, extend=rule.extend, key=seller.key)
    if extended and (wish.absent or (rule is not None and rule.extension == "absence")):
        _check_absence(seller, day, rule, longer)
    elif rule and past and not wish.why:
        raise PastTheMost(ends=day, last=past.last, country=rule.name, extend=rule.extend)


def _check_absence(seller: Seller, day: date, rule: Rule | None, longer: Longer) -> None:
    """Refuse a longer probation without days away, or by more than the rules give for them."""
    if not longer.days:
        raise absence_missing(rule, seller.first_name, seller.key)
    if rule and longer.last and day > longer.last:
        gaps = {"country": rule.name, "extend": rule.extend, "source": rule.source}
        raise LongerThanAway(ends=day, last=longer.last, days=longer.days, **gaps)


def _last(seller: Seller, rule: Rule | None, limit: Span | None, days: int) -> tuple[date | None, date | None]:
    """Return the last day that the rules allow: what was agreed at first, and what they give for the days away."""
    if rule is None or limit is None:
        return None, None
    if rule.extension == "no":
        return limit.last, limit.last
    agreed = [one.ends for one in seller.all(Probation) if one.ends and one.outcome != "extended"]
    first = min(agreed[-1], limit.last) if agreed else limit.last
    if rule.absence_days is None:
        last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
        return last, last
    months, day = days // rule.absence_days, timedelta(1)
    read = shifted(first, months), shifted(first + day, months) - day  # 28 February is the last of a month, or the 28th
    early, late = sorted(min(one, limit.most or one) for one in read)
    return early, late
