"""Doubts: what reads in a file and is hardly meant: names that nobody knows, links to nothing, days that cannot be."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from datetime import date
from difflib import get_close_matches
from typing import Any

from salescoach.errors import Broken, Problem
from salescoach.frozen import frozen
from salescoach.journal import toml
from salescoach.journal.journal import ME, Journal
from salescoach.journal.read import Source
from salescoach.records.base import is_id
from salescoach.records.header import Change, Header
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Book, Seller
from salescoach.records.talk import Talk
from salescoach.words.dates import YEARS

_RHYTHM = ("every", "at_most")

_CONFLICT = tuple(re.compile(rf"^{mark}{{7}}(?:[ \r].*)?$", re.MULTILINE) for mark in "<=>")
"""The lines that a merge leaves where two versions differ."""


@frozen
class _Row:
    """One record as it stands in its file: its kind, its place among those, its fields."""

    kind: str
    at: int
    fields: Mapping[str, Any]


def doubts(source: Source, book: Book, today: date, *, private: bool) -> Iterator[Problem]:
    """Give what is odd in a file, whose records were all read; keys of private ones are named only with `private`."""
    rows = [
        _Row(kind, at, row)
        for kind, found in source.blocks.items()
        for at, row in enumerate(found)
        if isinstance(row, dict)
    ]
    header = book.header if isinstance(book, Seller) else None
    yield from unknown(source, source.tables, {"format", *KINDS, *(["seller"] if header else [])})
    if header:
        yield from unknown(source, source.tables["seller"], Header.layout.keys, "seller")
    for row in rows:
        if private or not row.fields.get("private"):
            named = Header.layout.keys if row.kind == Change.kind else ()  # it has the new values by their names
            yield from unknown(source, row.fields, {*KINDS[row.kind].layout.keys, *named}, row.kind, row.at)
    yield from _odd_years(source, rows, source.tables["seller"] if header else {})
    yield from _to_come(source, rows, today)
    yield from _too_early(source, rows, header.started if header else None)
    yield from _twice(source, rows)
    yield from _dangling(source, rows)
    if isinstance(book, Seller):
        yield from _overruled(source, book, private=private)
        yield from _tight(source, book)


def unknown(source: Source, table: Mapping[str, Any], known: Collection[str], *path: str | int) -> Iterator[Problem]:
    """Give each name in a table that is none of those known, with the nearest of them."""
    for name in table:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            if near:
                yield source.problem("unknown_near", *path, name, name=name, near=near[0])
            else:
                yield source.problem("unknown", *path, name, name=name)


def conflict(text: str) -> int:
    """Return the line where two versions of a file begin to stand side by side, 0 where none do."""
    first, at = 0, 0
    for line in _CONFLICT:
        found = line.search(text, at)
        if found is None:
            return 0
        first, at = first or text.count("\n", 0, found.start()) + 1, found.end()
    return first


def _odd_years(source: Source, rows: list[_Row], head: Mapping[str, Any]) -> Iterator[Problem]:
    """Give each day in a year that nobody means."""
    places = [(("seller",), head), *(((row.kind, row.at), row.fields) for row in rows)]
    for path, fields in places:
        for key, day in fields.items():
            if isinstance(day, date) and day.year not in YEARS:
                yield source.problem("odd_year", *path, key, day=day, first=YEARS[0], last=YEARS[-1])


def _tight(source: Source, seller: Seller) -> Iterator[Problem]:
    """Give a limit between talks below the ideal, at the last place that says either."""
    every, most = seller.header.every, seller.header.at_most
    if every and most and most < every:
        changes = list(enumerate(source.blocks.get(Change.kind, ())))
        said = [(Change.kind, at, key) for at, row in changes if isinstance(row, dict) for key in row if key in _RHYTHM]
        yield source.problem("tight_seller", *(said[-1] if said else ("seller", "at_most")), every=every, most=most)


def _to_come(source: Source, rows: list[_Row], today: date) -> Iterator[Problem]:
    for row in rows:
        day = _day(row)
        if day and day > today and day.year in YEARS:
            yield source.problem("to_come", row.kind, row.at, "on", kind=row.kind, day=day)


def _too_early(source: Source, rows: list[_Row], started: date | None) -> Iterator[Problem]:
    """Give the first record from before somebody's first day; where there are many it is that day which is wrong."""
    days = ((_day(row), row) for row in rows if not KINDS[row.kind].early)
    early = [(day, row) for day, row in days if day and started and day < started]
    if early:
        day, row = min(early, key=lambda one: one[0])
        gaps = {"day": day, "started": started, "count": len(early)}
        yield source.problem("before_start", row.kind, row.at, "on", **gaps)


def _day(row: _Row) -> date | None:
    """Return the day of a record; one with a time is none, and left out."""
    on = row.fields.get("on")
    return on if type(on) is date else None


def _twice(source: Source, rows: list[_Row]) -> Iterator[Problem]:
    first: dict[str, _Row] = {}
    for row in rows:
        spelled = str(row.fields["id"])
        if spelled in first:
            line = toml.place(source.text, first[spelled].kind, first[spelled].at).line
            yield source.problem("twice", row.kind, row.at, "id", id=spelled, first=line)
        first.setdefault(spelled, row)


def _dangling(source: Source, rows: list[_Row]) -> Iterator[Problem]:
    """Give each link to nothing; talks are not looked for in the manager's file: they stand in her sellers'."""
    there = {(row.kind, str(row.fields["id"])) for row in rows}
    ending = tuple(kind for kind in KINDS if KINDS[kind].settles)
    for row in rows:
        model = KINDS[row.kind]
        for field, kinds in model.links.items():
            if field == Talk.kind and source.file == ME:
                continue
            spelled = row.fields.get(field)
            named = isinstance(spelled, str) and (field not in model.searched or is_id(spelled))
            if named and not any((kind, spelled) in there for kind in kinds or ending):
                yield source.problem("dangling", row.kind, row.at, field, key=field)


def of_no_team(source: Source, journal: Journal) -> Iterator[Problem]:
    """Give each record that says it came out of a team talk which is none of those of the manager's file."""
    links = [(kind, at, row.get("team")) for kind, found in source.blocks.items() for at, row in enumerate(found)]
    with suppress(Broken):  # a file of the manager's that does not read is told of by itself
        talks = {None, *(one.id for one in journal.me().all(Talk))} if any(link[2] for link in links) else {None}
        yield from (source.problem("no_team", kind, at, "team") for kind, at, team in links if team not in talks)


def _overruled(source: Source, seller: Seller, *, private: bool) -> Iterator[Problem]:
    """Give each change that counts no more, because the header was given another value by hand."""
    state = dict(source.tables["seller"])
    unfit = {problem.data.get("id") for problem in seller.problems if problem.code == "bad_change"}
    places = {str(row["id"]): at for at, row in reversed([*enumerate(source.blocks.get(Change.kind, ()))])}
    for change in seller.all(Change):
        for key, value in change.values().items() if change.id not in unfit else ():
            if toml.same(state.get(key), change.was.get(key)):
                state[key] = value
            elif private or not change.private:
                yield source.problem("overruled", Change.kind, places[change.id], key, key=key)
