"""Days off: weekends, and the public holidays that a country's rules name, fixed, by Easter or by a day of the week."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from salescoach.answer import Phrase, phrase

PATTERN = re.compile(r"(?:(?P<weekday>friday|saturday) )?(?P<month>\d\d)-(?P<day>\d\d)|easter(?P<after>[+-]\d{1,2})?")
"""How a holiday is spelled: `12-25`, `easter+39`, or `saturday 06-20` for the first Saturday from that day on."""

_WEEKDAYS = {"friday": 4, "saturday": 5}

_DAY = timedelta(1)


def day_off(day: date, holidays: Mapping[str, str]) -> Phrase | str | None:
    """Return what a day is called on which nobody works: a holiday by its name, or a day of the weekend."""
    found = dict(_falling(day.year, holidays))
    if day in found:
        return found[day]
    weekend = {5: "probation.saturday", 6: "probation.sunday"}.get(day.weekday())
    return phrase(weekend) if weekend else None


def workday_before(day: date, holidays: Mapping[str, str]) -> date:
    """Return the last day up to a day on which people work."""
    while day > date.min and day_off(day, holidays):
        day -= _DAY
    return day


def _falling(year: int, holidays: Mapping[str, str]) -> Iterator[tuple[date, str]]:
    for spelled, name in holidays.items():
        found = PATTERN.fullmatch(spelled)
        if found and found["month"]:
            day = date(year, int(found["month"]), int(found["day"]))
            ahead = (_WEEKDAYS[found["weekday"]] - day.weekday()) % 7 if found["weekday"] else 0
            yield day + ahead * _DAY, name
        elif found and date.min.year < year < date.max.year:
            from dateutil.easter import easter

            yield easter(year) + int(found["after"] or 0) * _DAY, name
