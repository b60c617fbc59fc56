"""What the deals of an export amount to, per name and month, and what is kept of it beside what is there already."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from salescoach.figures.rules.deals import Deal
from salescoach.frozen import frozen
from salescoach.records.figures import AGES, OLDER, UNDATED, Hers, Source, Stage, counted, month_of
from salescoach.records.values import Number

_COURSES = ("entered", "on", "out", "here", "days")


@frozen
class Tally:
    """What an export amounts to: figures by name as written, its day, and the first month that it tells all of."""

    on: date
    since: str
    names: Mapping[str, Hers]


def tally(deals: Sequence[Deal], stages: Sequence[str], today: date, keys: Mapping[str, str] | None = None) -> Tally:
    """Count deals by name: by the month of opening and of closing, open ones by age on the day of the export.

    That is the latest day in it. It tells all of the months from its first closing on: what was opened before that and
    closed before that as well may have been left out of it. With the `keys` of names those of each key are counted
    together, and no others.
    """
    days = [day for one in deals for day in (one.opened, one.closed, *(day for day, _ in one.entered)) if day]
    on = max((day for day in days if day <= today), default=today)
    closings = [one.closed for one in deals if one.closed]
    by_name: dict[str, list[Deal]] = {}
    for one in deals:
        name = one.name if keys is None else keys.get(one.name)
        if name is not None:
            by_name.setdefault(name, []).append(one)
    since = month_of(min(closings, default=min(days, default=on)))
    return Tally(on, since, {name: _hers(found, stages, on) for name, found in by_name.items()})


def kept(old: Source, new: Source, since: str) -> Source:
    """Return what is kept of a source: hers from the new export for the months that it tells all of, else as they were.

    An export from before the last one fills gaps alone, and so does a new one in the months before `since`.
    """
    later = new.on >= old.on
    sellers = dict(old.sellers)
    for key, hers in new.sellers.items():
        was = old.sellers.get(key, Hers())
        before = {one.month: one for one in was.months if not (later and one.month >= since)}
        fresh = {one.month: one for one in hers.months if later or one.month not in before}
        months = {**fresh, **before}
        now = hers if later or key not in old.sellers else was
        sellers[key] = Hers(tuple(months[month] for month in sorted(months)), now.open, now.stages)
    return Source(old.name, max(old.on, new.on), sellers, new.columns, new.who)


def _hers(deals: Sequence[Deal], stages: Sequence[str], on: date) -> Hers:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    values: defaultdict[str, defaultdict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for one in deals:
        if one.opened:
            counts[month_of(one.opened)]["opened"] += 1
        if one.closed:
            _close(one, counts[month_of(one.closed)], values[month_of(one.closed)])
    months = tuple(
        counted(month, count, {name: _number(value) for name, value in sorted(values[month].items())})
        for month, count in sorted(counts.items())
    )
    ages = Counter(_age(one.opened, on) for one in deals if one.outcome == "open")
    ordered = {str(name): ages[str(name)] for name in (*AGES, OLDER, UNDATED) if ages[str(name)]}
    return Hers(months, ordered, tuple(_stage(stage, deals, on) for stage in stages))


def _close(one: Deal, count: Counter[str], value: defaultdict[str, Decimal]) -> None:
    count[one.outcome] += 1
    if one.outcome != "won":
        return
    if one.amount:
        value[one.amount.currency] += one.amount.number
    if one.opened and one.closed and one.opened <= one.closed:
        count["days"] += (one.closed - one.opened).days
        count["timed"] += 1


def _age(opened: date | None, on: date) -> str:
    """Return with which open deals one is counted: up to so many days old, older, or nobody knows."""
    if opened is None:
        return UNDATED
    return next((str(most) for most in AGES if (on - opened).days <= most), OLDER)


def _stage(stage: str, deals: Sequence[Deal], on: date) -> Stage:
    """Count what became of the deals that entered a stage: a later one was entered, or it was won, lost, or is here."""
    counts: Counter[str] = Counter()
    for one in deals:
        days = [day for day, name in one.entered if name == stage]
        if not days:
            continue
        went = any(day > days[-1] for day, name in one.entered) or one.outcome == "won"
        counts["entered"] += 1
        counts["on" if went else "out" if one.outcome == "lost" else "here"] += 1
        counts["days"] += 0 if went or one.outcome == "lost" else (on - days[-1]).days
    return Stage(stage, *(counts[part] for part in _COURSES))


def _number(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else float(round(value, 2))
