from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.answer import Answer
from salescoach.coaching.agenda import Agenda, agenda_of
from salescoach.coaching.expectations import Expected
from salescoach.journal.templates import Templates
from salescoach.records.base import Record
from salescoach.records.onboarding import Step
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.render.agenda import LINES
from salescoach.render.document import document
from salescoach.render.screen import data, text

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Full = Callable[[str], Seller]

TODAY = date(2026, 11, 19)
LONG = "Left the second meeting without asking for a decision, although the buyer had said that the budget is there"


@pytest.fixture(scope="session", params=["check-in", "development", "onboarding", "probation"])
def crowded(request: pytest.FixtureRequest, full: Full, templates: Templates) -> Agenda:
    """Make the agenda of somebody with a lot open, all of it long."""
    made = full(LONG)
    topics = [replace(one, id=f"t{at}x1y") for at in range(9) for one in made.records["topic"]]
    owed = [replace(one, id=f"c{at}x1y") for at in range(5) for one in made.records["commitment"]]
    steps = [replace(one, owner="manager") for one in made.all(Step)]
    crowd: dict[str, Sequence[Record]] = {"topic": topics, "commitment": owed, "step": steps}
    seller = replace(made, records={**made.records, **crowd})
    expected = [Expected(f"{LONG} {at}", {"green": LONG}, "own") for at in range(4)]
    settings = Settings(values={LONG: LONG})
    template, catalogue = templates.table(f"agendas/{request.param}"), templates.table("questions")["question"]
    return agenda_of(seller, Book(), template, catalogue, settings=settings, today=TODAY, expected=expected)


@pytest.mark.parametrize("width", [40, 60, 71, 72, 80, 100, 200])
def test_the_first_screen_is_twenty_lines_at_most(crowded: Agenda, looks: Looks, width: int) -> None:
    """However much there is, one screen is what ninety seconds are enough for."""
    shown = text(crowded, looks(width=width)).splitlines()
    assert len(shown) <= LINES
    assert "--all" in shown[-1]


def test_there_is_more_of_a_section_where_there_is_room(crowded: Agenda, looks: Looks) -> None:
    """A wide screen holds more items than a narrow one, and the long form all of them."""
    counts = [text(crowded, look).count("Left the") for look in (looks(width=40), looks(), looks(everything=True))]
    assert counts == sorted(counts)
    assert counts[0] < counts[2]


def test_a_pipe_gets_every_item_of_the_first_part(crowded: Agenda, looks: Looks) -> None:
    """In a pipe nothing is cut or left out of a section, and what is behind is counted still."""
    shown = text(crowded, looks(terminal=False))
    items = sum(len(section.items) for section in crowded.first)
    assert len(shown.splitlines()) == 2 + items + len(crowded.rest) + 1
    assert "…" not in shown


def test_the_long_form_is_whole(crowded: Agenda, looks: Looks) -> None:
    """Under --all every section stands with its items, and no count is left."""
    shown = text(crowded, looks(everything=True, width=200))
    assert "The three lights over your last talks" in shown
    assert "--all" not in shown


def test_json_is_whole_always(crowded: Agenda, looks: Looks) -> None:
    """JSON holds what --all shows: sections with items of code, text, why, ids and levels."""
    made = data(crowded, looks())
    assert made == data(crowded, looks(everything=True))
    assert [len(part["items"]) for part in made["sections"]] == [
        len(part.items) for part in (*crowded.first, *crowded.rest)
    ]
    lights = [item for part in made["sections"] if part["key"] == "lights" for item in part["items"]]
    red = next(item for item in lights if item["text"] == f"{LONG}: {LONG}")
    assert red == {
        "code": "area",
        "text": f"{LONG}: {LONG}",
        "why": "red since Mon 5 Oct",
        "ids": [red["ids"][0]],
        "levels": ["red"],
    }
    assert made["seller"]["name"] == LONG


def test_a_first_talk_asks_once_why(answers: Answers, looks: Looks) -> None:
    """The reason of a first talk is given once."""
    assert (
        text(answers("x")["Agenda of a first talk"], looks()).count(
            ["there", "is", "no", "talk", "on", "file", "yet"][0]
        )
        == 1
    )


def test_what_she_may_see_has_no_clock(answers: Answers, looks: Looks) -> None:
    """The version for the seller says neither how long the talk is nor how long ago the last was."""
    shown = text(answers("Anna")["Agenda for her"], looks())
    assert shown.startswith("Anna · to think about before we talk\n")
    assert "′" not in shown
    assert "since you talked" not in shown


def begun(seller: Callable[..., Seller], started: date, *more: tuple[str, dict[str, Any]]) -> Seller:
    """Return a seller in an onboarding, with three steps and what else is noted."""
    plan = [
        ("onboarding", {"id": "o1o1o", "plan": "new-seller"}),
        ("phase", {"phase": "early", "day": -30, "days": 30}),
        ("phase", {"phase": "understand", "day": 1, "days": 30, "every": 7}),
        ("step", {"what": "Call to say welcome", "owner": "manager", "phase": "early", "day": -10}),
        ("step", {"what": "Have lunch together", "owner": "manager", "phase": "understand", "day": 3}),
        ("step", {"what": "Follow three meetings", "owner": "seller", "phase": "understand", "day": 12}),
    ]
    return seller("Maja \u00c5kesson", *plan, *more, key="maja-akesson", started=started)


def talked(seller: Callable[..., Seller]) -> Seller:
    """Return her in her second week, after a talk."""
    day, talk = date(2026, 11, 13), "k4f7q"
    said: list[tuple[str, dict[str, Any]]] = [
        (
            "talk",
            {"id": talk, "notes": "Good first week.", "lesson": "Ask, then wait.", "asked": ["light-performance"]},
        ),
        ("rating", {"area": "discovery", "level": "red", "evidence": "showed the price before the need", "talk": talk}),
        ("rating", {"area": "asking for help", "level": "yellow", "evidence": "asks when stuck", "talk": talk}),
        ("commitment", {"by": "me", "what": "show the price list", "due": date(2026, 11, 17), "talk": talk}),
        ("need", {"what": "a quieter place to call from", "talk": talk}),
        ("feedback", {"to": "me", "what": "I interrupt", "talk": talk}),
        ("value", {"value": "courage", "what": "called the customer we lost", "on": date(2026, 10, 1)}),
    ]
    return begun(seller, date(2026, 11, 9), *((kind, {"on": day} | fields) for kind, fields in said))


def to_start(seller: Callable[..., Seller]) -> Seller:
    """Return her a week before the first day."""
    return begun(seller, date(2026, 11, 26))


EXPECTED = [
    Expected("asking for help", {"green": "asks early, and says what was tried"}, "phase"),
    Expected("product knowledge", {"green": "says which customers it fits, and where it does not"}, "phase"),
    Expected("discovery", {"green": "sums up the need before the offer"}, "own", "x1x1x"),
]


@pytest.fixture(params=[talked, to_start])
def newcomer(request: pytest.FixtureRequest, seller: Callable[..., Seller], templates: Templates) -> Agenda:
    """Make the agenda of somebody new, after a talk and before the first day."""
    settings = Settings(values={"courage": "We call back the customer we lost."})
    sources = (templates.table("agendas/onboarding"), templates.table("questions")["question"])
    about: dict[str, Any] = {"settings": settings, "name": "onboarding", "expected": EXPECTED}
    return agenda_of(request.param(seller), Book(), *sources, today=TODAY, **about)


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_an_onboarding_is_as_reviewed(newcomer: Agenda, looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """The talk with somebody new, letter by letter, on one screen."""
    shown = text(newcomer, looks(width=width))
    assert len(shown.splitlines()) <= LINES
    assert shown == golden


@pytest.mark.golden
def test_an_onboarding_on_paper_is_as_reviewed(
    newcomer: Agenda, looks: Looks, templates: Templates, golden: SnapshotAssertion
) -> None:
    """The same as Markdown, whole."""
    assert document(newcomer, looks(), ".md", templates.text) == golden
