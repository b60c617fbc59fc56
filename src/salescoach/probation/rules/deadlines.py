"""The clock of a probation: what is noted of it, whose rules hold, and what is next in it (S0.4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any, Literal

from salescoach.answer import Phrase, phrase
from salescoach.errors import Unusable
from salescoach.frozen import frozen
from salescoach.probation.records import Probation
from salescoach.probation.rules.holidays import day_off, workday_before
from salescoach.records.keys import key_form
from salescoach.records.rating import is_felt
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings


class NotACountry(Unusable):
    """No rules of a country `text` are known; `known` are the codes of those that are."""


CAUTION = 14
"""Days before its end by which she is to be told where no rules are known: no country here asks for more."""

_WEEK = 7

Stage = Literal["decide", "tell", "late", "over"]


@frozen
class Rule:
    """The rules of one country: the most months, days before the end to tell by; `extend` says where it is longer.

    Of a fixed term it may be one part of `fixed_part`, with `fixed_holds` however it is made longer. One more month is
    given for each `absence_days` away, a day for each where that is not said. `decide_days` are the least to decide in.
    `telling` is what belongs to telling her of an end, `late` what holds once the day to tell by went by.
    """

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
    fixed: str = ""
    fixed_part: int | None = None
    fixed_holds: bool = False
    absence_days: int | None = None
    decide_days: int = 0
    telling: str = ""
    late: str = ""
    holidays: Mapping[str, str] = field(default_factory=dict)


@frozen
class Span:
    """The last lawful day in both readings, and the `most` that it may be made longer to, where that is limited."""

    first: date
    last: date
    most: date | None = None


@frozen
class Terms:
    """What is noted of a probation: its end, whose rules hold, what counts against her, why, and the decision.

    `term` is the last day of a post that ends by itself. `longer` is how it was extended, if that came last, and `told`
    the day on which she was told in writing of that or of the end.
    """

    ends: date | None
    country: str | None
    counts: tuple[str, ...]
    why: str | None
    decision: Probation | None
    term: date | None = None
    longer: Probation | None = None
    told: date | None = None


@frozen
class Clock:
    """The days of a probation; no `rule`: `tell_by` is cautious; it `leaves` once decided that she does not stay on.

    `told` is when she was told of that, in writing; `longer_by` the day by which a longer one is to be, until it was.
    """

    ends: date
    tell_by: date
    decide_by: date
    days_left: int
    rule: Rule | None = None
    leaves: bool = False
    told: date | None = None
    longer_by: date | None = None

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
        """Tell whether it is to be decided within a week, or to be told; who leaves is to be told until it is noted."""
        if self.leaves:
            return self.told is None
        return self.days_to_decide <= _WEEK or self.to_write

    @property
    def to_write(self) -> bool:
        """Tell whether there is still time to tell her in writing that it is longer."""
        return self.longer_by is not None and self.days_left >= (self.ends - self.longer_by).days

    @property
    def leaving(self) -> Literal["left", "leaves", "unsaid", "gone"]:
        """How it is with one who leaves: told, to be told, late for that, or over and never told."""
        if self.told is not None:
            return "left"
        if self.days_left < 0:
            return "gone"
        return "leaves" if self.days_to_tell >= 0 else "unsaid"

    @property
    def times(self) -> dict[str, Any]:
        """Its days by their names."""
        return {name: getattr(self, name) for name in ("ends", "tell_by", "decide_by", "days_left")}

    @property
    def state(self) -> str:
        """How it stands: how it is with one who leaves, that it is longer and to be told, or its stage."""
        if self.leaves:
            return self.leaving
        return "longer" if self.to_write else self.stage

    @property
    def next(self) -> Phrase:
        """What is next, in a few words."""
        return self._said(f"probation.stage.{self.state}")

    @property
    def reason(self) -> Phrase:
        """What is next, as a reason to see her."""
        return self._said(f"reason.probation_{self.state}")

    @property
    def free(self) -> Phrase | None:
        """That the day to tell by, still to come, is one on which nobody works, and the working day before it."""
        holidays = self.rule.holidays if self.rule else {}
        day = self.longer_by if self.longer_by and self.to_write else self.tell_by
        if not day_off(day, holidays) or self.days_left < (self.ends - day).days or (self.leaves and self.told):
            return None
        return phrase("probation.free", before=workday_before(day, holidays))

    def _said(self, key: str) -> Phrase:
        said = phrase(key, by=self.longer_by, days=self.days_left, **self.times)
        return phrase("probation.said_free", said=said, free=self.free) if self.free else said


def terms_of(seller: Seller, settings: Settings) -> Terms:
    """Return what is noted of her probation; the country of the settings holds where her file names none."""
    noted = seller.all(Probation)
    latest = noted[::-1]
    country = next((one.country for one in latest if one.country), settings.probation.country)
    decided = next((one for one in latest if one.outcome), None)
    since = noted[noted.index(decided) :] if decided else ()
    final = decided is not None and decided.outcome != "extended"
    return Terms(
        ends=next((one.ends for one in latest if one.ends), None),
        country=country.strip().upper() if country else None,
        counts=tuple(dict.fromkeys(area for one in noted for area in one.counts if not is_felt(area))),
        why=next((one.why for one in latest if one.why), None),
        decision=decided if final else None,
        term=next((one.term for one in latest if one.term), None),
        longer=None if final else decided,
        told=next((one.told_on for one in since[::-1] if one.told_on), None),
    )


def rule_named(typed: str, rules: Sequence[Rule], key: str = "NAME") -> Rule:
    """Return the rules of the country that is meant; raise NotACountry."""
    rule = rule_of(typed, rules)
    if rule is None:
        raise NotACountry(text=typed, known=[f"{one.code} ({one.name})" for one in rules], key=key)
    return rule


def rule_of(country: str | None, rules: Iterable[Rule]) -> Rule | None:
    """Return the rules of a country by its code or one of its names."""
    wanted = key_form(country or "")
    return next((one for one in rules if wanted and wanted in map(key_form, (one.code, one.name, *one.names))), None)


def joined_rule(rule: Rule) -> str:
    """Return what the rules of a country say, what holds in a fixed term behind it."""
    return " ".join(filter(None, (rule.rule, rule.fixed)))


def limit_of(started: date, rule: Rule, term: date | None = None) -> Span:
    """Return the last day that a country's rules allow, in both readings of a month that has no such day.

    Who starts on 31 August has six months by 27 February, or by the 28th: what follows from it uses the earlier.
    """
    over = shifted(started, rule.months)
    first, last = _before(over, 1), over if over.day < started.day else _before(over, 1)
    if term is None:
        return Span(first, last)
    days = (term - started).days + 1
    most = date.fromordinal(started.toordinal() + max(days // (rule.fixed_part or 1), 1) - 1)
    return Span(min(first, most), min(last, most), most if rule.fixed_holds else None)


def shifted(day: date, months: int) -> date:
    """Return the same day so many months on, the last of the month where it has no such day."""
    from dateutil.relativedelta import relativedelta

    try:
        return day + relativedelta(months=months)
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
    limit = limit_of(started, rule, terms.term) if rule and started else None
    ends = terms.ends or (limit.first if limit else None)
    if ends is None or (not noted and (today - ends).days > settings.probation.weekly):
        return None
    grounded = ends != terms.ends or terms.why is not None or terms.longer is not None
    careful = limit.first if limit and limit.first < ends and (ends <= limit.last or not grounded) else ends
    tell_by = _before(careful, CAUTION if rule is None else rule.tell_days)
    deciding = max(settings.probation.decide, rule.decide_days if rule else 0)
    decide_by = min(tell_by, max(_before(tell_by, deciding), started or date.min))
    leaves = terms.decision is not None and terms.decision.outcome == "ended"
    by = None
    if terms.longer and not terms.told:
        by = _ended_before(seller, terms.longer) or (limit.first if limit else None)
    return Clock(ends, tell_by, decide_by, (ends - today).days, rule, leaves, terms.told, by)


def watched(seller: Seller, settings: Settings, rules: Iterable[Rule], today: date) -> Clock | None:
    """Return the clock of a probation that is not done with: not decided, or she leaves: until its end, and told."""
    found = days_of(seller, settings, rules, today)
    leaving = found is not None and found.leaves and (found.days_left >= 0 or found.told is None)
    return found if leaving or not terms_of(seller, settings).decision else None


def has_ended(seller: Seller) -> bool:
    """Tell whether it was decided that she does not stay on: then what was planned for her is over."""
    decided = [one.outcome for one in seller.all(Probation) if one.outcome]
    return decided[-1:] == ["ended"]


def _ended_before(seller: Seller, longer: Probation) -> date | None:
    """Return the last day that was noted before a probation was made longer."""
    noted = seller.all(Probation)
    return next((one.ends for one in noted[: noted.index(longer)][::-1] if one.ends), None)


def _before(day: date, days: int) -> date:
    return date.fromordinal(max(day.toordinal() - days, date.min.toordinal()))
