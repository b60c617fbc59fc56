from datetime import date, timedelta
from typing import Any

import pytest

from fixtures.sellers import Build
from salescoach.coaching.schedule import Course, course_of
from salescoach.coaching.written import record_of
from salescoach.onboarding.rules.standing import Onboarded, Share, newcomers_of, onboarded, tasks_of
from salescoach.onboarding.rules.task_list import NotAnOwner, task_list_of
from salescoach.probation.records import Probation
from salescoach.probation.rules.deadlines import Rule
from salescoach.records.base import Record
from salescoach.records.onboarding import Onboarding, Phase
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.records.settled import Settled

TODAY = date(2026, 11, 23)
STARTED = date(2026, 11, 9)
"""A Monday: today is day 15."""

BEGUN = Onboarding(id="o1o1o", on=STARTED, plan="new-seller")
PARTS = {"preboarding": (-21, 21), "understand": (1, 30), "do": (31, 30)}
STEPS = {
    "s1s1s": ("preboarding", "HR", -4, "order laptop"),
    "s2s2s": ("understand", "buddy", 1, "have lunch"),
    "s3s3s": ("understand", "knowledge owner", 10, "teach the offer"),
    "s4s4s": ("understand", "manager", 17, "talk about the first weeks"),
    "s5s5s": ("do", "buddy", 36, "prepare a meeting together"),
}


def plan(**changed: dict[str, Any]) -> list[Record]:
    """Return a plan: the onboarding, its phases and its steps, those by id changed as by hand."""
    phases = [Phase(on=STARTED, phase=name, day=day, days=days) for name, (day, days) in PARTS.items()]
    steps = [
        record_of(
            "step",
            {"id": key, "on": STARTED, "phase": phase, "owner": owner, "day": day, "what": what} | changed.get(key, {}),
        )
        for key, (phase, owner, day, what) in STEPS.items()
    ]
    return [BEGUN, *phases, *steps]


def settled(of: str, how: str) -> Any:
    """Return what settles a step."""
    return record_of("settled", {"on": TODAY, "of": of, "how": how})


def begun(one: Seller) -> Course:
    """Return the course of a seller."""
    course = course_of(one)
    assert course is not None
    return course


def shown(one: Seller, today: date = TODAY) -> Onboarded:
    """Return where an onboarding stands."""
    return onboarded(one, begun(one), "New seller", None, today)


def late(one: Seller) -> dict[str, int]:
    """Return the steps that are late, with their days."""
    return {task.id: task.days_late for task in tasks_of(one, begun(one), TODAY) if task.days_late}


def test_steps_have_a_day_and_are_late_after_it(seller: Build) -> None:
    """In the order of their days; what prepares for the first day is not late."""
    one = seller(*plan(), started=STARTED)
    tasks = tasks_of(one, begun(one), TODAY)
    assert [task.id for task in tasks] == list(STEPS)
    assert tasks[1].due == STARTED
    assert late(one) == {"s2s2s": 14, "s3s3s": 5}
    assert [task.early for task in tasks] == [True, False, False, False, False]


def test_what_is_done_and_late_is_counted_by_owner(seller: Build) -> None:
    """However the owner is spelled; who has most steps stands first, and none without a step at all."""
    one = seller(*plan(s2s2s={"owner": "Buddy"}), settled("s2s2s", "kept"), started=STARTED)
    assert shown(one).owners == (
        Share("Buddy", done=1, late=0, steps=2), Share("HR", done=0, late=0, steps=1),
        Share("knowledge owner", done=0, late=1, steps=1), Share("manager", done=0, late=0, steps=1),
    )  # fmt: skip
    assert shown(seller(*[record for record in plan() if record.kind != "step"], started=STARTED)).owners == ()


def test_a_step_in_no_phase_is_kept(seller: Build) -> None:
    """Under the name that its file gives, and late by its own day."""
    one = seller(*plan(s2s2s={"phase": "dream"}), started=STARTED)
    assert late(one) == {"s2s2s": 14, "s3s3s": 5}
    found = task_list_of(one, begun(one), "buddy", TODAY)
    assert [part.stretch.name for part in found.parts] == ["do"]
    assert [(task.id, task.phase) for task in found.stray] == [("s2s2s", "dream")]


def test_her_own_rhythm_wins_over_that_of_the_phase(seller: Build) -> None:
    """As it does for the talk clock."""
    weekly = Phase(on=STARTED, phase="understand", day=1, days=30, every=7)
    one, own = (seller(BEGUN, weekly, started=STARTED, every=every) for every in (None, 5))
    assert [shown(one).every, shown(own).every, shown(one, STARTED + timedelta(60)).every] == [7, 5, None]


def test_what_was_to_be_done_before_the_plan_was_begun_is_open_and_not_late(seller: Build) -> None:
    """Who joins in the middle of a phase begins with no lateness, but for what was given a day by hand."""
    later = Onboarding(id="o1o1o", on=STARTED + timedelta(10), plan="new-seller")
    moved = Settled(on=TODAY, of="s3s3s", how="moved", due=STARTED + timedelta(9))
    cases: list[tuple[dict[str, Any], list[Any], dict[str, int]]] = [
        ({}, [], {}), ({"s2s2s": {"due": STARTED + timedelta(1)}}, [], {"s2s2s": 13}), ({}, [moved], {"s3s3s": 5}),
    ]  # fmt: skip
    for changed, more, days in cases:
        one = seller(*[later if record is BEGUN else record for record in plan(**changed)], *more, started=STARTED)
        assert late(one) == days, changed
        assert [task.waits for task in tasks_of(one, begun(one), TODAY)] == [True] * 5, changed
        soon = tasks_of(one, begun(one), TODAY + timedelta(40))
        assert {task.id for task in soon if task.days_late} == {"s4s4s", "s5s5s", *days}, changed


def test_an_owner_who_has_no_step_is_answered_with_those_who_have(seller: Build) -> None:
    """And so is the beginning of two words; a private step is on no list, which is made to be mailed."""
    one = seller(*plan(s1s1s={"owner": "boss"}, s2s2s={"private": True}), started=STARTED)
    for typed in ("karin", "", "owner", "b"):
        with pytest.raises(NotAnOwner) as raised:
            task_list_of(one, begun(one), typed, TODAY)
        known = ["boss", "knowledge owner", "manager", "buddy"]
        assert raised.value.data == {"text": typed, "known": known}, typed
    assert len(tasks_of(one, begun(one), TODAY)) == 5
    assert [part.stretch.name for part in task_list_of(one, begun(one), "buddy", TODAY).parts] == ["do"]


def test_all_who_are_in_one_stand_side_by_side(seller: Build) -> None:
    """Whoever started first first, with steps, lights and the days left to decide, until it is decided for good."""
    probation = Probation(on=STARTED, ends=date(2027, 5, 8), country="SE")
    rating = Rating(on=TODAY, area="performance", level="red")
    rules = [Rule("SE", "Sweden", 6, 14, "no", "", "", "", TODAY)]
    anna = seller(*plan(), settled("s2s2s", "kept"), probation, rating, started=STARTED)
    eva = seller(*plan(), key="eva", name="Eva Lund", started=TODAY + timedelta(14))
    earlier = seller(*plan(), key="bo", name="Bo Ek", started=STARTED - timedelta(7))
    found = newcomers_of([eva, anna, earlier], Settings(), rules, TODAY).sellers
    assert [(one.name, one.day, one.phase) for one in found] == [
        ("Bo Ek", 22, "understand"), ("Anna Berg", 15, "understand"), ("Eva Lund", -14, "preboarding"),
    ]  # fmt: skip
    assert (found[1].done, found[1].all, found[1].late, found[1].lights) == (1, 5, 1, ("red", None, None))
    assert found[1].clock is not None
    assert (found[1].clock.decide_by, found[1].clock.days_to_decide) == (date(2027, 4, 17), 145)
    assert (found[2].late, found[2].clock) == (0, None)
    for outcome, stays in (("confirmed", False), ("ended", False), ("extended", True)):
        decided = record_of("probation", {"on": TODAY, "outcome": outcome})
        under_way = newcomers_of([seller(*plan(), decided, started=STARTED)], Settings(), [], TODAY).sellers
        assert bool(under_way) is stays, outcome
