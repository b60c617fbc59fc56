import json
import re
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from salescoach.words.dates import FAR

RECORDS = (
    ("talk", "a1t1a", 28, 'notes = "The year in numbers."\nminutes = 25'),
    ("rating", "a1r1a", 28, 'area = "performance"\nlevel = "red"\nevidence = "Two meetings in December"'),
    ("commitment", "a1c1a", 28, 'by = "me"\nwhat = "Call Karin"\ndue = 2026-12-31'),
    ("commitment", "b1c2b", 28, 'by = "seller"\nwhat = "Send the list"\ndue = 2027-01-01'),
    ("topic", "a1p1a", 28, 'what = "Pricing"'),
    ("need", "a1n1a", 28, 'what = "A quieter place"'),
    ("goal", "a1g1a", 28, 'title = "Meetings"\nstart = 0\ntarget = 12\ndue = 2027-02-28'),
    ("progress", "a1g2a", 29, 'goal = "a1g1a"\nvalue = 3'),
    ("booking", "a1b1a", 28, "next = 2027-01-04"),
    ("away", "a1w1a", 28, "first = 2026-12-31\nlast = 2027-01-01"),
    ("praise", "a1q1a", 28, 'what = "Calm when the buyer pushed back"'),
    ("feedback", "a1f1a", 28, 'area = "discovery"\nwhat = "Price came first"\nnext = "Ask first"'),
    ("action", "a1z1a", 28, 'action = "explain-why"'),
    ("touch", "a1u1a", 28, 'channel = "phone"'),
)
HEADER = 'format = 1\n\n[seller]\nname = "Anna Berg"\nstarted = 2024-02-29\nadded = 2026-11-02\n'
STORY = HEADER + "".join(
    f'\n[[{kind}]]\nid = "{spelled}"\non = 2026-12-{day}\n{rest}\n' for kind, spelled, day, rest in RECORDS
)

DAYS = [
    *("2024-02-28", "2024-02-29", "2024-03-01", "2026-02-28", "2026-11-01", "2026-11-02", "2026-12-20", "2026-12-27"),
    *("2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04"),
    *("2027-02-28", "2027-03-01", "2028-02-28", "2028-02-29", "2028-03-01", "2036-12-29", "1990-01-01", "2099-12-31"),
]
"""Before everything, around the end of a year with a week 53, in and beside leap days, at both ends of time."""

TRIED = [day if at % 6 == 1 else pytest.param(day, marks=pytest.mark.slow) for at, day in enumerate(DAYS)]
"""A leap day, the day before all that is noted, a new year's, the end; the others in the long run."""

SCREENS = [(), ("weekly",), ("weekly", "--all"), ("prep", "anna"), ("prep", "anna", "--all"), ("show", "anna")]
TALLIES = [("goal",), ("promise",), ("praise",), ("act",), ("goal", "--json"), ("weekly", "--json"), ("prep", "bo")]

WRONG = re.compile(r"(?<![\w-])-\d+|\b1 days\b|\b1 weeks\b|\b0 days ago|in 0 |None|nan|\{|\}")
"""What no screen says: a number of days below none, one of several, a gap that was not filled."""


SIGNED = {"days_late", "days_left"}
"""Numbers of JSON that are below none on purpose: not late yet, over already."""


@pytest.fixture
def year(coach: Any) -> Any:
    """Return the program on a journal that was last written to in the last week of a year."""
    (coach.root / "sellers" / "anna-berg.toml").write_text(STORY, "utf-8", newline="\n")
    return coach


@pytest.fixture(params=["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Move the computer to a time zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def leaves(value: Any) -> Iterator[tuple[str, Any]]:
    """Return each number of a JSON object with its key."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(part, dict | list):
            yield from leaves(part)
        elif isinstance(part, int | float):
            yield str(key), part


@pytest.mark.parametrize("day", TRIED)
def test_every_screen_is_right_on_every_odd_day(year: Any, day: str) -> None:
    """From years before the first record to years after the last: no crash, and no word that is wrong."""
    before = year.files()
    for args in (*SCREENS, *TALLIES):
        ran = year.here(*args, "--today", day)
        assert ran.status == 0, (args, ran)
        if "--json" in args:
            found = dict(leaves(json.loads(ran.out)))
            assert not [key for key, number in found.items() if number < 0 and key not in SIGNED], found
        else:
            assert not WRONG.search(ran.out + ran.err), (args, ran)
    assert year.files() == before


@pytest.mark.parametrize("day", TRIED)
def test_every_odd_day_can_be_written_on(year: Any, day: str) -> None:
    """A talk, its promises, a goal, a day off; and all of it is taken back."""
    first = year.files()
    (year.root / "sellers" / "anna-berg.toml").write_text(STORY, "utf-8", newline="\n")
    lines = (
        ("log", "anna", "Good talk; @me call Bo by tomorrow; @anna send it; topic: price; praise: calm"),
        ("goal", "anna", "12 meetings"),
        ("act", "explain-why", "anna"),
        ("rate", "anna", "closing", "green", "asked for it"),
    )
    for args in lines:
        ran = year.here(*args, "--today", day)
        assert ran.status == 0, (args, ran)
        assert not WRONG.search(ran.out + ran.err), (args, ran)
        assert year.here("weekly", "--today", day).status == 0
    text = year.files()["sellers/anna-berg.toml"].decode()
    assert text.count(f"\non = {day}\n") >= len(lines)
    for _ in lines:
        assert year.here("undo", "--today", day).status == 0
    assert year.files() == first


def test_the_end_of_time_is_refused_with_a_sentence(year: Any) -> None:
    """No day that Python cannot hold is reached, from either end."""
    for day in ("9999-12-31", "9999-12-01", "0001-01-01"):
        for text in ("tomorrow", "in 3 days", "2w", "3 months", "fri", "next week", "end of month", "v53", "29 feb"):
            ran = year.here("book", "anna", text, "--today", day)
            assert ran.status in {0, 2}, (day, text, ran)
            ran = year.here("show", "anna", "--since", f"{text} ago" if text[0] == "3" else text, "--today", day)
            assert ran.status in {0, 2}, (day, text, ran)


@pytest.mark.parametrize(
    ("typed", "today", "meant"),
    [
        ("v53", "2026-12-20", "2026-12-28"),
        ("w53", "2026-12-27", "2026-12-28"),
        ("v1", "2026-12-28", "2027-01-04"),
        ("v53", "2027-01-01", "2027-01-01"),
        ("29 feb 2028", "2027-12-01", "2028-02-29"),
        ("1 jan", "2026-12-31", "2027-01-01"),
        ("tomorrow", "2026-12-31", "2027-01-01"),
        ("tomorrow", "2028-02-28", "2028-02-29"),
        ("tomorrow", "2027-02-28", "2027-03-01"),
        ("in 1 year", "2028-02-29", "2029-02-28"),
        ("end of month", "2028-02-01", "2028-02-29"),
        ("end of month", "2027-02-01", "2027-02-28"),
        ("1 month", "2027-01-31", "2027-02-28"),
        ("mon", "2026-12-28", "2027-01-04"),
    ],
)
def test_a_day_that_is_typed_around_a_year_end_is_the_one_that_is_meant(
    year: Any, typed: str, today: str, meant: str
) -> None:
    """Week 53 is there once in five or six years; leap days where they are."""
    ran = year.here("book", "anna", typed, "--today", today)
    far = (date.fromisoformat(meant) - date.fromisoformat(today)).days > FAR and meant[:4] not in typed
    assert ran.status == (2 if far else 0), ran
    assert meant in ran.err + year.files()["sellers/anna-berg.toml"].decode()


def test_the_days_since_a_talk_are_counted_over_the_end_of_a_year(year: Any) -> None:
    """One by one, and never below none: on the day before, the talk is still to come."""
    talked = date(2026, 12, 28)
    for days in range(10):
        day = (talked + timedelta(days)).isoformat()
        week = json.loads(year.here("weekly", "--json", "--today", day).out)
        anna = next(one for one in week["sellers"] if one["key"] == "anna-berg")
        assert anna["days_since"] == days
    week = json.loads(year.here("weekly", "--json", "--today", "2026-12-27").out)
    assert "days_since" not in next(one for one in week["sellers"] if one["key"] == "anna-berg")


def test_the_week_of_an_action_is_the_iso_week(year: Any) -> None:
    """From Monday to Sunday, the first days of January too, and not the Monday after."""
    counts = {}
    for day in ("2026-12-27", "2026-12-28", "2027-01-01", "2027-01-03", "2027-01-04"):
        week = json.loads(year.here("weekly", "--json", "--today", day).out)
        counts[day] = sum(one["week"] for one in week["actions"])
    assert list(counts.values()) == [0, 1, 1, 1, 0]


def test_a_journal_is_the_same_in_every_time_zone(year: Any, zone: str) -> None:
    """Days have no hours: what was noted on a day is noted on it wherever it is read."""
    before = year.files()
    year.here("note", "anna", "from afar; @me call by tomorrow", "--today", "2026-12-31")
    text = year.files()["sellers/anna-berg.toml"].decode()[len(STORY) :]
    assert set(re.findall(r"(?:on|due) = (\S+)", text)) == {"2026-12-31", "2027-01-01"}
    for day in ("2026-12-30", "2027-01-01"):  # the day may be another one where it is read
        ran = year.here("show", "anna", "--today", day)
        assert "Thu 31 Dec" in ran.out, zone
        assert year.here("weekly", "--today", day).status == 0
        assert year.here("note", "anna", "at home", "--today", day).status == 0
        assert year.here("undo", "--today", day).status == 0
    assert year.here("undo").status == 0
    assert year.files() == before


@pytest.mark.parametrize("on", ["2026-12-28T23:30:00-10:00", "2026-12-28T00:00:00Z", "2026-12-28T07:00:00", "07:00:00"])
def test_a_moment_written_by_hand_is_a_day_or_is_named(year: Any, on: str) -> None:
    """A record whose day has an hour is counted on the day that stands there, or left out with its line."""
    path = year.root / "sellers" / "anna-berg.toml"
    path.write_text(f'{STORY}\n[[note]]\nid = "a1h1a"\non = {on}\ntext = "By hand"\n', "utf-8")
    ran = year.here("show", "anna", "--json", "--today", "2027-01-01")
    assert ran.status == 0
    kept = [one for one in json.loads(ran.out)["records"] if one["id"] == "a1h1a"]
    assert [one["on"] for one in kept] == ["2026-12-28"] or f"anna-berg.toml:{STORY.count(chr(10)) + 4}:" in ran.err
    assert year.here("note", "anna", "a word").status == 0
