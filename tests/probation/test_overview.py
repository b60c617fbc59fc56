from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from salescoach.coaching.written import record_of
from salescoach.onboarding.rules.standing import newcomers_of
from salescoach.probation.records import Probation
from salescoach.probation.rules.deadlines import Rule
from salescoach.probation.rules.review import probations_of, review_of
from salescoach.records.commitment import Commitment
from salescoach.records.onboarding import Onboarding, Phase
from salescoach.records.rating import Rating
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.week.rules.weekly import weekly_of

Build = Callable[..., Seller]
TODAY = date(2026, 10, 20)


def ending(days: int, **more: Any) -> Any:
    """Return a probation that ends in so many days."""
    return record_of("probation", {"on": TODAY, "ends": TODAY + timedelta(days), **more})


def red(area: str) -> Rating:
    """Return a red of today."""
    return Rating(on=TODAY, area=area, level="red")


def test_all_stand_side_by_side_the_most_urgent_first(seller: Build) -> None:
    """Those who leave come last; who was decided to stay, or has none, is not among them."""
    help_ = Commitment(on=TODAY, by="me", what="sit in", area="closing")
    team = [
        seller(ending(90), key="later"), seller(ending(5, outcome="ended"), key="leaves"),
        seller(ending(30), red("closing"), red("crm"), help_, key="sooner"), seller(ending(-3), key="over"),
        seller(ending(30, outcome="confirmed"), key="stays"), seller(key="old"),
    ]  # fmt: skip
    found = probations_of(team, Settings(), (), TODAY).sellers
    assert [one.key for one in found] == ["over", "sooner", "later", "leaves"]
    assert [(one.untold, one.unhelped) for one in found] == [(0, 0), (2, 1), (0, 0), (0, 0)]


def test_all_screens_agree_on_the_days(seller: Build, rules: list[Rule]) -> None:
    """The days left are those to the end, wherever they stand."""
    plan = Onboarding(id="p1", on=TODAY, plan="x")
    phase = Phase(on=TODAY, phase="one", title="One", day=1, days=300)
    one = seller(plan, phase, Probation(on=TODAY, country="DK"), started=date(2026, 9, 1))
    clocks = [
        review_of(one, Book(), Settings(), (), rules, today=TODAY).clock,
        newcomers_of([one], Settings(), rules, TODAY).sellers[0].clock,
        probations_of([one], Settings(), rules, TODAY).sellers[0].clock,
        weekly_of([one], Book(), Settings(), today=TODAY, rules=rules).lines[0].clock,
    ]
    assert len({str(clock and clock.times) for clock in clocks}) == 1
    assert [clock.days_left for clock in clocks if clock] == [41] * 4
