from datetime import date

from salescoach.records.base import Record
from salescoach.records.commitment import Commitment, How, Settled
from salescoach.records.header import Header
from salescoach.records.note import Note
from salescoach.records.seller import Book, Seller
from salescoach.records.topic import Topic

FIRST, SECOND, THIRD = (date(2026, 11, day) for day in (3, 10, 17))


def promise(name: str, due: date | None = None) -> Commitment:
    """Return a promise of mine."""
    return Commitment(id=name, on=FIRST, by="me", what="x", due=due)


def settled(of: str, how: How, on: date = SECOND, due: date | None = None) -> Settled:
    """Return how something ended."""
    return Settled(id=f"{of}-{how}-{on.day}", on=on, of=of, how=how, due=due)


def book(*records: Record) -> Book:
    """Return the book of these records."""
    kinds: dict[str, list[Record]] = {}
    for record in records:
        kinds.setdefault(record.kind, []).append(record)
    return Book(kinds)


def test_a_book_without_records_is_empty_of_every_kind() -> None:
    """The last record is the newest of its kind, a list can be changed, and a seller has a first name."""
    empty = Book()
    assert (empty.all(Note), empty.last(Note), empty.open(Commitment), empty.moves) == ([], None, [], {})
    notes = [Note(id=str(day), on=date(2026, 11, day), text="x") for day in (1, 2)]
    kept = book(*notes, promise("a"))
    assert (kept.all(Note), kept.last(Note)) == (notes, notes[1])
    kept.all(Note).clear()
    assert kept.all(Note) == notes
    anna = Seller(key="anna-berg", header=Header(name="Anna Maria Berg"))
    assert (anna.name, anna.first_name, anna.left) == ("Anna Maria Berg", "Anna", False)


def test_what_was_kept_or_dropped_is_closed() -> None:
    """What was moved is due when it was last moved to; away is from the first to the last day, both included."""
    topic = Topic(id="c", on=FIRST, what="x")
    hows: tuple[How, ...] = ("kept", "dropped")
    for how in hows:
        end = settled("a", how)
        found = book(promise("a"), promise("b"), topic, end)
        assert [one.id for one in found.open(Commitment)] == ["b"]
        assert (found.open(Topic), found.closing(promise("a")), found.closing(topic)) == ([topic], end, None)
    moves = [settled("a", "moved", SECOND, SECOND), settled("a", "moved", THIRD, THIRD), settled("a", "moved", THIRD)]
    found = book(promise("a", FIRST), promise("b", FIRST), promise("c"), *moves)
    assert len(found.open(Commitment)) == 3
    assert [found.due(one) for one in found.all(Commitment)] == [THIRD, FIRST, None]
    end = settled("a", "kept", THIRD)
    found = book(promise("a", FIRST), moves[0], end)
    assert (found.closing(promise("a")), found.due(promise("a", FIRST))) == (end, SECOND)
