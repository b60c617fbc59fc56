from collections import deque
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from salescoach.initiatives.records import Dialogue, Initiative
from salescoach.initiatives.rules import Following
from salescoach.records.calendar import Away
from salescoach.records.seller import Book, Seller
from salescoach.records.settled import Settled
from salescoach.records.talk import Talk

SINCE = date(2026, 10, 5)
ONE = Initiative(id="i0i0i", on=SINCE, name="Service", what="offer it", area="closing")


def dialogue(day: date, **more: Any) -> tuple[Talk, Dialogue]:
    """Return a talk about the initiative on a day, and what was said."""
    talk = Talk(id=f"t{day:%m%d}", on=day, agenda="initiative")
    return talk, Dialogue(on=day, initiative="SERVICE", talk=talk.id, **more)


def followed(team: list[Seller], me: Book, today: date) -> Following:
    """Follow the initiative over a team."""
    following = Following([ONE], me, today)
    deque(following.each(team), maxlen=0)
    return following


def test_there_is_a_pace_from_three_sellers_and_a_fortnight_on(
    seller: Callable[..., Seller], book: Callable[..., Book]
) -> None:
    """By the days on which the manager was there; below that it is too few to tell, and with nobody left it is done."""
    cases: list[tuple[int, int, int, list[Any], date | None]] = [
        (3, 3, 30, [], date(2026, 12, 4)), (2, 4, 30, [], None), (3, 3, 13, [], None), (4, 0, 30, [], None),
        (3, 1, 30, [Away(on=SINCE, first=date(2026, 10, 6), last=date(2026, 10, 20))], date(2026, 11, 9)),
    ]  # fmt: skip
    for held, left, days, away, done in cases:
        team = [seller(*(dialogue(SINCE) if at < held else ()), key=f"s{at}") for at in range(held + left)]
        (course,) = followed(team, book(ONE, *away), SINCE + timedelta(days)).courses()
        assert (len(course.held), len(course.left), course.done_by) == (held, left, done)


def test_who_is_to_be_asked_again_is_asked_until_a_talk_was_held(
    seller: Callable[..., Seller], book: Callable[..., Book]
) -> None:
    """Three, six and twelve months after the latest dialogue; of one that ended well it goes on."""
    day = date(2026, 10, 31)
    for today, later, months in (
        (date(2027, 1, 30), None, None), (date(2027, 1, 31), None, 3), (date(2027, 2, 5), date(2027, 1, 30), 3),
        (date(2027, 2, 5), date(2027, 2, 1), None), (date(2027, 4, 30), date(2027, 2, 1), 6),
        (date(2027, 10, 31), None, 12),
    ):  # fmt: skip
        anna = seller(*dialogue(day), *([Talk(on=later)] if later else []))
        following = followed([anna], book(ONE), today)
        assert [row.again for row in following.courses()[0].held] == [months], today
        (line,) = following.lines()
        assert line.data["again"] == (["Anna Berg"] if months else [])
    ended = Settled(on=day, of="i0i0i", how="kept")
    assert not [*followed([], book(ONE, ended), date(2027, 1, 31)).lines()]
    assert [*followed([seller(*dialogue(day))], book(ONE, ended), date(2027, 1, 31)).lines()]
