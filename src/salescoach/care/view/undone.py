"""The screens of undo and redo: what was taken back or done again, and what can be."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.care.rules import UndoList, Undone
from salescoach.coaching.view import row, shown
from salescoach.kit.look import Look
from salescoach.kit.parts import capped, head, listing, text

_WORDS = 60
"""Characters of each record that are enough to know it by."""


def screen(answer: Undone | UndoList, look: Look) -> Iterator[Text | Table | str]:
    """Draw what was taken back or done again, or what can be."""
    if isinstance(answer, Undone):
        yield from _turned(answer, look)
        return
    yield head(look, "undone.title")
    rows = ((text(look.day(step.on), "quiet"), text(step.label)) for step in answer.steps)
    yield listing(rows, look, wraps=1) if answer.steps else text(look.say("undone.none"))


def data(answer: Undone | UndoList, look: Look) -> dict[str, Any]:
    """Return the same as JSON has it."""
    if isinstance(answer, UndoList):
        return {"undo": answer.steps}
    records = [shown(record, page, look) for page in answer.pages for record in page.records]
    return {"redone" if answer.again else "undone": answer.step, "records": records}


def _turned(answer: Undone, look: Look) -> Iterator[Text | Table | str]:
    """Draw what a command had written: how many of each kind, and a few words of each; else what it was."""
    does = look.say("undone.again" if answer.again else "undone.back")
    if not answer.pages:
        yield text(look.say("undone.command", does=does, label=answer.step.label, files=list(answer.step.files)))
    for page in answer.pages:
        counted = Counter(record.kind for record in page.records)
        what = [look.words.count(kind, number) for kind, number in counted.items()]
        yield text(look.say("undone.records", does=does, name=page.name or look.say("written.me"), what=what), "head")
        records, more = capped(page.records, look)
        yield listing((row(record, page, look, _WORDS) for record in records), look, wraps=2)
        yield from more
