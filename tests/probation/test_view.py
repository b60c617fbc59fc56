from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from fixtures.answers import Looks, Make
from salescoach.expectations.rules import expected_of
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import text
from salescoach.probation.rules.deadlines import Clock, Rule
from salescoach.probation.rules.review import OnProbation, Probations, Review, review_of
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings

TODAY = date(2026, 11, 19)
FIRST = date(2026, 9, 7)


def october(day: int) -> date:
    """Return a day in October."""
    return date(2026, 10, day)


@pytest.fixture
def nora(person: Make, templates: Templates) -> Review:
    """Review a probation with a red that was helped and told, one that was neither, and more to look at."""
    one = person(
        "Nora Vik",
        ("probation", {"on": FIRST, "country": "SE", "counts": ["follow-up"]}),
        ("talk", {"id": "t1", "on": october(5)}),
        ("talk", {"id": "t2", "on": october(19)}),
        ("rating", {"on": october(5), "area": "discovery", "level": "red", "evidence": "price before any question"}),
        ("rating", {"on": date(2026, 9, 20), "area": "activity", "level": "yellow", "evidence": "four calls a day"}),
        ("rating", {"on": october(19), "area": "activity", "level": "green", "evidence": "ten calls a day"}),
        ("rating", {"on": october(19), "area": "pipeline", "level": "green"}),
        ("rating", {"on": october(19), "area": "follow-up", "level": "yellow", "evidence": "two offers went late"}),
        ("rating", {"on": october(26), "area": "closing", "level": "red"}),
        ("feedback", {"on": october(6), "area": "discovery", "what": "price came first", "next": "three questions"}),
        (
            "commitment",
            {"on": october(5), "by": "me", "what": "join two meetings", "area": "discovery", "remedy": "resource"},
        ),
        (
            "commitment",
            {
                "id": "c1d1c", "on": october(5), "by": "seller", "what": "write the questions down",
                "due": october(12), "area": "discovery", "remedy": "correction",
            },
        ),
        ("commitment", {"on": october(6), "by": "me", "what": "call Karin", "due": october(9), "area": "discovery"}),
        ("commitment", {"on": october(27), "by": "me", "what": "a list", "due": date(2026, 12, 1), "area": "crm"}),
        ("settled", {"on": october(12), "of": "c1d1c", "how": "kept"}),
        key="nora-vik",
        started=FIRST,
    )  # fmt: skip
    return _review(one, templates)


def _review(one: Seller, templates: Templates, today: date = TODAY) -> Review:
    expected = expected_of(one, (), templates.table("expectations/new")["expectation"])
    rules = [Rule(**one) for one in templates.table("probation")["country"]]
    return review_of(one, Book(), Settings(), expected, rules, today=today)


@pytest.mark.golden
def test_the_document_of_a_probation_is_as_reviewed(
    nora: Review, looks: Looks, templates: Templates, golden: SnapshotAssertion
) -> None:
    """All of it as Markdown, also what green looks like."""
    assert document(nora, looks(terminal=False), ".md", templates.text) == golden


@pytest.mark.golden
def test_what_is_next_is_as_reviewed(
    person: Make, templates: Templates, looks: Looks, golden: SnapshotAssertion
) -> None:
    """As the days go by, for one that is open and for one that ends; just decided; our part; nothing known at all."""

    def shown(today: date, *records: Any, fresh: bool = False, **head: Any) -> str:
        found = replace(_review(person("Nora Vik", *records, **head), templates, today), fresh=fresh)
        return text(found, looks(today=today, width=200))

    red = ("rating", {"on": october(1), "area": "closing", "level": "red"})
    made = [("commitment", {"id": f"c{at}c", "by": "me", "what": "x", "due": october(9)}) for at in range(3)]
    ended = [("settled", {"on": october(8), "of": f"c{at}c", "how": how}) for at, how in enumerate(("kept", "dropped"))]
    decided = ("probation", {"on": TODAY, "outcome": "confirmed", "why": "ready"})
    days = [date(2026, 9, 1), *(date(2027, 2, day) for day in (13, 14, 20, 21)), date(2027, 3, 6), date(2027, 3, 7)]
    screens = [shown(TODAY), shown(TODAY, decided), shown(TODAY, decided, fresh=True), shown(TODAY, red, *made, *ended)]
    for outcome, today in product((None, "ended"), days):
        noted = ("probation", {"on": FIRST, "country": "SE", "outcome": outcome})
        screens += [
            *shown(today, noted, started=FIRST).splitlines()[1:6],
            shown(today, noted, fresh=True, started=FIRST),
        ]
    assert "\n".join(screens) == golden


def ending(name: str, days_left: int, untold: int = 0, unhelped: int = 0, *, leaves: bool = False) -> OnProbation:
    """Return one who is on a probation that ends in so many days."""
    end = date.fromordinal(date(2026, 11, 19).toordinal() + days_left)
    tell, decide = date.fromordinal(end.toordinal() - 14), date.fromordinal(end.toordinal() - 21)
    return OnProbation(name.lower(), name, Clock(end, tell, decide, days_left, leaves=leaves), untold, unhelped)


ALL = (
    ending("Märta Sjögren Lindström af Ekenstam", -1, 2, 1), ending("Bo Ek", 13, 1), ending("Åsa Öberg", 20),
    ending("Søren Ærø", 97, unhelped=2), ending("Cy Gra", 14, leaves=True), ending("Di Hall", 3, leaves=True),
)  # fmt: skip


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("name", ["one", "all"])
def test_a_probation_is_as_reviewed(
    nora: Review, looks: Looks, golden: SnapshotAssertion, name: str, width: int
) -> None:
    """The clock, the law, each light, what was not told, the help, our part; of all what is next and missing."""
    shown = text(nora if name == "one" else Probations(sellers=ALL), looks(width=width))
    assert max(map(len, shown.splitlines())) <= width
    assert "…" not in shown
    assert shown == golden
