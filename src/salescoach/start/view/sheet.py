"""The screen of a sheet of help: a row for each way to type something."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import listing, text
from salescoach.start.rules.sheet import Sheet, SheetRow


def screen(answer: Sheet, look: Look) -> Iterator[Text | Table]:
    """Draw the rows, and what else there is to know."""
    yield text(look.say(f"help.{answer.topic}.title", today=look.today), "head")
    sides = [(_head(row, answer, look), _example(row, answer, look), ", ".join(row.words)) for row in answer.rows]
    examples = any(example for _, example, _ in sides)
    shown = [(text(head, "code"), text(example), text(words, "why")) for head, example, words in sides]
    yield listing(shown if examples else [(row[0], row[2]) for row in shown], look, wraps=2 if examples else 1)
    yield text(look.say(f"help.{answer.topic}.more"), "quiet")


def data(answer: Sheet, look: Look) -> dict[str, Any]:
    """Return the rows as JSON has them."""
    rows = [{"head": row.head, "words": row.words, "example": _example(row, answer, look)} for row in answer.rows]
    return {"topic": answer.topic, "rows": [{key: part for key, part in row.items() if part} for row in rows]}


def _head(row: SheetRow, answer: Sheet, look: Look) -> str:
    if row.head is None:
        return look.say(f"help.{answer.topic}.unsure")
    return look.day(row.head, "long") if isinstance(row.head, date) else row.head


def _example(row: SheetRow, answer: Sheet, look: Look) -> str:
    """Return an example; a word of the manager's own, which has none, goes without."""
    key = f"help.{answer.topic}.{row.example}"
    return look.say(key) if row.example and look.words.has(key) else ""
