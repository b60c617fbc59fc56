"""Which column of a table is which, by the words of columns.toml; and whether its rows are sellers at all."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from salescoach.frozen import frozen
from salescoach.tables.cells import folded

# Which columns give the name, best first: in an export of deals `Name` is the deal and `Owner` the seller,
# and beside `Surname` a `Name` is a first name.
_NAMED_BY = (("seller",), ("first_name", "last_name"), ("name", "last_name"), ("name",), ("first_name",), ("employee",))

# Other words for the same field.
_FULL_NAMES = {"seller": "name", "employee": "name"}

_FACTS = ("started", "role", "email", "last_talk")

# The places of each header, by its letters.
_Places = Mapping[str, Sequence[int]]


@frozen
class Columns:
    """The places of the columns that say who (`names`) and what of her (`facts`), by field; no names: no team.

    `deals` tells that each row is a deal, `others` that it is about somebody or something beside the seller.
    """

    names: Mapping[str, int]
    facts: Mapping[str, int]
    deals: bool = False
    others: bool = False


def find_columns(headers: Sequence[str], words: Mapping[str, Any]) -> Columns:
    """Find each field's column: the first of its words that is a header, blind to case, accents and separators."""
    places: dict[str, list[int]] = {}
    for place, header in enumerate(headers):
        places.setdefault(folded(header), []).append(place)
    deals = any(folded(word) in places for word in words.get("deal", ()))
    by, names = _names(places, words)
    if deals and by in {(), ("name",)}:
        return Columns({}, {}, deals=True)
    facts: dict[str, int] = {}
    for field in _FACTS:
        free = _free(places, words, field, {*names.values(), *facts.values()})
        if free is not None:
            facts[field] = free
    beside = by == ("seller",) and bool(_names(places, {**words, "seller": (), "employee": ()})[1])
    return Columns(names, {}, deals, others=True) if by == ("seller",) and (deals or beside) else Columns(names, facts)


def known_in(headers: Sequence[str], words: Mapping[str, Any]) -> int:
    """Return how many columns of a team a row names if it is the header; 0 where none says who."""
    found = find_columns(headers, words)
    return len(found.names) + len(found.facts) if found.names else int(found.deals)


def _names(places: _Places, words: Mapping[str, Any]) -> tuple[tuple[str, ...], dict[str, int]]:
    for fields in _NAMED_BY:
        names: dict[str, int] = {}
        for field in fields:
            free = _free(places, words, field, names.values())
            if free is not None:
                names[_FULL_NAMES.get(field, field)] = free
        if len(names) == len(fields):
            return fields, names
    return (), {}


def _free(places: _Places, words: Mapping[str, Any], field: str, taken: Collection[int]) -> int | None:
    """Return the first place of the surest word that has one not taken."""
    found = (place for word in words.get(field, ()) for place in places.get(folded(word), ()))
    return next((place for place in found if place not in taken), None)
