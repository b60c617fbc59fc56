from datetime import date

import pytest

from salescoach.records.base import Record
from salescoach.records.calendar import Away
from salescoach.records.commitment import Commitment, How, Settled
from salescoach.records.goal import Goal
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
    """Nothing is open, nothing was last, nobody is away."""
    empty = Book()
    assert (empty.all(Note), empty.last(Note), empty.open(Commitment), empty.settlements) == ([], None, [], {})
    assert not empty.away_on(FIRST)


def test_the_last_record_is_the_newest_of_its_kind() -> None:
    """And all of them are in order."""
    notes = [Note(id=str(day), on=date(2026, 11, day), text="x") for day in (1, 2)]
    assert book(*notes, promise("a")).all(Note) == notes
    assert book(*notes, promise("a")).last(Note) == notes[1]


def test_a_list_of_records_that_was_given_out_can_be_changed() -> None:
    """The book stays as it is."""
    kept = book(promise("a"))
    kept.all(Commitment).clear()
    assert len(kept.all(Commitment)) == 1


@pytest.mark.parametrize("how", ["kept", "dropped"])
def test_what_was_kept_or_dropped_is_closed(how: How) -> None:
    """By the id of what it settles; the others stay open, of every kind."""
    topic = Topic(id="c", on=FIRST, what="x")
    end = settled("a", how)
    found = book(promise("a"), promise("b"), topic, end)
    assert [one.id for one in found.open(Commitment)] == ["b"]
    assert found.open(Topic) == [topic]
    assert found.closing(promise("a")) == end
    assert found.closing(topic) is None
    assert found.settlements == {"a": [end]}


def test_what_was_moved_stays_open_and_is_due_when_it_was_last_moved_to() -> None:
    """The last move wins; one without a day changes nothing."""
    moves = [settled("a", "moved", SECOND, SECOND), settled("a", "moved", THIRD, THIRD), settled("a", "moved", THIRD)]
    found = book(promise("a", FIRST), promise("b", FIRST), promise("c"), *moves)
    assert len(found.open(Commitment)) == 3
    assert [found.due(one) for one in found.all(Commitment)] == [THIRD, FIRST, None]


def test_what_was_moved_and_then_kept_is_closed_and_due_as_moved() -> None:
    """So that late and in time can be told afterwards."""
    end = settled("a", "kept", THIRD)
    found = book(promise("a", FIRST), settled("a", "moved", SECOND, SECOND), end)
    assert found.closing(promise("a")) == end
    assert found.due(promise("a", FIRST)) == SECOND


def test_a_goal_is_due_and_moved_like_a_promise() -> None:
    """Its day is a day."""
    goal = Goal(id="g", on=FIRST, title="x", due=FIRST)
    assert book(goal).due(goal) == FIRST
    assert book(goal, settled("g", "moved", SECOND, THIRD)).due(goal) == THIRD


@pytest.mark.parametrize(("day", "away"), [(2, False), (3, True), (5, True), (10, True), (11, False), (17, True)])
def test_away_is_from_the_first_to_the_last_day_both_included(day: int, away: bool) -> None:
    """In any of several times away."""
    times = [Away(id="a", on=FIRST, first=FIRST, last=SECOND), Away(id="b", on=FIRST, first=THIRD, last=THIRD)]
    assert book(*times).away_on(date(2026, 11, day)) is away


def test_a_seller_has_a_name_and_a_first_name() -> None:
    """As used in a list, and in a sentence."""
    anna = Seller(key="anna-berg", header=Header(name="Anna Maria Berg"))
    assert (anna.name, anna.first_name, anna.left) == ("Anna Maria Berg", "Anna", False)
