"""The files of figures, figures/SOURCE.toml: derived from an export of a CRM, and made anew by the next."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from salescoach.errors import Broken
from salescoach.journal import atomic, toml
from salescoach.journal.roster import Roster
from salescoach.records.figures import COUNTS, Hers, Month, Source, Stage, counted, last_day

FOLDER = "figures"
"""The folder of figures in a journal."""

_SUFFIX = ".toml"


class BadFigures(Broken):
    """A file of figures does not read as such."""


def file_of(name: str) -> str:
    """Return the name in the journal of the file of a source."""
    return f"{FOLDER}/{name}{_SUFFIX}"


def is_one(file: str) -> bool:
    """Tell whether a name in the journal is that of a file of figures."""
    return file.startswith(f"{FOLDER}/")


def files(journal: Roster) -> list[str]:
    """Return the names in the journal of all files of figures, in order; raise Unreadable, LeadsOut."""
    folder = journal.path(f"{FOLDER}/x").parent
    named = sorted(atomic.downloaded(path.name) for path in atomic.listing(folder, FOLDER))
    return [f"{FOLDER}/{name}" for name in named if name.endswith(_SUFFIX) and not name.startswith(".")]


def held(journal: Roster, key: str) -> dict[str, Source]:
    """Return the sources that hold anything of a seller, by the names in the journal of their files; raise Broken."""
    read_ = {file: read(data_of(journal, file), file) for file in files(journal)}
    return {file: one for file, one in read_.items() if key in one.sellers or key in one.who.values()}


def without(source: Source, key: str) -> Source:
    """Return a source with nothing of a seller, nor the names that were told to be hers."""
    sellers = {one: hers for one, hers in source.sellers.items() if one != key}
    return replace(source, sellers=sellers, who={name: one for name, one in source.who.items() if one != key})


def only(source: Source, key: str) -> Source:
    """Return a source with what is of one seller alone."""
    who = {name: one for name, one in source.who.items() if one == key}
    return replace(source, sellers={key: source.sellers.get(key, Hers())}, columns={}, who=who)


def since(source: Source, day: date, key: str | None) -> tuple[Source, list[Month]]:
    """Return a source without months that are over by a day, hers or, without a key, everybody's; and those months."""
    gone: list[Month] = []
    sellers: dict[str, Hers] = {}
    for one, hers in source.sellers.items():
        old = [month for month in hers.months if last_day(month.month) < day and key in {None, one}]
        gone += old
        sellers[one] = replace(hers, months=tuple(month for month in hers.months if month not in old))
    return replace(source, sellers=sellers), gone


def sources(journal: Roster) -> list[Source]:
    """Return all that is kept of figures; raise Broken."""
    return [read(data_of(journal, file), file) for file in files(journal)]


def data_of(journal: Roster, file: str) -> bytes:
    """Return the bytes of a file of figures; raise Broken."""
    return atomic.read(journal.path(file), file)


def read(data: bytes, file: str) -> Source:
    """Return the figures of a file; raise BadToml, BadFigures."""
    tables = toml.parse(toml.decode(data, file), file)
    toml.check_format(tables, file)
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        return _source(tables)
    raise BadFigures(file=file)


def written(source: Source) -> bytes:
    """Return the bytes of the file of a source; the same figures give the same bytes."""
    head = {"source": source.name, "on": source.on, "columns": dict(source.columns), "who": dict(source.who)}
    text = [toml.head({name: value for name, value in head.items() if value}, FOLDER)]
    for key, hers in sorted(source.sellers.items()):
        text += [toml.block("month", {"seller": key, **_filled(one)}) for one in hers.months]
        text += [toml.block("open", {"seller": key, **hers.open})] if hers.open else []
        text += [toml.block("stage", {"seller": key, **_filled(one)}) for one in hers.stages]
    return "".join(text).encode()


def _filled(one: Month | Stage) -> dict[str, Any]:
    return {name: value for name, value in vars(one).items() if value}


def _source(tables: Mapping[str, Any]) -> Source:
    head, rows = tables[FOLDER], {name: list(tables.get(name, ())) for name in ("month", "open", "stage")}
    if not isinstance(head["on"], date):
        raise TypeError(head["on"])
    keys = dict.fromkeys(str(row["seller"]) for found in rows.values() for row in found)
    hers = {
        key: Hers(
            tuple(sorted((_month(row) for row in _of(rows["month"], key)), key=lambda one: one.month)),
            next(({name: int(count) for name, count in row.items()} for row in _of(rows["open"], key)), {}),
            tuple(_stage(row) for row in _of(rows["stage"], key)),
        )
        for key in keys
    }
    return Source(str(head["source"]), head["on"], hers, dict(head.get("columns", {})), dict(head.get("who", {})))


def _of(rows: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name != "seller"} for row in rows if row["seller"] == key]


def _month(row: Mapping[str, Any]) -> Month:
    date.fromisoformat(f"{row['month']}-01")
    counts = {name: int(row.get(name, 0)) for name in COUNTS}
    return counted(str(row["month"]), counts, {str(name): one + 0 for name, one in row.get("value", {}).items()})


def _stage(row: Mapping[str, Any]) -> Stage:
    return Stage(str(row["stage"]), *(int(row.get(name, 0)) for name in ("entered", "on", "out", "here", "days")))
