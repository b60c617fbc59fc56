import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from salescoach.words.dates import Dates

ENGLISH = Dates(tomllib.loads((Path(__file__).parents[2] / "templates/en/dates.toml").read_text("utf-8")))
WEDNESDAY = date(2026, 11, 18)  # in week 47


def read(text: str, **how: Any) -> str:
    """Return the day that a text means on a Wednesday, as ISO text."""
    return ENGLISH.read(text, today=how.pop("today", WEDNESDAY), **how).isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-27", "2026-11-27"),
        ("2026.1.5", "2026-01-05"),
        ("20261127", "2026-11-27"),
        ("27 nov", "2026-11-27"),
        ("18 nov", "2026-11-18"),
        ("17 nov", "2027-11-17"),
        ("27th of November", "2026-11-27"),
        ("november 27", "2026-11-27"),
        ("Nov 27, 2025", "2025-11-27"),
        ("27-nov-2025", "2025-11-27"),
        ("27.11.", "2026-11-27"),
        ("1.2", "2027-02-01"),
        ("27.11.25", "2025-11-27"),
        ("01.02.2027", "2027-02-01"),
        ("27/11/2026", "2026-11-27"),
        ("11/27/2026", "2026-11-27"),
        ("27/11", "2026-11-27"),
        ("05/05/2026", "2026-05-05"),
        ("29 feb", "2028-02-29"),
        ("the 15th", "2026-12-15"),
        ("the 31st", "2026-12-31"),
        ("Fri 27 Nov 2026", "2026-11-27"),
        ("fri 27.11", "2026-11-27"),
    ],
)
def test_a_calendar_day_is_read_day_first(text: str, day: str) -> None:
    """Numbers, names and both orders of them are one day; without a year it is the next one, today included."""
    assert read(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fri", "2026-11-20"),
        ("on friday", "2026-11-20"),
        ("next friday", "2026-11-20"),
        ("tue", "2026-11-24"),
        ("wed", "2026-11-25"),
        ("last friday", "2026-11-13"),
        ("last wed", "2026-11-11"),
        ("friday next week", "2026-11-27"),
        ("next week monday", "2026-11-23"),
    ],
)
def test_a_weekday_ahead_is_never_today(text: str, day: str) -> None:
    """On a Wednesday `wed` is in a week's time."""
    assert read(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-18"),
        ("Tomorrow", "2026-11-19"),
        ("day after tomorrow", "2026-11-20"),
        ("yesterday", "2026-11-17"),
        ("2w", "2026-12-02"),
        ("10d", "2026-11-28"),
        ("3m", "2027-02-18"),
        ("1y", "2027-11-18"),
        ("2 quarters", "2027-05-18"),
        ("in 3 days", "2026-11-21"),
        ("a week", "2026-11-25"),
        ("in a month", "2026-12-18"),
        ("3 days ago", "2026-11-15"),
        ("two weeks ago", "2026-11-04"),
    ],
)
def test_relative_dates_count_from_the_reference_day(text: str, day: str) -> None:
    """Days, weeks, months and years are counted from the day of the talk."""
    assert read(text) == day


def test_a_month_later_stays_within_the_month() -> None:
    """A month after 31 January is the last of February."""
    assert read("in a month", today=date(2026, 1, 31)) == "2026-02-28"


@pytest.mark.parametrize(
    ("text", "due", "begins"),
    [
        ("v48", "2026-11-27", "2026-11-23"),
        ("uke 48", "2026-11-27", "2026-11-23"),
        ("uge 48", "2026-11-27", "2026-11-23"),
        ("vecka 48", "2026-11-27", "2026-11-23"),
        ("w48", "2026-11-27", "2026-11-23"),
        ("v. 47", "2026-11-20", "2026-11-16"),
        ("week 46", "2027-11-19", "2027-11-15"),
        ("v53", "2027-01-01", "2026-12-28"),
        ("w1 2027", "2027-01-08", "2027-01-04"),
        ("2026-W48", "2026-11-27", "2026-11-23"),
        ("thu v48", "2026-11-26", "2026-11-26"),
        ("this week", "2026-11-20", "2026-11-16"),
        ("next week", "2026-11-27", "2026-11-23"),
        ("next month", "2026-12-31", "2026-12-01"),
        ("next quarter", "2027-03-31", "2027-01-01"),
        ("next year", "2027-12-31", "2027-01-01"),
    ],
)
def test_a_week_or_month_is_its_end_when_due_and_else_its_start(text: str, due: str, begins: str) -> None:
    """A promise for week 48 is due on its Friday; a talk in week 48 is thought of on its Monday."""
    assert (read(text), read(text, due=False)) == (due, begins)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("end of week", "2026-11-20"),
        ("end of month", "2026-11-30"),
        ("eom", "2026-11-30"),
        ("the end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of quarter", "2026-12-31"),
        ("end of year", "2026-12-31"),
        ("end of november", "2026-11-30"),
        ("end of october", "2027-10-31"),
        ("end of february 2028", "2028-02-29"),
        ("end of q4", "2026-12-31"),
        ("end of q1", "2027-03-31"),
        ("eod", "2026-11-18"),
        ("start of next month", "2026-12-01"),
        ("beginning of december", "2026-12-01"),
    ],
)
def test_the_end_and_the_start_of_a_period_are_days(text: str, day: str) -> None:
    """They are so whether something is due or not."""
    assert read(text) == read(text, due=False) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("wed", "2026-11-18"),
        ("fri", "2026-11-13"),
        ("27 nov", "2025-11-27"),
        ("18 nov", "2026-11-18"),
        ("29 feb", "2024-02-29"),
        ("the 31st", "2026-10-31"),
        ("2w", "2026-11-04"),
        ("in 2w", "2026-12-02"),
        ("2w ago", "2026-11-04"),
        ("v47", "2026-11-16"),
        ("v48", "2025-11-24"),
        ("v53", "2020-12-28"),
        ("last week", "2026-11-09"),
        ("end of october", "2026-10-31"),
        ("last friday", "2026-11-13"),
    ],
)
def test_looking_back_takes_the_latest_such_day(text: str, day: str) -> None:
    """When a talk is logged afterwards, what may be today or before is."""
    assert read(text, back=True) == day
