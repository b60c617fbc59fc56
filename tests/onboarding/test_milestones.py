from collections.abc import Callable
from datetime import date, timedelta

import pytest

from salescoach.onboarding.rules.milestones import milestones_of
from salescoach.records.onboarding import Milestone
from salescoach.records.seller import Seller

Build = Callable[..., Seller]

STARTED = date(2026, 11, 9)
REACHED = [("offer read", -1), ("First meeting", 5), ("first-meeting", 9), ("first upsell", 12)]


@pytest.mark.parametrize(("started", "days"), [(STARTED, [-1, 6, 13]), (None, [None, None, None])])
def test_milestones_have_the_day_that_they_were_first_reached(
    seller: Build, started: date | None, days: list[int | None]
) -> None:
    """However they are spelled, own ones too; which day at work it was is known where the first one is."""
    records = [Milestone(on=STARTED + timedelta(ahead), milestone=name) for name, ahead in REACHED]
    found = milestones_of(seller(*records, started=started))
    assert [one.milestone for one in found] == ["offer-read", "first-meeting", "first-upsell"]
    assert [one.day for one in found] == days
    assert found[1].on == STARTED + timedelta(5)
