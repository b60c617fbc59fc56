from datetime import date, timedelta
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.sellers import Build
from salescoach.kit.screen import text
from salescoach.praise.rules import praises_of
from salescoach.records.praise import Praise, Valued
from salescoach.records.rating import Rating

TODAY = date(2026, 11, 20)


@pytest.mark.golden
def test_whom_to_thank_is_as_reviewed(seller: Build, looks: Any, golden: SnapshotAssertion) -> None:
    """Letter by letter, wide and narrow: the hero of the day first, what others said, what is valued and not said."""
    ago = TODAY - timedelta(9)
    heard = Praise(id="p1a1a", on=ago, what="quick answers, and a clear price", giver="Karin at Nordbygg")
    fault = Praise(id="p2a1a", on=TODAY, what="last year's prices in the list", deed="fault")
    valued = Valued(id="v1a1a", on=ago, what="holds her line when the buyer presses")
    red = Rating(on=ago, area="closing", level="red")
    team = [
        seller(heard, valued, key="anna", name="Anna Berg"), seller(fault, key="bo", name="Bo Ek"),
        seller(Praise(on=TODAY, what="calm"), red, key="cy", name="Cy Ås"),
        seller(Valued(id="v2a1a", on=ago, what="asks first"), key="di", name="Di Lund"),
    ]  # fmt: skip
    answers = [praises_of(team, TODAY, 30), praises_of(team[1:3], TODAY, 30)]
    shown = [text(answer, looks(width=width)) for answer in answers for width in (80, 40)]
    assert "---\n".join(shown) == golden
