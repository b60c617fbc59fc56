"""The shipped plans are whole: the same six phases, steps with known owners, few expectations, no day in no phase."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"
PLANS = sorted(TEMPLATES.glob("*/onboarding/*.toml"))
PHASES = ["structure", "preboarding", "understand", "do", "deliver", "follow-up"]
OWNERS = {"manager", "buddy", "knowledge owner", "seller", "HR"}
LEVELS = {"red", "yellow", "green"}

FEW = 7
"""Expectations of one phase: few are kept (S0.6)."""

WIDEST = 90
"""Letters of a step: it is read in one go, and fits two lines of a screen."""


@pytest.fixture(params=PLANS, ids=lambda path: str(path.relative_to(TEMPLATES)))
def plan(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return each shipped plan as data."""
    return tomllib.loads(request.param.read_text("utf-8"))


def after(day: int) -> int:
    """Return the days from the first day at work to a day of the plan."""
    return day - 1 if day > 0 else day


def test_there_is_a_plan_for_each_beginning() -> None:
    """Somebody new to selling, somebody who has sold before, somebody placed elsewhere."""
    names = {path.stem for path in PLANS if path.parts[-3] == "en"}
    assert names == {"new-seller", "experienced", "placed"}


def test_a_plan_has_the_six_phases_in_order(plan: dict[str, Any]) -> None:
    """From before the contract to the follow-up (S0.1), each with what it is for."""
    assert set(plan) == {"title", "for", "phase"}
    assert [one["phase"] for one in plan["phase"]] == PHASES
    for one in plan["phase"]:
        assert set(one) <= {"phase", "title", "day", "days", "every", "purpose", "step", "expectation"}
        assert one["title"]
        assert one["purpose"].endswith(".")


def test_no_day_is_in_no_phase_or_in_two(plan: dict[str, Any]) -> None:
    """Each phase begins where the one before it ends, and work begins on the first day at work."""
    for one, following in pairwise(plan["phase"]):
        assert after(one["day"]) + one["days"] == after(following["day"])
    assert [one["phase"] for one in plan["phase"] if one["day"] < 0] == PHASES[:2]
    assert plan["phase"][2]["day"] == 1


def test_a_step_stands_within_its_phase(plan: dict[str, Any]) -> None:
    """In the order of its days, by an owner that everybody knows, in three to eight short sentences."""
    for phase in plan["phase"]:
        steps = phase["step"]
        assert 3 <= len(steps) <= 8
        assert [one["day"] for one in steps] == sorted(one["day"] for one in steps)
        for one in steps:
            assert set(one) == {"owner", "day", "what"}
            assert one["owner"] in OWNERS
            assert 0 <= after(one["day"]) - after(phase["day"]) < phase["days"]
            assert len(one["what"]) <= WIDEST
            assert one["what"] == " ".join(one["what"].split())
            assert one["what"][0].isupper()
            assert one["what"][-1] not in ".!"


def test_every_owner_has_something_to_do(plan: dict[str, Any]) -> None:
    """It is not on the seller alone (S0.10); somebody is named who knows each subject (S0.1)."""
    steps = [one for phase in plan["phase"] for one in phase["step"]]
    assert {one["owner"] for one in steps} == OWNERS
    assert "knowledge owner" in {one["owner"] for one in plan["phase"][0]["step"]}


def test_what_a_probation_asks_for_comes_before_the_shortest_is_over(plan: dict[str, Any]) -> None:
    """Three months are long in one country; when to decide is what the clock says, and no step."""
    steps = [one for phase in plan["phase"] for one in phase["step"] if "probation" in one["what"]]
    assert [(one["owner"], one["day"]) for one in steps if one["day"] > 0] == [("HR", 40), ("manager", 55)]
    assert not any(one["what"].startswith("Decide on") for one in steps)


def test_no_step_stands_twice(plan: dict[str, Any]) -> None:
    """It is settled by its words."""
    steps = [one["what"].casefold() for phase in plan["phase"] for one in phase["step"]]
    assert len(set(steps)) == len(steps)


def test_few_things_are_expected_and_each_level_can_be_seen(plan: dict[str, Any]) -> None:
    """From the first day on, two to seven areas a phase, each once, with what red, yellow and green look like."""
    for phase in plan["phase"]:
        found = phase.get("expectation", [])
        assert (2 <= len(found) <= FEW) if phase["day"] > 0 else not found
        assert len({one["area"] for one in found}) == len(found)
        for one in found:
            assert set(one) == {"area", *LEVELS}
            assert len({one[level] for level in LEVELS}) == len(LEVELS)
            assert all(one.values())


def test_talks_are_close_at_first_and_loosen(plan: dict[str, Any]) -> None:
    """Every week to begin with, then less often, never over a fortnight (S0.3)."""
    every = [one["every"] for one in plan["phase"] if one["day"] > 0]
    assert every == sorted(every)
    assert every[0] == 7
    assert every[-1] == 14
