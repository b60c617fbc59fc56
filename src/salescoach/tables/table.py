"""A team from the CSV export of any CRM or spreadsheet; its header tells which column is which, by columns.toml."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from salescoach.answer import Phrase, phrase
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.tables.cells import dates_in, folded, name_in, text_in
from salescoach.tables.decode import Row, UnreadableTable, read_rows

__all__ = ["Newcomer", "Team", "UnreadableTable", "read_team"]

# Longer than any name on an identity card: a cell like this holds a sentence.
_LONGEST_NAME = 120

# What a screen can show of a header, of a list of headers, and of a list of lines.
_HEADER_LETTERS = 60
_SHOWN_HEADERS = 12
_SHOWN_LINES = 5

_DATES = ("started", "last_talk")

# Which columns give the name, best first: in an export of deals `Name` is the deal and `Owner` the seller,
# and beside `Surname` a `Name` is a first name.
_NAMED_BY = (("seller",), ("first_name", "last_name"), ("name", "last_name"), ("name",), ("first_name",), ("employee",))

# Other words for the same field.
_FULL_NAMES = {"seller": "name", "employee": "name"}

_FACTS = ("started", "role", "email", "last_talk")

_EXAMPLES = 3

# The places of each header, by its letters.
_Places = Mapping[str, Sequence[int]]


@frozen
class Newcomer:
    """A seller as a table tells of her; `line` is where she first occurs."""

    line: int
    name: str
    started: date | None = None
    role: str | None = None
    email: str | None = None
    last_talk: date | None = None


@frozen
class Team:
    """The sellers of a table; `used` maps a field to the header it was read from."""

    newcomers: tuple[Newcomer, ...]
    used: Mapping[str, str]
    notices: tuple[Phrase, ...]


@frozen
class _Columns:
    """The places of the columns that say who (`names`) and what of her (`facts`), by field; no names: no team."""

    names: Mapping[str, int]
    facts: Mapping[str, int]


@frozen
class _Named:
    """A row and the name in it; `key` is the same for all spellings of one name."""

    row: Row
    name: str
    key: str


def read_team(data: bytes, columns: Mapping[str, Any], file: str) -> Team:
    """Read the sellers of a CSV file, each once, by the words for `columns`; raise UnreadableTable."""
    head, *rows = read_rows(data, file)
    headers = [text_in(cell)[:_HEADER_LETTERS] for cell in head.cells]
    found = _find_columns(headers, columns)
    if not found.names:
        shown = [header for header in headers if header][:_SHOWN_HEADERS]
        words = tuple(word for field in ("name", "seller") for word in columns.get(field, ())[:_EXAMPLES])
        raise UnreadableTable(file, "no_name_column", headers=shown, words=words)
    if not rows:
        raise UnreadableTable(file, "header_only")
    named, skipped = _named(rows, tuple(found.names.values()), columns.get("nobody", ()))
    if not named:
        raise UnreadableTable(file, "no_names", headers=[headers[place] for place in found.names.values()])
    notices = [*skipped, *_repeated(named), *_wide(rows, len(headers))]
    told: dict[str, Mapping[str, Any]] = {}
    for field, place in found.facts.items():
        values, said = _fact(named, field, place, headers[place])
        notices += said
        told |= {} if values is None else {field: values}
    used = {**found.names, **{field: found.facts[field] for field in told}}
    people: dict[str, Newcomer] = {}
    for one in named:
        facts = {field: values.get(one.key) for field, values in told.items()}
        people.setdefault(one.key, Newcomer(one.row.line, one.name, **facts))
    return Team(tuple(people.values()), {field: headers[place] for field, place in used.items()}, tuple(notices))


def _find_columns(headers: Sequence[str], words: Mapping[str, Any]) -> _Columns:
    """Find each field's column: the first of its words that is a header, blind to case, accents and separators."""
    places: dict[str, list[int]] = {}
    for place, header in enumerate(headers):
        places.setdefault(folded(header), []).append(place)
    names = _names(places, words)
    facts: dict[str, int] = {}
    for field in _FACTS:
        free = _free(places, words, field, {*names.values(), *facts.values()})
        if free is not None:
            facts[field] = free
    return _Columns(names, facts)


def _names(places: _Places, words: Mapping[str, Any]) -> dict[str, int]:
    for fields in _NAMED_BY:
        names: dict[str, int] = {}
        for field in fields:
            free = _free(places, words, field, names.values())
            if free is not None:
                names[_FULL_NAMES.get(field, field)] = free
        if len(names) == len(fields):
            return names
    return {}


def _free(places: _Places, words: Mapping[str, Any], field: str, taken: Collection[int]) -> int | None:
    """Return the first place of the surest word that has one not taken."""
    found = (place for word in words.get(field, ()) for place in places.get(folded(word), ()))
    return next((place for place in found if place not in taken), None)


def _named(rows: Sequence[Row], places: Sequence[int], nobody: Sequence[str]) -> tuple[list[_Named], list[Phrase]]:
    """Return the rows with a name, and what was skipped."""
    no_one = {folded(word) for word in nobody}
    named: list[_Named] = []
    nameless: list[int] = []
    too_long: list[int] = []
    for row in rows:
        name = _name(row, places)
        key = key_form(name)
        if not key or folded(name) in no_one:
            nameless.append(row.line)
        elif len(name) > _LONGEST_NAME:
            too_long.append(row.line)
        else:
            named.append(_Named(row, name, key))
    skipped = [
        *_counted("notice.table_no_name", nameless),
        *_counted("notice.table_name_too_long", too_long, letters=_LONGEST_NAME),
    ]
    return named, skipped


def _name(row: Row, places: Sequence[int]) -> str:
    first, *rest = (name_in(row.cell(place)) for place in places)
    # `Name` beside `Surname` may be the first name or already the whole.
    return " ".join([first, *(last for last in rest if not first.endswith(f" {last}"))]).strip()


def _counted(key: str, lines: Sequence[int], **data: object) -> list[Phrase]:
    """Return one notice for all these lines, or none; the first of them are named."""
    shown = [*lines[:_SHOWN_LINES], *(["…"] if len(lines) > _SHOWN_LINES else [])]
    return [phrase(key, rows=len(lines), lines=shown, **data)] if lines else []


def _repeated(named: Sequence[_Named]) -> list[Phrase]:
    names = len({one.key for one in named})
    return [phrase("notice.table_repeated", rows=len(named) - names, names=names)] if names < len(named) else []


def _wide(rows: Sequence[Row], width: int) -> list[Phrase]:
    """Point out rows with more in them than there are headers: a delimiter inside a cell has moved the rest."""
    return _counted("notice.table_wide", [row.line for row in rows if any(map(str.strip, row.cells[width:]))])


def _fact(
    named: Sequence[_Named], field: str, place: int, header: str
) -> tuple[Mapping[str, Any] | None, Sequence[Phrase]]:
    """Return what one column tells of each name, by key, and what is to be said of it; None: it is not the sellers'."""
    cells = [text_in(one.row.cell(place)) for one in named]
    values, unsure = dates_in(cells) if field in _DATES else (cells, False)
    told: dict[str, Any] = {}
    for one, value in zip(named, values, strict=True):
        if value and str(told.setdefault(one.key, value)).casefold() != str(value).casefold():
            # In an export of deals `Start date` is the deal's: what varies is not hers, and is never guessed.
            return None, [phrase("notice.table_varies", header=header, name=one.name, line=one.row.line)]
    unread = [one.row.line for one, cell, value in zip(named, cells, values, strict=True) if cell and not value]
    day_first = [phrase("notice.table_day_first", header=header)] if unsure else []
    return told, [*_counted("notice.table_not_a_date", unread, header=header), *day_first]
