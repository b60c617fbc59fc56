from dataclasses import replace
from datetime import timedelta
from typing import Any

from fixtures import sellers
from fixtures.sellers import TODAY, Build
from salescoach.answer import Phrase
from salescoach.coaching.areas import areas_from
from salescoach.forms.rules.rounds import NO_SHEET, Sheet
from salescoach.records.figures import Hers, Month, Source
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.talk.rules import sections
from salescoach.talk.rules.items import AgendaContext, Item

TENDERS = {
    "title": "tenders", "names": ["anbud"], "words": ["quick answers"], "questions": ["Why?", "When?"],
    "exercises": ["Write it"], "customers": {"needs": "A plain answer."},
}  # fmt: skip
AREAS = areas_from([[TENDERS], [{"title": "closing", "names": ["avslut"]}]])


def made(kind: str, days: int, /, **fields: Any) -> Any:
    """Return a record of so many days ago, whose id says so."""
    return sellers.made(kind, days, **{"id": f"{kind[0]}{days}", **fields})


def rated(level: str, days: int, area: str = "tenders", **fields: Any) -> Any:
    """Return a rating of so many days ago."""
    return made("rating", days, area=area, level=level, **fields)


def worked(one: Seller, sheet: Sheet = NO_SHEET) -> tuple[Item, ...]:
    """Return what is to be worked on."""
    return sections.work(AgendaContext(one, TODAY, Settings(), sheet=sheet, areas=AREAS))


def reasons(item: Item) -> list[str]:
    """Return what says so, by the keys of the phrases."""
    assert item.why
    found = item.why.data["said"] if item.why.key in {"why.agree", "why.both"} else [item.why]
    assert isinstance(found, list)
    return [one.key for one in found if isinstance(one, Phrase)]


HERS = {"by": "seller"}
BEHIND = [
    made("goal", 30, title="Two anbud a month", target=12, due=TODAY + timedelta(1)),
    made("progress", 1, goal="g30", value=1),
]
VOICE = made("customer", 8, customer="Nordbygg", what="Quick answers, unclear price")
TOPIC = made("topic", 7, what="More anbud")


def test_a_part_that_needs_work_says_all_that_agrees(seller: Build) -> None:
    """Her light where it differs or is red and the manager's is not newer; goals, her words, customers by its names."""
    cases: list[tuple[list[Any], list[str]]] = [
        ([rated("red", 9)], ["why.red"]),
        ([rated("red", 9), rated("green", 3, **HERS)], ["why.red", "why.views_differ"]),
        ([rated("red", 9), rated("red", 3, **HERS)], ["why.red", "why.she_says"]),
        ([rated("red", 9), rated("green", 20, **HERS), VOICE, TOPIC], ["why.red", "why.her_words", "why.voices"]),
        ([rated("green", 9), rated("yellow", 3, **HERS)], ["why.views_differ"]),
        ([rated("green", 9), rated("yellow", 3), *BEHIND], ["why.fell", "why.goal_behind"]),
        ([rated("red", 3, **HERS)], ["why.she_says"]), ([VOICE, TOPIC], ["why.her_words", "why.voices"]),
        (BEHIND, ["why.goal_behind"]),
    ]  # fmt: skip
    for records, keys in cases:
        first = worked(seller(*records))[0]
        assert (first.text.data["area"], reasons(first)) == ("tenders", keys), records
    for quiet in (
        [rated("yellow", 9), rated("green", 3, **HERS)], [rated("green", 9), rated("yellow", 20, **HERS)],
        [rated("red", 3, "wellbeing", **HERS)], [VOICE], [TOPIC], [made("customer", 200, what="quick answers"), TOPIC],
        [rated("green", 9), rated("green", 3, **HERS)],
    ):  # fmt: skip
        assert worked(seller(*quiet)) == (), quiet


def test_what_she_answered_counts_as_her_words(seller: Build) -> None:
    """The sheet of this talk, whichever question it was."""
    answer = made("answer", 2, form="development", role="seller", question="was-hard", text="the anbud took too long")
    assert reasons(worked(seller(VOICE), Sheet(answers={"back": [answer]}))[0]) == ["why.her_words", "why.voices"]


def test_the_part_that_most_says_so_comes_first(seller: Build) -> None:
    """Red before all else, then how many agree, then the latest."""
    calls = rated("red", 2, "closing")
    for records, area in (
        ([rated("red", 9), calls], "closing"), ([rated("red", 9), calls, TOPIC, VOICE], "tenders"),
        ([rated("red", 9, "closing"), rated("green", 5), rated("red", 3, **HERS), TOPIC, VOICE], "closing"),
    ):  # fmt: skip
        assert worked(seller(*records))[0].text.data["area"] == area, records


def test_it_brings_a_question_an_exercise_and_a_customers_words(seller: Build) -> None:
    """They take turns from talk to talk; an area that nobody described brings nothing."""
    for talks, question in ((0, "Why?"), (1, "When?")):
        held = [made("talk", 40 + at) for at in range(talks)]
        found = worked(seller(*held, rated("red", 9), VOICE))[1:]
        assert [one.text.key for one in found] == ["item.ask", "item.try", "item.customer", "item.feels.needs"]
        assert [one.text.data["text"] for one in found[:2]] == [question, "Write it"]
    assert len(worked(seller(rated("red", 9, "dancing")))) == 1


def test_figures_stand_beside_and_are_never_a_reason(seller: Build) -> None:
    """Old open deals, a smaller share than before: where an area says that it is about them; alone they say nothing."""
    about = (TENDERS | {"figures": ["old"]}, {"title": "closing", "figures": ["fewer"]}, {"title": "x"})
    areas = areas_from([[one] for one in about])
    months = (Month("2025-12", won=30, lost=3), Month("2026-11", won=2, lost=20))
    for hers, beside in (
        (Hers((), {"older": 3}), ["tenders"]), (Hers(months), ["closing"]),
        (Hers(months, {"90": 1}), ["tenders", "closing"]), (Hers((), {"60": 9, "undated": 4}), []),
    ):  # fmt: skip
        source = Source("crm", TODAY, {seller().key: hers})
        known = AgendaContext(seller(), TODAY, Settings(), areas=areas, figures=[source])
        assert sections.work(known) == ()
        for area in ("tenders", "closing", "x"):
            more = [] if area not in beside else [f"why.figures_{'old' if area == 'tenders' else 'fewer'}"]
            red, hers_too = rated("red", 9, area, evidence="three"), rated("green", 3, area, **HERS)
            first = sections.work(replace(known, seller=seller(red, hers_too)))[0]
            assert reasons(first) == ["why.red", "why.views_differ", *more], area
            alone = sections.work(replace(known, seller=seller(red)))[0]
            assert (reasons(alone), alone.text.data["evidence"]) == (["why.red", *more], "three")


def test_the_focus_leads_and_a_red_stands_beside_it(seller: Build) -> None:
    """Until it is settled, whatever else says so; what says so of the focus itself is told with it."""
    focus = made("focus", 12, area="Anbud", what="call first")
    first, *others = worked(seller(focus, rated("green", 9, "Anbud"), TOPIC, VOICE))
    assert reasons(first) == ["why.focus_of", "why.her_words", "why.voices"]
    assert (first.ids[0], first.levels) == ("f12", ("green",))
    assert others[0].text.key == "item.ask"
    found = worked(seller(focus, rated("red", 3, "closing"), rated("red", 4, "motivation")))
    assert [found[at].text.data["area"] for at in (0, -1)] == ["Anbud", "closing"]
    settled = made("settled", 1, of="f12", how="kept")
    assert worked(seller(focus, settled, rated("red", 3, "closing")))[0].text.data["area"] == "closing"
    (alone,) = worked(seller(made("focus", 12, area="silence after the price")))
    assert reasons(alone) == ["why.focus"]


def test_prep_counts_no_weakness_or_strength_that_something_is_done_about(coach: Any) -> None:
    """Behind the first screen, a line each: a red until it is helped with, a green until something makes use of it."""

    def lines() -> dict[str, list[str]]:
        found = coach("prep", "bo", "--json").json["sections"]
        return {one["key"]: [item["text"] for item in one["items"]] for one in found}

    coach("note", "bo", "red: closing; green: discovery; motivation: red; wellbeing: green")
    assert lines()["support"] == ["closing: nothing helps with it yet", "discovery: nothing makes use of it yet"]
    assert "nothing helps" not in coach("prep", "bo").out
    assert "coach promise bo-ek '…' --area 'closing' --by fri" in coach("prep", "bo", "--all").out
    coach("promise", "bo", "listen in", "--area", "avslut", "--by", "fri")
    coach("note", "bo", "goal: show the others our behovsanalys by fri")
    assert "support" not in lines()
