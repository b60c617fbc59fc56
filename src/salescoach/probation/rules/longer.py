"""What absence makes a probation longer by: the days away in the file, and what a country's rules give for them."""

from datetime import date

from salescoach.frozen import frozen
from salescoach.probation.records import Probation
from salescoach.probation.rules.deadlines import Rule, Span, limit_of, shifted, terms_of
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings


@frozen
class Longer:
    """The `days` away in a probation, and the `last` day that it can be made longer to for them; None: not known."""

    days: int
    last: date | None


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
    return Longer(days, _last(seller, rule, limit, days))


def _last(seller: Seller, rule: Rule | None, limit: Span | None, days: int) -> date | None:
    """Return the last day that the rules allow: what was agreed at first, and what they give for the days away."""
    if rule is None or limit is None:
        return None
    if rule.extension == "no":
        return limit.last
    agreed = [one.ends for one in seller.all(Probation) if one.ends and one.outcome != "extended"]
    first = min(agreed[-1], limit.last) if agreed else limit.last
    if rule.absence_days is None:
        return date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    last = shifted(first, days // rule.absence_days)
    return min(last, limit.most or last)
