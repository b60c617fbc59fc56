"""Which day is meant: rules from what stood in a pattern's gaps to a day; not the words that were typed."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, NamedTuple

from salescoach.errors import NotADate

Gaps = Mapping[str, Any]


class Reference(NamedTuple):
    """The day counted from, whether one looks back from it, if something is due then, and if `11/27` is a date."""

    today: date
    back: bool = False
    due: bool = True
    month_first: bool = False

    @property
    def at_the_end(self) -> bool:
        """Tell whether a week or a month stands for its last day: what is due in it may take all of it."""
        return self.due and not self.back


Rule = Callable[[Gaps, Reference], date]


def calendar_day(gaps: Gaps, reference: Reference) -> date:
    """Return the day of a `27 nov`, `fri 27 nov 2026`, `27.11.` or `the 27th`."""
    named = (gaps.get("year"), gaps.get("month"), gaps["day"]) if "day" in gaps else None
    year, month, number = named or _numeric(gaps["date"], month_first=reference.month_first)
    if year is not None:
        day = date(year, month or 0, number)
    elif month is not None:
        days = _possible(date, ((one, month, number) for one in _years(reference)))
        return _meant(days, gaps.get("weekday"), reference)
    else:
        now = reference.today.year * _MONTHS + reference.today.month - 1
        parts = ((at // _MONTHS, at % _MONTHS + 1, number) for at in range(now - 2, now + 3))
        day = _nearest(_possible(date, parts), reference) or reference.today
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
        mondays = _possible(date.fromisocalendar, ((one, gaps["number"], 1) for one in _years(reference)))
        days = [_in_week(monday, gaps, reference) for monday in mondays]
        return _meant(days, None, reference)
    return _in_week(monday, gaps, reference)


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
    if reference.at_the_end:
        return end(gaps, reference)
    first = start(gaps, reference)
    return first if reference.back or gaps["which"] else max(first, reference.today)


def end(gaps: Gaps, reference: Reference) -> date:
    """Return the day of an `end of month` or `end of q4`; a week ends on its Friday, on a weekend the coming one."""
    unit, first = _unit(gaps), start(gaps, reference)
    if unit != "week":
        return _later(first, 1, unit) - timedelta(days=1)
    over = not gaps.get("which") and reference.at_the_end and reference.today.weekday() > _FRIDAY
    return first + timedelta(days=_FRIDAY + (_WEEK if over else 0))


def start(gaps: Gaps, reference: Reference) -> date:
    """Return the day of a `start of next month` or `start of december`."""
    unit = _unit(gaps)
    first = _first(unit, reference.today)
    if "unit" in gaps:
        return _later(first, gaps.get("which", 0), unit)
    month = gaps["month"] if "month" in gaps else gaps["quarter"] * _QUARTER - _QUARTER + 1
    if "year" in gaps:
        return date(gaps["year"], month, 1)
    days = [date(year, month, 1) for year in _years(reference)]
    return _nearest(days, reference._replace(today=first)) or first


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
_SHORT = r"(\d\d)(\d\d)(\d\d)"
_DAY_FIRST = r"(\d\d?)[./-] ?(\d\d?)(?:[./ -]+(\d{4}|\d\d))?"
_CENTURY, _SHORT_YEARS = 2000, 100  # what two digits of a year are added to, and which are two digits
_WEEK = 7  # days
_FRIDAY = 4  # days after Monday
_MONTHS = 12
_QUARTER = 3  # months
_LEAP_GAP = 8  # years at most from one 29 February, or week 53, to the next
_LATELY = 60  # days in which a day without its year may have gone by and still be the one that is meant
_LENGTH = {"day": (1, 0), "week": (_WEEK, 0), "month": (0, 1), "quarter": (0, _QUARTER), "year": (0, _MONTHS)}


def _numeric(text: str, *, month_first: bool) -> tuple[int | None, int, int]:
    for pattern in (_SHORT, _YEAR_FIRST):
        if found := re.fullmatch(pattern, text):
            year, month, day = (int(part) for part in found.groups())
            return _full(year), month, day
    found = re.fullmatch(_DAY_FIRST, text)
    if found is None or re.fullmatch(r"\d\d?-\d\d?-\d\d", text):  # `26-11-27` begins with its year in Sweden
        raise NotADate(why="ambiguous")
    day, month = (int(found[2]), int(found[1])) if month_first and "." not in text else (int(found[1]), int(found[2]))
    return None if found[3] is None else _full(int(found[3])), month, day


def _full(year: int) -> int:
    return year + (_CENTURY if year < _SHORT_YEARS else 0)


def _years(reference: Reference) -> range:
    return range(reference.today.year - _LEAP_GAP, reference.today.year + _LEAP_GAP + 1)


def _possible(make: Callable[[int, int, int], date], parts: Iterable[tuple[int, int, int]]) -> list[date]:
    """Return the days that there are; raise NotADate where there is none."""
    days = []
    for year, part, day in parts:
        with suppress(ValueError):
            days.append(make(year, part, day))
    if not days:
        raise NotADate(why="impossible")
    return days


def _meant(days: list[date], named: int | None, reference: Reference) -> date:
    """Return the nearest of the days; raise NotADate where as well one that lately went by may be meant.

    A weekday that was `named` tells which of the two it is.
    """
    found, other = _nearest(days, reference), _nearest(days, reference._replace(back=not reference.back))
    lately = [other] if other and not reference.back and (reference.today - other).days <= _LATELY else []
    fits = [day for day in (found, *lately) if day and named in {None, day.weekday()}]
    if not fits:
        raise NotADate(why="contradiction")
    if len(fits) > 1 and found != other:
        raise NotADate(why="gone_by", past=other, coming=found)
    return fits[0]


def _nearest(days: Iterable[date], reference: Reference) -> date | None:
    """Return the nearest of the days from today on, or up to today where one looks back."""
    step = -1 if reference.back else 1
    there = [day for day in days if (day - reference.today).days * step >= 0]
    return min(there, key=lambda day: abs((day - reference.today).days), default=None)


def _in_week(monday: date, gaps: Gaps, reference: Reference) -> date:
    """Return the weekday that was named, else the Friday for what is due, else the first working day not past."""
    friday = monday + timedelta(days=_FRIDAY)
    if "weekday" in gaps:
        return monday + timedelta(days=gaps["weekday"])
    if reference.at_the_end:
        return friday
    return reference.today if monday <= reference.today <= friday and not reference.back else monday


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
        return day.replace(month=day.month - (day.month - 1) % _QUARTER, day=1)
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[unit]
