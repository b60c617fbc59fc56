from datetime import date, timedelta
from typing import Any

from fixtures.sellers import Build
from salescoach.coaching.written import record_of
from salescoach.expectations.rules import Expected
from salescoach.onboarding.rules.standing import newcomers_of
from salescoach.probation.records import Probation
from salescoach.probation.rules.deadlines import Rule
from salescoach.probation.rules.review import probations_of, review_of
from salescoach.records.commitment import Commitment
from salescoach.records.onboarding import Onboarding, Phase
from salescoach.records.praise import Feedback
from salescoach.records.rating import Rating
from salescoach.records.seller import Book
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk
from salescoach.week.rules.weekly import weekly_of

TODAY = date(2026, 10, 20)
FIRST = date(2026, 9, 1)
EARLIER = date(2026, 10, 1)


def rated(area: str, level: str | None, **more: Any) -> Any:
    """Return a rating of the manager's."""
    return record_of("rating", {"on": EARLIER, "area": area, "level": level, **more})


def expected(*areas: str) -> list[Expected]:
    """Return what is expected in some areas."""
    return [Expected(area, {"green": "good"}, "stage") for area in areas]


def test_each_expectation_has_its_light_and_what_weighs_comes_first(seller: Build) -> None:
    """Red, yellow, green, what is grey again, what was never rated; what nobody expects is among them."""
    one = seller(
        rated("Closing", "green", evidence="asks"), rated("pipeline", "red"), rated("activity", "yellow"),
        rated("crm", None), Feedback(on=date(2026, 10, 2), what="low", area="pipeline"),
    )  # fmt: skip
    found = review_of(one, Book(), Settings(), expected("closing", "CRM", "Discovery"), (), today=TODAY)
    assert [(light.name, bool(light.expected), light.told) for light in found.lights] == [
        ("pipeline", False, date(2026, 10, 2)), ("activity", False, None), ("closing", True, None), ("CRM", True, None),
        ("Discovery", True, None),
    ]  # fmt: skip
    assert found.blank == ("Discovery",)


def test_a_green_needs_evidence_and_a_long_silence_is_seen(seller: Build, rules: list[Rule]) -> None:
    """What nobody saw may be red inside; the limit is tighter while she is new; the days also where none is noted."""
    one = seller(rated("a", "green", evidence="seen"), rated("b", "green"), rated("c", "red"))
    found = review_of(one, Book(), Settings(), (), (), today=TODAY)
    assert [area.name for area in found.unproven] == ["b"]
    assert ([each.area for each in found.surprises], [each.area for each in found.helps]) == (["c"], ["c"])
    for day, silent in ((10, False), (9, True)):
        one = seller(Talk(on=date(2026, 10, day)), started=FIRST)
        assert review_of(one, Book(), Settings(), (), (), today=TODAY).silent is silent, day
    told = Feedback(on=TODAY, what="x", area="a")
    for level, weighs in (("red", True), ("yellow", True), ("green", False), (None, False)):
        one = seller(rated("a", level), rated("b", "yellow"), told, Probation(on=FIRST, counts=["A", "b"]))
        assert review_of(one, Book(), Settings(), (), (), today=TODAY).weighs is weighs, level
    one = seller(Probation(on=FIRST, country="DK"), started=FIRST, name="Nora Vik")
    found = review_of(one, Book(), Settings(), (), rules, today=TODAY)
    assert (found.first_name, found.clock and found.clock.ends, found.last) == ("Nora", *[date(2026, 11, 30)] * 2)
    bare = review_of(seller(), Book(), Settings(), (), rules, today=TODAY)
    assert (bare.clock, bare.rule, bare.last, bare.fresh) == (None, None, None, False)


def ending(days: int, **more: Any) -> Any:
    """Return a probation that ends in so many days."""
    return record_of("probation", {"on": TODAY, "ends": TODAY + timedelta(days), **more})


def red_today(area: str) -> Rating:
    """Return a red of today."""
    return Rating(on=TODAY, area=area, level="red")


def test_all_stand_side_by_side_the_most_urgent_first(seller: Build) -> None:
    """Those who leave come last; who was decided to stay, or has none, is not among them."""
    help_ = Commitment(on=TODAY, by="me", what="sit in", area="closing")
    team = [
        seller(ending(90), key="later"), seller(ending(5, outcome="ended"), key="leaves"),
        seller(ending(30), red_today("closing"), red_today("crm"), help_, key="sooner"), seller(ending(-3), key="over"),
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
