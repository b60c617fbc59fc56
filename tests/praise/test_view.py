from collections.abc import Callable
from typing import Any

from salescoach.answer import Answer
from salescoach.kit.screen import data, text
from salescoach.praise.rules import Praises
from salescoach.records.seller import Seller

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Make = Callable[..., Seller]


def test_whom_to_thank_stands_with_the_reason(answers: Answers, looks: Looks) -> None:
    """What for comes with how long it has been."""
    shown = text(answers("Anna")["Praises"], looks())
    assert shown.splitlines()[:2] == ["Thank today", "Anna  Anna  last praise 108 days ago"]


def test_nobody_to_thank_is_said_and_who_waits_is_listed(answers: Answers, looks: Looks) -> None:
    """Without anything new there is who was long without praise."""
    found = answers("Anna")["Praises"]
    assert isinstance(found, Praises)
    shown = text(Praises(thank=(), quiet=found.thank), looks())
    assert "Nothing new to thank for." in shown
    assert "Quiet for over a month\nAnna  last praise 108 days ago\n" in shown
    assert text(Praises(thank=(), quiet=()), looks()).count("\n") == 3


def test_json_has_the_reasons(answers: Answers, looks: Looks) -> None:
    """Who, how long, and what for, with the ids of the records."""
    made = data(answers("Anna")["Praises"], looks())["thank"][0]
    assert (made["name"], made["days"], made["reasons"][0]["code"]) == ("Anna", 108, "green")
