"""The shipped plans are whole: the same six phases, steps with known owners, few expectations, no day in no phase."""

from itertools import pairwise

from fixtures.whole import TEMPLATES, read
from salescoach.records.keys import key_form

PLANS = {path: read(path) for path in sorted(TEMPLATES.glob("*/onboarding/*.toml"))}
AREAS = set(read(TEMPLATES / "en" / "areas.toml"))
PHASES = ["structure", "preboarding", "understand", "do", "deliver", "follow-up"]
OWNERS = {"manager", "buddy", "knowledge owner", "seller", "HR"}
LEVELS = {"red", "yellow", "green"}

FEW = 7
"""Expectations of one phase: few are kept (S0.6)."""

WIDEST = 90
"""Letters of a step: it is read in one go, and fits two lines of a screen."""


def after(day: int) -> int:
    """Return the days from the first day at work to a day of the plan."""
    return day - 1 if day > 0 else day


def test_there_is_a_plan_for_each_beginning() -> None:
    """Somebody new to selling, somebody who has sold before, somebody placed elsewhere."""
    names = {path.stem for path in PLANS if path.parts[-3] == "en"}
    assert names == {"new-seller", "experienced", "placed"}


def test_a_plan_has_the_six_phases_in_order() -> None:
    """From before the contract to the follow-up (S0.1); no day is in none or in two, each says what it is for."""
    for path, plan in PLANS.items():
        phases = plan["phase"]
        assert set(plan) == {"title", "for", "phase"}, path
        assert [one["phase"] for one in phases] == PHASES, path
        for one in phases:
            assert set(one) <= {"phase", "title", "day", "days", "every", "purpose", "step", "expectation"}, one
            assert one["title"], one
            assert one["purpose"].endswith("."), one
        for one, following in pairwise(phases):
            assert after(one["day"]) + one["days"] == after(following["day"]), one
        assert [one["phase"] for one in phases if one["day"] < 0] == PHASES[:2], path
        assert phases[2]["day"] == 1, path


def test_a_step_stands_within_its_phase() -> None:
    """In the order of its days, by an owner that everybody knows, in three to eight short sentences."""
    for phase in (phase for plan in PLANS.values() for phase in plan["phase"]):
        steps = phase["step"]
        assert 3 <= len(steps) <= 8, phase
        assert [one["day"] for one in steps] == sorted(one["day"] for one in steps), phase
        for one in steps:
            assert set(one) - {"by_talk", "agenda", "subject"} == {"owner", "day", "what"}, one
            assert one.get("by_talk") in {None, one["owner"] == "manager"}, one
            assert one.get("agenda") in {None, "first-days"}, one  # a talk that its own day is for
            assert one["owner"] in OWNERS, one
            assert 0 <= after(one["day"]) - after(phase["day"]) < phase["days"], one
            assert len(one["what"]) <= WIDEST, one
            assert one["what"] == " ".join(one["what"].split()), one
            assert one["what"][0].isupper(), one
            assert one["what"][-1] not in ".!", one


def test_the_steps_of_a_plan_are_everybodys_and_none_stands_twice() -> None:
    """Not the seller's alone (S0.10), somebody knows each subject (S0.1); a step is settled by its words."""
    for path, plan in PLANS.items():
        steps = [one for phase in plan["phase"] for one in phase["step"]]
        assert {one["owner"] for one in steps} == OWNERS, path
        assert "knowledge owner" in {one["owner"] for one in plan["phase"][0]["step"]}, path
        assert len({one["what"].casefold() for one in steps}) == len(steps), path


def test_what_a_probation_asks_for_comes_before_the_shortest_is_over() -> None:
    """Three months are long in one country; when to decide is what the clock says, and no step."""
    for path, plan in PLANS.items():
        if path.parts[-3] != "en":  # the others have the same days and owners
            continue
        steps = [one for phase in plan["phase"] for one in phase["step"] if "probation" in one["what"]]
        assert [(one["owner"], one["day"]) for one in steps if one["day"] > 0] == [("HR", 40), ("manager", 55)], path
        assert not any(one["what"].startswith("Decide on") for one in steps), path


def test_few_things_are_expected_and_each_level_can_be_seen() -> None:
    """From the first day on, two to seven areas a phase, each once, with all levels or with those of its area."""
    for phase in (phase for plan in PLANS.values() for phase in plan["phase"]):
        found = phase.get("expectation", [])
        assert (2 <= len(found) <= FEW) if phase["day"] > 0 else not found, phase
        assert len({one["area"] for one in found}) == len(found), phase
        for one in found:
            assert set(one) in ({"area", *LEVELS}, {"area"}), one
            assert len({*one.values()}) == len(one), one
            assert all(one.values()), one
            assert len(one) > 1 or key_form(one["area"]) in AREAS, one


def test_talks_are_close_at_first_and_loosen() -> None:
    """Every week to begin with, then less often, never over a fortnight (S0.3)."""
    for path, plan in PLANS.items():
        every = [one["every"] for one in plan["phase"] if one["day"] > 0]
        assert every == sorted(every), path
        assert (every[0], every[-1]) == (7, 14), path
