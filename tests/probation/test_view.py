from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from salescoach.expectations.rules import expected_of
from salescoach.journal.templates import Templates
from salescoach.kit.document import document
from salescoach.kit.screen import text
from salescoach.probation.rules.deadlines import Rule
from salescoach.probation.rules.review import Review, review_of
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings

Looks = Callable[..., Any]
Make = Callable[..., Seller]

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
        ("rating", {"on": october(19), "area": "motivation", "level": "green"}),
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
@pytest.mark.parametrize("width", [80, 40])
def test_a_probation_is_as_reviewed(nora: Review, looks: Looks, golden: SnapshotAssertion, width: int) -> None:
    """The clock, the law, each light, what was not told, the help, our part."""
    shown = text(nora, looks(width=width))
    assert max(map(len, shown.splitlines())) <= width
    assert "…" not in shown
    assert shown == golden


@pytest.mark.golden
def test_the_document_of_a_probation_is_as_reviewed(
    nora: Review, looks: Looks, templates: Templates, golden: SnapshotAssertion
) -> None:
    """All of it as Markdown, also what green looks like."""
    assert document(nora, looks(terminal=False), ".md", templates.text) == golden


@pytest.mark.golden
@pytest.mark.parametrize("width", [80, 40])
def test_nothing_known_is_as_reviewed(
    person: Make, templates: Templates, looks: Looks, golden: SnapshotAssertion, width: int
) -> None:
    """The next commands, and all that is looked at."""
    assert text(_review(person("Bo Ek", key="bo-ek"), templates), looks(width=width)) == golden


def test_the_clock_says_what_is_next(person: Make, templates: Templates, looks: Looks) -> None:
    """As the days go by."""
    cases = [
        (
            date(2026, 9, 1),
            "It ends Sat 6 Mar 2027, 186 days left. Tell by Sat 20 Feb 2027, decide by Sat 13 Feb 2027.",
        ),
        (date(2027, 2, 13), "Tell by Sat 20 Feb 2027, decide by Sat 13 Feb 2027."),
        (date(2027, 2, 14), "It ends Sat 6 Mar 2027, 20 days left. Tell by Sat 20 Feb 2027: time to decide."),
        (date(2027, 2, 21), "It ends Sat 6 Mar 2027, 13 days left. The last day to tell was Sat 20 Feb 2027."),
        (date(2027, 3, 6), "It ends Sat 6 Mar 2027, 0 days left. The last day to tell was Sat 20 Feb 2027."),
        (date(2027, 3, 7), "It ended Sat 6 Mar 2027, 1 day ago, and nothing is decided."),
    ]  # fmt: skip
    for today, line in cases:
        one = person("Nora Vik", ("probation", {"on": FIRST, "country": "SE"}), started=FIRST)
        shown = text(_review(one, templates, today), looks(today=today, width=200))
        assert line in shown, today
        assert ("It begins Mon 7 Sept" in shown) == (today < FIRST), today


def test_what_was_decided_just_now_is_said_in_a_line(person: Make, templates: Templates, looks: Looks) -> None:
    """The checks were before it; later they are shown again, and no next decision is offered."""
    one = person("Nora Vik", ("probation", {"on": TODAY, "outcome": "confirmed", "why": "ready"}))
    found = _review(one, templates)
    assert text(replace(found, fresh=True), looks()) == (
        "Probation of Nora Vik\nDecided Thu 19 Nov: stays on. · ready\n"
    )
    assert "A fair chance?" in text(found, looks())
    assert "No light yet: nothing can be checked." in text(found, looks())
    assert "extend or end" not in text(found, looks())


def test_a_promise_of_each_state_is_counted(person: Make, templates: Templates, looks: Looks) -> None:
    """In our part, those that there are."""
    red = ("rating", {"on": october(1), "area": "closing", "level": "red"})
    made = [("commitment", {"id": f"c{at}c", "by": "me", "what": "x", "due": october(9)}) for at in range(3)]
    ended = [("settled", {"on": october(8), "of": f"c{at}c", "how": how}) for at, how in enumerate(("kept", "dropped"))]
    shown = text(_review(person("Nora", red, *made, *ended), templates), looks(width=200))
    assert "our part: you promised 3 things: 1 kept, 1 dropped, 1 late · no talk in 49 days" in shown


def test_who_leaves_has_the_days_beside_the_decision(person: Make, templates: Templates, looks: Looks) -> None:
    """By when to say so, and the last day, also where it was decided just now."""
    cases = [
        (date(2027, 2, 20), "It ends Sat 6 Mar 2027, 14 days left. Tell by Sat 20 Feb 2027."),
        (date(2027, 2, 21), "It ends Sat 6 Mar 2027, 13 days left. The last day to tell was Sat 20 Feb 2027."),
        (date(2027, 3, 7), "It ended Sat 6 Mar 2027. The last day to tell was Sat 20 Feb 2027."),
    ]  # fmt: skip
    for today, line in cases:
        one = person("Nora Vik", ("probation", {"on": FIRST, "country": "SE", "outcome": "ended"}), started=FIRST)
        found = _review(one, templates, today)
        for answer in (found, replace(found, fresh=True)):
            assert text(answer, looks(today=today, width=200)).splitlines()[1:3] == [
                "Decided Mon 7 Sept: does not stay on.",
                line,
            ]
