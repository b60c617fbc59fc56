from collections.abc import Callable
from datetime import date

from salescoach.onboarding.rules.duties import duties_of
from salescoach.records.commitment import Settled
from salescoach.records.onboarding import Onboarding, Phase, Step
from salescoach.records.seller import Seller

Build = Callable[..., Seller]
MONDAY = date(2026, 10, 5)


def test_ones_own_steps_that_are_late_or_due_today(seller: Build) -> None:
    """The latest first; not what is done, to come, or somebody else's."""
    plan = Onboarding(id="p1", on=MONDAY, plan="x")
    phase = Phase(on=MONDAY, phase="one", title="One", day=1, days=30)
    given = ((3, "Manager"), (1, "manager"), (2, "manager"), (4, "manager"), (1, "buddy"))
    steps = [
        Step(id=f"s{at}", on=MONDAY, what=f"step {at}", owner=owner, phase="one", day=day)
        for at, (day, owner) in enumerate(given)
    ]
    one = seller(plan, phase, *steps, Settled(on=MONDAY, of="s2", how="kept"), started=MONDAY)
    found = duties_of(one, date(2026, 10, 7))
    assert [(duty.id, duty.days_late) for duty in found] == [("s1", 2), ("s0", 0)]
    assert duties_of(seller(), MONDAY) == []
