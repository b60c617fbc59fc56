from typing import Any

import pytest


@pytest.fixture
def aiming(coach: Any) -> Any:
    """Give Anna two goals."""
    coach("goal", "anna", "12 first meetings", "--from", "6", "--to", "12", "--by", "31 dec")
    coach("goal", "anna", "more references")
    return coach


@pytest.mark.parametrize(
    ("args", "fields"),
    [
        (("8",), {"value": 8}),
        (("8,5",), {"value": 8.5}),
        (("--level", "green"), {"level": "green"}),
        (("--note", "slow"), {"note": "slow"}),
        (("7", "--on", "yesterday"), {"value": 7, "on": "2026-11-22"}),
    ],
)
def test_where_a_goal_stands_is_noted(aiming: Any, args: tuple[str, ...], fields: dict[str, Any]) -> None:
    """A value, a level, or a note."""
    record = aiming("progress", "anna", "meetings", *args, "--json").json["records"][0]
    assert record | fields == record


def test_the_value_is_the_one_of_the_goal(aiming: Any) -> None:
    """The latest counts."""
    aiming("progress", "anna", "meetings", "8")
    goal = next(one for one in aiming("goal", "--json").json["goals"] if "meetings" in one["title"])
    assert goal["value"] == 8


def test_nothing_to_note_is_wrong_usage(aiming: Any) -> None:
    """It says what may be given."""
    ran = aiming("progress", "anna", "meetings")
    assert ran.status == 2
    assert "Where does it stand?" in ran.err


def test_a_goal_that_is_not_open_is_not_found(aiming: Any) -> None:
    """A promise is no goal."""
    assert aiming("progress", "anna", "karin", "8").status == 4
