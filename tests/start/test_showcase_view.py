from collections.abc import Callable
from typing import Any

from salescoach.answer import Answer
from salescoach.kit.screen import data, text
from salescoach.records.seller import Seller

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Make = Callable[..., Seller]


def test_the_demo_is_a_week_an_agenda_and_what_to_try(answers: Answers, looks: Looks) -> None:
    """It shows two screens and ends with commands to type."""
    shown = text(answers("Anna")["Showcase"], looks())
    for part in ("A made-up team of ten, in Anna.", "Before a talk with Anna: coach prep anna-berg", "\n  Anna\n"):
        assert part in shown
    assert text(answers("Anna")["Weekly"], looks()) in shown


def test_json_has_both(answers: Answers, looks: Looks) -> None:
    """The week and the agenda as their own commands give them."""
    made, found = data(answers("Anna")["Showcase"], looks()), answers("Anna")
    assert made["weekly"]["sellers"] == data(found["Weekly"], looks())["sellers"]
    assert made["prep"]["sections"] == data(found["Agenda"], looks())["sections"]
