from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.kit.screen import text
from salescoach.probation.rules.deadlines import Clock
from salescoach.probation.rules.review import OnProbation, Probations

Looks = Callable[..., Any]


def _one(name: str, days_left: int, untold: int = 0, unhelped: int = 0, *, leaves: bool = False) -> OnProbation:
    end = date.fromordinal(date(2026, 11, 19).toordinal() + days_left)
    tell, decide = date.fromordinal(end.toordinal() - 14), date.fromordinal(end.toordinal() - 21)
    return OnProbation(name.lower(), name, Clock(end, tell, decide, days_left, leaves=leaves), untold, unhelped)


ALL = Probations(
    sellers=(
        _one("Märta Sjögren Lindström af Ekenstam", -1, 2, 1), _one("Bo Ek", 13, 1), _one("Åsa Öberg", 20),
        _one("Søren Ærø", 97, unhelped=2), _one("Cy Gra", 14, leaves=True), _one("Di Hall", 3, leaves=True),
    )
)  # fmt: skip


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_all_on_probation_are_as_reviewed(looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """Who and what is next, then the end and what is missing."""
    shown = text(ALL, looks(width=width))
    assert max(map(len, shown.splitlines())) <= width
    assert shown == golden
