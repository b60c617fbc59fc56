"""Single cells of a table -> clean text, names and dates; which column is which is in table.py."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from unicodedata import category, normalize

from salescoach.records.keys import key_form

# Invisible letters that spell names in some scripts; all others of their kinds are dropped.
_JOINERS, _CONTROL = "\u200c\u200d", {"Cc", "Cf"}

_TIME = r"(?:[T ] ?[0-9]{1,2}[:.].*)?"
_YEAR_FIRST = re.compile(r"((?:19|20)[0-9]{2})([-/.])([0-9]{1,2})\2([0-9]{1,2})" + _TIME)
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2((?:19|20)[0-9]{2})" + _TIME)
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")

# Days since the last of 1899, as spreadsheets keep dates: 30000 is in 1982, 60000 in 2064.
_SERIAL = re.compile(r"([345][0-9]{4}|60000)(?:[.,][0-9]+)?")
_SERIAL_ZERO = date(1899, 12, 30)


def text_in(cell: str) -> str:
    """Return a cell in one line, without control characters, its letters composed."""
    seen = (letter for letter in cell if letter.isspace() or letter in _JOINERS or category(letter) not in _CONTROL)
    return normalize("NFC", " ".join("".join(seen).split()))


def name_in(cell: str) -> str:
    """Return the name in a cell, `Berg, Anna` as `Anna Berg`; empty where no letter is."""
    text = text_in(cell).strip(" ,")
    if not any(letter.isalpha() for letter in text):
        return ""
    family, comma, given = text.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else text


def folded(text: str) -> str:
    """Return the letters and digits alone, blind to case, accents, separators and what stands in brackets."""
    return key_form(text.partition("(")[0]).replace("-", "")


def dates_in(cells: Sequence[str]) -> tuple[list[date | None], bool]:
    """Return the dates of a column, and whether day and month are in doubt: no cell proved it, so it is day first."""
    pairs = [_readings(cell) for cell in cells]
    day_first = any(day and not month for day, month in pairs)
    month_first = any(month and not day for day, month in pairs)
    unsure = day_first == month_first and any(day and month and day != month for day, month in pairs)
    return [pair[month_first and not day_first] for pair in pairs], unsure


def _readings(cell: str) -> tuple[date | None, date | None]:
    """Read a date day first and month first; most forms have one order only."""
    if found := _YEAR_LAST.fullmatch(cell):
        day_first = _date(found[4], found[3], found[1])
        # Nobody writes the month first before a full stop.
        return day_first, day_first if found[2] == "." else _date(found[4], found[1], found[3])
    only = _year_first(cell)
    return only, only


def _year_first(cell: str) -> date | None:
    if found := _YEAR_FIRST.fullmatch(cell):
        return _date(found[1], found[3], found[4])
    if found := _COMPACT.fullmatch(cell):
        return _date(found[1], found[2], found[3])
    if found := _SERIAL.fullmatch(cell):
        return _SERIAL_ZERO + timedelta(days=int(found[1]))
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
