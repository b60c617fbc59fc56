from collections.abc import Callable
from datetime import date

from salescoach.people.rules.story import since_last_talk
from salescoach.records.base import Record
from salescoach.records.calendar import Booking
from salescoach.records.note import Note
from salescoach.records.praise import Praise
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk

Build = Callable[..., Seller]
TODAY = date(2026, 11, 27)
TALK = date(2026, 11, 3)
LATER = date(2026, 11, 9)


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
    assert [each.id for each in since_last_talk(one)] == ["first", "n", "p"]
