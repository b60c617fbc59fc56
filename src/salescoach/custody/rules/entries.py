"""The dossier: all that is held of one seller, in order, for her to read or for HR to check."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from salescoach.answer import Answer, Phrase
from salescoach.coaching.telling import tell, titles
from salescoach.custody.rules.held import Holding, Mention, Scrap
from salescoach.frozen import frozen
from salescoach.records.base import Record
from salescoach.records.header import Header
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Seller


@frozen
class Entry:
    """One record: what its line says, and the fields that the line leaves out."""

    record: Record
    said: Phrase
    more: Mapping[str, Any]


@frozen(kw_only=True)
class Dossier(Answer):
    """All about one seller, oldest first; `head` as the file first had it, `hidden` private lines left out."""

    key: str
    name: str
    left: bool
    header: Header
    head: Mapping[str, Any]
    entries: tuple[Entry, ...]
    scraps: tuple[Scrap, ...]
    holdings: tuple[Holding, ...]
    mentions: tuple[Mention, ...]
    hidden: int


def entries_of(seller: Seller, *, private: bool) -> list[Entry]:
    """Return every record of a seller, oldest first; within a day in the order of the kinds."""
    names = titles(seller)
    found = [one for kind in KINDS for one in seller.records.get(kind, ()) if private or not one.private]
    days = {one.id: one.on for one in found if one.kind == "talk"}
    return [_entry(one, names, days) for one in sorted(found, key=lambda one: one.on)]


def _entry(record: Record, names: Mapping[str, str], days: Mapping[str, date]) -> Entry:
    said = tell(record, names)
    told = {*_told(record, said.key), "id", "on", "private"}
    more = {name: value for name, value in _fields(record).items() if name not in told}
    if days.get(str(more.get("talk"))) == record.on:
        del more["talk"]
    return Entry(record, said, more)


def _told(record: Record, key: str) -> Collection[str]:
    """Return the fields that a line tells, by the form of its phrase."""
    form = key.rpartition(".")[2]
    due = ["due"] if form.endswith("_due") else []
    then = ["next"] if form.endswith("_next") else []
    return [*record.told, *record.forms.get(form, ()), *due, *then]


def _fields(record: Record) -> dict[str, Any]:
    """Return the fields of a record as files name them; the new values of a change are all in its line."""
    dumped = record.to_table(written=True)
    if record.kind != "change":
        return dumped
    return {name: value for name, value in dumped.items() if name == "was" and value}
