from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.coaching.written import record_of
from salescoach.expectations.rules import Expected
from salescoach.probation.records import Probation
from salescoach.probation.rules.deadlines import Rule
from salescoach.probation.rules.review import review_of
from salescoach.records.praise import Feedback
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk

Build = Callable[..., Seller]
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
    assert [light.name for light in found.lights] == ["pipeline", "activity", "closing", "CRM", "Discovery"]
    assert [bool(light.expected) for light in found.lights] == [False, False, True, True, True]
    assert [light.told for light in found.lights] == [date(2026, 10, 2), None, None, None, None]
    assert found.blank == ("Discovery",)


def test_a_green_needs_evidence_too(seller: Build) -> None:
    """One that nobody saw anything for may be red inside."""
    one = seller(rated("a", "green", evidence="seen"), rated("b", "green"), rated("c", "red"))
    found = review_of(one, Book(), Settings(), (), (), today=TODAY)
    assert [area.name for area in found.unproven] == ["b"]
    assert ([each.area for each in found.surprises], [each.area for each in found.helps]) == (["c"], ["c"])


def test_a_long_silence_is_seen(seller: Build) -> None:
    """By the limit that holds for her: tighter while she is new."""
    for day, silent in ((date(2026, 10, 10), False), (date(2026, 10, 9), True)):
        found = review_of(seller(Talk(on=day), started=FIRST), Book(), Settings(), (), (), today=TODAY)
        assert found.silent is silent


def test_a_review_has_the_clock_the_rules_and_the_last_lawful_day(seller: Build, rules: list[Rule]) -> None:
    """The last two also where no probation is noted."""
    one = seller(Probation(on=FIRST, country="DK"), started=FIRST, name="Nora Vik")
    found = review_of(one, Book(), Settings(), (), rules, today=TODAY)
    assert found.clock is not None
    assert (found.first_name, found.clock.ends, found.last) == ("Nora", date(2026, 11, 30), date(2026, 11, 30))
    bare = review_of(seller(), Book(), Settings(), (), rules, today=TODAY)
    assert (bare.clock, bare.rule, bare.last, bare.fresh) == (None, None, None, False)
