"""A probation: its clock, what would surprise her at its end, and what help she was given (S0.4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

from salescoach.coaching.ratings import Area, areas_of, reds
from salescoach.records.commitment import Commitment
from salescoach.records.keys import key_form
from salescoach.records.praise import Feedback
from salescoach.records.probation import Probation, Recap
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk
from salescoach.records.values import LEVELS, Level, Person

CAUTION = 14
"""Days before its end by which she is to be told where no rules are known: no country here asks for more."""

State = Literal["kept", "dropped", "late", "open"]

Rule = Mapping[str, Any]
"""The rules of one country as a template has them: code, name, months, tell_days, extension, rule, source, ..."""


@dataclass(frozen=True)
class Terms:
    """What is noted of a probation: its end, whose rules hold, what counts against her, why, and the decision."""

    ends: date | None
    country: str | None
    counts: tuple[str, ...]
    why: str | None
    decision: Probation | None


@dataclass(frozen=True)
class Clock:
    """A probation that is under way; `days_left` is below 0 after its last day. No `rule`: `tell_by` is cautious."""

    ends: date
    tell_by: date
    decide_by: date
    days_left: int
    rule: Rule | None = None


@dataclass(frozen=True)
class Surprise:
    """An area that weighs against her and that she has not been told of; `on` is the day of the latest rating."""

    area: str
    level: Level
    on: date
    since: date
    id: str
    evidence: str | None = None


@dataclass(frozen=True)
class Given:
    """One help: a correction, a resource, another promise about the area, or feedback told with its next step.

    `talk` is the first talk after it; `state` and `settled` say how a promise stands.
    """

    kind: str
    what: str
    on: date
    id: str
    by: Person = "me"
    due: date | None = None
    state: State | None = None
    settled: date | None = None
    talk: date | None = None


@dataclass(frozen=True)
class Help:
    """A red, what help was given since it is one, and our part: the manager's promises and the talks since then.

    `longest` is the longest time without a talk since then, in days.
    """

    area: str
    on: date
    since: date
    id: str
    evidence: str | None
    given: tuple[Given, ...]
    mine: tuple[Given, ...]
    talks: int
    longest: int

    @property
    def code(self) -> Literal["none", "untalked", "followed"]:
        """Whether nothing was given, something that no talk came back to, or something that one did."""
        if not self.given:
            return "none"
        return "followed" if any(one.talk for one in self.given) else "untalked"


def terms_of(seller: Seller, settings: Settings) -> Terms:
    """Return what is noted of her probation; the country of the settings holds where her file names none."""
    noted = seller.all(Probation)
    ends = [one.ends for one in noted if one.ends]
    countries = [one.country for one in noted if one.country]
    country = countries[-1] if countries else settings.probation.country
    decided = [one for one in noted if one.outcome][-1:]
    return Terms(
        ends=ends[-1] if ends else None,
        country=country.strip().upper() if country else None,
        counts=tuple(dict.fromkeys(area for one in noted for area in one.counts)),
        why=next((one.why for one in reversed(noted) if one.why), None),
        decision=next((one for one in decided if one.outcome != "extended"), None),
    )


def rule_of(country: str | None, rules: Iterable[Rule]) -> Rule | None:
    """Return the rules of a country by its code."""
    return next((one for one in rules if country and str(one["code"]).upper() == country.upper()), None)


def last_day(started: date, rule: Rule) -> date:
    """Return the last day that a country's rules allow."""
    from dateutil.relativedelta import relativedelta

    try:
        return started + relativedelta(months=rule["months"]) - timedelta(1)
    except (OverflowError, ValueError):  # there is no year 10000
        return date.max


def clock_of(seller: Seller, settings: Settings, rules: Sequence[Rule], today: date) -> Clock | None:
    """Return the clock of her probation, None where it was decided or nothing is known of one.

    Where her file says nothing of it, somebody in an onboarding has one by the rules of the settings' country, as long
    as these allow it.
    """
    noted = bool(seller.records.get("probation"))
    if not noted and not (settings.probation.country and seller.records.get("onboarding")):
        return None
    terms = terms_of(seller, settings)
    rule, started = rule_of(terms.country, rules), seller.header.started
    ends = terms.ends or (last_day(started, rule) if rule and started else None)
    if terms.decision or ends is None or (ends < today and not noted):
        return None
    return clock_to(ends, rule, started, settings, today)


def clock_to(ends: date, rule: Rule | None, started: date | None, settings: Settings, today: date) -> Clock:
    """Return the clock of a probation that ends on a day."""
    tell_by = _before(ends, CAUTION if rule is None else rule["tell_days"])
    decide_by = max(_before(tell_by, settings.probation.decide), started or date.min)
    return Clock(ends, tell_by, decide_by, (ends - today).days, rule)


def surprises_of(seller: Seller, today: date) -> list[Surprise]:
    """Return each red, and each yellow that is meant to count, that she has not been told of, reds first (S0.4)."""
    counted = {key_form(area) for one in seller.all(Probation) for area in one.counts}
    found = [
        Surprise(area.name, area.level, area.now.on, area.since, area.now.id, area.now.evidence)
        for area in areas_of(seller)
        if area.level is not None
        and (area.level == "red" or (area.level == "yellow" and key_form(area.name) in counted))
        and told_on(seller, area, today) is None
    ]
    return sorted(found, key=lambda one: LEVELS.index(one.level))


def told_on(seller: Seller, area: Area, today: date) -> date | None:
    """Return the first day on which she was told how an area stands now: a light given in a talk is not one told."""
    days = [
        one.on
        for one in seller.all(Feedback)
        if one.to == "seller" and one.area and key_form(one.area) == key_form(area.name) and one.on >= area.since
    ]
    standing = [one for one in area.ratings if one.level == area.level and one.on >= area.since]
    days += [sent for one in seller.all(Recap) if (sent := one.sent) and _tells(seller, one, sent, standing)]
    return min((day for day in days if day <= today), default=None)


def helps_of(seller: Seller, today: date) -> list[Help]:
    """Return for each red what help was given since then, and our part beside it (S0.4, S0.10)."""
    return [_help(seller, area, today) for area in reds(areas_of(seller))]


def _before(day: date, days: int) -> date:
    return date.fromordinal(max(day.toordinal() - days, date.min.toordinal()))


def _tells(seller: Seller, recap: Recap, sent: date, standing: Iterable[Rating]) -> bool:
    """Tell whether a recap is of a talk in which one of these ratings was given."""
    talk = recap.talk or next((one.id for one in reversed(seller.all(Talk)) if one.on <= recap.on), None)
    return any(one.talk == talk and one.on <= sent for one in standing if talk)


def _help(seller: Seller, area: Area, today: date) -> Help:
    key, since, now = key_form(area.name), area.since, area.now
    talks = [one.on for one in seller.all(Talk) if since < one.on <= today]
    promises = [one for one in seller.all(Commitment) if since <= one.on <= today]
    given = [_promised(seller, one, talks, today) for one in promises if one.area and key_form(one.area) == key]
    told = [one for one in seller.all(Feedback) if one.to == "seller" and one.next and since <= one.on <= today]
    given += [_said(one, talks) for one in told if one.area and key_form(one.area) == key]
    return Help(
        area=area.name,
        on=now.on,
        since=since,
        id=now.id,
        evidence=now.evidence,
        given=tuple(sorted(given, key=lambda one: one.on)),
        mine=tuple(_promised(seller, one, talks, today) for one in promises if one.by == "me"),
        talks=len(talks),
        longest=max((later - day).days for day, later in pairwise([since, *talks, max(today, since)])),
    )


def _promised(seller: Seller, one: Commitment, talks: Sequence[date], today: date) -> Given:
    due, closing = seller.due(one), seller.closing(one)
    late = due is not None and due < today
    state: State = "late" if late else "open"
    if closing is not None:
        state = "kept" if closing.how == "kept" else "dropped"
    settled = closing.on if closing else None
    return Given(one.remedy or "help", one.what, one.on, one.id, one.by, due, state, settled, _after(one.on, talks))


def _said(one: Feedback, talks: Sequence[date]) -> Given:
    return Given("told", one.next or one.what, one.on, one.id, talk=_after(one.on, talks))


def _after(day: date, talks: Sequence[date]) -> date | None:
    return next((talk for talk in talks if talk > day), None)
