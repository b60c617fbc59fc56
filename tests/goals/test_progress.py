from typing import Any

import pytest


@pytest.fixture
def aiming(coach: Any) -> Any:
    """Give Anna two goals."""
    coach("goal", "anna", "12 first meetings", "--from", "6", "--to", "12", "--by", "31 dec")
    coach("goal", "anna", "more references")
    return coach


def test_where_a_goal_stands_is_noted(aiming: Any) -> None:
    """A value, a level, or a note; the latest value counts, and a promise is no goal."""
    for args, fields in (
        (("8",), {"value": 8}), (("8,5",), {"value": 8.5}), (("--level", "green"), {"level": "green"}),
        (("--note", "slow"), {"note": "slow"}), (("7", "--on", "yesterday"), {"value": 7, "on": "2026-11-22"}),
    ):  # fmt: skip
        record = aiming("progress", "anna", "meetings", *args, "--json").json["records"][0]
        assert record | fields == record
    goal = next(one for one in aiming("goal", "--json").json["goals"] if "meetings" in one["title"])
    assert goal["value"] == 8.5
    assert aiming("progress", "anna", "karin", "8").status == 4


def test_where_it_stands_is_said_of_its_target(coach: Any) -> None:
    """The number that it begins with, from a mark or a command; what is given wins, and no screen ever says None."""
    coach("log", "anna", "goal: 12 first meetings a month by 31 dec; goal: 1,5 mkr")
    coach("goal", "anna", "12 deals", "--to", "15", "--unit", "won")
    for goal, value, said in (
        ("meetings", "8", "8 of 12 first meetings a month"), ("mkr", "1,2", "1,5 mkr: now at 1.2"),
        ("deals", "3", "12 deals: 3 of 15 won"),
    ):  # fmt: skip
        assert said in coach("progress", "anna", goal, value).out
    shown = [coach(*args).out for args in (("goal",), ("show", "anna"), ("prep", "anna", "--all"), ("weekly", "--all"))]
    assert not [out for out in shown if "None" in out]


def test_a_step_behind_its_pace_suggests_a_light(coach: Any) -> None:
    """As a command that can be typed; where a light is given, or all is on its way, nothing is said."""
    coach("goal", "anna", "12 deals", "--from", "0", "--by", "31 dec", "--to", "12")
    later = ("--today", "2026-12-12")
    said = coach("progress", "anna", "deals", "2", *later).err
    line = next(one for one in said.splitlines() if "coach progress" in one)
    assert "yellow?" in line
    assert coach(*line.rpartition("coach ")[2].split(), *later).status == 0
    for args in (("2",), ("3", "--level", "red"), ("--note", "slow")):
        assert "coach progress" not in coach("progress", "anna", "deals", *args, *later).err, args
    assert "green?" in coach("progress", "anna", "deals", "12", *later).err
