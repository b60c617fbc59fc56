"""Whether figures differ: the intervals as they were published, and how seldom a seller can be told from the team."""

from datetime import date

import pytest

from salescoach.figures.rules.compared import Rate, brief, differs, interval, past_of, told
from salescoach.records.figures import Hers, Month, Source


def test_intervals_are_those_that_were_published() -> None:
    """Newcombe 1998, the examples of his tables: 81 of 263, 15 of 148, 0 of 20, 1 of 29 (method 3)."""
    for won, of, low, high in (
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ):  # fmt: skip
        assert interval(Rate(won, of)) == pytest.approx((low, high), abs=0.0001)
    assert interval(Rate(0, 0)) == (0, 1)


def test_two_shares_differ_only_beyond_chance() -> None:
    """By the interval of the difference (method 10): that of 56 of 70 and 48 of 80 is 0.0524 to 0.3339."""
    assert differs(Rate(56, 70), Rate(48, 80)) == "more"
    assert differs(Rate(48, 80), Rate(56, 70)) == "fewer"
    for now, then in (((4, 9), (5, 11)), ((0, 3), (7, 10)), ((9, 10), (3, 10)), ((5, 56), (0, 29)), ((0, 0), (9, 9))):
        expected = "more" if now == (9, 10) else "unclear"
        assert differs(Rate(*now), Rate(*then)) == expected, (now, then)


def test_her_latest_months_are_held_against_her_own_before() -> None:
    """Three against twelve; what is older, and a month after the last export, does not count."""
    months = [
        Month("2025-07", won=90), Month("2025-08", won=3, lost=3), Month("2026-07", won=2, lost=3),
        Month("2026-08", lost=1), Month("2026-10", won=1, lost=4), Month("2026-11", won=50),
    ]  # fmt: skip
    past = past_of(months, "2026-10")
    assert past is not None
    assert (past.now, past.then, past.since, past.before) == (Rate(1, 6), Rate(5, 11), "2026-08", "2025-08")
    assert past.verdict == "unclear"
    assert past_of([Month("2026-10", opened=3)], "2026-10") is None
    for one, key in ((months[3], "now"), (months[4], "then")):
        half = past_of([one], "2026-12")
        assert half is not None
        assert told(half).key == f"figures.verdict.{key}"


def test_there_are_two_lines_at_most() -> None:
    """Her past, and what is open and old; nothing where there is nothing, or nothing of hers."""
    months = (Month("2026-06", won=5, lost=6, days=215, timed=5), Month("2026-10", won=4, lost=5))
    old = Source("lime", date(2026, 9, 1), {"anna": Hers(months[:1], {"older": 40})})
    new = Source("hubspot", date(2026, 10, 30), {"anna": Hers(months[1:], {"60": 7, "90": 2, "180": 1, "undated": 9})})
    said = brief([new, old], "anna")
    assert [(line.key, on) for line, on in said] == [("figures.verdict.unclear", new.on), ("figures.old", new.on)]
    assert (said[0][0].data["was_of"], said[1][0].data["n"]) == (11, 3)
    assert brief([new, old], "bo") == []
    assert brief([], "anna") == []
