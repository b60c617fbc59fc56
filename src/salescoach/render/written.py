"""The screen of what was written: the records, as they were understood."""

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table

from salescoach.coaching.telling import tell
from salescoach.coaching.written import Page, Written
from salescoach.records.base import Record
from salescoach.records.rating import Rating
from salescoach.render.json import record as as_json
from salescoach.render.look import Look
from salescoach.render.parts import SHAPES, grid, short, text


def screen(answer: Written, look: Look) -> Iterator[RenderableType]:
    """Draw what was written, or would be."""
    for page in answer.pages:
        yield text(look.say("written.dry" if answer.dry else "written.to", name=page.name), "head")
        yield table_of(page, look)
    if not answer.dry:
        yield text(look.say("written.undo"), "quiet")


def data(answer: Written, look: Look) -> dict[str, Any]:
    """Return what was written as JSON has it."""
    keys = [page.key for page in answer.pages]
    return {
        "seller": keys[0] if len(keys) == 1 else None,
        "sellers": keys,
        "records": [as_json(record, seller=page.key) for page in answer.pages for record in page.records],
        "dry_run": answer.dry,
        "notices": [look.say(notice) for notice in answer.notices],
    }


def table_of(page: Page, look: Look) -> Table:
    """Return one row a record: its id, its kind, what it says."""
    table = grid(look, 3, wraps=2)
    for record in page.records:
        shape = SHAPES[record.level] + " " if isinstance(record, Rating) else ""
        style = (record.level or "grey") if isinstance(record, Rating) else ""
        line = text(shape, style).append_text(
            text(f" {_told(record, page, look)}" if shape else _told(record, page, look))
        )
        table.add_row(short(record.id), text(look.say(f"kind.{record.kind}"), "quiet"), line)
    return table


def _told(record: Record, page: Page, look: Look) -> str:
    told = look.say(tell(record, page.titles))
    return f"~ {told}" if record.private else told
