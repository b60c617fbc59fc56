"""What is newly given of a probation: checked against her file and against the rules of the country."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from salescoach.answer import Phrase, phrase
from salescoach.coaching.lights import areas_of
from salescoach.errors import EndsTooEarly, Missing, NotACountry, PastTheMost
from salescoach.frozen import frozen
from salescoach.probation.rules.deadlines import Clock, Rule, clock_of, last_day, rule_of, terms_of
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings


@frozen
class Wish:
    """What was typed: its last day, whose rules hold, which yellows count, the ground; `longer` to extend it."""

    ends: date | None = None
    country: str | None = None
    counts: Sequence[str] = ()
    why: str | None = None
    longer: bool = False


def new_in(seller: Seller, wish: Wish, settings: Settings, rules: Sequence[Rule], today: date) -> dict[str, Any]:
    """Return what was given and is not noted yet; raise NotACountry, EndsTooEarly, PastTheMost, Missing."""
    terms = terms_of(seller, settings)
    areas = {key_form(area): area.strip() for area in wish.counts if area.strip()}
    given: dict[str, Any] = {}
    if wish.country:
        given["country"] = _country(seller, wish.country, rules)
    if wish.ends:
        given["ends"] = wish.ends
        now = clock_of(seller, settings, rules, today) if wish.longer else None
        _check_end(seller, wish, wish.ends, rule_of(given.get("country") or terms.country, rules), now)
    elif wish.country and terms.ends is None and seller.header.started is None:
        raise Missing(what="first_day", key=seller.key)
    given["counts"] = [area for key, area in areas.items() if key not in map(key_form, terms.counts)]
    country = terms.country if seller.records.get("probation") else None
    noted: dict[str, Any] = {"country": country, "ends": None if wish.longer else terms.ends, "counts": []}
    fresh = {name: value for name, value in given.items() if value != noted[name]}
    return fresh | ({"why": wish.why} if wish.why else {})


def unlit(seller: Seller, counts: Sequence[str]) -> list[Phrase]:
    """Return of each area that is to count and has no light yet that it is so."""
    lit = {key_form(area.name) for area in areas_of(seller) if area.level}
    found = [area for area in counts if key_form(area) not in lit]
    return [phrase("probation.unlit", area=area, name=seller.first_name, key=seller.key) for area in found]


def _country(seller: Seller, typed: str, rules: Sequence[Rule]) -> str:
    rule = rule_of(typed, rules)
    if rule is None:
        raise NotACountry(text=typed, known=[f"{one.code} ({one.name})" for one in rules], key=seller.key)
    return rule.code.upper()


def _check_end(seller: Seller, wish: Wish, day: date, rule: Rule | None, now: Clock | None) -> None:
    """Refuse an end before it began, an extension that is none, and without a reason one past what the law allows."""
    started = seller.header.started
    if started and day <= started:
        raise EndsTooEarly(ends=day, after=started, key=seller.key)
    if now and day <= now.ends:
        raise EndsTooEarly(why="extended", ends=day, after=now.ends, key=seller.key)
    if rule and started and day > last_day(started, rule) and not wish.why:
        last = last_day(started, rule)
        raise PastTheMost(ends=day, last=last, country=rule.name, extend=rule.extend)
