from collections.abc import Callable

from fixtures.sellers import TODAY, ago, made
from salescoach.people.rules.story import since_last_talk, story_of
from salescoach.records.seller import Seller

TALK, LATER = 24, 18
"""Days ago."""


def test_since_the_last_talk_is_a_later_day_or_that_day_without_its_id(seller: Callable[..., Seller]) -> None:
    """A talk is never news, the last of a day is last in the file; in order of days and kinds; a story can begin so."""
    talk = made("talk", TALK, id="t2")
    for record, since in (
        (made("note", LATER, text="later"), True), (made("note", LATER, text="later, linked", talk="t2"), True),
        (made("note", TALK, text="the same day"), True),
        (made("rating", TALK, area="closing", level="red", talk="t1"), True),
        (made("booking", TALK, next=ago(LATER)), True), (made("note", TALK, text="of the talk", talk="t2"), False),
        (made("note", TALK + 1, text="before"), False), (made("talk", TALK), False),
        (made("phase", LATER, phase="do", day=1, days=9), False),
        (made("step", LATER, what="written by a plan", owner="me", phase="do", day=1), False),
    ):  # fmt: skip
        assert len(since_last_talk(seller(record, talk))) == since, record
    first, note = made("note", TALK, id="first", text="the same day"), made("note", LATER, id="n", text="seen")
    one = seller(made("talk", TALK), made("praise", LATER, id="p", what="calm"), note, first)
    assert [each.id for each in since_last_talk(one)] == ["first", "n", "p"]
    assert story_of(one, TODAY, since=ago(LATER)).narrowed
