"""What is held of a seller: shown in a dossier, handed over, removed with her, or once it is past its time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Any

from salescoach.answer import Answer, Phrase
from salescoach.coaching.telling import tell, titles
from salescoach.errors import Problem
from salescoach.frozen import frozen
from salescoach.records.base import Record
from salescoach.records.header import Header
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Book, Seller

if TYPE_CHECKING:
    from salescoach.people.rules.story import Story
    from salescoach.records.figures import Month


@frozen
class Holding:
    """One place that holds something: `what` it is, the file, and how many records or entries of it are hers."""

    what: str
    file: str
    count: int = 0
    text: str = ""


@frozen
class Mention:
    """A place that names her in what is about somebody else: never its text; `kind` and `on` where it is a record."""

    file: str
    line: int
    kind: str = ""
    on: date | None = None


@frozen
class Scrap:
    """What a file holds and no record tells of: a block that does not read, of an unknown kind, or a comment ("")."""

    kind: str
    line: int
    text: str
    private: bool = False


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


@frozen(kw_only=True)
class Erasure(Answer):
    """All that is held of one seller; `done` once it is removed."""

    key: str
    name: str
    going: tuple[Holding, ...]
    mentions: tuple[Mention, ...]
    done: bool = False


@frozen
class Old:
    """What goes of one file: how many of each kind, their days in order, and what is told of the rest.

    `open` of those that go are open still; `stay` are as old, and newer ones refer to them; `changes` tell how the
    head of the file was.
    """

    file: str
    kinds: Mapping[str, int]
    days: Sequence[date]
    open: int
    stay: int
    changes: int

    @property
    def count(self) -> int:
        """How many records go."""
        return sum(self.kinds.values())


@frozen(kw_only=True)
class Retention(Answer):
    """The files with records of one kind or all, from `before` a day or whenever; `done` once they are removed.

    `again` is what was typed, so that it can be told how to have it done; `problems` are of files left as they are.
    """

    before: date | None
    kind: str | None = None
    files: tuple[Old, ...]
    problems: tuple[Problem, ...] = ()
    again: str
    done: bool = False


@frozen(kw_only=True)
class Export(Answer):
    """The whole journal, or one seller where there is her `story`; `records` are mine, or hers, oldest first.

    `months` are the figures of one seller, `files` the bytes of all files by their name, where private lines are wanted
    too; `layouts` those that the document of one seller is made with.
    """

    private: bool
    story: "Story | None" = None
    records: tuple[Record, ...] = ()
    layouts: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    sellers: tuple[Seller, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()
    months: "Sequence[Month]" = ()


def oldest_first(book: Book) -> list[Record]:
    """Return all records of a file by day; within one, in the order of the kinds, then as they stand."""
    found = [record for kind in KINDS for record in book.records.get(kind, ())]
    return sorted(found, key=lambda one: one.on)


def entries_of(seller: Seller, *, private: bool) -> list[Entry]:
    """Return every record of a seller, oldest first; within a day in the order of the kinds."""
    names = titles(seller)
    found = [one for one in oldest_first(seller) if private or not one.private]
    days = {one.id: one.on for one in found if one.kind == "talk"}
    return [_entry(one, names, days) for one in found]


def _entry(record: Record, names: Mapping[str, str], days: Mapping[str, date]) -> Entry:
    said = tell(record, names)
    told = {*_told(record, said.key), "id", "on", "private"}
    dumped = record.to_table(written=True)
    if record.kind == "change":  # its new values are all in its line
        dumped = {"was": dumped["was"]} if dumped.get("was") else {}
    more = {name: value for name, value in dumped.items() if name not in told}
    if days.get(str(more.get("talk"))) == record.on:
        del more["talk"]
    return Entry(record, said, more)


def _told(record: Record, key: str) -> Collection[str]:
    """Return the fields that a line tells, by the form of its phrase."""
    form = key.rpartition(".")[2]
    more = [name for name in ("due", "next") if form.endswith(f"_{name}")]
    return [*record.told, *record.forms.get(form, ()), *more]
