"""What absence makes a probation longer by: the days away in the file, and what a country's rules give for them."""

from datetime import date, timedelta

from salescoach.frozen import frozen
from salescoach.probation.records import Probation
from salescoach.probation.rules.deadlines import Rule, Span, limit_of, shifted, terms_of
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings


@frozen
class Longer:
    """The `days` away in a probation, and the `last` day that it can be made longer to for them; None: not known.

    `first` is that day in the earlier reading of a month that has no such day.
    """

    days: int
    last: date | None
    first: date | None = None


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
