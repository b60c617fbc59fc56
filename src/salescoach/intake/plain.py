"""Plain values as people type them: numbers, and levels under any of their names."""

import re
from collections.abc import Mapping, Sequence

from salescoach.errors import NotALevel, NotANumber
from salescoach.records.keys import key_form
from salescoach.records.values import Level, Number

_NUMBER = re.compile(r"[+-]?\d{1,15}([.,]\d{1,15})?")
"""Fifteen digits are as many as a float keeps; no target has more."""


def read_number(text: str) -> Number:
    """Return the number that was typed, with a point or a comma, spaces between thousands; raise NotANumber."""
    bare = "".join(text.split()).replace("\N{MINUS SIGN}", "-")
    if not _NUMBER.fullmatch(bare):
        raise NotANumber(text=text)
    return float(bare.replace(",", ".")) if "," in bare or "." in bare else int(bare)


def read_level(text: str, names: Mapping[Level, Sequence[str]]) -> Level:
    """Return the level that goes by a name, or by enough of it to be the only one; raise NotALevel."""
    wanted = key_form(text)
    for fits in (str.__eq__, str.startswith):
        found = [level for level, called in names.items() if any(fits(key_form(name), wanted) for name in called)]
        if wanted and len(found) == 1:
            return found[0]
    raise NotALevel(text=text, levels=[called[0] for called in names.values()])
