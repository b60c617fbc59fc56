"""A team from the table of any CRM or spreadsheet: who is in it, and what is told of each; what is left out is said."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field as attribute
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from salescoach.answer import Phrase, phrase
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.tables.cells import begins_with, folded, is_one, name_in, spelled, text_in
from salescoach.tables.columns import Columns, find_columns, known_in
from salescoach.tables.days import Order, day_in, order_of
from salescoach.tables.decode import Text, UnreadableTable, counted
from salescoach.tables.rows import Row, Table, read_table
from salescoach.words.dates import Dates

# Longer than any name on an identity card: a cell like this holds a sentence.
_LONGEST_NAME = 120

# What a screen can show of a header, of a list of headers, and of a list of lines.
_HEADER_LETTERS = 60
_SHOWN_HEADERS = 12
_SHOWN_LETTERS = 24

# How many days ahead the days of a column may be; further off, they were read in the wrong order.
_AHEAD = {"started": timedelta(366), "last_talk": timedelta(0)}

_EXAMPLES = 3

# As many people of one name are believed of a team; with more addresses, the column tells of something else.
_NAMESAKES = 3
_SHOWN_LEFT_OUT = 12

# How a date in figures begins, which no header does.
_DATED = re.compile(r"\d{1,4}[-./]\d")

# What a program leaves of a letter that it had no byte for.
_LOST = re.compile(r"\ufffd|[^\W\d_]\?[^\W\d_]")


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
    """The sellers of a table, by letters and address, so that two may have one name, or nearly.

    `used` maps a field to the header it was read from, `header` is the line of the headers, `delimiter` a name under
    [delimiter], `not_one` what stood for a name and is none of one person.
    """

    newcomers: tuple[Newcomer, ...]
    used: Mapping[str, str]
    notices: tuple[Phrase, ...] = ()
    header: int = 1
    delimiter: str = "commas"
    order: Order = attribute(default_factory=Order)
    not_one: tuple[str, ...] = ()


@frozen
class _Named:
    """A row and the name in it; `key` is the same for all rows about one person."""

    row: Row
    name: str
    key: str


def read_team(
    text: Text, words: Mapping[str, Any], dates: Dates, today: date, file: str, order: Order | None = None
) -> Team:
    """Read the sellers of a text by the `words` for columns, in the order of day and month that is told, if one is.

    Raise UnreadableTable.
    """
    table = read_table(text.text, file, lambda cells: known_in([text_in(cell) for cell in cells], words))
    headers = [text_in(cell)[:_HEADER_LETTERS] for cell in table.head.cells]
    found = find_columns(headers, words)
    of, skipped = _named(table, found, headers, words, file)
    if order is None:  # all dates tell the order of day and month, those that no field is read from too
        columns = {place: [row.cell(place).strip() for row in table.rows] for place in range(len(headers))}
        latest = {found.facts[field]: today + ahead for field, ahead in _AHEAD.items() if field in found.facts}
        order = order_of(columns, latest, dates, today)
    each = _apart(of["named"], found.facts.get("email"))
    told, said = _facts(each, found, headers, partial(_day, order=order, dates=dates, today=today))
    people: dict[str, Newcomer] = {}
    for one in each:
        facts = {field: values.get(one.key) for field, values in told.items()}
        people.setdefault(one.key, Newcomer(one.row.line, one.name, **facts))
    used = {**found.names, **{field: found.facts[field] for field in told}}
    return Team(
        tuple(people.values()),
        {field: headers[place] for field, place in used.items()},
        (*text.notices, *_around(found, headers), *skipped, *_odd(table, each, len(headers)), *said),
        table.head.line,
        table.delimiter,
        order,
        tuple(one.name for one in _firsts(of["not_one"])),
    )


def _named(
    table: Table, found: Columns, headers: Sequence[str], words: Mapping[str, Any], file: str
) -> tuple[dict[str, list[_Named]], list[Phrase]]:
    """Return the rows by their kind, and what is to be said of those without a name; raise UnreadableTable."""
    _refuse(table, found, headers, words, file)
    of = _sorted(table.rows, tuple(found.names.values()), words)
    not_one = [phrase("table.row", line=one.row.line, text=one.name) for one in _firsts(of["not_one"])]
    used = [headers[place] for place in found.names.values()]
    if not_one and not of["named"]:
        raise UnreadableTable(file, "no_single_names", headers=used, lines=not_one[:_EXAMPLES])
    if not of["named"]:
        raise UnreadableTable(file, "no_names", headers=used)
    lines = {kind: [one.row.line for one in rows] for kind, rows in of.items()}
    left_out = sorted([*table.around, *(one.row for one in of["left_out"])], key=lambda row: row.line)
    shown = [phrase("table.row", line=row.line, text=_shown(row)) for row in left_out]
    return of, [
        *counted("notice.table_left_out", shown, most=_SHOWN_LEFT_OUT),
        *counted("notice.table_not_one", not_one, most=_SHOWN_LEFT_OUT),
        *counted("notice.table_no_name", lines["nameless"]),
        *counted("notice.table_name_too_long", lines["too_long"], letters=_LONGEST_NAME),
        *counted("notice.table_lost_letters", [one.row.line for one in of["named"] if _LOST.search(one.name)]),
    ]


def _sorted(rows: Sequence[Row], places: Sequence[int], words: Mapping[str, Any]) -> dict[str, list[_Named]]:
    """Return the rows by what stands for the name: `named`, or why nobody is read from them."""
    no_one, footers = {folded(word) for word in words.get("nobody", ())} - {""}, words.get("footer", ())
    of: dict[str, list[_Named]] = {kind: [] for kind in ("named", "left_out", "nameless", "too_long", "not_one")}
    for row in rows:
        name = _name(row, places)
        if folded(name).strip("0123456789") in no_one or begins_with(name, footers):
            kind = "left_out"
        elif not key_form(name):
            kind = "nameless"
        elif len(name) > _LONGEST_NAME:
            kind = "too_long"
        else:
            kind = "named" if is_one(name, words.get("several", ())) else "not_one"
        of[kind].append(_Named(row, name, spelled(name)))
    return of


def _firsts(named: Sequence[_Named]) -> Sequence[_Named]:
    """Return the first row of each name."""
    return tuple({one.key: one for one in reversed(named)}.values())[::-1]


def _refuse(table: Table, found: Columns, headers: Sequence[str], words: Mapping[str, Any], file: str) -> None:
    shown = [header for header in headers if header][:_SHOWN_HEADERS]
    if found.deals and not found.names:
        raise UnreadableTable(file, "deals", headers=shown, words=tuple(words.get("seller", ())[:_EXAMPLES]))
    if not found.names and _headless(table, headers):
        raise UnreadableTable(file, "no_headers", headers=shown)
    if not found.names:
        some = tuple(word for field in ("name", "seller") for word in words.get(field, ())[:_EXAMPLES])
        raise UnreadableTable(file, "no_name_column", headers=shown, words=some)
    if not table.rows:
        raise UnreadableTable(file, "header_only")


def _headless(table: Table, headers: Sequence[str]) -> bool:
    """Tell whether the first line is no header: a list of one column, or an address or a date stands in it."""
    alone = max(row.filled for row in (table.head, *table.rows)) == 1
    return alone or any("@" in header or _DATED.match(header) for header in headers)


def _shown(row: Row) -> str:
    text = next((text for cell in row.cells if (text := text_in(cell))), "")
    return text if len(text) <= _SHOWN_LETTERS else f"{text[:_SHOWN_LETTERS]}…"


def _name(row: Row, places: Sequence[int]) -> str:
    first, *rest = (name_in(row.cell(place)) for place in places)
    # `Name` beside `Surname` may be the first name or already the whole.
    return " ".join([first, *(last for last in rest if not first.endswith(f" {last}"))]).strip()


def _around(found: Columns, headers: Sequence[str]) -> list[Phrase]:
    """Say where rows are about something else than sellers: then only the names of these were taken."""
    names = [headers[place] for place in found.names.values()]
    return [phrase("notice.table_deals" if found.deals else "notice.table_others", headers=names)] * found.others


def _odd(table: Table, named: Sequence[_Named], width: int) -> list[Phrase]:
    """Point out names in several rows, and rows wider than the headers: a delimiter in a cell has moved the rest."""
    names = len({one.key for one in named})
    repeated = [phrase("notice.table_repeated", rows=len(named) - names, names=names)] if names < len(named) else []
    wide = [row.line for row in table.rows if any(map(str.strip, row.cells[width:]))]
    return [*repeated, *counted("notice.table_wide", wide)]


def _apart(named: Sequence[_Named], place: int | None) -> Sequence[_Named]:
    """Tell people of one name by their addresses; where most names have several, the addresses are not theirs."""
    if place is None:
        return named
    addresses: dict[str, set[str]] = {}
    for one in named:
        addresses.setdefault(one.key, set()).update(filter(None, [_address(one, place)]))
    several = {key for key, found in addresses.items() if len(found) > 1}
    most = max(map(len, addresses.values()))
    if most > _NAMESAKES or (len(several) > 1 and len(several) * 2 > len(addresses)):
        return named
    return [replace(one, key=f"{one.key} {_address(one, place)}") if one.key in several else one for one in named]


def _address(one: _Named, place: int) -> str:
    return text_in(one.row.cell(place)).casefold()


def _day(field: str, cell: str, order: Order, dates: Dates, today: date) -> date | None:
    """Return the day in a cell; a last talk that is still to come is none."""
    day = day_in(cell, order, dates, today)
    return None if day and field == "last_talk" and day > today else day


def _facts(
    named: Sequence[_Named], found: Columns, headers: Sequence[str], day: Callable[[str, str], date | None]
) -> tuple[dict[str, Mapping[str, Any]], list[Phrase]]:
    """Return what the columns tell of each person, by field and key, and what is to be said of it."""
    told: dict[str, Mapping[str, Any]] = {}
    notices: list[Phrase] = []
    for field, place in found.facts.items():
        read = partial(day, field) if field in _AHEAD else str
        values, said = _fact(named, place, headers[place], read)
        notices += said
        told |= {} if values is None else {field: values}
    return told, notices


def _fact(
    named: Sequence[_Named], place: int, header: str, read: Callable[[str], Any]
) -> tuple[Mapping[str, Any] | None, Sequence[Phrase]]:
    """Return what one column tells of each person, and what is to be said of it; None: it is not the sellers'."""
    told: dict[str, Any] = {}
    unread: list[int] = []
    for one in named:
        cell = text_in(one.row.cell(place))
        if value := read(cell):
            if str(told.setdefault(one.key, value)).casefold() != str(value).casefold():
                # In an export of deals `Start date` is the deal's: what varies is not hers, and is never guessed.
                return None, [phrase("notice.table_varies", header=header, name=one.name, line=one.row.line)]
        elif cell:
            unread.append(one.row.line)
    return told, counted("notice.table_not_a_date", unread, header=header)
