"""Plain values as people type them: numbers, lengths of time, and levels under any of their names."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from salescoach.errors import NotADuration, NotALevel, NotANumber
from salescoach.records.keys import key_form
from salescoach.records.values import Level, Number

_NUMBER = re.compile(r"[+-]?\d{1,15}([.,]\d{1,15})?")
"""Fifteen digits are as many as a float keeps; no target has more."""

_DURATION = re.compile(r"([1-9]\d{0,3})\s*([dwmy])")

_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


def read_number(text: str) -> Number:
    """Return the number that was typed, with a point or a comma, spaces between thousands; raise NotANumber."""
    bare = "".join(text.split()).replace("\N{MINUS SIGN}", "-")
    if not _NUMBER.fullmatch(bare):
        raise NotANumber(text=text)
    return float(bare.replace(",", ".")) if "," in bare or "." in bare else int(bare)


def read_duration(text: str, today: date) -> date:
    """Return the day that lies so far back: `24m`, `2y`, `12w`, `90d`; raise NotADuration."""
    from dateutil.relativedelta import relativedelta

    found = _DURATION.fullmatch(text.strip().casefold())
    if found is None:
        raise NotADuration(text=text)
    back = {_UNITS[found[2]]: int(found[1])}
    try:
        return today - relativedelta(**back)  # type: ignore[arg-type]  # one of its units, as a plain number
    except (ValueError, OverflowError):
        raise NotADuration(text=text) from None


def read_level(text: str, names: Mapping[Level, Sequence[str]]) -> Level:
    """Return the level that goes by a name, or by enough of it to be the only one; raise NotALevel."""
    wanted = key_form(text)
    for fits in (str.__eq__, str.startswith):
        found = [level for level, called in names.items() if any(fits(key_form(name), wanted) for name in called)]
        if wanted and len(found) == 1:
            return found[0]
    raise NotALevel(text=text, levels=[called[0] for called in names.values()])
