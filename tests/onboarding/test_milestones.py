from collections.abc import Callable
from datetime import date, timedelta

from salescoach.onboarding.rules.retro import milestones_of
from salescoach.records.onboarding import Milestone
from salescoach.records.seller import Seller

Build = Callable[..., Seller]

STARTED = date(2026, 11, 9)
REACHED = [("offer read", -1), ("First meeting", 5), ("first-meeting", 9), ("first upsell", 12)]


def test_milestones_have_the_day_that_they_were_first_reached(seller: Build) -> None:
    """However they are spelled, own ones too; which day at work it was is known where the first one is."""
    cases: list[tuple[date | None, list[int | None]]] = [(STARTED, [-1, 6, 13]), (None, [None, None, None])]
    for started, days in cases:
        records = [Milestone(on=STARTED + timedelta(ahead), milestone=name) for name, ahead in REACHED]
        found = milestones_of(seller(*records, started=started))
        assert [one.milestone for one in found] == ["offer-read", "first-meeting", "first-upsell"], started
        assert [one.day for one in found] == days, started
        assert found[1].on == STARTED + timedelta(5), started
