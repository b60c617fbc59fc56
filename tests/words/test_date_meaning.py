from collections.abc import Iterator
from datetime import date
from typing import Any

from salescoach.words.dates import Dates

WEDNESDAY = date(2026, 11, 18)  # in week 47

AHEAD = """
2026-11-27 = 2026-11-27 | 20261127 | 27 nov | 27th of November | november 27 | 27.11. | 27/11/2026
2026-11-27 = 27. november | d. 27/11 | den 27:e nov
2026-11-27 = 27/11 | Fri 27 Nov 2026 | fri 27.11 | 27-Nov-2026
2026-11-27 = 27/11-2026 | 27/11-26 | 27.11. 2026 | 261127 | fredag d. 27. november
2025-11-27 = Nov 27, 2025 | 27-nov-2025 | 27.11.25
2026-01-05 = 2026.1.5
2026-11-18 = 18 nov
2027-09-17 = 17 sept
2026-06-05 = fri 5 jun 2026
2027-06-05 = 05/06/2027 | 5/6 | 5. juni
2027-02-01 = 1.2 | 01.02.2027
2026-05-05 = 05/05/2026
2028-02-29 = 29 feb
2026-12-15 = the 15th
2026-12-31 = the 31st
2026-11-20 = fri | on friday | next friday
2026-11-24 = tue
2026-11-25 = wed
2026-11-13 = last friday
2026-11-11 = last wed
2026-11-27 = friday next week
2026-11-23 = next week monday
2026-11-18 = today
2026-11-19 = Tomorrow
2026-11-20 = day after tomorrow
2026-11-17 = yesterday
2026-12-02 = 2w
2026-11-28 = 10d
2027-02-18 = 3m
2027-11-18 = 1y
2027-05-18 = 2 quarters
2026-11-21 = in 3 days
2026-11-25 = a week
2026-12-18 = in a month
2026-11-15 = 3 days ago
2026-11-04 = two weeks ago
"""
PERIODS = """
2026-11-27 2026-11-23 = v48 | uke 48 | uge 48 | vecka 48 | w48 | 2026-W48 | next week
2026-11-20 2026-11-18 = v. 47 | this week | denna vecka | denne uka | i denne uge
2027-09-03 2027-08-30 = week 35
2027-01-01 2026-12-28 = v53
2027-01-08 2027-01-04 = w1 2027
2026-11-26 2026-11-26 = thu v48
2026-12-31 2026-12-01 = next month
2027-03-31 2027-01-01 = next quarter
2027-12-31 2027-01-01 = next year
"""
EDGES = """
2026-11-20 = end of week
2026-11-30 = end of month | eom | the end of the month | end of november
2026-12-31 = end of next month | end of quarter | end of year | end of q4
2027-10-31 = end of october
2028-02-29 = end of february 2028
2027-03-31 = end of q1
2026-11-18 = eod
2026-12-01 = start of next month | beginning of december
"""
BACK = """
2026-11-18 = wed | 18 nov
2026-11-13 = fri | last friday
2025-11-27 = 27 nov
2024-02-29 = 29 feb
2026-10-31 = the 31st | end of october
2026-11-04 = 2w | 2w ago
2026-12-02 = in 2w
2026-11-16 = v47
2025-11-24 = v48
2020-12-28 = v53
2026-11-09 = last week
"""


def pairs(table: str) -> Iterator[tuple[str, str]]:
    """Go through a table: what a text means, and the text."""
    for line in table.strip().split("\n"):
        meant, _, texts = line.partition(" = ")
        yield from ((text, meant) for text in texts.split(" | "))


def test_what_is_said_is_one_day(english_dates: Dates) -> None:
    """Day first; a weekday ahead is never today; back, it is the latest; a week is its end when due, else its start."""

    def read(text: str, **how: Any) -> str:
        return english_dates.read(text, **{"today": WEDNESDAY, **how}).isoformat()

    for text, day in pairs(AHEAD):
        assert read(text) == day, text
    assert read("in a month", today=date(2026, 1, 31)) == "2026-02-28"
    for text, day in pairs(BACK):
        assert read(text, back=True) == day, text
    for text, days in pairs(PERIODS):
        assert f"{read(text)} {read(text, due=False)}" == days, text
    for text, day in pairs(EDGES):
        assert read(text) == read(text, due=False) == day, text
