"""Numbers in the cells of a table; which mark is the decimal one is decided for a whole column, and doubt is told."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from salescoach.frozen import frozen

TYPED = "\x1f"
"""What stands before a number that a workbook keeps as one: there is nothing to decide about it."""

_MINUS = str.maketrans(dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d", "-"))
_GROUPING = re.compile("(?<=[0-9])[\u00a0\u202f\u2009\u2007 '\u2019](?=[0-9]{3}(?![0-9]))")
_CELL = re.compile(
    r"(?P<minus>-?)\s*(?P<before>[^\W\d_]{1,4}\.?\$?|[$€£¥])?\s*(?P<inner>-?)\s*"
    r"(?P<number>[0-9][0-9.,]*?|[.,][0-9]+)(?P<dash>[,.:]-)?\s*(?P<after>[^\W\d_]{1,4}\.?|[$€£¥])?(?P<last>-?)"
)
_DOUBTFUL = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_MARKS = ".,"


@frozen
class Amount:
    """A number and the currency beside it, empty where none is."""

    number: Decimal
    currency: str = ""


@frozen
class Marked:
    """The decimal mark of a column (empty: none is needed), or the place of a cell that leaves it open or clashes."""

    mark: str = ""
    doubt: int | None = None
    clash: int | None = None


def marked(cells: Sequence[str]) -> Marked:
    """Decide the decimal mark of a column by all its cells: `1.054` alone is a thousand or one, and is not guessed."""
    mark, doubt = "", None
    for at, cell in enumerate(cells):
        found = None if cell.startswith(TYPED) else _parts(cell)
        if found is None or not (set(_MARKS) & set(found["number"])):
            continue
        proven = _proven(found["number"], grouped=_GROUPING.search(cell) is not None)
        if proven and _read(found["number"], proven) is None:
            continue  # neither way a number: it proves nothing
        if proven and mark and proven != mark:
            return Marked(mark, clash=at)
        mark = mark or proven
        doubt = at if doubt is None and not proven else doubt
    return Marked(mark, None if mark else doubt)


def amount_in(cell: str, mark: str, currencies: Mapping[str, str]) -> Amount | None:
    """Return the amount in a cell, None where it is none that is understood; `currencies` are signs and codes."""
    if cell.startswith(TYPED):
        return Amount(Decimal(cell[1:]))
    found = _parts(cell)
    if found is None:
        return None
    said = [one.casefold().rstrip(".") for one in (found["before"], found["after"]) if one]
    number = _read(found["number"], mark)
    if number is None or not all(one in currencies for one in said) or len(set(said)) > 1:
        return None
    minus = [cell.strip().startswith("("), *(found[sign] for sign in ("minus", "inner", "last"))]
    if sum(map(bool, minus)) > 1:
        return None
    return Amount(-number if any(minus) else number, currencies[said[0]] if said else "")


def _parts(cell: str) -> Mapping[str, str] | None:
    text = cell.translate(_MINUS).strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    found = _CELL.fullmatch(_GROUPING.sub("", text))
    return None if found is None else {name: part or "" for name, part in found.groupdict().items()}


def _proven(number: str, *, grouped: bool) -> str:
    """Return the mark that this number shows to be the decimal one, empty where it leaves that open."""
    used = [one for one in number if one in _MARKS]
    if len(set(used)) > 1:
        return used[-1]
    if len(used) > 1:
        return _MARKS.replace(used[0], "")
    return "" if _DOUBTFUL.fullmatch(number) and not grouped else used[0]


def _read(number: str, mark: str) -> Decimal | None:
    whole, _, part = number.partition(mark) if mark else (number, "", "")
    first, *groups = re.split("[.,]", whole)
    if (groups and not (first and all(len(one) == 3 for one in groups))) or not (part or "0").isdigit():  # noqa: PLR2004
        return None
    return Decimal(f"{first or 0}{''.join(groups)}.{part or 0}")


def spelled(cell: object) -> str:
    """Return a cell of a workbook as text: a number behind the sign that it is one, a day as ISO has it."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return str(cell)
    whole = isinstance(cell, float) and cell.is_integer()
    return f"{TYPED}{int(cell) if whole else cell!r}"
