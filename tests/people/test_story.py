from collections.abc import Callable
from datetime import date

import pytest

from salescoach.people.rules.story import since_last_talk, story_of
from salescoach.records.base import Record
from salescoach.records.calendar import Booking
from salescoach.records.commitment import Commitment, Settled
from salescoach.records.note import Note
from salescoach.records.praise import Praise
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk
from salescoach.records.topic import Need, Topic

Build = Callable[..., Seller]
TODAY = date(2026, 11, 27)
TALK = date(2026, 11, 3)
LATER = date(2026, 11, 9)


@pytest.fixture
def anna(seller: Build) -> Seller:
    """Make Anna with a talk, what came out of it, and what was noted since."""
    return seller(
        Praise(id="later", on=LATER, what="calm"), Note(id="before", on=date(2026, 11, 1), text="seen"),
        Commitment(id="mine", on=TALK, by="me", what="call", due=LATER, talk="t2"),
        Talk(id="t2", on=TALK, notes="Good pace"), Topic(id="topic", on=TALK, what="pricing", talk="t2"),
        Need(id="need", on=LATER, what="a list"), Topic(id="done", on=TALK, what="settled"),
        Settled(id="kept", on=LATER, of="done", how="kept"),
    )  # fmt: skip


def test_a_story_is_newest_first_and_can_be_narrowed(anna: Seller) -> None:
    """The talk before what came out of it; what is open today is shown all the same."""
    story = story_of(anna, TODAY)
    assert [one.id for one in story.records] == ["kept", "need", "later", "t2", "mine", "done", "topic", "before"]
    assert story.who == anna
    assert story.titles["done"] == "settled"
    assert not story.narrowed
    cases: list[tuple[date | None, tuple[str, ...], list[str]]] = [
        (LATER, (), ["kept", "need", "later"]), (None, ("note", "topic"), ["done", "topic", "before"]),
        (TALK, ("note", "talk"), ["t2"]),
    ]  # fmt: skip
    for since, kinds, ids in cases:
        story = story_of(anna, TODAY, since=since, kinds=kinds)
        assert [one.id for one in story.records] == ids, since
        assert story.narrowed, since
        assert story.open == story_of(anna, TODAY).open, since


def test_since_the_last_talk_is_a_later_day_or_that_day_without_its_id(seller: Build) -> None:
    """A talk is never news, the last of a day is last in the file; in order of days and kinds, not of the file."""
    cases: list[tuple[Record, bool]] = [
        (Note(id="x", on=LATER, text="later"), True), (Note(id="x", on=LATER, text="later, linked", talk="t2"), True),
        (Note(id="x", on=TALK, text="the same day"), True),
        (Rating(id="x", on=TALK, area="closing", level="red", talk="t1"), True),
        (Booking(id="x", on=TALK, next=LATER), True), (Note(id="x", on=TALK, text="of the talk", talk="t2"), False),
        (Note(id="x", on=date(2026, 11, 2), text="before"), False), (Talk(id="x", on=TALK), False),
    ]  # fmt: skip
    for record, since in cases:
        one = seller(record, Talk(id="t2", on=TALK))
        assert since_last_talk(one) == ([record] if since else []), record
    note, praise = Note(id="n", on=LATER, text="seen"), Praise(id="p", on=LATER, what="calm")
    one = seller(Talk(on=TALK), praise, note, Note(id="first", on=TALK, text="the same day"))
    backwards = Seller({kind: one.records[kind] for kind in reversed(list(one.records))})
    assert [each.id for each in since_last_talk(one)] == ["first", "n", "p"]
    assert since_last_talk(backwards) == since_last_talk(one)
