from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from salescoach.answer import phrase
from salescoach.coaching.written import record_of
from salescoach.expectations.rules import Expected
from salescoach.probation.records import Probation
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment, Settled
from salescoach.records.onboarding import Onboarding, Phase
from salescoach.records.praise import Feedback
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk
from salescoach.talk.rules import newcomer
from salescoach.talk.rules.items import AgendaContext, Item

Build = Callable[..., Seller]
MONDAY = date(2026, 11, 2)
"""Her first day."""


def on(day: int) -> date:
    """Return a day of the course as a day of the calendar; day 1 is her first."""
    return MONDAY + timedelta(day - 1 if day > 0 else day)


def known(one: Seller, today: date, *expected: Expected) -> AgendaContext:
    """Return what sections are filled from."""
    return AgendaContext(one, today, Settings(), (), expected)


def rated(area: str, level: str | None, evidence: str | None = None) -> Any:
    """Return a rating of her third day."""
    return record_of("rating", {"id": area, "on": on(3), "area": area, "level": level, "evidence": evidence})


def wished(area: str, green: str | None = None, id_: str | None = None) -> Expected:
    """Return what is expected in an area."""
    return Expected(area, {"green": green} if green else {}, "phase", id_)


def step(name: str, day: int, owner: str = "manager", **fields: Any) -> Any:
    """Return a step of the plan."""
    return record_of(
        "step", {"id": name, "on": on(-30), "what": name, "owner": owner, "phase": "do", "day": day, **fields}
    )


def course(*records: Record) -> list[Record]:
    """Return a plan of a fortnight before and a month after her first day, and what else there is."""
    return [
        Onboarding(id="o1", on=on(-30), plan="new-seller"),
        Phase(on=on(-30), phase="early", day=-14, days=14),
        Phase(on=on(-30), phase="do", day=1, days=30),
        *records,
    ]


def test_where_we_stand_has_red_and_not_rated_first(seller: Build) -> None:
    """Red with its evidence, what is not rated with what green looks like; yellow is okay and comes after them."""
    one = seller(
        rated("closing", "green"), rated("pace", "yellow"), rated("discovery", "red", "guessed"),
        rated("follow-up", None),
    )  # fmt: skip
    expected = [wished(area, f"good {area}") for area in ("closing", "pace", "offer", "Follow-up", "Discovery")]
    found = newcomer.where_we_stand(known(one, on(9), *expected))
    assert found == (
        Item(
            phrase("item.area", area="discovery", evidence="guessed"),
            phrase("why.stands", day=on(3), looks="good Discovery"), ("discovery",), ("red",),
        ),
        Item(phrase("item.expected", area="offer", looks="good offer"), phrase("why.no_light")),
        Item(phrase("item.expected", area="Follow-up", looks="good Follow-up"), phrase("why.no_light")),
        Item(
            phrase("item.area_bare", area="pace", evidence=None),
            phrase("why.stands", day=on(3), looks="good pace"),
            ("pace",),
            ("yellow",),
        ),
        Item(
            phrase("item.area_bare", area="closing", evidence=None),
            phrase("why.stands_bare", day=on(3), looks=None),
            ("closing",),
            ("green",),
        ),
    )  # fmt: skip


def test_where_we_stand_says_what_was_not_told_yet(seller: Build) -> None:
    """Of somebody new, not decided: a red that she hears last of is the surprise; later it is a red like any other."""
    cases: list[tuple[list[Record], bool]] = [
        ([], False), (course(), True),
        (course(Feedback(on=on(4), what="guessed", to="seller", area="discovery")), False),
        ([Probation(on=on(1), country="SE")], True), ([*course(), Probation(on=on(5), outcome="confirmed")], False),
        ([*course(), Probation(on=on(5), outcome="extended")], True),
    ]  # fmt: skip
    for records, said in cases:
        one = seller(rated("discovery", "red"), rated("pace", "yellow"), *records, started=MONDAY)
        reds = [newcomer.where_we_stand(known(one, on(9), wished("discovery", green)))[0] for green in ("asks", None)]
        untold = {("why.stands_untold", "why.stands_bare_untold"), ("why.stands", "why.stands_bare")}
        keys = tuple(item.why.key for item in reds if item.why)
        assert keys in untold, records
        assert (keys[0] == "why.stands_untold") is said, records
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


def test_steps_are_late_first_then_those_of_the_week(seller: Build) -> None:
    """Of the two at the table alone, open, and due within seven days; each says whose it is and when."""
    one = seller(
        *course(
            step("soon", 15), step("hers", 8, "Seller"), step("later", 23), step("late", 3), step("done", 3),
            step("another's", 3, "buddy"), Settled(on=on(4), of="done", how="kept"),
        ),
        started=MONDAY,
    )  # fmt: skip
    assert newcomer.all_steps(known(one, on(10))) == (
        Item(phrase("item.step_me", what="late", name="Anna"), phrase("why.late", days=7, due=on(3)), ("late",)),
        Item(phrase("item.step_seller", what="hers", name="Anna"), phrase("why.late", days=2, due=on(8)), ("hers",)),
        Item(phrase("item.step_me", what="soon", name="Anna"), phrase("why.due", due=on(15)), ("soon",)),
    )


def test_nothing_is_late_that_had_gone_by_when_it_began(seller: Build) -> None:
    """Before the first day, or the plan: meant for its day, it comes after what is due."""
    one = seller(*course(step("call", -6, phase="early"), step("welcome", 1)), started=MONDAY)
    assert newcomer.all_steps(known(one, on(-3))) == (
        Item(phrase("item.step_me", what="welcome", name="Anna"), phrase("why.due", due=MONDAY), ("welcome",)),
        Item(phrase("item.step_me", what="call", name="Anna"), phrase("why.meant", due=on(-6)), ("call",)),
    )
    assert [item.ids for item in newcomer.all_steps(known(one, MONDAY))] == [("welcome",)]
    one = seller(
        Onboarding(id="o1", on=on(8), plan="new-seller"), Phase(on=on(8), phase="do", day=1, days=30),
        step("lunch", 1), step("talk", 9), started=MONDAY,
    )  # fmt: skip
    assert newcomer.all_steps(known(one, on(8))) == (
        Item(phrase("item.step_me", what="talk", name="Anna"), phrase("why.due", due=on(9)), ("talk",)),
        Item(phrase("item.step_me", what="lunch", name="Anna"), phrase("why.meant", due=MONDAY), ("lunch",)),
    )


def test_a_red_says_whether_it_was_told_and_what_help_was_given(seller: Build) -> None:
    """Told once, it is no surprise any more; and whether a talk came back to it."""
    red = rated("discovery", "red", "guessed")
    (item,) = newcomer.untold(known(seller(red), on(9)))
    assert item == Item(
        phrase("item.area", area="discovery", evidence="guessed"), phrase("why.untold", day=on(3)), ("discovery",),
        ("red",),
    )  # fmt: skip
    told = Feedback(on=on(4), area="discovery", what="guessed the price", to="seller")
    assert newcomer.untold(known(seller(red, told), on(9))) == ()
    cases: list[tuple[list[Record], Any, tuple[str, ...]]] = [
        ([], phrase("why.help_none", day=on(3)), ("discovery",)),
        ([HELP], phrase("why.help_untalked", day=on(4), what="go along"), ("discovery", "h1")),
        ([LATE, HELP], phrase("why.help_late", day=on(7), what="go along"), ("discovery", "l1", "h1")),
        ([HELP, Talk(on=on(8))], phrase("why.help_followed", day=on(4), what="go along"), ("discovery", "h1")),
    ]  # fmt: skip
    for records, why, ids in cases:
        (item,) = newcomer.helped(known(seller(rated("discovery", "red"), *records), on(9)))
        assert (item.why, item.ids, item.levels) == (why, ids, ("red",)), records


HELP = Commitment(id="h1", on=on(4), by="me", what="go along", area="discovery", remedy="resource")
LATE = Commitment(id="l1", on=on(3), by="me", what="go along", due=on(7), area="discovery", remedy="resource")


def test_before_the_first_day_nothing_is_asked_of_work_that_was_not_begun(coach: Any) -> None:
    """After a call, on any agenda; nor on the first day of what was since then."""
    (coach.root / "coach.toml").write_text('format = 1\n[values]\ncourage = "we say it"\n', "utf-8")
    coach("onboard", "åsa", "--start", "2026-12-14")
    for agenda, day in (("onboarding", "2026-11-24"), ("check-in", "2026-11-25"), ("onboarding", "2026-11-26")):
        said = coach("prep", "åsa", "--agenda", agenda, "--all", "--today", day).out
        assert not [word for word in ("Thanks", "has Åsa done well", "your work", "acted on") if word in said], day
        coach("log", "åsa", "a call", "--today", day)
    asked = coach("prep", "åsa", "--agenda", "onboarding", "--today", "2026-12-14").out
    assert "How is your work going?" in asked
    assert "since last time" not in asked
    coach("log", "åsa", "praise: asked early", "--today", "2026-12-14")
    assert "since last time?" in coach("prep", "åsa", "--today", "2026-12-22").out
