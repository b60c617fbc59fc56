from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from salescoach.errors import BadTemplate
from salescoach.journal.templates import Templates

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
step = [{ owner = "HR", day = 3, what = "sign" }]
expectation = [{ area = "discovery", green = "asks first" }]
"""


def read(folder: Path, text: str) -> Mapping[str, Any]:
    """Return an own plan of that text as it is read."""
    path = folder / "templates" / "onboarding" / "ours.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return Templates(folder / "templates", "en").table("onboarding/ours")


def test_an_own_plan_is_read(tmp_path: Path) -> None:
    """Gaps and overlaps are allowed: a phase lasts until the next begins."""
    for days in (5, 2, 50):
        found = read(tmp_path, PLAN.replace("days = 5", f"days = {days}"))
        assert [one["phase"] for one in found["phase"]] == ["arrive", "sell"], days


def test_a_mistake_in_a_plan_is_named(tmp_path: Path, spoken: Spoken) -> None:
    """The file, the line, the key and the reason."""
    for old, new, place, why in (
        (PLAN.partition("\n")[2], "", ":1:1", "phase: Field required"),
        ("days = 5\n", "dayz = 5\n", ":7:8", "phase.0.dayz: there is no such name; “days” is meant"),
        ("day = -5\n", "day = 0\n", ":6:7", "phase.0.day: there is no day 0"),
        ("days = 90", "days = 0", ":15:8", "phase.1.days: Input should be greater than or equal to 1"),
        ('owner = "HR"', 'owner = "boss"', ":17:19", "phase.1.step.0.owner: Input should be 'manager'"),
        ('what = "call"', 'what = " "', ":9:45", "phase.0.step.0.what: String should match"),
        ('area = "discovery"', "area = 3", ":18:25", "phase.1.expectation.0.area: Input should be a valid string"),
        ("day = 1\n", "day = -5\n", ":14:7", "phase.1.day: it begins on day -5, no later than the phase before it"),
        ('phase = "sell"', 'phase = "Arrive"', ":12:9", "phase.1.phase: there is a phase of that name already"),
    ):
        assert old in PLAN, old
        with pytest.raises(BadTemplate) as raised:
            read(tmp_path, PLAN.replace(old, new, 1))
        assert str(raised.value.data["place"]).endswith(f"onboarding/ours.toml{place}"), old
        assert why in f"{raised.value.data['key']}: {spoken(raised.value.data['why'])}", old
