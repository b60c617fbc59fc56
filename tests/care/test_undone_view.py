from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.answer import Answer
from salescoach.care.rules.undone import Command, UndoList, Undone
from salescoach.kit.screen import data, text
from salescoach.records.seller import Seller

Answers = Callable[[str], dict[str, Answer]]
Looks = Callable[..., Any]
Make = Callable[..., Seller]

STEP = Command("log anna", date(2026, 11, 19), ("sellers/anna-berg.toml", "me.toml"))


def test_what_was_taken_back_is_named(looks: Looks) -> None:
    """The command and its files."""
    assert text(Undone(step=STEP), looks()) == "Taken back: log anna (sellers/anna-berg.toml, me.toml).\n"
    assert data(Undone(step=STEP), looks())["undone"]["label"] == "log anna"


def test_what_can_be_taken_back_is_a_row_a_command(looks: Looks) -> None:
    """The day and the command, the last first; nothing is said to be nothing."""
    assert text(UndoList(steps=(STEP,)), looks()).splitlines()[1] == "Thu 19 Nov  log anna"
    assert text(UndoList(steps=()), looks()).splitlines()[1] == "There is nothing to take back."
    assert data(UndoList(steps=(STEP,)), looks())["undo"][0]["on"] == "2026-11-19"
