"""The clock of a probation: what is noted of it, whose rules hold, and what is next in it (S0.4)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Literal

from salescoach.answer import Phrase, phrase
from salescoach.frozen import frozen
from salescoach.probation.records import Probation
from salescoach.records.keys import key_form
from salescoach.records.rating import is_felt
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings

CAUTION = 14
"""Days before its end by which she is to be told where no rules are known: no country here asks for more."""

_WEEK = 7

Stage = Literal["decide", "tell", "late", "over"]


@frozen
class Rule:
    """The rules of one country: the most months, days before the end to tell by; `extend` says where it is longer."""

    code: str
    name: str
    months: int
    tell_days: int
    extension: Literal["no", "absence"]
    rule: str
    extend: str
    source: str
    checked: date
    names: Sequence[str] = ()


@frozen
class Terms:
    """What is noted of a probation: its end, whose rules hold, what counts against her, why, and the decision."""

    ends: date | None
    country: str | None
    counts: tuple[str, ...]
    why: str | None
    decision: Probation | None


@frozen
class Clock:
    """The days of a probation; no `rule`: `tell_by` is cautious; it `leaves` once decided that she does not stay on."""

    ends: date
    tell_by: date
    decide_by: date
    days_left: int
    rule: Rule | None = None
    leaves: bool = False

    @property
    def days_to_tell(self) -> int:
        """The days left to tell her, below 0 where it is late for that."""
        return self.days_left - (self.ends - self.tell_by).days

    @property
    def days_to_decide(self) -> int:
        """The days left to decide, below 0 where it is late for that."""
        return self.days_left - (self.ends - self.decide_by).days

    @property
    def stage(self) -> Stage:
        """What is next: to decide, to tell, late for telling, or over without a decision."""
        if self.days_left < 0:
            return "over"
        if self.days_to_tell < 0:
            return "late"
        return "tell" if self.days_to_decide < 0 else "decide"

    @property
    def pressing(self) -> bool:
        """Tell whether it is to be decided within a week, or to be told; who leaves and was to be told is past that."""
        return self.days_to_decide <= _WEEK and not (self.leaves and self.days_to_tell < 0)

    @property
    def times(self) -> dict[str, Any]:
        """Its days by their names."""
        return {name: getattr(self, name) for name in ("ends", "tell_by", "decide_by", "days_left")}

    @property
    def next(self) -> Phrase:
        """What is next, in a few words."""
        leaving = "leaves" if self.days_to_tell >= 0 else "left"
        return phrase(f"probation.stage.{leaving if self.leaves else self.stage}", **self.times)


def terms_of(seller: Seller, settings: Settings) -> Terms:
    """Return what is noted of her probation; the country of the settings holds where her file names none."""
    noted = seller.all(Probation)
    latest = noted[::-1]
    country = next((one.country for one in latest if one.country), settings.probation.country)
    decided = next((one for one in latest if one.outcome), None)
    return Terms(
        ends=next((one.ends for one in latest if one.ends), None),
        country=country.strip().upper() if country else None,
        counts=tuple(dict.fromkeys(area for one in noted for area in one.counts if not is_felt(area))),
        why=next((one.why for one in latest if one.why), None),
        decision=decided if decided and decided.outcome != "extended" else None,
    )


def rule_of(country: str | None, rules: Iterable[Rule]) -> Rule | None:
    """Return the rules of a country by its code or one of its names."""
    wanted = key_form(country or "")
    return next((one for one in rules if wanted and wanted in map(key_form, (one.code, one.name, *one.names))), None)


def last_day(started: date, rule: Rule) -> date:
    """Return the last day that a country's rules allow."""
    from dateutil.relativedelta import relativedelta

    try:
        return started + relativedelta(months=rule.months) - timedelta(1)
    except (OverflowError, ValueError):  # there is no year 10000
        return date.max


def clock_of(seller: Seller, settings: Settings, rules: Iterable[Rule], today: date) -> Clock | None:
    """Return the clock of her probation that is under way, None where it was decided or nothing is known of one."""
    found = days_of(seller, settings, rules, today)
    return None if found is None or terms_of(seller, settings).decision else found


def days_of(seller: Seller, settings: Settings, rules: Iterable[Rule], today: date) -> Clock | None:
    """Return the clock of her probation, decided or not, None where nothing is known of one.

    Where her file says nothing of it, somebody in an onboarding has one by the rules of the settings' country: as long
    as these allow it, and after its end for as many days as it stands in the weekly before.
    """
    noted = bool(seller.records.get("probation"))
    if not noted and not (settings.probation.country and seller.records.get("onboarding")):
        return None
    terms = terms_of(seller, settings)
    rule, started = rule_of(terms.country, rules), seller.header.started
    ends = terms.ends or (last_day(started, rule) if rule and started else None)
    if ends is None or (not noted and (today - ends).days > settings.probation.weekly):
        return None
    tell_by = _before(ends, CAUTION if rule is None else rule.tell_days)
    decide_by = min(tell_by, max(_before(tell_by, settings.probation.decide), started or date.min))
    leaves = terms.decision is not None and terms.decision.outcome == "ended"
    return Clock(ends, tell_by, decide_by, (ends - today).days, rule, leaves)


def watched(seller: Seller, settings: Settings, rules: Iterable[Rule], today: date) -> Clock | None:
    """Return the clock of a probation that is not done with: not decided, or she leaves and its end is to come."""
    found = days_of(seller, settings, rules, today)
    leaving = found is not None and found.leaves and found.days_left >= 0
    return found if leaving or not terms_of(seller, settings).decision else None


def _before(day: date, days: int) -> date:
    return date.fromordinal(max(day.toordinal() - days, date.min.toordinal()))
