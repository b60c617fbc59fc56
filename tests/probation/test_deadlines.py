from dataclasses import replace
from datetime import date
from typing import Any

from fixtures.sellers import Build, day
from fixtures.sellers import on_probation as noted
from salescoach.answer import phrase
from salescoach.probation.rules.deadlines import (
    CAUTION,
    Clock,
    Rule,
    Span,
    clock_of,
    days_of,
    limit_of,
    rule_of,
    terms_of,
    watched,
)
from salescoach.records.onboarding import Onboarding
from salescoach.records.settings import Probation as Wished
from salescoach.records.settings import Settings

Rules = list[Rule]
TODAY = date(2026, 10, 20)
FIRST = date(2026, 9, 1)
SWEDISH = Settings(probation=Wished(country="SE"))


def test_the_days_follow_from_what_is_noted(seller: Build, rules: Rules) -> None:
    """The latest wins, each by itself, over settings; careful without rules, never decided before the first day."""
    end, started = day(12, 31), {"started": FIRST}
    cases: list[tuple[list[Any], dict[str, Any], tuple[date, date, date]]] = [
        (
            [noted(ends=end, country="NO"), noted(ends=day(12, 1), on=day(10, 1))], started,
            (day(12, 1), day(12, 1), day(11, 17)),
        ),
        ([noted(country="SE")], started, (day(2, 28, 2027), day(2, 14, 2027), day(2, 7, 2027))),
        ([noted(country="no")], started, (day(2, 28, 2027), day(2, 28, 2027), day(2, 14, 2027))),
        ([noted(country="DK")], started, (day(11, 30), day(11, 16), day(11, 9))),  # she must be out by then
        ([noted(country="FI")], started, (day(2, 28, 2027), day(2, 28, 2027), day(2, 21, 2027))),
        ([noted(ends=end)], {}, (end, day(12, 17), day(12, 10))),
        ([noted(ends=end, country="XX")], {}, (end, day(12, 17), day(12, 10))),
        ([noted(ends=day(9, 15))], started, (day(9, 15), day(9, 1), FIRST)),
        ([noted(ends=end)], {"started": day(3, 15, 2027)}, (end, day(12, 17), day(12, 17))),
        ([noted(ends=date.min)], {}, (date.min, date.min, date.min)),
    ]  # fmt: skip
    for records, header, days in cases:
        settings = SWEDISH if "NO" in str(records) else Settings()
        found = clock_of(seller(*records, **header), settings, rules, TODAY)
        assert found is not None, records
        assert (found.ends, found.tell_by, found.decide_by) == days, records
        assert found.days_left == (found.ends - TODAY).days, records
    assert max(one.tell_days for one in rules) == CAUTION
    assert limit_of(date(9999, 12, 1), rules[0]) == Span(day(12, 30, 9999), day(12, 30, 9999))


def test_there_is_no_clock_where_nothing_is_known_or_it_was_decided(seller: Build, rules: Rules) -> None:
    """A team of old sellers does not light up because of a setting."""
    cases: list[tuple[list[Any], dict[str, Any], Settings]] = [
        ([], {"started": FIRST}, SWEDISH), ([noted(country="SE")], {}, Settings()),
        ([noted(counts=["closing"])], {"started": FIRST}, Settings()),
        ([Onboarding(on=FIRST, plan="new-seller")], {"started": FIRST}, Settings()),
        ([Onboarding(on=FIRST, plan="new-seller")], {"started": day(1, 1)}, SWEDISH),
        ([noted(ends=day(12, 31)), noted(outcome="confirmed")], {"started": FIRST}, Settings()),
        ([noted(ends=day(12, 31)), noted(outcome="ended")], {"started": FIRST}, Settings()),
    ]  # fmt: skip
    for records, header, settings in cases:
        assert clock_of(seller(*records, **header), settings, rules, TODAY) is None, records


def test_one_by_the_settings_is_not_forgotten_on_the_day_after_its_end(seller: Build, rules: Rules) -> None:
    """It has just become permanent, perhaps: that is said for two months, then it is an old one."""
    one = seller(Onboarding(on=FIRST, plan="new-seller"), started=FIRST)
    found = [clock_of(one, SWEDISH, rules, today) for today in (day(3, 1, 2027), day(4, 29, 2027), day(4, 30, 2027))]
    assert [each and (each.stage, each.days_left) for each in found] == [("over", -1), ("over", -60), None]


def test_the_terms_are_all_that_is_noted(seller: Build) -> None:
    """Areas add up, the latest ground counts, a country is kept in capitals."""
    one = seller(noted(counts=["a"], country=" se ", why="x"), noted(counts=["b", "a"], why="y", on=day(9, 2)))
    found = terms_of(one, Settings())
    assert (found.ends, found.country, found.counts, found.why, found.decision) == (None, "SE", ("a", "b"), "y", None)
    assert terms_of(seller(), Settings()).country is None


def test_a_country_goes_by_its_names_too(rules: Rules) -> None:
    """In English and in its own language, whatever case."""
    cases: list[tuple[str, str | None]] = [
        ("Norway", "NO"), ("norge", "NO"), (" sverige ", "SE"), ("suomi", "FI"), ("dk", "DK"), ("", None),
        ("X", None),
    ]  # fmt: skip
    for typed, code in cases:
        found = rule_of(typed, rules)
        assert (found.code if found else None) == code, typed


def test_the_days_say_what_is_next(rules: Rules) -> None:
    """To decide, to tell, too late for that, over; it presses from a week before it is to be decided."""
    cases = [
        (29, "decide", False), (28, "decide", True), (21, "decide", True), (20, "tell", True), (14, "tell", True),
        (13, "late", True), (0, "late", True), (-1, "over", True),
    ]  # fmt: skip
    for days_left, stage, pressing in cases:
        found = Clock(day(12, 31), day(12, 17), day(12, 10), days_left)
        assert (found.stage, found.pressing, found.next.key) == (stage, pressing, f"probation.stage.{stage}"), days_left
        leaves = Clock(day(12, 31), day(12, 17), day(12, 10), days_left, leaves=True)
        said = "leaves" if days_left >= 14 else "unsaid" if days_left >= 0 else "gone"
        assert (leaves.next.key, leaves.pressing) == (f"probation.stage.{said}", True), days_left
        told = replace(leaves, told=day(12, 1))
        assert (told.next.key, told.pressing) == ("probation.stage.left", False), days_left
        assert (found.days_to_tell, found.days_to_decide) == (days_left - 14, days_left - 21), days_left
    christmas = Clock(day(12, 31), day(12, 26), day(12, 10), 12, rule_of("SE", rules))
    assert (christmas.next.key, christmas.reason.key) == ("probation.said_free", "probation.said_free")
    assert christmas.free == phrase("probation.free", before=day(12, 23))
    others: list[dict[str, Any]] = [{"days_left": 4}, {"leaves": True, "told": day(12, 1)}, {"tell_by": day(12, 23)}]
    for other in others:
        assert replace(christmas, **other).free is None, other
    longer = replace(christmas, longer_by=day(12, 25))
    assert (longer.free, replace(longer, days_left=5).free) == (christmas.free, christmas.free)


def test_what_was_decided_is_watched_until_its_last_day(seller: Build, rules: Rules) -> None:
    """One who leaves has still to be told, one who stays has not; the days themselves are always known."""
    assert watched(seller(), Settings(), rules, TODAY) is None
    cases = [
        ("ended", TODAY, True), ("ended", day(12, 31), True), ("ended", day(1, 1, 2027), True),
        ("confirmed", TODAY, False), ("extended", day(1, 1, 2027), True),
    ]  # fmt: skip
    for outcome, today, seen in cases:
        one = seller(noted(ends=day(12, 31), outcome=outcome), started=FIRST)
        assert (watched(one, Settings(), rules, today) is not None) == seen, outcome
        found = days_of(one, Settings(), rules, today)
        assert (found and found.leaves) == (outcome == "ended"), outcome
        told = seller(noted(ends=day(12, 31), outcome="ended"), noted(told_on=FIRST), started=FIRST)
        assert (watched(told, Settings(), rules, today) is not None) == (today <= day(12, 31)), today
