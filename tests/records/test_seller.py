from datetime import date
from typing import Any

from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.header import Header
from salescoach.records.note import Note
from salescoach.records.seller import Book, Seller
from salescoach.records.settled import Moved, Settled

FIRST, SECOND, THIRD = (date(2026, 11, day) for day in (3, 10, 17))


def promise(name: str, **fields: Any) -> Commitment:
    """Return a promise of mine."""
    return Commitment(id=name, on=FIRST, by="me", what="x", **fields)


def book(*records: Record) -> Book:
    """Return the book of these records."""
    kinds: dict[str, list[Record]] = {}
    for record in records:
        kinds.setdefault(record.kind, []).append(record)
    return Book(kinds)


def test_a_book_has_its_records_in_order() -> None:
    """The last is the newest of its kind, what is returned can be changed, and a seller has a first name."""
    notes = [Note(id=str(day), on=date(2026, 11, day), text="x") for day in (1, 2)]
    kept = book(*notes)
    kept.all(Note).clear()
    assert (kept.all(Note), kept.last(Note)) == (notes, notes[1])
    assert (kept.all(Moved), kept.last(Moved), kept.open(Commitment), kept.moves) == ([], None, [], {})
    anna = Seller(key="anna-berg", header=Header(name="Anna Maria Berg"))
    assert (anna.name, anna.first_name, anna.left) == ("Anna Maria Berg", "Anna", False)


def test_what_was_kept_or_dropped_is_closed_and_what_was_moved_is_due_later() -> None:
    """The first end of it counts, and the latest day, in whichever of the two ways it was noted."""
    ends = [Settled(id="e", on=SECOND, of="a", how="dropped"), Settled(id="f", on=THIRD, of="a", how="kept")]
    moves = [Settled(id="g", on=THIRD, of="b", how="moved", due=THIRD), Moved(id="h", on=SECOND, of="b", due=SECOND)]
    found = book(promise("a", due=FIRST), promise("b", due=FIRST), promise("c"), *ends, *moves)
    a, b, c = found.all(Commitment)
    assert (found.open(Commitment), found.closing(a), found.closing(b)) == ([b, c], ends[0], None)
    assert [found.due(one) for one in (a, b, c)] == [FIRST, THIRD, None]
    assert (found.was(b, "due"), found.was(a, "due")) == (SECOND, None)
