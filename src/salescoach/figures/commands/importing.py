"""Figures from a file: read, asked about where it is in doubt, matched with the team, counted and kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from salescoach.answer import Answer, Phrase, phrase
from salescoach.app import App
from salescoach.errors import Unusable
from salescoach.figures.files.naming import NOBODY, Whose, whose
from salescoach.figures.rules import columns
from salescoach.figures.rules.answers import Imported, Named
from salescoach.figures.rules.columns import Mapped
from salescoach.figures.rules.deals import DECIMALS, ORDERS, Export, Tick, UnclearDates, UnclearNumber, export_of
from salescoach.figures.rules.tally import Tally, kept, tally
from salescoach.journal import atomic, figures
from salescoach.journal.names import Called, key_for
from salescoach.journal.rewrite import Rewrite, change
from salescoach.records.figures import Source
from salescoach.tables.cells import text_in
from salescoach.tables.decode import SPREADSHEETS, Text, UnreadableTable, read_text
from salescoach.tables.rows import Table, read_table
from salescoach.tables.workbook import read_workbook

_SECOND, _ROWS = 1.0, 500
"""Seconds after which it is told how far the reading has come, and the rows after which the clock is looked at."""

_FORMS = {"decimal": "figures.number", "dates": "ask.day"}
"""How what a number or a day may mean is said."""

_CHOSEN = {"decimal": DECIMALS, "dates": ORDERS}


class UnreadableExport(Unusable):
    """`file` is no table of deals; `reason` is a phrase."""


class UnclearLetters(Unusable):
    """The letters of `file` can be read in several ways, `names`, and nobody is there to ask."""


class BadMap(Unusable):
    """What was mapped, `text`, is not FIELD=COLUMN, or not NAME=SELLER; `known` are the fields."""


class SeveralFit(Unusable):
    """The name on `line` of an export can be several of the team, and nobody is there to ask."""


def bring_in(
    app: App, path: Path, source: str | None, maps: Sequence[str], told: Sequence[str], *, dry: bool
) -> Answer:
    """Read an export and keep what it says of the team; raise Unusable before anything is written."""
    who, stored = _told(app, told), {one.name: one for one in figures.sources(app.journal)}
    wanted = key_for(source) if source else None
    # What a list of columns of her own may lack are the words for what is nobody in the column of a name.
    words = {"nobody": (), "footer": (), **app.templates.table("columns"), **app.templates.table("figures")}
    table, text, mapped = _table(app, path, words, mapped_by(maps), [*stored.values()], wanted)
    headers = [text_in(cell) for cell in table.head.cells]
    program = columns.layout_of(headers, words, mapped).program
    name = wanted or program or columns.USUAL
    old = stored.get(name, Source(name, date.min))
    mapped = {**old.columns, **mapped}
    layout = columns.layout_of(headers, words, mapped)
    columns.check(layout, mapped, str(path))
    export, mapped = _export(app, path, table, layout, {**words, "coded": words.get(program, {})}, mapped)
    _check(export, str(path))
    counted = tally(export.deals, [*layout.entered], app.today)
    known, told_who = _whose(app, export, {**old.who, **who})
    hers = tally(export.deals, [*layout.entered], app.today, known.known).names
    answer = Imported(
        source=name,
        file=str(path),
        how=_how(text, export, table),
        names=_named(export, counted, known),
        **_about(export, layout),
        stays=tuple(sorted(old.sellers.keys() - hers.keys())),
        dry=dry,
        notices=text.notices if text else (),
    )
    new = kept(old, Source(name, counted.on, hers, mapped, told_who), counted.since)
    return answer if dry else replace(answer, same=not _write(app, new))


def _check(export: Export, file: str) -> None:
    """Raise UnreadableExport where no row was a deal: an export of nothing is no news."""
    if not export.deals:
        first, rows = export.left[0], len(export.left)
        why = phrase(f"figures.why.{first.why}")
        raise UnreadableExport(file=file, reason=phrase("table.no_deals", rows=rows, line=first.line, why=why))


def _about(export: Export, layout: columns.Layout) -> dict[str, Any]:
    """Return what is told of how an export was understood."""
    return {
        "columns": {field: layout.header(field) for field in columns.FIELDS if field in layout.places},
        "left": export.left,
        "taken_open": export.taken_open,
        "without": sum(one.outcome == "won" and one.amount is None for one in export.deals),
        "staged": bool(layout.entered),
    }


def mapped_by(maps: Sequence[str]) -> dict[str, list[str]]:
    """Return what was mapped, FIELD=COLUMN each; raise BadMap."""
    known, found = [*columns.FIELDS, *columns.CHOICES, "encoding"], dict[str, list[str]]()
    for one in maps:
        field, equals, column = (part.strip() for part in one.partition("="))
        if field not in known or not equals or not column:
            raise BadMap(text=one, known=known)
        if column not in _CHOSEN.get(field, {column}):
            raise BadMap(why="choice", text=one, field=field, known=list(_CHOSEN[field]))
        found.setdefault(field, []).append(column)
    return found


def _told(app: App, told: Sequence[str]) -> dict[str, str]:
    """Return the key of each name that was told, NAME=SELLER; NAME= is nobody's. Raise BadMap, NoSuchSeller."""
    found: dict[str, str] = {}
    for one in told:
        name, equals, seller = (part.strip() for part in one.partition("="))
        if not equals or not name:
            raise BadMap(why="who", text=one, known=[])
        found[name] = app.journal.find(seller) if seller else NOBODY
    return found


def _table(
    app: App, path: Path, words: Mapping[str, Any], mapped: Mapped, stored: Sequence[Source], wanted: str | None
) -> tuple[Table, Text | None, Mapped]:
    """Return the rows of a file, its text, and what is mapped by then; raise UnreadableExport, UnclearLetters."""
    data, file = atomic.read(path, str(path), stream=True), str(path)
    before = {field: [*said] for one in stored if wanted in {None, one.name} for field, said in one.columns.items()}
    known = partial(columns.known_in, words=words, mapped={**before, **mapped})
    try:
        if data.startswith(SPREADSHEETS):
            table, text = read_workbook(data, file, known), None
        else:
            text, mapped = _text(app, data, file, mapped, before.get("encoding", []))
            table = read_table(text.text, file, known)
    except UnreadableTable as error:
        raise UnreadableExport(file=file, reason=error.data["reason"]) from None
    if not table.rows:
        raise UnreadableExport(file=file, reason=phrase("table.header_only"))
    return table, text, mapped


def _text(app: App, data: bytes, file: str, mapped: Mapped, before: Sequence[str]) -> tuple[Text, Mapped]:
    """Return the text of a file, asked about where its letters are in doubt, and what is mapped with the answer."""
    told = next(iter((*mapped.get("encoding", ()), *before)), None)
    text = read_text(data, file, told)
    if not text.doubt:
        return text, mapped
    names, readings = list(text.doubt), text.readings
    key = _asked(app, app.words.say("added.encoding", file=file), [app.words.say(one) for one in readings])
    if key is None:
        raise UnclearLetters(file=file, readings=readings, names=names, encoding=names[0])
    return read_text(data, file, names[key]), {**mapped, "encoding": [names[key]]}


def _export(
    app: App, path: Path, table: Table, layout: columns.Layout, words: Mapping[str, Any], mapped: Mapped
) -> tuple[Export, Mapped]:
    """Return the deals, and what is mapped by then: what a number or a date means is never guessed, but asked."""
    while True:
        try:
            return export_of(table, layout, words, mapped, app.dates, app.today, str(path), _ticking(app, path)), mapped
        except (UnclearNumber, UnclearDates) as error:
            data: Mapping[str, Any] = error.data
            asked = None
            if not data.get("why"):
                meanings = [app.words.say(_FORMS[data["field"]], value=one, day=one) for one in data["values"]]
                asked = _asked(app, app.words.say(phrase(f"figures.which_{data['field']}", **data)), meanings)
            if asked is None:
                raise
            mapped = {**mapped, data["field"]: [data["names"][asked]]}


def _asked(app: App, question: str, meanings: Sequence[str]) -> int | None:
    """Ask which of several is meant; None where nobody can answer."""
    if not app.ask.possible:
        return None
    choices = dict(zip("123456789", meanings, strict=False))
    return int(app.ask.key(question, choices, "1")) - 1


def _ticking(app: App, path: Path) -> Tick:
    """Return what tells on a terminal how far the reading has come, once a second and not before."""
    last = app.ask.clock() if app.ask.possible else 0.0

    def tick(at: int, of: int) -> None:
        nonlocal last
        if at % _ROWS == 0 and app.ask.possible and (now := app.ask.clock()) - last > _SECOND:
            last = now
            app.ask.tell(app.words.say("figures.progress", file=path.name, at=at, of=of))

    return tick


def _whose(app: App, export: Export, who: Mapping[str, str]) -> tuple[Whose, Mapping[str, str]]:
    """Return whose the names are, and what was told of them; one that fits several is asked. Raise SeveralFit."""
    people = [one for one in app.journal.called() if one.key in {*app.journal.keys()}]
    lines = _lines(export)
    while True:
        found = whose(lines, people, who)
        if not found.several:
            return found, who
        name, fits = next(iter(found.several.items()))
        who = {**who, name: _which(app, name, lines[name], fits)}


def _which(app: App, name: str, line: int, fits: Sequence[Called]) -> str:
    shown = [f"{one.name} ({one.key})" for one in fits]
    question = app.words.say("figures.which_name", name=name, line=line)
    asked = _asked(app, question, [*shown, app.words.say("figures.nobody")])
    if asked is None:
        raise SeveralFit(name=name, line=line, names=shown, key=fits[0].key)
    return [*(one.key for one in fits), NOBODY][asked]


def _lines(export: Export) -> dict[str, int]:
    """Return each name of an export and the line where it first stands."""
    first = {one.name: one.line for one in reversed(export.deals)}
    return {one.name: first[one.name] for one in export.deals}


def _named(export: Export, counted: Tally, known: Whose) -> list[Named]:
    near = {name: {one.key: one.name for one in people} for name, people in known.near.items()}
    return [
        Named(name, line, counted.names[name], known.known.get(name, ""), near.get(name, {}))
        for name, line in _lines(export).items()
    ]


def _how(text: Text | None, export: Export, table: Table) -> list[Phrase]:
    """Return how a file was read."""
    marks = [f"figures.mark_{name}" for name, mark in DECIMALS.items() if mark == export.mark]
    letters = [f"encoding.{text.encoding}"] if text else []
    order = [f"order.{export.order.name}"] if export.order.name else []
    return [phrase(key) for key in (*letters, f"delimiter.{table.delimiter}", *marks, *order)]


def _write(app: App, source: Source) -> bool:
    """Keep a source as a whole, as one command that can be taken back; tell whether a byte had to change."""
    file = figures.file_of(source.name)
    path = app.journal.path(file)
    before = atomic.read(path, file) if atomic.is_there(path) else None
    after = figures.written(source)
    if after == before:
        return False
    change(app.journal, f"figures {source.name}", app.today.isoformat(), [Rewrite(file, before, after)])
    return True
