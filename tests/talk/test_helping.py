from typing import Any

from fixtures.sellers import TODAY, Build, ago, made, rated
from salescoach.coaching.areas import areas_from
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.talk.rules import helping
from salescoach.talk.rules.items import AgendaContext

AREAS = areas_from([[{"title": "tenders", "names": ["anbud"]}], [{"title": "closing"}]])


def green(days: int = 20, area: str = "anbud", **fields: Any) -> Any:
    """Return a green with evidence, of so many days ago."""
    return rated(fields.pop("level", "green"), days, area, **{"evidence": "won two", **fields})


def test_who_can_help_is_strong_with_evidence_and_here(seller: Build) -> None:
    """By the manager, not private, of the last half year; nobody who is away, new, on trial, in a plan, or has left."""
    away, plan = made("away", 3, first=ago(3), last=TODAY), made("onboarding", 99, plan="p")
    phase = made("phase", 99, phase="do", day=1, days=400)
    cases: list[tuple[bool, tuple[Any, ...], dict[str, Any]]] = [
        (True, (green(),), {}), (True, (green(180),), {"started": ago(90)}),
        (False, (green(181),), {}), (False, (green(evidence=None),), {}), (False, (green(by="seller"),), {}),
        (False, (green(private=True),), {}), (False, (green(), green(3, level="yellow")), {}),
        (False, (green(area="closing"),), {}),
        (False, (green(), green(3, "tenders", level="red")), {}), (False, (green(), away), {}),
        (False, (green(),), {"started": ago(89)}),
        (False, (green(), made("probation", 9, ends=ago(-9))), {}),
        (True, (green(), made("probation", 9, outcome="confirmed")), {}),
        (False, (green(), plan, phase), {"started": ago(99)}),
    ]  # fmt: skip
    for can, records, header in cases:
        one = seller(*records, **header)
        assert helping.can_help(one, "tenders", AREAS, Settings(), TODAY) is can, (records, header)
    assert not helping.can_help(Seller(seller(green()).records, left=True), "tenders", AREAS, Settings(), TODAY)


def test_the_hours_are_spread_over_those_who_can_give_them(seller: Build) -> None:
    """Whoever was asked least lately comes first, then the name; what is older than a quarter counts no more."""
    learnt = [made("commitment", days, by="seller", what="x", helper=who) for days, who in ((9, "bo"), (91, "asa"))]
    team = [seller(learnt[0]), seller(learnt[1], key="x")]
    names = {"bo": "Bo", "asa": "Åsa", "dag": "Dag"}
    assert helping.in_turn(names, team, str.casefold, TODAY) == ["dag", "asa", "bo"]


def test_one_line_names_somebody_where_she_is_not_green_and_nobody_helps_already(seller: Build) -> None:
    """A name and an area; never one of the three lights, and for the manager alone."""
    helps = made("commitment", 2, id="c2", by="seller", what="x", area="tenders", helper="bo")
    for records, area, level, many in (
        ((), "tenders", "red", 1), ((), "tenders", None, 1), ((), "tenders", "green", 0), ((), "Motivation", "red", 0),
        ((helps,), "anbud", "red", 0), ((helps, made("settled", 1, of="c2", how="dropped")), "anbud", "red", 1),
    ):  # fmt: skip
        known = AgendaContext(seller(*records), TODAY, Settings(), areas=AREAS, helper=lambda _: "Bo Ek")
        found = [*helping.helper(area, level, known)]  # type: ignore[arg-type]  # levels as they are written
        assert [(one.text.data, one.levels, one.private) for one in found] == [
            ({"name": "Bo Ek", "area": area}, (), True)
        ] * many
    nobody = AgendaContext(seller(), TODAY, Settings(), areas=AREAS)
    assert [*helping.helper("tenders", "red", nobody)] == []


def test_an_agenda_names_a_colleague_and_no_light_of_theirs(coach: Any) -> None:
    """Any agenda that works on an area does; what she reads never, nor does a hidden light speak for anybody."""
    coach("rate", "anna", "closing", "red", "no next step")
    coach("rate", "bo", "closing", "green", "asked for the order twice", "--on", "2026-11-16")
    line = "Bo Ek can help with closing: ask for an hour"
    assert line in coach("prep", "anna", "--agenda", "development").out
    assert line in coach("prep", "anna").out
    for hers in (("prep", "anna", "--agenda", "development", "--for-her"), ("recap", "anna"), ("export", "anna")):
        assert "can help" not in coach(*hers).out
    coach.append('\n[[rating]]\non = 2026-11-20\narea = "closing"\nlevel = "red"\nprivate = true\n', "bo-ek")
    assert line not in coach("prep", "anna", "--all").out
    coach.append("\n[[broken\n", "bo-ek")
    assert coach("prep", "anna", "--all").status == 0


def test_what_came_of_an_hour_is_shown_and_called_no_proof(coach: Any) -> None:
    """In the long agenda and in what is known of her, by the key of who helps."""
    coach("rate", "anna", "discovery", "yellow", "asked late", "--on", "2026-11-10")
    coach("log", "anna", "@anna learn discovery with Bo by fri", "--on", "2026-11-11")
    coach("log", "anna", "done learn; green: discovery - asked first")
    assert "▲y ●g discovery, before and after (no proof): learn discovery with Bo" in coach("prep", "anna", "--all").out
    (helped,) = coach("show", "anna", "--json").json["helped"]
    assert (helped["helper"], helped["before"], helped["after"]) == ("bo-ek", "yellow", "green")
