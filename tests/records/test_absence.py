from datetime import date, timedelta
from typing import Any

from salescoach.records.absence import days_late, ended_by, in_force, meant_on
from salescoach.records.calendar import Away

Span = tuple[int, int]


def day(number: int) -> date:
    """Return a day of October 2026; below 1 of September, above 31 of November."""
    return date(2026, 9, 30) + timedelta(number)


def away(first: int, last: int, **fields: Any) -> Away:
    """Return an absence in October."""
    return Away(on=day(1), first=day(first), last=day(last), **fields)


def test_a_later_absence_takes_the_place_of_an_earlier_one() -> None:
    """With its first day, or named, over several steps; cancelled there is none, until another is noted."""
    first, shorter, moved = away(5, 30, id="a"), away(5, 18, id="b"), away(7, 12, id="c", of="a")
    gone = away(7, 12, id="d", of="c", cancelled=True)
    cases: list[tuple[tuple[Away, ...], list[Span]]] = [
        ((first,), [(5, 30)]), ((first, shorter), [(5, 18)]), ((first, shorter, moved), [(7, 12)]),
        ((first, shorter, moved, gone), []), ((first, gone, away(9, 9)), [(5, 30), (9, 9)]),
        ((first, shorter, moved, gone, away(5, 6, id="e")), [(5, 6)]),
        ((first, away(12, 40, id="f")), [(5, 30), (12, 40)]),
    ]  # fmt: skip
    for written, left in cases:
        assert [(one.first, one.last) for one in in_force(written)] == [(day(a), day(b)) for a, b in left], written


def test_nobody_is_late_with_anything_while_away() -> None:
    """On the return the days count again, those that somebody was there; it falls on the day after the last absence."""
    both = (away(5, 12), away(13, 18))
    cases = [(10, 9, -1), (10, 10, 0), (10, 11, -8), (10, 18, -1), (10, 19, 1), (10, 21, 3), (2, 4, 2), (2, 12, -7),
             (2, 19, 3), (30, 29, -1)]  # fmt: skip
    for due, today, late in cases:
        assert days_late(day(due), day(today), both) == late, (due, today)
    assert days_late(day(2), day(12), ()) == 10


def test_the_absence_that_is_meant() -> None:
    """Who is back ends the one that the day falls in, else that of the nearest end; what is cancelled is to come."""
    autumn, christmas = away(5, 18), away(80, 95)
    for back, one in ((19, autumn), (6, autumn), (30, autumn), (92, christmas), (100, christmas), (5, None)):
        assert ended_by((autumn, christmas), day(back)) == one, back
    for today, one in ((5, autumn), (30, christmas), (99, christmas), (1, autumn)):
        assert meant_on((autumn, christmas), day(today)) == one, today
    assert meant_on((), day(1)) is None
