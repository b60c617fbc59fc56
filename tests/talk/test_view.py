from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.expectations.rules import Expected
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import data, text
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.talk.rules.agenda import Agenda, agenda_of
from salescoach.talk.rules.items import AgendaContext
from salescoach.talk.view.agenda import LINES
from salescoach.talk.view.memory import lines

Full = Callable[..., Seller]

TODAY = date(2026, 11, 19)
ASKED = "light-performance"
LONG = "Left the second meeting without asking for a decision, although the buyer had said that the budget is there"


@pytest.fixture(scope="session")
def crowds(full: Full, templates: Templates) -> list[Agenda]:
    """Make each agenda of somebody with a lot open, all of it long."""
    step = {"what": LONG, "owner": "manager", "phase": LONG, "onboarding": "n7d1c"}
    seller = full(
        LONG,
        *[("topic", {"what": LONG})] * 8,
        *[("commitment", {"by": "me", "what": LONG, "due": date(2026, 10, 16), "cue": LONG})] * 9,
        *[("commitment", {"by": "seller", "what": LONG, "due": TODAY})] * 9,
        *[("step", step | {"day": day}) for day in (3, 399)],
        *[("rating", {"area": "x", "level": "red", "evidence": LONG, "on": date(at, 11, 18)}) for at in (2025, 2026)],
    )
    expected = [Expected(f"{LONG} {at}", {"green": LONG}, "own") for at in range(4)]
    about: dict[str, Any] = {"settings": Settings(values={LONG: LONG}), "today": TODAY, "expected": expected}
    names, catalogue = "check-in development first-days onboarding probation", templates.table("questions")["question"]
    made = [templates.table(f"agendas/{name}") for name in names.split()]
    return [agenda_of(AgendaContext(seller, **about), template, catalogue) for template in made]


def test_the_first_screen_is_twenty_lines_at_most(crowds: list[Agenda], looks: Any) -> None:
    """However much there is, one screen is what ninety seconds are enough for."""
    for agenda in crowds:
        for width in (40, 60, 71, 72, 80, 100, 200):
            shown = text(agenda, looks(width=width)).splitlines()
            assert len(shown) <= LINES, width
            assert "--all" in shown[-1], width


def test_there_is_more_of_a_section_where_there_is_room(crowds: list[Agenda], looks: Any) -> None:
    """A wide screen holds more than a narrow one, the long form all; JSON is whole always, and so is a pipe."""
    for agenda in crowds:
        counts = [text(agenda, look).count("Left the") for look in (looks(width=40), looks(), looks(everything=True))]
        assert counts == sorted(counts)
        assert counts[0] < counts[2]
        assert data(agenda, looks()) == data(agenda, looks(everything=True))
        shown = text(agenda, looks(terminal=False))
        items = sum(len(section.items) for section in agenda.first)
        above = len(lines(agenda.memory, looks(terminal=False)))
        assert len(shown.splitlines()) == 2 + above + items + sum(bool(section.counted) for section in agenda.rest) + 1
        assert "…" not in shown


def test_nothing_is_counted_while_lines_are_free(person: Full, templates: Templates, looks: Any) -> None:
    """Seven promises of one day are seven lines with their day, on a narrow screen too."""
    seller = person("Anna", *[("commitment", {"by": "me", "what": f"call {at}", "due": TODAY}) for at in range(7)])
    made = templates.table("agendas/first-days"), templates.table("questions")["question"]
    agenda = agenda_of(AgendaContext(seller, TODAY, Settings()), *made)
    for width in (40, 80):
        shown = text(agenda, looks(width=width))
        assert len(shown.splitlines()) <= LINES
        words = " ".join(shown.split())
        assert [words.count(f"call {at} due Thu 19 Nov") for at in range(7)] == [1] * 7, shown


def begun(person: Callable[..., Seller], started: date, *more: tuple[str, dict[str, Any]]) -> Seller:
    """Return a seller in an onboarding, with three steps and what else is noted."""
    plan = [
        ("onboarding", {"id": "o1o1o", "plan": "new-seller"}),
        ("phase", {"phase": "early", "day": -30, "days": 30}),
        ("phase", {"phase": "understand", "day": 1, "days": 30, "every": 7}),
        ("step", {"what": "Call to say welcome", "owner": "manager", "phase": "early", "day": -10}),
        ("step", {"what": "Have lunch together", "owner": "manager", "phase": "understand", "day": 3}),
        ("step", {"what": "Follow three meetings", "owner": "seller", "phase": "understand", "day": 12}),
    ]
    return person("Maja \u00c5kesson", *plan, *more, key="maja-akesson", started=started)


def talked(person: Callable[..., Seller]) -> Seller:
    """Return her in her second week, after a talk."""
    said: list[tuple[str, dict[str, Any]]] = [
        ("talk", {"id": "k4f7q", "notes": "Good first week.", "lesson": "Ask, then wait.", "asked": [ASKED]}),
        ("rating", {"area": "discovery", "level": "red", "evidence": "showed the price before the need"}),
        ("rating", {"area": "asking for help", "level": "yellow", "evidence": "asks when stuck"}),
        ("commitment", {"by": "me", "what": "show the price list", "due": date(2026, 11, 17)}),
        ("need", {"what": "a quieter place to call from"}), ("feedback", {"to": "me", "what": "I interrupt"}),
    ]  # fmt: skip
    held = [(kind, {"on": date(2026, 11, 13), "talk": "k4f7q"} | fields) for kind, fields in said]
    example = ("value", {"value": "courage", "what": "called the customer we lost", "on": date(2026, 10, 1)})
    return begun(person, date(2026, 11, 9), *held, example)


def to_start(person: Callable[..., Seller]) -> Seller:
    """Return her a week before the first day."""
    return begun(person, date(2026, 11, 26))


EXPECTED = [
    Expected("asking for help", {"green": "asks early, and says what was tried"}, "phase"),
    Expected("product knowledge", {"green": "says which customers it fits, and where it does not"}, "phase"),
    Expected("discovery", {"green": "sums up the need before the offer"}, "own", "x1x1x"),
]


@pytest.fixture(params=[talked, to_start])
def newcomer(request: pytest.FixtureRequest, person: Callable[..., Seller], templates: Templates) -> Agenda:
    """Make the agenda of somebody new, after a talk and before the first day."""
    settings = Settings(values={"courage": "We call back the customer we lost."})
    sources = (templates.table("agendas/onboarding"), templates.table("questions")["question"])
    return agenda_of(AgendaContext(request.param(person), TODAY, settings, (), EXPECTED), *sources, "onboarding")


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_an_onboarding_is_as_reviewed(newcomer: Agenda, looks: Any, golden: SnapshotAssertion, width: int) -> None:
    """The talk with somebody new, letter by letter, on one screen."""
    shown = text(newcomer, looks(width=width))
    assert len(shown.splitlines()) <= LINES
    assert shown == golden


@pytest.mark.golden
def test_an_onboarding_on_paper_is_as_reviewed(
    newcomer: Agenda, looks: Any, templates: Templates, golden: SnapshotAssertion
) -> None:
    """The same as Markdown, whole."""
    assert document(newcomer, looks(), ".md", templates.text) == golden
