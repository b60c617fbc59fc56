from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fixtures.sellers import TODAY, Build, ago, made
from salescoach.coaching.written import record_of
from salescoach.goals.rules import Pace, lacking, reasons_of, standings_of
from salescoach.records.calendar import Away
from salescoach.records.figures import Month
from salescoach.records.goal import Goal, Progress
from salescoach.records.seller import Seller
from salescoach.records.values import Number

numbers = st.integers(-(2**63), 2**63 - 1) | st.floats()


def goal(**fields: Any) -> Any:
    """Return a goal set ten days ago for ten days ahead: half its time is gone."""
    usual = {"id": "g1", "on": ago(10), "title": "12 meetings", "due": ago(-10), "target": 12}
    return record_of("goal", usual | fields)


def step(value: Number | None = None, days: int = 1, **fields: Any) -> Any:
    """Return where the goal stood so many days ago."""
    return made("progress", days, goal="g1", value=value, **fields)


def test_a_goal_keeps_pace_within_a_tenth(seller: Build) -> None:
    """Half the time gone, half the way is due, up or down; its day gone by it is behind; what is unknown has none."""
    one = standings_of(seller(goal(start=40, target=20), step(30)), TODAY)[0]
    assert (one.way, one.time, one.pace) == (0.5, 0.5, "on")
    gone: dict[str, Any] = {"due": ago(1)}
    cases: list[tuple[dict[str, Any], Number | None, Pace]] = [
        ({}, 6, "on"), ({}, 7.2, "on"), ({}, 7.3, "ahead"), ({}, 4.9, "on"), ({}, 4.7, "behind"), ({}, 0, "behind"),
        ({}, 12, "ahead"), (gone, 11.9, "behind"), (gone, 12, "ahead"), (gone, 15, "ahead"),
        ({"due": TODAY}, 11.9, "on"), ({"target": None}, 6, "unknown"), ({"due": None}, 6, "unknown"),
        ({"due": ago(10)}, 6, "unknown"),
        ({"target": 0}, 6, "unknown"), ({"target": float("nan")}, 6, "unknown"), ({}, None, "unknown"),
        ({"start": 3}, None, "behind"),
    ]  # fmt: skip
    for fields, value, pace in cases:
        steps = [] if value is None else [step(value, days=2)]
        assert standings_of(seller(goal(**fields), *steps), TODAY)[0].pace == pace, (fields, value)


def test_the_newest_of_each_thing_noted_counts(seller: Build) -> None:
    """What is ahead is not known yet; goals due first come first, moved ones too, a reached one not at all."""
    steps = (
        step(3, 8), step(days=5, level="yellow"), step(days=2, note="slow week"), step(9, -2),
        step(level="green", days=7),
    )  # fmt: skip
    one = standings_of(seller(goal(), *steps, made("progress", 1, goal="g2", value=99)), TODAY)[0]
    assert (one.value, one.level, one.note) == (3, "yellow", "slow week")
    several = seller(
        goal(id="late", due=ago(-20)), goal(id="open", due=None), goal(id="moved", due=ago(-90)), goal(id="done"),
        made("settled", 1, of="moved", how="moved", due=ago(-5)), made("settled", 1, of="done", how="kept"),
    )  # fmt: skip
    found = [(at.goal.id, at.days_left) for at in standings_of(several, TODAY)]
    assert found == [("moved", 5), ("late", 20), ("open", None)]


def test_a_goal_is_looked_at_again_within_its_interval(seller: Build) -> None:
    """From the day it was set or last noted; days that she is away do not count, and without an interval none does."""
    away = Away(on=ago(10), first=ago(4), last=ago(2))
    cases: list[tuple[list[Any], int, bool]] = [
        ([goal(every=10)], 10, True), ([goal(every=11)], 10, False), ([goal()], 10, False),
        ([goal(every=5), step(3, days=5)], 5, True), ([goal(every=5), step(days=4, note="slow")], 4, False),
        ([goal(every=5), step(3, days=-2)], 10, True), ([goal(every=8), away], 7, False),
    ]  # fmt: skip
    for records, looked, unseen in cases:
        one = standings_of(seller(*records), TODAY)[0]
        assert (one.looked, one.unseen) == (looked, unseen), records
    both = seller(goal(every=3), step(1, days=4))
    assert [one.key for one in reasons_of(both, TODAY)] == ["reason.goal_behind", "reason.goal_unseen"]


def test_pace_suggests_a_light_and_never_a_better_one_than_it_has_said(seller: Build) -> None:
    """Behind is yellow, its day gone by red; on pace is green; what is as low already is left alone."""
    cases: list[tuple[dict[str, Any], Number | None, Any, Any]] = [
        ({}, 2, None, "yellow"), ({}, 2, "green", "yellow"), ({}, 2, "yellow", None), ({}, 2, "red", None),
        ({"due": ago(1)}, 2, "yellow", "red"), ({"due": ago(1)}, 2, "red", None), ({}, 6, "red", "green"),
        ({}, 9, "yellow", "green"), ({}, 6, None, None), ({}, 6, "green", None), ({"target": None}, 6, "red", None),
    ]  # fmt: skip
    for fields, value, level, suggested in cases:
        steps = [step(value), *([step(days=2, level=level)] if level else [])]
        assert standings_of(seller(goal(**fields), *steps), TODAY)[0].suggested == suggested, (fields, value, level)


def test_what_a_goal_lacks_is_named_and_never_whether_she_likes_it(seller: Build) -> None:
    """A measure and a date; far beyond her best in other goals of the unit or measure, up or down, and only there."""
    before = [goal(id="g0", unit="a month", measure="Calls"), made("progress", 40, goal="g0", value=6)]
    cases: list[tuple[dict[str, Any], list[str]]] = [
        ({"target": None, "due": None}, ["lacks.measure", "lacks.date"]), ({"due": None}, ["lacks.date"]),
        ({"target": None, "measure": "how often she asks"}, []), ({}, []), ({"unit": "A month"}, ["lacks.reach"]),
        ({"measure": "calls"}, ["lacks.reach"]), ({"unit": "a month", "target": 8}, []), ({"unit": "a week"}, []),
        ({"unit": "a month", "target": 4, "start": 9}, ["lacks.reach"]), ({"unit": "a month", "target": -9}, []),
        ({"unit": "a month", "target": 5, "start": 9}, []),
    ]  # fmt: skip
    for fields, codes in cases:
        said = lacking(goal(id="new", **fields), seller(*before))
        assert [one.key for one in (said.data["lacks"] if said else ())] == codes, fields  # type: ignore[attr-defined]
    assert lacking(goal(unit="a month"), seller(goal(unit="a month"), step(1))) is None, "its own way is no history"


def test_a_goal_in_a_figure_is_held_against_as_many_months_of_her_own(seller: Build) -> None:
    """The best of them on end before it was set; nothing is said where there are fewer, or several currencies."""
    year = [Month(f"2025-{at:02}", won=at % 4, value={("SEK", "EUR")[at > 11]: at}) for at in range(1, 13)]
    since = date(2026, 1, 20)
    for figure, due, target, best in (
        ("won", "2026-01-31", 5, "3"), ("won", "2026-01-31", 4, None), ("won", "2026-03-31", 9, "6"),
        ("won", "2026-12-31", 99, "18"), ("won", "2027-01-31", 99, None), ("won", None, 99, None),
        ("value", "2026-02-28", 99, "21"), ("value", "2026-12-31", 999, None), ("opened", "2026-01-31", 9, None),
    ):  # fmt: skip
        by = date.fromisoformat(due) if due else None
        said = lacking(goal(on=since, figure=figure, due=by, target=target), replace(seller(), figures=year))
        told = [one for one in said.data["lacks"] if one.key == "lacks.reach_in"] if said else []  # type: ignore[attr-defined]
        assert [one.data["best"].partition(" ")[0] for one in told] == ([best] if best else []), (figure, due, target)


@given(numbers, numbers, numbers, st.tuples(st.dates(), st.dates(), st.dates()))
def test_any_numbers_and_days_make_a_part_of_one_or_none(
    start: Number, target: Number, value: Number, days: tuple[date, date, date]
) -> None:
    """Infinity, NaN and days in any order are no reason to fail."""
    on, due, today = days
    set_then = Goal(id="g1", on=on, title="any", start=start, target=target, due=due)
    reached = Progress(on=on, goal="g1", value=value)
    one = standings_of(Seller({"goal": [set_then], "progress": [reached]}), today)[0]
    assert all(part is None or 0 <= part <= 1 for part in (one.way, one.time))
    assert (one.pace == "unknown") == (one.way is None or one.time is None)
