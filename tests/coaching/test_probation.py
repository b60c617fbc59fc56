from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from salescoach.coaching.probation import (
    CAUTION,
    Clock,
    clock_of,
    helps_of,
    last_day,
    rule_of,
    surprises_of,
    terms_of,
)
from salescoach.records.commitment import Commitment, Settled
from salescoach.records.onboarding import Onboarding
from salescoach.records.praise import Feedback
from salescoach.records.probation import Probation, Recap
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller
from salescoach.records.settings import Probation as Wished
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk

Build = Callable[..., Seller]
Rules = list[Mapping[str, Any]]
TODAY = date(2026, 10, 20)
FIRST = date(2026, 9, 1)
SWEDISH = Settings(probation=Wished(country="SE"))


@pytest.fixture
def rules(template: Callable[[str], Mapping[str, Any]]) -> Rules:
    """The shipped rules."""
    return list(template("probation")["country"])


def day(month: int, number: int, year: int = 2026) -> date:
    """Return a day."""
    return date(year, month, number)


def noted(**fields: Any) -> Probation:
    """Return what is noted of a probation on the first day, if not on another."""
    return Probation.model_validate({"on": FIRST, **fields})


def rated(on: date, level: str | None = "red", area: str = "closing", **more: Any) -> Rating:
    """Return a rating of the manager's."""
    return Rating.model_validate({"on": on, "area": area, "level": level, **more})


def told(on: date, **more: Any) -> Feedback:
    """Return feedback that was given."""
    return Feedback.model_validate({"on": on, "area": "Closing", "what": "no next step", **more})


@pytest.mark.parametrize(
    ("country", "ends", "tell_by"),
    [
        ("SE", day(2, 28, 2027), day(2, 14, 2027)),
        ("no", day(2, 28, 2027), day(2, 28, 2027)),
        ("DK", day(11, 30), day(11, 16)),
        ("FI", day(2, 28, 2027), day(2, 28, 2027)),
    ],
)
def test_a_country_says_when_it_ends_and_by_when_to_tell(
    seller: Build, rules: Rules, country: str, ends: date, tell_by: date
) -> None:
    """Months from the first day at work; in Denmark she must be out by then, so that she is told earlier."""
    found = clock_of(seller(noted(country=country), started=FIRST), Settings(), rules, TODAY)
    assert found is not None
    assert (found.ends, found.tell_by, found.decide_by) == (ends, tell_by, tell_by - timedelta(7))
    assert found.days_left == (ends - TODAY).days
    assert found.rule is rule_of(country, rules)


def test_what_her_file_says_last_wins_over_the_settings(seller: Build, rules: Rules) -> None:
    """The end that was given over the one that is counted, each by itself."""
    one = seller(noted(ends=day(12, 31), country="NO"), noted(ends=day(12, 1), on=day(10, 1)), started=FIRST)
    assert clock_of(one, SWEDISH, rules, TODAY) == Clock(day(12, 1), day(12, 1), day(11, 24), 42, rule_of("NO", rules))


@pytest.mark.parametrize("country", [None, "XX"])
def test_without_rules_the_day_to_tell_is_a_careful_one(seller: Build, rules: Rules, country: str | None) -> None:
    """As early as any country here asks for."""
    found = clock_of(seller(noted(ends=day(12, 31), country=country)), Settings(), rules, TODAY)
    assert found == Clock(day(12, 31), day(12, 17), day(12, 10), 72)
    assert max(one["tell_days"] for one in rules) == CAUTION


def test_nobody_decides_before_the_first_day(seller: Build, rules: Rules) -> None:
    """A probation of a few days is decided on the first of them at the earliest."""
    found = clock_of(seller(noted(ends=day(9, 15)), started=FIRST), Settings(), rules, TODAY)
    assert found is not None
    assert (found.tell_by, found.decide_by) == (day(9, 1), FIRST)


@pytest.mark.parametrize(
    ("records", "header", "settings"),
    [
        ([], {"started": FIRST}, SWEDISH),
        ([noted(country="SE")], {}, Settings()),
        ([noted(counts=["closing"])], {"started": FIRST}, Settings()),
        ([Onboarding(on=FIRST, plan="new-seller")], {"started": FIRST}, Settings()),
        ([Onboarding(on=FIRST, plan="new-seller")], {"started": day(1, 1)}, SWEDISH),
        ([noted(ends=day(12, 31)), noted(outcome="confirmed")], {"started": FIRST}, Settings()),
        ([noted(ends=day(12, 31)), noted(outcome="ended")], {"started": FIRST}, Settings()),
    ],
    ids=["nothing noted", "no first day", "no end", "no country", "long past", "confirmed", "ended"],
)
def test_there_is_no_clock_where_nothing_is_known_or_it_was_decided(
    seller: Build, rules: Rules, records: list[Any], header: dict[str, Any], settings: Settings
) -> None:
    """A team of old sellers does not light up because of a setting."""
    assert clock_of(seller(*records, **header), settings, rules, TODAY) is None


def test_somebody_in_an_onboarding_is_on_probation_by_the_settings(seller: Build, rules: Rules) -> None:
    """As long as the country allows, without a word in her file."""
    one = seller(Onboarding(on=FIRST, plan="new-seller"), started=FIRST)
    found = clock_of(one, SWEDISH, rules, TODAY)
    assert found is not None
    assert found.ends == day(2, 28, 2027)


def test_one_that_is_over_and_not_decided_goes_on(seller: Build, rules: Rules) -> None:
    """Nobody forgets it: the days left are below nothing."""
    found = clock_of(seller(noted(ends=day(10, 18))), Settings(), rules, TODAY)
    assert found is not None
    assert found.days_left == -2


def test_an_extended_one_ends_on_its_new_day(seller: Build, rules: Rules) -> None:
    """To be decided then."""
    one = seller(noted(ends=day(10, 31)), noted(on=day(10, 2), ends=day(12, 31), outcome="extended"), started=FIRST)
    found = clock_of(one, Settings(), rules, TODAY)
    assert found is not None
    assert found.ends == day(12, 31)


def test_no_day_leads_out_of_the_calendar(seller: Build, rules: Rules) -> None:
    """Whatever a file says."""
    assert last_day(date(9999, 12, 1), rules[0]) == date.max
    found = clock_of(seller(noted(ends=date.min)), Settings(), rules, TODAY)
    assert found is not None
    assert found.decide_by == date.min


def test_the_terms_are_all_that_is_noted(seller: Build) -> None:
    """Areas add up, the latest ground counts, a country is kept in capitals."""
    one = seller(noted(counts=["a"], country=" se ", why="x"), noted(counts=["b", "a"], why="y", on=day(9, 2)))
    found = terms_of(one, Settings())
    assert (found.ends, found.country, found.counts, found.why, found.decision) == (None, "SE", ("a", "b"), "y", None)
    assert terms_of(seller(), Settings()).country is None


def test_a_red_that_was_not_told_would_surprise(seller: Build) -> None:
    """With its evidence, the day of the latest rating, and since when it is one."""
    one = seller(
        rated(day(10, 1)), rated(day(10, 9), evidence="again", id="r2"), rated(day(10, 9), area="b", level="green")
    )
    (found,) = surprises_of(one, TODAY)
    assert (found.area, found.level, found.on, found.since) == ("closing", "red", day(10, 9), day(10, 1))
    assert (found.evidence, found.id) == ("again", "r2")


@pytest.mark.parametrize(
    ("level", "counts", "surprises"),
    [("yellow", [], 0), ("yellow", ["Closing"], 1), ("green", ["closing"], 0), (None, ["closing"], 0)],
)
def test_a_yellow_weighs_only_where_it_is_meant_to(
    seller: Build, level: str | None, counts: list[str], surprises: int
) -> None:
    """Okay is okay."""
    assert len(surprises_of(seller(rated(day(10, 1), level), noted(counts=counts)), TODAY)) == surprises


@pytest.mark.parametrize(
    ("telling", "knows"),
    [
        (told(day(10, 5)), True),
        (told(day(10, 1)), True),
        (told(day(9, 30)), False),
        (told(day(10, 21)), False),
        (told(day(10, 5), to="me"), False),
        (told(day(10, 5), area=None), False),
        (told(day(10, 5), area="discovery"), False),
        (Recap(on=day(10, 2), sent=day(10, 2), talk="t1"), True),
        (Recap(on=day(10, 2), sent=day(10, 2)), True),
        (Recap(on=day(10, 2), talk="t1"), False),
        (Recap(on=day(9, 5), sent=day(9, 5)), False),
        (Recap(on=day(9, 5), sent=day(9, 5), talk="t1"), False),
        (Recap(on=day(8, 5), sent=day(10, 5)), False),
        (Recap(on=day(10, 2), sent=day(10, 25), talk="t1"), False),
        (Recap(on=day(10, 2), sent=day(10, 2), talk="t0"), False),
    ],
)
def test_told_means_said_or_sent_since_then(seller: Build, telling: Any, knows: bool) -> None:
    """A light that was given in a talk is not one that was told; what was said before it changed does not count."""
    talks = (Talk(id="t0", on=day(9, 2)), Talk(id="t1", on=day(10, 1)))
    lights = (rated(day(9, 2), "green", talk="t0"), rated(day(10, 1), talk="t1"))
    assert bool(surprises_of(seller(*talks, *lights, telling), TODAY)) != knows


def test_a_rating_outside_a_talk_is_told_by_no_recap(seller: Build) -> None:
    """Neither where a recap belongs to no talk at all."""
    recap = Recap(on=day(10, 2), sent=day(10, 2))
    assert surprises_of(seller(rated(day(10, 1)), recap), TODAY)
    assert surprises_of(seller(rated(day(10, 1)), recap, Talk(id="t1", on=day(10, 1))), TODAY)


def promised(on: date, by: str = "me", **more: Any) -> Commitment:
    """Return a promise about closing."""
    return Commitment.model_validate({"on": on, "by": by, "what": "sit in", "area": "closing", **more})


def test_for_each_red_the_help_that_was_given_is_told(seller: Build) -> None:
    """Corrections, resources and feedback with a next step, how they went, and the first talk after each."""
    one = seller(
        rated(day(10, 1)),
        promised(day(9, 20), remedy="resource"),
        promised(day(10, 2), remedy="resource", id="c1", due=day(10, 10)),
        promised(day(10, 2), "seller", remedy="correction", id="c2", due=day(10, 10)),
        promised(day(10, 3), id="c3", due=day(10, 10)),
        promised(day(10, 4), id="c4", due=day(10, 30)),
        promised(day(10, 4), id="c5", area="discovery"),
        told(day(10, 6), next="ask for a day"),
        told(day(10, 6)),
        told(day(10, 6), next="x", area="discovery"),
        Settled(on=day(10, 9), of="c2", how="kept"),
        Settled(on=day(10, 9), of="c3", how="dropped"),
        Talk(on=day(10, 2)),
        Talk(on=day(10, 5)),
    )
    (found,) = helps_of(one, TODAY)
    assert [(given.kind, given.by, given.state, given.talk) for given in found.given] == [
        ("resource", "me", "late", day(10, 5)),
        ("correction", "seller", "kept", day(10, 5)),
        ("help", "me", "dropped", day(10, 5)),
        ("help", "me", "open", day(10, 5)),
        ("told", "me", None, None),
    ]
    assert [given.settled for given in found.given][:3] == [None, day(10, 9), day(10, 9)]
    assert (found.given[-1].what, found.code) == ("ask for a day", "followed")


def test_our_part_stands_beside_a_red(seller: Build) -> None:
    """What the manager promised since then, about anything, and how long it was without a talk."""
    one = seller(
        rated(day(10, 1), evidence="no next step"),
        promised(day(10, 3), area=None, due=day(10, 10)),
        promised(day(10, 3), "seller", area=None),
        Talk(on=day(10, 1)),
        Talk(on=day(10, 4)),
        Talk(on=day(10, 8)),
        Talk(on=day(11, 1)),
    )
    (found,) = helps_of(one, TODAY)
    assert [mine.state for mine in found.mine] == ["late"]
    assert (found.talks, found.longest, found.evidence) == (2, 12, "no next step")
    assert (found.given, found.code) == ((), "none")


def test_help_that_no_talk_came_back_to_is_told_as_such(seller: Build) -> None:
    """Given, and never looked at together."""
    (found,) = helps_of(seller(rated(day(10, 1)), promised(day(10, 3)), Talk(on=day(10, 3))), TODAY)
    assert (found.code, found.given[0].state, found.talks) == ("untalked", "open", 1)


def test_reds_come_before_yellows(seller: Build) -> None:
    """In what she has not been told."""
    one = seller(rated(day(9, 10), "yellow", "a"), rated(day(10, 1)), noted(counts=["a"]))
    assert [found.level for found in surprises_of(one, TODAY)] == ["red", "yellow"]


def test_only_a_red_is_asked_about(seller: Build) -> None:
    """From the day on which it became one; one that is still to come has no days yet."""
    assert helps_of(seller(rated(day(10, 1), "yellow"), rated(day(10, 1), "green", area="b")), TODAY) == []
    (found,) = helps_of(seller(rated(day(11, 1))), TODAY)
    assert found.longest == 0
