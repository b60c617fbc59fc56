"""The screens of undo: what was taken back, and what can be."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.care.rules.undone import UndoList, Undone
from salescoach.kit.look import Look
from salescoach.kit.parts import head, listing, text


def screen(answer: Undone | UndoList, look: Look) -> Iterator[Text | Table | str]:
    """Draw what was taken back, or what can be."""
    if isinstance(answer, Undone):
        yield text(look.say("undone.done", label=answer.step.label, files=list(answer.step.files)))
        return
    yield head(look, "undone.title")
    rows = ((text(look.day(step.on), "quiet"), text(step.label)) for step in answer.steps)
    yield listing(rows, look, wraps=1) if answer.steps else text(look.say("undone.none"))


def data(answer: Undone | UndoList, _look: Look) -> dict[str, Any]:
    """Return the same as JSON has it."""
    return {"undone": answer.step} if isinstance(answer, Undone) else {"undo": answer.steps}
