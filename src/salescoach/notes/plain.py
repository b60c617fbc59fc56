"""Plain values as people type them: numbers, lengths of time, and levels under any of their names."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from salescoach.errors import NotADuration, NotALevel, NotANumber
from salescoach.records.keys import key_form
from salescoach.records.values import Level, Number

_NUMBER = re.compile(r"[+-]?\d{1,15}([.,]\d{1,15})?")
"""Fifteen digits are as many as a float keeps; no target has more."""

_AIM = re.compile(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,15})\s+(?P<unit>(?!\S+\s+\d)[^\W\d_].*)", re.DOTALL
)
"""A number and a word; another number behind that word makes it a span or a part: `3 to 4 meetings`, `6 of 10`."""

_YEAR = re.compile(r"20[2-9]\d")
"""A number that says when, and not how many: `2027 budget in place`."""

_UNIT_ENDS = re.compile(r"[,;:()]|[.!?](?=\s|$)|\s[-\u2013\u2014]+\s")

_DURATION = re.compile(r"([1-9]\d{0,3})\s*([dwmy])")

_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


def read_number(text: str) -> Number:
    """Return the number that was typed, with a point or a comma, spaces between thousands; raise NotANumber."""
    bare = "".join(text.split()).replace("\N{MINUS SIGN}", "-")
    if not _NUMBER.fullmatch(bare):
        raise NotANumber(text=text)
    return float(bare.replace(",", ".")) if "," in bare or "." in bare else int(bare)


def read_aim(text: str) -> dict[str, Number | str]:
    """Return `target` and `unit` of a goal whose text begins with a number and a word; of any other, nothing."""
    found = _AIM.fullmatch(text.strip())
    if found is None or _YEAR.fullmatch(found["number"]):
        return {}
    return {"target": read_number(found["number"]), "unit": _UNIT_ENDS.split(found["unit"])[0].strip()}


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
