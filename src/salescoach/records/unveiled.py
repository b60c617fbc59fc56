"""What may be shown of records where private lines are not: all of most, bare facts of what is private."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from salescoach.records.base import Record
from salescoach.records.header import Change, shown
from salescoach.records.veil import seen


def unveiled(records: Iterable[Record], hidden: Collection[str]) -> Iterator[Record]:
    """Give what may be shown of records of one kind: of what is private, or speaks of what is `hidden`, bare facts."""
    for one in shown(records):
        of = getattr(one, one.speaks_of, None) if one.speaks_of else None
        open_ = one.veiled() if one.private or of in hidden else without_secrets(one)
        if open_ is not None:
            yield open_


def veiled_changes(changes: Iterable[Change]) -> Iterator[Mapping[str, Any]]:
    """Give of each change of a header the values that may be shown: of a private one numbers and days, for clocks."""
    for one in changes:
        values = one.values()
        plain = {key: value for key, value in values.items() if not isinstance(value, str | list | Mapping)}
        yield plain if one.private else values


def without_secrets(record: Record) -> Record | None:
    """Return a record without what is private in it; where a text that it must have is wholly so, bare facts."""
    open_ = ((name, value) for name, value in vars(record).items() if name not in record.secret)
    said = {name: value if name == "id" else seen(value) for name, value in open_}
    cut = {name for name, value in vars(record).items() if said.get(name) != value}
    if not cut:
        return record
    gone = {name for name in cut if not said.get(name)}
    if gone & record.layout.needed:
        return record.veiled()
    return type(record)(**{name: value for name, value in said.items() if name not in gone})
