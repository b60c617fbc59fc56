from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fixtures.sellers import TODAY, Build, ago, made
from salescoach.coaching.clocks import Rhythm, count_days, known_since, rhythm_of, thresholds
from salescoach.records.base import Record
from salescoach.records.calendar import Away
from salescoach.records.praise import Praise
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Rhythm as Days
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk

LONG_AGO = date(2020, 1, 1)

days_near = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days))
aways = st.lists(st.builds(Away, on=st.just(TODAY), first=days_near, last=days_near), max_size=4)


def stands(one: Seller, *mine: Record, today: date = TODAY) -> Rhythm:
    """Return the rhythm with one seller, with the usual settings and these records of the manager's own."""
    return rhythm_of(one, Book({"away": list(mine)}), Settings(), today)


def away(first: date, last: date) -> Away:
    """Return a range of days away, noted today."""
    return Away(on=TODAY, first=first, last=last)


def test_only_a_talk_resets_the_clock_of_talks(seller: Build) -> None:
    """It runs from the last one; any contact resets the other clock."""
    found = stands(seller(made("talk", 40), made("talk", 12), made("talk", -3), started=LONG_AGO))
    assert (found.last_talk, found.days, found.days_since) == (ago(12), 12, 12)
    cases: list[Record] = [
        made("touch", 2), Praise(on=ago(2), what="calm"), made("note", 2, text="seen in the hall"),
        made("action", 2, action="feedback"),
    ]  # fmt: skip
    for contact in cases:
        found = stands(seller(made("talk", 20), contact, started=LONG_AGO))
        assert (found.days, found.last_contact, found.quiet_days) == (20, ago(2), 2), contact
    with_all = Praise(on=ago(1), what="loud", team="k3f7q")
    assert stands(seller(made("talk", 20), made("touch", 2), with_all, started=LONG_AGO)).last_contact == ago(2)


def test_away_days_of_both_stop_both_clocks_and_count_once(seller: Build) -> None:
    """Ten days gone, six of them away, two of both; none before the talk, on its day, or still ahead."""
    one = seller(made("talk", 10), away(ago(8), ago(5)), started=LONG_AGO)
    found = stands(one, away(ago(6), ago(3)))
    assert (found.days, found.quiet_days, found.days_since) == (4, 4, 10)
    one = seller(made("talk", 10), away(ago(20), ago(10)), away(ago(-1), ago(-9)), started=LONG_AGO)
    assert stands(one).days == 10


@given(days_near, days_near, aways)
def test_being_away_only_ever_takes_days_off_the_clock(start: date, today: date, found: list[Away]) -> None:
    """The clock never runs backwards, whatever the ranges, even one that ends before it begins."""
    gone = max(0, (today - start).days)
    after = (start + timedelta(at) for at in range(1, gone + 1))
    off = sum(any(one.first <= day <= one.last for one in found) for day in after)
    assert count_days(start, today, found) == gone - off


def test_with_no_talk_the_clock_runs_from_the_later_of_added_and_started(seller: Build) -> None:
    """Before day one nobody is late; a talk over the contract is in the calendar and starts nothing."""
    cases: list[tuple[dict[str, Any], date | None]] = [
        ({"added": ago(5), "started": ago(60)}, ago(5)), ({"added": ago(60), "started": ago(5)}, ago(5)),
        ({"added": ago(8)}, ago(8)), ({"started": ago(9)}, ago(9)), ({}, None),
    ]  # fmt: skip
    for header, since in cases:
        one = seller(**header)
        assert known_since(one) == since, header
        assert stands(one).days == (None if since is None else (TODAY - since).days), header
    more: list[tuple[Talk, ...]] = [(), (made("talk", 200),)]
    for talks in more:
        found = stands(seller(*talks, added=ago(300), started=ago(-3)))
        assert (found.days, found.over) == (0, 0), talks
        assert found.status != "overdue", talks
    found = stands(seller(made("talk", 50), started=ago(4)))
    assert (found.days, found.days_since, found.status) == (4, 50, "ok")


def test_the_thresholds_are_her_own_else_tighter_while_she_is_new(seller: Build) -> None:
    """Seven and ten days in the first ninety, then fourteen and thirty, all settings; her own limit always holds."""
    cases: list[tuple[dict[str, Any], tuple[int, int]]] = [
        ({"started": ago(89)}, (7, 10)), ({"started": ago(90)}, (14, 30)), ({}, (14, 30)),
        ({"started": ago(-5)}, (7, 10)), ({"every": 21}, (21, 30)), ({"every": 40}, (40, 40)),
        ({"at_most": 20}, (14, 20)), ({"at_most": 5}, (5, 5)), ({"every": 20, "at_most": 5}, (5, 5)),
        ({"started": ago(10), "every": 3, "at_most": 60}, (3, 60)),
    ]  # fmt: skip
    for header, found in cases:
        assert thresholds(seller(**header), Settings(), TODAY) == found, header
    own = Settings(rhythm=Days(every=20, at_most=25, new_days=5, new_every=2, new_at_most=4))
    assert thresholds(seller(started=ago(4)), own, TODAY) == (2, 4)
    assert thresholds(seller(started=ago(5)), own, TODAY) == (20, 25)


def test_the_status_tells_which_threshold_was_passed(seller: Build) -> None:
    """The ideal is reached on its day, the limit passed the day after; new till then; booked is enough within it."""
    for days, status, over in (
        (0, "ok", 0), (13, "ok", 0), (14, "due", 0), (30, "due", 0), (31, "overdue", 1), (60, "overdue", 30),
    ):  # fmt: skip
        found = stands(seller(made("talk", days), started=LONG_AGO))
        assert (found.status, found.over) == (status, over), days
    for days, status in ((0, "new"), (6, "new"), (7, "due"), (10, "due"), (11, "overdue")):
        assert stands(seller(started=ago(days), added=ago(days))).status == status, days
    soon = made("booking", 1, next=ago(-2))
    for days, status in ((20, "ok"), (40, "overdue")):
        assert stands(seller(made("talk", days), soon, started=LONG_AGO)).status == status, "booked"


def test_who_is_away_is_away_until_the_last_range_ends(seller: Build) -> None:
    """That hides overdue; the manager's own days away do not."""
    long_since = made("talk", 90)
    found = stands(seller(long_since, away(ago(1), TODAY), away(TODAY, ago(-7)), started=LONG_AGO))
    assert (found.status, found.away_until) == ("away", ago(-7))
    mine = stands(seller(long_since, started=LONG_AGO), away(ago(1), ago(-7)))
    assert (mine.status, mine.away_until) == ("overdue", None)


def test_the_latest_booking_wins_and_a_past_one_without_a_talk_is_missed(seller: Build) -> None:
    """A talk on its day or later has kept it; what is noted ahead of today is not known yet."""
    cases: list[tuple[list[Record], tuple[date | None, date | None]]] = [
        ([], (None, None)), ([made("booking", 9, next=ago(-4))], (ago(-4), None)),
        ([made("booking", 9, next=TODAY)], (TODAY, None)), ([made("booking", 9, next=ago(1))], (None, ago(1))),
        ([made("booking", 9, next=ago(-4)), made("booking", 8, next=ago(3))], (None, ago(3))),
        ([made("booking", 9, next=ago(3)), made("booking", 9, next=ago(-2))], (ago(-2), None)),
        ([made("booking", 9, next=ago(3)), made("talk", 3)], (None, None)),
        ([made("booking", 9, next=ago(3)), made("talk", 1)], (None, None)),
        ([made("booking", 9, next=ago(3)), made("talk", 5)], (None, ago(3))),
        ([made("booking", 9, next=TODAY), made("talk", 5)], (TODAY, None)),
        ([made("booking", 9, next=TODAY), made("talk", 0)], (None, None)),
        ([made("booking", 9, next=ago(3)), made("talk", -1)], (None, ago(3))),
        ([made("booking", 9, next=ago(-2)), made("booking", -1, next=ago(-9))], (ago(-2), None)),
    ]  # fmt: skip
    for records, found in cases:
        stood = stands(seller(*records, started=LONG_AGO))
        assert (stood.next_talk, stood.missed) == found, records


def test_a_talk_booked_for_a_day_away_is_not_missed(seller: Build) -> None:
    """Whoever of the two was away, and whether it was noted before or afterwards."""
    booked = made("booking", 9, next=ago(5))
    for gone, missed in ((away(ago(6), ago(4)), None), (away(ago(4), ago(2)), ago(5))):
        assert stands(seller(booked, gone, started=LONG_AGO)).missed == missed
        assert stands(seller(booked, started=LONG_AGO), gone).missed == missed
