"""Reading: the text of one file becomes records; what does not validate is named with its line and left out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

from salescoach.answer import phrase
from salescoach.errors import NoHeader, Problem
from salescoach.frozen import frozen
from salescoach.journal import door, ids, toml
from salescoach.records.base import Record
from salescoach.records.header import Change, Header
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Book, Seller
from salescoach.records.unveiled import unveiled, veiled_changes
from salescoach.records.veil import seen

Rows = list[dict[str, Any]]

_on = attrgetter("on")

_EVERY = tuple(KINDS)

_VEILS = "private", "~"
"""What a private line has somewhere, where no letter of it is told by its number."""

_NUMBERED = "\\u", "\\U"

SECRETIVE = {"purpose", "dialogue"}
"""The kinds of which something always is private, as their classes say: these are not imported to look at a file."""


@frozen
class Source:
    """The text of one file, the key it goes by, its tables as parsed; a `good` one need not be judged."""

    file: str
    key: str
    text: str
    tables: Mapping[str, Any]
    good: bool = False

    @cached_property
    def blocks(self) -> Mapping[str, list[Any]]:
        """What is written in the list of each kind; a record without an id is given one."""
        lists = {kind: found for kind in self._kinds if isinstance(found := self.tables[kind], list)}
        if all(self.written):
            return lists
        taken, tried = set(self.written), dict[str, int]()
        return {kind: [_with_id(self.key, kind, one, taken, tried) for one in found] for kind, found in lists.items()}

    @cached_property
    def written(self) -> list[str]:
        """The id of every record as written, kind by kind; empty where it has none."""
        return [str(row.get("id") or "") for kind in self._kinds for row in rows(self.tables, kind)]

    @cached_property
    def _kinds(self) -> list[str]:
        """The kinds that it has, in the order of their table."""
        return [kind for kind in _EVERY if kind in self.tables]

    def ids(self) -> set[str]:
        """Return the id of every record, written or given."""
        if all(self.written):
            return set(self.written)
        return {str(row["id"]) for kind in self.blocks for row in rows(self.blocks, kind)}

    @cached_property
    def veils(self) -> bool:
        """Whether anything in it may be private: most files have nothing, and are not looked through."""
        numbered = "\\" in self.text and any(sign in self.text for sign in _NUMBERED)
        veiled = numbered or any(veil in self.text for veil in _VEILS)
        return veiled or not SECRETIVE.isdisjoint(self._kinds)

    @cached_property
    def hidden(self) -> set[str]:
        """The ids of the records that are private."""
        return {str(row["id"]) for kind in self.blocks for row in rows(self.blocks, kind) if row.get("private")}

    def rows(self, kind: str, *, private: bool) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Give the records of a kind and their places, private ones only with `private`."""
        for at, row in enumerate(self.blocks.get(kind, ())):
            if isinstance(row, Mapping) and (private or not row.get("private")):
                yield at, row

    def problem(self, code: str, *path: str | int, **data: object) -> Problem:
        """Return a problem at the place of a table, a record or a value."""
        at = toml.place(self.text, *path)
        return Problem(self.file, code, at.line, at.column, data)


class _Lazily(Mapping[str, Sequence[Record]]):
    """The records of a good file by kind; each kind is made when it is first asked for, as most are by few commands."""

    def __init__(self, source: Source, *, private: bool) -> None:
        self._rows, self._source, self._private = dict(source.blocks), source, private
        self._made: dict[str, Sequence[Record]] = {}

    def __getitem__(self, kind: str) -> Sequence[Record]:
        if kind not in self._made:
            found = _built(kind, self._rows[kind])
            self._made[kind] = found if self._private else _veiled(found, self._source)
        return self._made[kind]

    def __contains__(self, kind: object) -> bool:
        return kind in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return repr(dict(self))


def source(data: bytes, file: str, key: str, *, good: bool = False) -> Source:
    """Parse a file; raise BadToml, or NewerFormat where it is not for this version."""
    text = toml.decode(data, file)
    tables = toml.parse(text, file, good=good)
    toml.check_format(tables, file)
    return Source(file, key, text, tables, good)


def header(source: Source, *, private: bool = True) -> tuple[Header, list[Problem]]:
    """Return the header of a seller file as changed up to today, what is private only with `private`; raise NoHeader.

    That is where it lacks a name.
    """
    written = source.tables.get("seller")
    if not isinstance(written, dict):
        at = toml.place(source.text, "seller")
        raise NoHeader(file=source.file, line=at.line, column=at.column, why=phrase("fault.no_table"))
    wrong = None if source.good else door.mistake(Header, written)
    if wrong is not None:
        at = toml.place(source.text, "seller", *wrong.path)
        raise NoHeader(file=source.file, line=at.line, column=at.column, why=wrong.why, key=wrong.key)
    return _folded(source, written, private=private or not source.veils)


def seller(source: Source, *, private: bool, left: bool = False) -> Seller:
    """Return the seller of a file; raise NoHeader where it lacks a name. Private lines only with `private`."""
    found, unfit = header(source, private=private)
    records, problems = _records(source, private=private)
    return Seller(records, (*problems, *unfit), key=source.key, header=found, left=left)


def book(source: Source, *, private: bool) -> Book:
    """Return the records of a file that has no seller: the manager's own."""
    records, problems = _records(source, private=private)
    return Book(records, tuple(problems))


def rows(tables: Mapping[str, Any], kind: str) -> Rows:
    """Return the blocks of one kind that are tables."""
    found = tables.get(kind)
    if not isinstance(found, list):
        return []
    return found if {*map(type, found)} <= {dict} else [row for row in found if isinstance(row, dict)]


def _records(source: Source, *, private: bool) -> tuple[Mapping[str, Sequence[Record]], list[Problem]]:
    if source.good:
        return _Lazily(source, private=private), []
    records: dict[str, Sequence[Record]] = {}
    problems: list[Problem] = []
    for kind in KINDS:
        if kind not in source.tables:
            continue
        if kind not in source.blocks:
            problems.append(source.problem("one_bracket", kind, kind=kind))
            continue
        found, bad = _validated(source, kind)
        records[kind] = found if private else _veiled(found, source)
        problems += bad
    return records, problems


def _validated(source: Source, kind: str) -> tuple[list[Record], list[Problem]]:
    """Return the records of one kind in order of `on`, then of place, and what is wrong with the others."""
    found = source.blocks.get(kind, [])
    wrong = {} if source.good else door.mistakes(KINDS[kind], found)
    problems = [
        source.problem("left_out", kind, at, *one.path[:1], kind=kind, why=one.why, key=one.key)
        for at, one in wrong.items()
    ]
    return _built(kind, [row for at, row in enumerate(found) if at not in wrong] if wrong else found), problems


def _built(kind: str, good: Rows) -> list[Record]:
    return sorted(KINDS[kind].from_tables(good), key=_on)


def _with_id(key: str, kind: str, row: Any, taken: set[str], tried: dict[str, int]) -> Any:
    if not isinstance(row, dict) or row.get("id"):
        return row
    spelled = ids.derive(key, kind, row, taken, tried)
    taken.add(spelled)
    return row | {"id": spelled}


def _folded(source: Source, written: dict[str, Any], *, private: bool) -> tuple[Header, list[Problem]]:
    """Lay the changes over the header, each only where the header still says what it said then."""
    state, shown, problems = dict(written), dict(written), []
    places = _places(source, Change.kind)
    changes = [one for one in _validated(source, Change.kind)[0] if isinstance(one, Change)]
    for change, open_ in zip(changes, veiled_changes(changes), strict=True):
        said = change.values()
        values = {key: said[key] for key in said if toml.same(state.get(key), change.was.get(key))}
        wrong = None if source.good else door.mistake(Header, state | values)
        if wrong is None:
            state |= values
            shown |= {key: open_[key] for key in values if key in open_}
        else:
            at = (Change.kind, places[change.id], wrong.key)
            problems.append(source.problem("bad_change", *at, id=change.id, key=wrong.key))
    return Header.from_table(state if private else seen(shown) | {"name": shown["name"]}), problems


def _places(source: Source, kind: str) -> dict[str, int]:
    """Return where in its list the first record of each id stands."""
    found = source.blocks.get(kind, [])
    return {str(row["id"]): at for at, row in reversed([*enumerate(found)]) if isinstance(row, dict)}


def _veiled(records: list[Record], source: Source) -> list[Record]:
    """Take out what is private, but for the dates that clocks run on."""
    return list(unveiled(records, source.hidden)) if source.veils else records
