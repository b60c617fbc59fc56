"""Which day is meant: rules from what stood in a pattern's gaps to a day; not the words that were typed."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from salescoach.errors import NotADate

Gaps = Mapping[str, Any]


class Reference(NamedTuple):
    """The day that is counted from, whether one looks back from it, and whether something is due on the day read."""

    today: date
    back: bool = False
    due: bool = True

    @property
    def at_the_end(self) -> bool:
        """Tell whether a week or a month stands for its last day: what is due in it may take all of it."""
        return self.due and not self.back


Rule = Callable[[Gaps, Reference], date]


def calendar_day(gaps: Gaps, reference: Reference) -> date:
    """Return the day of a `27 nov`, `fri 27 nov 2026`, `27.11.` or `the 27th`."""
    written = _numeric(gaps["date"]) if "date" in gaps else (gaps.get("year"), gaps.get("month"), gaps["day"])
    year, month, number = written
    day = _nearest(number, month, reference) if year is None else date(year, month or 0, number)
    if gaps.get("weekday", day.weekday()) != day.weekday():
        raise NotADate(why="contradiction")
    return day


def weekday(gaps: Gaps, reference: Reference) -> date:
    """Return the day of a `fri`, `next friday` or `last friday`; only looking back may it be today."""
    which, distance = gaps.get("which"), gaps["weekday"] - reference.today.weekday()
    if which is None and reference.back:
        return reference.today - timedelta(days=-distance % _WEEK)
    if which == -1:
        return reference.today - timedelta(days=(-distance - 1) % _WEEK + 1)
    return reference.today + timedelta(days=(distance - 1) % _WEEK + 1)


def week(gaps: Gaps, reference: Reference) -> date:
    """Return the day of a `v48`, `w48 2026`, `thu v48` or `friday next week`."""
    if "which" in gaps:
        monday = _first("week", reference.today) + timedelta(weeks=gaps["which"])
    elif "year" in gaps:
        monday = date.fromisocalendar(gaps["year"], gaps["number"], 1)
    else:
        monday = _nearest_week(gaps["number"], reference)
    return monday + timedelta(days=gaps.get("weekday", _FRIDAY if reference.at_the_end else 0))


def ahead(gaps: Gaps, reference: Reference) -> date:
    """Return the day of an `in 3 weeks`."""
    return _later(reference.today, gaps["count"], gaps["unit"])


def ago(gaps: Gaps, reference: Reference) -> date:
    """Return the day of a `3 weeks ago`."""
    return _later(reference.today, -gaps["count"], gaps["unit"])


def count(gaps: Gaps, reference: Reference) -> date:
    """Return the day of a `2w`: ago when one looks back, else ahead."""
    return ago(gaps, reference) if reference.back else ahead(gaps, reference)


def period(gaps: Gaps, reference: Reference) -> date:
    """Return the day of a `next month`: its last day when something is due, else its first."""
    return end(gaps, reference) if reference.at_the_end else start(gaps, reference)


def end(gaps: Gaps, reference: Reference) -> date:
    """Return the day of an `end of month` or `end of q4`; a week ends on its Friday."""
    unit, first = _unit(gaps), start(gaps, reference)
    return first + timedelta(days=_FRIDAY) if unit == "week" else _later(first, 1, unit) - timedelta(days=1)


def start(gaps: Gaps, reference: Reference) -> date:
    """Return the day of a `start of next month` or `start of december`."""
    unit = _unit(gaps)
    first = _first(unit, reference.today)
    if "unit" in gaps:
        return _later(first, gaps.get("which", 0), unit)
    month = gaps["month"] if "month" in gaps else _first_month(gaps["quarter"])
    return date(gaps["year"], month, 1) if "year" in gaps else _nearest(1, month, reference._replace(today=first))


# A pattern stands in dates.toml, [patterns], under the name of the rule that knows what it means.
RULES: Mapping[str, Rule] = {
    "date": calendar_day,
    "weekday": weekday,
    "week": week,
    "ahead": ahead,
    "ago": ago,
    "count": count,
    "period": period,
    "end": end,
    "start": start,
}

_YEAR_FIRST = r"(\d{4})\D?(\d\d?)\D?(\d\d?)"
_DOTTED = r"(\d\d?)\.(\d\d?)(?:\.(\d{4}|\d\d))?"
_SLASHED = r"(\d\d?)[/-](\d\d?)(?:[/-](\d{4}))?"
_CENTURY = 2000  # what two digits of a year are added to
_WEEK = 7  # days
_FRIDAY = 4  # days after Monday
_MONTHS = 12
_QUARTER = 3  # months
_LEAP_GAP = 8  # years at most from one 29 February, or week 53, to the next
_LENGTH = {"day": (1, 0), "week": (_WEEK, 0), "month": (0, 1), "quarter": (0, _QUARTER), "year": (0, _MONTHS)}


def _numeric(text: str) -> tuple[int | None, int, int]:
    if found := re.fullmatch(_YEAR_FIRST, text):
        year, month, day = (int(part) for part in found.groups())
        return year, month, day
    if found := re.fullmatch(_DOTTED, text):
        return _year(found[3]), int(found[2]), int(found[1])
    found = re.fullmatch(_SLASHED, text)
    smaller, larger = sorted((int(found[1]), int(found[2]))) if found else (0, 0)
    # Only a number that is no month tells which one is the day, and `26-11-27` may begin with its year.
    if found is None or smaller < larger <= _MONTHS:
        raise NotADate(why="ambiguous")
    return _year(found[3]), smaller, larger


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + (_CENTURY if len(text) < len("2026") else 0)


def _nearest(number: int, month: int | None, reference: Reference) -> date:
    step = -1 if reference.back else 1
    now = reference.today.year * _MONTHS + reference.today.month - 1
    for months in range((_LEAP_GAP + 1) * _MONTHS):
        year, index = divmod(now + step * months, _MONTHS)
        day = _possible(date, year, index + 1, number) if month in {None, index + 1} else None
        if day and (day - reference.today).days * step >= 0:
            return day
    raise NotADate(why="impossible")


def _nearest_week(number: int, reference: Reference) -> date:
    step = -1 if reference.back else 1
    this_week = _first("week", reference.today)
    for years in range(_LEAP_GAP + 1):
        monday = _possible(date.fromisocalendar, this_week.isocalendar().year + step * years, number, 1)
        if monday and (monday - this_week).days * step >= 0:
            return monday
    raise NotADate(why="impossible")


def _possible(make: Callable[[int, int, int], date], year: int, part: int, day: int) -> date | None:
    try:
        return make(year, part, day)
    except ValueError:
        return None


def _later(day: date, number: int, unit: str) -> date:
    days, months = _LENGTH[unit]
    if not months:
        return day + timedelta(days=number * days)
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=number * months)


def _unit(gaps: Gaps) -> str:
    return str(gaps.get("unit", "quarter" if "quarter" in gaps else "month"))


def _first(unit: str, day: date) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "quarter":
        return day.replace(month=_first_month((day.month + _QUARTER - 1) // _QUARTER), day=1)
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[unit]


def _first_month(quarter: int) -> int:
    return quarter * _QUARTER - _QUARTER + 1
