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
