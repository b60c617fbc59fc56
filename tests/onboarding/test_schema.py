from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from salescoach.errors import BadTemplate
from salescoach.journal.templates import Templates
from salescoach.onboarding.schema import Plan

Spoken = Callable[[object], str]

PLAN = """\
title = "Ours"

[[phase]]
phase = "arrive"
title = "Arrive"
day = -5
days = 5
purpose = "be there"
step = [{ owner = "buddy", day = -2, what = "call" }]

[[phase]]
phase = "sell"
title = "Sell"
day = 1
days = 90
purpose = "sell"

[[phase.step]]
owner = "HR"
day = 3
what = "sign"

[[phase.expectation]]
area = "discovery"
green = "asks first"
"""


def read(folder: Path, text: str) -> Mapping[str, Any]:
    """Return an own plan of that text as it is read."""
    path = folder / "templates" / "onboarding" / "ours.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return Templates(folder / "templates", "en").table("onboarding/ours")


def test_an_own_plan_is_read(tmp_path: Path) -> None:
    """With steps in either way of writing them."""
    assert [one["phase"] for one in read(tmp_path, PLAN)["phase"]] == ["arrive", "sell"]


def test_a_mistake_in_a_plan_is_named(tmp_path: Path, spoken: Spoken) -> None:
    """The file, the line, the key and the reason."""
    for old, new, place, why in (
        ('title = "Ours"\n', "", ":1:1", "title: Field required"),
        (PLAN.partition("\n")[2], "", ":1:1", "phase: Field required"),
        ("day = -5\n", "", ":3:1", "phase.0.day: Field required"),
        ("days = 5\n", "dayz = 5\n", ":7:8", "phase.0.dayz: there is no such name; “days” is meant"),
        ('title = "Ours"', 'titel = "Ours"', ":1:9", "titel: there is no such name; “title” is meant"),
        ("days = 5\n", "length = 5\n", ":3:1", "phase.0.days: Field required"),
        ("day = -5\n", "day = 0\n", ":6:7", "phase.0.day: there is no day 0"),
        ("day = -5\n", 'day = "monday"\n', ":6:7", "phase.0.day: Input should be a valid integer"),
        ("days = 90", "days = 0", ":15:8", "phase.1.days: Input should be greater than or equal to 1"),
        ('owner = "HR"', 'owner = "boss"', ":19:9", "phase.1.step.0.owner: Input should be 'manager'"),
        ("day = 3\n", "", ":18:1", "phase.1.step.0.day: Field required"),
        ('what = "call"', 'what = " "', ":9:45", "phase.0.step.0.what: String should match"),
        ('area = "discovery"', "area = 3", ":24:8", "phase.1.expectation.0.area: Input should be a valid string"),
        ("day = 1\n", "day = -5\n", ":14:7", "phase.1.day: it begins on day -5, no later than the phase before it"),
        ("day = 1\n", "day = -9\n", ":14:7", "phase.1.day: it begins on day -9, no later than the phase before it"),
        ('phase = "sell"', 'phase = "Arrive"', ":12:9", "phase.1.phase: there is a phase of that name already"),
    ):
        assert old in PLAN, old
        with pytest.raises(BadTemplate) as raised:
            read(tmp_path, PLAN.replace(old, new, 1))
        assert str(raised.value.data["place"]).endswith(f"onboarding/ours.toml{place}"), old
        assert why in f"{raised.value.data['key']}: {spoken(raised.value.data['why'])}", old


def test_phases_in_their_order_are_none_of_it() -> None:
    """Gaps and overlaps are allowed: a phase lasts until the next begins."""
    days = [(-3, 10), (1, 2), (90, 30)]
    plan = {"phase": [{"phase": f"p{day}", "day": day, "days": length} for day, length in days]}
    assert list(Plan.faults(plan)) == []
