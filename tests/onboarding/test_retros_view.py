from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.kit.screen import text
from salescoach.onboarding.rules.retro import Lesson, Line, Retrospectives

Looks = Callable[..., Any]

DAY = date(2026, 11, 9)
PHONE = Lesson("A phone on day one", "Anna Berg", DAY)
DECIDE = Lesson("Decide who is buddy", "Åsa Öberg", DAY, "leader")
ALL = Retrospectives(
    all=(
        Line(key="anna-berg", name="Anna Berg", left=False, on=DAY, roles=("buddy", "manager"), lessons=(PHONE,)),
        Line(key="asa-oberg", name="Åsa Öberg", left=True, on=DAY, roles=("leader",), lessons=(DECIDE,)),
        Line(key="bo-ek", name="Bo Ek", left=False, on=DAY, roles=(), lessons=()),
    )
)


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_all_retrospectives_are_as_reviewed(looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """Who answered, and what was learned; whose words they are where none was chosen."""
    assert text(ALL, looks(width=width)) == golden
