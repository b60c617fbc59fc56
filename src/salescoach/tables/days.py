"""Dates in the cells of a table; the order of day and month is decided for the whole file, and doubt is told."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from salescoach.errors import NotADate
from salescoach.frozen import frozen
from salescoach.words.dates import Dates

_TIME = r"(?:[T ] ?[0-9]{1,2}[:.].*)?"
_YEAR_FIRST = re.compile(r"((?:19|20)[0-9]{2})([-/.])([0-9]{1,2})\2([0-9]{1,2})" + _TIME)
_NUMBERS = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2((?:19|20)?[0-9]{2})" + _TIME)
_FIGURES = re.compile("[0-9]{2}")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")

# A date with a name in it; dots, dashes and strokes mean nothing there, and the year may stand first: `2024-Mar-01`.
_NAMED = re.compile(r"(?=.*[^\W\d_]{3})(?=.*[0-9]).{5,40}")
_MARKS = re.compile(r"[-/,.'’ ]+")
_CLOCK = re.compile(r"[T ]+(?:kl\.? *)?[0-9]{1,2}[:.][0-9]{2}\b.*")
_LEADING_YEAR = re.compile(r"((?:19|20)[0-9]{2}) (.+)")
_SHORT_YEAR = re.compile(r"(.*[^\W\d_].*) ([0-9]{2})")

# Days since the last of 1899, as spreadsheets keep dates: 30000 is in 1982, 60000 in 2064.
_SERIAL = re.compile(r"([345][0-9]{4}|60000)(?:[.,][0-9]+)?")
_SERIAL_ZERO = date(1899, 12, 30)

# Where two figures stand for the year, more years ahead than this were meant for the century before.
_AHEAD = 10

DAY_FIRST, MONTH_FIRST, _YEAR_LEADS = "day_month", "month_day", "year_month"

_PLACES = {DAY_FIRST: (2, 1, 0), MONTH_FIRST: (2, 0, 1), _YEAR_LEADS: (0, 1, 2)}
"""Where year, month and day stand."""

ORDERS = tuple(_PLACES)


@frozen
class Doubt:
    """A date that the file does not settle, and the two days that it may be, the one that was taken first."""

    text: str
    taken: date
    other: date


@frozen
class Order:
    """The order of the numbers in the dates of a file, a name under [order]; empty where no date has it in question."""

    name: str = ""
    doubt: Doubt | None = None


def order_of(columns: Mapping[int, Sequence[str]], latest: Mapping[int, date], dates: Dates, today: date) -> Order:
    """Return the order in which most dates of a file read; a day after the `latest` of its column disproves one."""
    cells = {place: [cell for cell in column if _NUMBERS.fullmatch(cell)] for place, column in columns.items()}
    # A column that a field is read from is asked about for a single date in figures; elsewhere `1/2` may be anything.
    asked = {
        place: found
        for place, found in cells.items()
        if place in latest or len(found) * 2 >= sum(map(bool, columns[place]))
    }
    pairs = dict.fromkeys((cell, latest.get(place, date.max)) for place, found in asked.items() for cell in found)
    read = {
        order: [day if (day := _numeric(cell, order, today)) and day <= last else None for cell, last in pairs]
        for order in ORDERS
    }
    if not any(map(any, read.values())):
        return Order()
    first = (MONTH_FIRST, DAY_FIRST, _YEAR_LEADS) if dates.month_first else ORDERS
    best = min(first, key=lambda order: read[order].count(None))
    rivals = [order for order in first if read[order].count(None) == read[best].count(None)]
    for order in rivals:
        for (cell, _), taken, other in zip(pairs, read[best], read[order], strict=True):
            if taken and other and taken != other:
                return Order(best, Doubt(cell, taken, other))
    return Order(best)


def order_like(doubt: Doubt, meant: date, today: date) -> Order:
    """Return the order in which the date in doubt is the day that was meant."""
    return Order(next(order for order in ORDERS if _numeric(doubt.text, order, today) == meant))


def day_in(cell: str, order: Order, dates: Dates, today: date) -> date | None:
    """Return the date in a cell, None where it is none that is understood."""
    if found := _YEAR_FIRST.fullmatch(cell):
        return _date(found[1], found[3], found[4])
    if found := _COMPACT.fullmatch(cell):
        return _date(*found.groups())
    if found := _SERIAL.fullmatch(cell):
        return _SERIAL_ZERO + timedelta(days=int(found[1]))
    if _NUMBERS.fullmatch(cell):
        return _numeric(cell, order.name or DAY_FIRST, today)
    return _with_words(cell, dates, today) if _NAMED.fullmatch(cell) else None


def _numeric(cell: str, order: str, today: date) -> date | None:
    found = _NUMBERS.fullmatch(cell)
    if found is None:
        return None
    parts = found[1], found[3], found[4]
    # Nobody writes the month first before a full stop, nor a year of two figures first before anything but a dash.
    if found[2] == "." or (order == _YEAR_LEADS and not (found[2] == "-" and _FIGURES.fullmatch(parts[2]))):
        order = DAY_FIRST
    year, month, day = (parts[place] for place in _PLACES[order])
    return _date(_century(year, today), month, day)


def _century(year: str, today: date) -> str:
    if not _FIGURES.fullmatch(year):
        return year
    near = today.year // 100 * 100 + int(year)
    return str(near - 100 if near > today.year + _AHEAD else near)


def _with_words(cell: str, dates: Dates, today: date) -> date | None:
    """Return a date with the name of a month in it, as the four languages write it."""
    text = _MARKS.sub(" ", _CLOCK.sub("", cell)).strip()
    if found := _LEADING_YEAR.fullmatch(text):
        text = f"{found[2]} {found[1]}"
    if found := _SHORT_YEAR.fullmatch(text):
        text = f"{found[1]} {_century(found[2], today)}"
    if not re.search("[0-9]{4}$", text):
        return None  # what lacks its year is no date of a table
    try:
        return dates.read(text, today=today, back=True, due=False)
    except NotADate:
        return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
