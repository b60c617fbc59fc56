from datetime import date, timedelta
from typing import Any

from fixtures.sellers import Build
from salescoach.answer import Phrase, phrase
from salescoach.coaching.written import record_of
from salescoach.expectations.rules import Expected
from salescoach.records.base import Record
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.talk.rules import newcomer
from salescoach.talk.rules.items import AgendaContext, Item

MONDAY = date(2026, 11, 2)
"""Her first day."""


def on(day: int) -> date:
    """Return a day of the course as a day of the calendar; day 1 is her first."""
    return MONDAY + timedelta(day - 1 if day > 0 else day)


def made(kind: str, day: int, /, **fields: Any) -> Any:
    """Return a record of a day of the course."""
    return record_of(kind, {"on": on(day), **fields})


def known(one: Seller, today: date, *expected: Expected) -> AgendaContext:
    """Return what sections are filled from."""
    return AgendaContext(one, today, Settings(), (), expected)


def rated(area: str, level: str | None, evidence: str | None = None) -> Any:
    """Return a rating of her third day."""
    return made("rating", 3, id=area, area=area, level=level, evidence=evidence)


def wished(area: str, green: str | None = None) -> Expected:
    """Return what is expected in an area."""
    return Expected(area, {"green": green} if green else {}, "phase")


def step(name: str, day: int, owner: str = "manager", phase: str = "do") -> Any:
    """Return a step of the plan."""
    return made("step", -30, id=name, what=name, owner=owner, phase=phase, day=day)


def course(*records: Record) -> list[Record]:
    """Return a plan of a fortnight before and a month after her first day, and what else there is."""
    phases = [
        made("phase", -30, phase=name, day=day, days=days) for name, day, days in (("early", -14, 14), ("do", 1, 30))
    ]
    return [made("onboarding", -30, id="o1", plan="new-seller"), *phases, *records]


def shown(items: tuple[Item, ...]) -> list[tuple[object, Phrase | None, tuple[str, ...]]]:
    """Return of each item what it is about, why, and the records behind it."""
    return [(one.text.data.get("area") or one.text.data.get("what"), one.why, one.ids) for one in items]


def test_where_we_stand_has_red_and_not_rated_first(seller: Build) -> None:
    """Red with its evidence, what is not rated with what green looks like; yellow is okay and comes after them."""
    one = seller(
        rated("closing", "green"), rated("pace", "yellow"), rated("discovery", "red", "guessed"), rated("offer", None)
    )
    expected = [wished(area, f"good {area}") for area in ("closing", "pace", "Offer", "Discovery")]
    found = newcomer.where_we_stand(known(one, on(9), *expected))
    assert shown(found) == [
        ("discovery", phrase("why.stands", day=on(3), looks="good Discovery"), ("discovery",)),
        ("Offer", phrase("why.no_light"), ()),
        ("pace", phrase("why.stands", day=on(3), looks="good pace"), ("pace",)),
        ("closing", phrase("why.stands_bare", day=on(3), looks=None), ("closing",)),
    ]
    assert found[1].text == phrase("item.expected", area="Offer", looks="good Offer")
    assert (found[0].text.data["evidence"], found[0].levels) == ("guessed", ("red",))


def test_where_we_stand_says_what_was_not_told_yet(seller: Build) -> None:
    """Of somebody new, not decided: a red that she hears last of is the surprise; later it is a red like any other."""
    told = made("feedback", 4, what="guessed", to="seller", area="discovery")
    confirmed, extended = (made("probation", 5, outcome=outcome) for outcome in ("confirmed", "extended"))
    cases: list[tuple[list[Record], bool]] = [
        ([], False), (course(), True), (course(told), False), ([made("probation", 1, country="SE")], True),
        (course(confirmed), False), (course(extended), True),
    ]  # fmt: skip
    for records, said in cases:
        one = seller(rated("discovery", "red"), rated("pace", "yellow"), *records, started=MONDAY)
        reds = [newcomer.where_we_stand(known(one, on(9), wished("discovery", green)))[0] for green in ("asks", None)]
        ending = "_untold" if said else ""
        keys = [item.why.key for item in reds if item.why]
        assert keys == [f"why.stands{ending}", f"why.stands_bare{ending}"], records
    one = seller(rated("discovery", "red"), *course(), started=MONDAY)
    assert [newcomer.unheard(known(one, on(day))) for day in (9, 31)] == [{"discovery"}, set()]


def test_what_is_red_is_there_though_nothing_of_the_phase_expects_it(seller: Build) -> None:
    """A probation is decided on all that has a light; before the first day nothing could be rated, or is missing."""
    one = seller(rated("pace", "green"), rated("crm", "red"), rated("offer", "yellow"), rated("notes", None))
    at = known(one, on(9), wished("offer"))
    assert [item.ids for item in newcomer.where_we_stand(at)] == [("crm",), ("offer",)]
    assert [item.ids for item in newcomer.all_stands(at)] == [("crm",), ("offer",), ("pace",)]
    one = seller(*course(), started=MONDAY)
    before, first = (newcomer.where_we_stand(known(one, on(day), wished("pace")))[0].why for day in (-1, 1))
    assert (before, first) == (phrase("why.expected_from", day=MONDAY), phrase("why.no_light"))


def test_steps_are_late_first_then_those_of_the_week_then_what_had_gone_by(seller: Build) -> None:
    """Of the two at the table alone, and open; nothing is late that had gone by when she, or the plan, began."""
    one = seller(
        *course(
            step("soon", 15), step("hers", 8, "Seller"), step("later", 23), step("late", 3), step("done", 3),
            step("another's", 3, "buddy"), made("settled", 4, of="done", how="kept"),
        ),
        started=MONDAY,
    )  # fmt: skip
    found = newcomer.all_steps(known(one, on(10)))
    assert shown(found) == [
        ("late", phrase("why.late", days=7, due=on(3)), ("late",)),
        ("hers", phrase("why.late", days=2, due=on(8)), ("hers",)), ("soon", phrase("why.due", due=on(15)), ("soon",)),
    ]  # fmt: skip
    assert [one.text.key for one in found] == ["item.step_me", "item.step_seller", "item.step_me"]
    one = seller(*course(step("call", -6, phase="early"), step("welcome", 1)), started=MONDAY)
    assert shown(newcomer.all_steps(known(one, on(-3)))) == [
        ("welcome", phrase("why.due", due=MONDAY), ("welcome",)), ("call", phrase("why.meant", due=on(-6)), ("call",)),
    ]  # fmt: skip
    assert [item.ids for item in newcomer.all_steps(known(one, MONDAY))] == [("welcome",)]
    plan = made("onboarding", 8, id="o1", plan="new-seller"), made("phase", 8, phase="do", day=1, days=30)
    one = seller(*plan, step("lunch", 1), step("talk", 9), started=MONDAY)
    assert shown(newcomer.all_steps(known(one, on(8)))) == [
        ("talk", phrase("why.due", due=on(9)), ("talk",)), ("lunch", phrase("why.meant", due=MONDAY), ("lunch",)),
    ]  # fmt: skip


def test_a_red_says_whether_it_was_told_and_what_help_was_given(seller: Build) -> None:
    """Told once, it is no surprise any more; and whether a talk came back to it."""
    red, told = rated("discovery", "red", "guessed"), made("feedback", 4, area="discovery", what="x", to="seller")
    (item,) = newcomer.untold(known(seller(red), on(9)))
    assert (shown((item,)), item.levels) == ([("discovery", phrase("why.untold", day=on(3)), ("discovery",))], ("red",))
    assert newcomer.untold(known(seller(red, told), on(9))) == ()
    helps = {"by": "me", "what": "go along", "area": "discovery", "remedy": "resource"}
    given, late = made("commitment", 4, id="h1", **helps), made("commitment", 3, id="l1", due=on(7), **helps)
    cases: list[tuple[list[Record], Phrase, tuple[str, ...]]] = [
        ([], phrase("why.help_none", day=on(3)), ()),
        ([given], phrase("why.help_untalked", day=on(4), what="go along"), ("h1",)),
        ([late, given], phrase("why.help_late", day=on(7), what="go along"), ("l1", "h1")),
        ([given, made("talk", 8)], phrase("why.help_followed", day=on(4), what="go along"), ("h1",)),
    ]
    for records, why, ids in cases:
        (item,) = newcomer.helped(known(seller(rated("discovery", "red"), *records), on(9)))
        assert (item.why, item.ids, item.levels) == (why, ("discovery", *ids), ("red",)), records


def test_before_the_first_day_nothing_is_asked_of_work_that_was_not_begun(coach: Any) -> None:
    """After a call, on any agenda; nor on the first day of what was since then."""
    coach.put("coach.toml", 'format = 1\n[values]\ncourage = "we say it"\n')
    coach("onboard", "åsa", "--start", "2026-12-14")
    for agenda, day in (("onboarding", "2026-11-24"), ("check-in", "2026-11-25"), ("onboarding", "2026-11-26")):
        said = coach("prep", "åsa", "--agenda", agenda, "--all", "--today", day).out
        assert not [word for word in ("Thanks", "has Åsa done well", "your work", "acted on") if word in said], day
        coach("log", "åsa", "a call", "--today", day)
    asked = coach("prep", "åsa", "--agenda", "onboarding", "--today", "2026-12-14").out
    assert ("How is your work going?" in asked, "since last time" in asked) == (True, False)
    coach("log", "åsa", "praise: asked early", "--today", "2026-12-14")
    assert "since last time?" in coach("prep", "åsa", "--today", "2026-12-22").out
