"""Retention: records older than a day are cut out of a file, verified; nothing that is left still needs them."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from salescoach.care.files.segments import places, split
from salescoach.custody.files.holdings import beside, clear_kept
from salescoach.custody.rules import Old
from salescoach.errors import Unverified
from salescoach.frozen import frozen
from salescoach.journal import atomic, figures, read, toml
from salescoach.journal.journal import Journal
from salescoach.journal.rewrite import Rewrite, check, check_unchanged
from salescoach.journal.turn import naming, turn
from salescoach.journal.undo import Undo
from salescoach.records.figures import first_day
from salescoach.records.header import Change
from salescoach.records.keys import key_form
from salescoach.records.kinds import KINDS
from salescoach.records.settled import GOES_ON


@frozen
class Cut:
    """What one file would be without its old records, and what is told of those."""

    rewrite: Rewrite
    old: Old


@dataclass
class _Row:
    """One record: its kind, its place in the list of that kind, its fields with an id, the day it is of."""

    kind: str
    at: int
    fields: Mapping[str, Any]
    on: date | None = None
    goes: bool = False


def cut(journal: Journal, file: str, before: date, kind: str | None = None, sooner: date = date.min) -> Cut:
    """Return a file without the records (of a kind) from before a day, those of handovers from before a `sooner` one.

    Raise Broken where it does not read, or not as blocks.
    """
    data = atomic.read(journal.path(file), file)
    source = check(data, file)
    rows = list(_rows(source))
    for row in rows:
        last = max(before, sooner) if "handover" in {row.kind, row.fields.get("form")} else before
        row.goes = kind in {None, row.kind} and row.kind != Change.kind and row.on is not None and row.on < last
    old = [row for row in rows if row.goes]
    _spare(rows)
    gone = [row for row in old if row.goes]
    out = {(row.kind, row.at) for row in gone}
    parts = places(data, split(source.text, file)) if gone else ()
    after = b"".join(data[start:end] for kind, at, start, end in parts if (kind, at) not in out) if gone else data
    _verify(source, after, file, out)
    closed = {row.fields.get("of") for row in rows if row.kind == "settled" and row.fields.get("how") not in GOES_ON}
    can_end = [row for row in gone if row.kind in KINDS and "kept" in KINDS[row.kind].settles]
    told = Old(
        file,
        kinds=dict(Counter(row.kind for row in gone)),
        days=sorted(row.on for row in gone if row.on),
        open=sum(row.fields.get("id") not in closed for row in can_end),
        stay=len(old) - len(gone),
        changes=sum(row.kind == Change.kind and row.on is not None and row.on < before for row in rows),
    )
    return Cut(Rewrite(file, data, after), told)


def cut_figures(journal: Journal, file: str, before: date, key: str | None) -> Cut:
    """Return a file of figures without the months that are over by a day, hers or everybody's; raise Broken."""
    data = figures.data_of(journal, file)
    now, gone = figures.since(figures.read(data, file), before, key)
    days = sorted(first_day(one.month) for one in gone)
    return Cut(
        Rewrite(file, data, figures.written(now)), Old(file, {"month": len(gone)} if gone else {}, days, 0, 0, 0)
    )


def trim(journal: Journal, cuts: Sequence[Cut]) -> None:
    """Write files without what was cut out of them; nothing brings it back. Raise Broken, Changed: files stay whole."""
    with turn(journal):
        for one in cuts:
            check_unchanged(journal, one.rewrite)
        files = {one.rewrite.file for one in cuts}
        Undo(journal.root).forget(files)
        clear_kept(journal)
        for file in _old_copies(journal, files):
            atomic.remove(journal.root / file, file)
        journal.unsee(files)
        with naming(journal) as written:
            for one in cuts:
                atomic.write(journal.path(one.rewrite.file), one.rewrite.after, one.rewrite.file)
                written.append(one.rewrite.file)
                journal.accept(one.rewrite.file)


def unfinished(journal: Journal, files: Collection[str]) -> list[str]:
    """Return what stays beside files and may hold old lines as well: drafts, unfinished edits, an editor's backups."""
    done_with = {*journal.copies(), *_old_copies(journal, files)}
    return [file for file in _beside(journal, files) if file not in done_with]


def _old_copies(journal: Journal, files: Collection[str]) -> list[str]:
    """Return the copies in `.coach` that hold what was in files once: those that were united, and a bug's trace."""
    hers = _beside(journal, files)
    return [file for file in hers if file.startswith(".coach/") and not file.startswith(_UNFINISHED)]


def _beside(journal: Journal, files: Collection[str]) -> list[str]:
    return sorted({one.file for file in files for one in beside(journal, journal.path(file).stem)})


_UNFINISHED = (".coach/drafts/", ".coach/edits/")
"""What somebody typed and has not finished is not for a clock to remove."""


def _rows(source: read.Source) -> Iterator[_Row]:
    """Give every record of a file, of kinds that are not known too."""
    for kind, found in source.tables.items():
        if isinstance(found, list):
            for at, row in enumerate(source.blocks.get(kind, found)):
                if isinstance(row, dict):
                    on = row.get("on")
                    day = on.date() if isinstance(on, datetime) else on
                    yield _Row(kind, at, row, day if isinstance(day, date) else None)


def _spare(rows: Sequence[_Row]) -> None:
    """Let what something that stays refers to stay as well, and with it what it would not be the same without."""
    by_id: dict[str, list[_Row]] = {}
    by_words: dict[tuple[str, str, str], list[_Row]] = {}
    with_it: dict[str, list[_Row]] = {}
    for row in rows:
        by_id.setdefault(_text(row, "id"), []).append(row)
        for name in row.fields:
            by_words.setdefault((row.kind, name, key_form(_text(row, name))), []).append(row)
        for name in KINDS[row.kind].stays if row.kind in KINDS else ():
            with_it.setdefault(_text(row, name), []).append(row)
    by_id[""] = with_it[""] = []
    waiting = [row for row in rows if not row.goes]
    while waiting:
        row = waiting.pop()
        linked = [one for spelled in _linked(row) for one in by_id.get(spelled, ())]
        named = [one for by_name in _named(row) for one in by_words.get(by_name, ())]
        for one in (*linked, *named, *with_it.get(_text(row, "id"), ())):
            if one.goes:
                one.goes = False
                waiting.append(one)


def _linked(row: _Row) -> Iterator[str]:
    """Give the ids that a record leads to; each field that holds no words may have one, those that nobody knows too."""
    model = KINDS.get(row.kind)
    for name in row.fields:
        if name != "id" and (model is None or name in model.links or name not in model.searched):
            yield _text(row, name)


def _named(row: _Row) -> Iterator[tuple[str, str, str]]:
    """Give the kind, the field and the words of what a record speaks of in words."""
    for by_name in KINDS[row.kind].names if row.kind in KINDS else ():
        if spelled := key_form(", ".join(filter(None, (_text(row, name) for name in by_name.fields)))):
            yield by_name.kind, by_name.field, spelled


def _text(row: _Row, name: str) -> str:
    """Return an id that a record has or links to; what is none is like no id at all."""
    value = row.fields.get(name)
    return value if isinstance(value, str) else ""


def _verify(source: read.Source, after: bytes, file: str, gone: Collection[tuple[str, int]]) -> None:
    """Raise Unverified unless the new bytes are the old records, by the same ids, without those that go."""
    now = check(after, file)
    for tables, new in ((source.tables, now.tables), (source.blocks, now.blocks)):
        left = {
            kind: [row for at, row in enumerate(found) if (kind, at) not in gone] if isinstance(found, list) else found
            for kind, found in tables.items()
        }
        if not toml.same({kind: found for kind, found in left.items() if found != [] or tables[kind] == []}, dict(new)):
            raise Unverified(file=file)
