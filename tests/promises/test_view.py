from datetime import date, timedelta
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.sellers import Build
from salescoach.coaching.written import record_of
from salescoach.kit.screen import text
from salescoach.promises.rules import both_ways
from salescoach.records.header import Header
from salescoach.records.seller import Seller

TODAY = date(2026, 11, 20)


def made(id_: str, days: int, what: str, **more: Any) -> Any:
    """Return a promise of mine made so many days ago."""
    return record_of("commitment", {"id": id_, "on": TODAY - timedelta(days), "by": "me", "what": what, **more})


@pytest.mark.golden
def test_promises_are_as_reviewed(seller: Build, looks: Any, golden: SnapshotAssertion) -> None:
    """Letter by letter, wide and narrow: moved, with its cue, to all with a day and without one, looked at or not."""
    moved = record_of("moved", {"on": TODAY, "of": "m1a1a", "due": date(2026, 12, 4)})
    cued = made("m1a1a", 9, "send the offer", due=date(2026, 11, 30), cue="when the price list is out")
    anna = seller(cued, moved, key="anna", name="Anna Berg")
    own = [
        made("t1a1a", 9, "show the new price list", due=date(2026, 11, 27)),
        made("t2a1a", 200, "an answer the same day, in Teams"),
        made("t3a1a", 120, "no meeting before nine"),
    ]
    held = record_of("settled", {"on": TODAY - timedelta(50), "of": "t2a1a", "how": "held"})
    records = {"commitment": own, "settled": [held]}
    team = Seller(key="team", mine=True, records=records, header=Header(name="the whole team"))
    answers = [both_ways([anna, team], TODAY, team), both_ways([team], TODAY, team), both_ways([anna], TODAY)]
    shown = [text(answer, looks(width=width)) for answer in answers for width in (80, 40)]
    assert "---\n".join(shown) == golden
