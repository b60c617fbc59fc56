"""Figures: what a CRM's export amounts to, per seller and month; never a customer, never a deal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date, timedelta

from salescoach.frozen import frozen
from salescoach.records.values import Figure, Number

AGES = (30, 60, 90, 180)
"""Days up to which open deals are counted together."""

OLDER, UNDATED = "older", "undated"
"""The open deals beyond these, and those of which nobody knows since when."""

NO_CURRENCY = "?"
"""What an amount is in where neither it nor its column says."""


@frozen
class Month:
    """What one seller opened and closed in a month, YYYY-MM; `value` of the won ones by currency, never added up.

    `days` from opened to won are those of the `timed` won deals, so that months can be put together.
    """

    month: str
    opened: int = 0
    won: int = 0
    lost: int = 0
    days: int = 0
    timed: int = 0
    value: Mapping[str, Number] = field(default_factory=dict)

    @property
    def days_to_win(self) -> float | None:
        """How many days the won deals took, on the average."""
        return round(self.days / self.timed, 1) if self.timed else None


COUNTS = ("opened", "won", "lost", "days", "timed")
"""What of a month is counted, and can be added up."""


def counted(month: str, counts: Mapping[str, int], value: Mapping[str, Number]) -> Month:
    """Return a month of its counts by name, 0 where one is not there."""
    opened, won, lost, days, timed = (counts.get(name, 0) for name in COUNTS)
    return Month(month, opened, won, lost, days, timed, value)


@frozen
class Stage:
    """What became of the deals that entered a stage: `on` to a later one or won, `out` lost there, `here` still.

    `days` is how long those that are here have been, all together.
    """

    stage: str
    entered: int = 0
    on: int = 0
    out: int = 0
    here: int = 0
    days: int = 0


@frozen
class Hers:
    """The figures of one seller from one source: her months in order, open deals by age, stages in order."""

    months: tuple[Month, ...] = ()
    open: Mapping[str, int] = field(default_factory=dict)
    stages: tuple[Stage, ...] = ()


@frozen
class Source:
    """What is kept of a CRM: the day it was last exported on, figures by the key of the seller.

    `columns` are those that were mapped, `who` the keys of names that were told; empty: nobody's.
    """

    name: str
    on: date
    sellers: Mapping[str, Hers] = field(default_factory=dict)
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    who: Mapping[str, str] = field(default_factory=dict)


def month_of(day: date) -> str:
    """Return the month of a day, YYYY-MM."""
    return f"{day:%Y-%m}"


def months_before(month: str, count: int) -> str:
    """Return the month so many months before one."""
    year, at = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 - count, 12)
    return f"{year:04}-{at + 1:02}"


def first_day(month: str) -> date:
    """Return the first day of a month."""
    return date.fromisoformat(f"{month}-01")


def last_day(month: str) -> date:
    """Return the last day of a month."""
    return first_day(months_before(month, -1)) - timedelta(1)


def months_of(sources: Iterable[Source], key: str) -> tuple[Month, ...]:
    """Return her months in order; where several sources tell of one, the latest counts: two exports may share deals."""
    found: dict[str, Month] = {}
    for source in sorted(sources, key=lambda one: (one.on, one.name)):
        found |= {one.month: one for one in source.sellers.get(key, Hers()).months}
    return tuple(found[month] for month in sorted(found))


def reached(months: Iterable[Month], figure: Figure, since: date) -> Number | None:
    """Return what a figure comes to from the month of a day on; None without a month, or in several currencies."""
    found = [one for one in months if one.month >= month_of(since)]
    if not found:
        return None
    if figure != "value":
        return sum(int(getattr(one, figure)) for one in found)
    used = {name for one in found for name in one.value}
    return sum(sum(one.value.values()) for one in found) if len(used) <= 1 else None


def best(months: Iterable[Month], figure: Figure, on: date, due: date) -> Number | None:
    """Return the most that a figure came to before a day, in as many months as go from it to another; or None."""
    past, more = [one for one in months if one.month < month_of(on)], 12 * (due.year - on.year) + due.month - on.month
    spans = [(first, one.month) for one in past if (first := months_before(one.month, max(0, more))) >= past[0].month]
    sums = (reached([one for one in past if one.month <= last], figure, first_day(first)) for first, last in spans)
    return max((one for one in sums if one is not None), default=None)
