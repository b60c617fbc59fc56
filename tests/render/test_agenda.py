from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from salescoach.answer import Answer
from salescoach.coaching.agenda import Agenda, agenda_of
from salescoach.journal.templates import Templates
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.render.agenda import LINES
from salescoach.render.screen import data, text

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Full = Callable[[str], Seller]

LONG = "Left the second meeting without asking for a decision, although the buyer had said that the budget is there"


@pytest.fixture(scope="session", params=["check-in", "development"])
def crowded(request: pytest.FixtureRequest, full: Full, templates: Templates) -> Agenda:
    """Make the agenda of somebody with a lot open, all of it long."""
    made = full(LONG)
    topics = [one.model_copy(update={"id": f"t{at}x1y"}) for at in range(9) for one in made.records["topic"]]
    owed = [one.model_copy(update={"id": f"c{at}x1y"}) for at in range(5) for one in made.records["commitment"]]
    seller = replace(made, records={**made.records, "topic": topics, "commitment": owed})
    template, catalogue = templates.table(f"agendas/{request.param}"), templates.table("questions")["question"]
    return agenda_of(seller, Book(), template, catalogue, settings=Settings(), today=date(2026, 11, 19))


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
    red = next(item for part in made["sections"] if part["key"] == "work" for item in part["items"])
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
