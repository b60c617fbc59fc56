"""The screen of what was written: the records, as they were understood."""

from collections.abc import Iterator
from textwrap import shorten
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.coaching.telling import tell
from salescoach.coaching.written import Page, Written
from salescoach.kit.json import record as as_json
from salescoach.kit.look import Look
from salescoach.kit.parts import joined, light, listing, short, text
from salescoach.records.base import Record
from salescoach.records.rating import Rating
from salescoach.records.talk import Talk


def screen(answer: Written, look: Look) -> Iterator[Text | Table]:
    """Draw what was written, or would be."""
    for page in answer.pages:
        head = look.say("written.dry" if answer.dry else "written.to", name=page.name)
        other = next((record.on for record in page.records if record.on != look.today), None)
        yield text(look.say("written.on", head=head, day=other) if other else head, "head")
        yield listing((row(record, page, look) for record in page.records), look, wraps=2)
    if not answer.dry:
        yield text(look.say("written.undo"), "quiet")


def data(answer: Written, look: Look) -> dict[str, Any]:
    """Return what was written as JSON has it."""
    keys = [page.key for page in answer.pages]
    return {
        "seller": keys[0] if len(keys) == 1 else None,
        "sellers": keys,
        "records": [shown(record, page, look) for page in answer.pages for record in page.records],
        "dry_run": answer.dry,
        "notices": [look.say(notice) for notice in answer.notices],
    }


def shown(record: Record, page: Page, look: Look) -> dict[str, Any]:
    """Return a record as JSON has it; of a private one only that it is there, unless private lines are shown."""
    if record.private and not look.private:
        return {"kind": record.kind, "id": record.id, "on": record.on, "private": True, "seller": page.key}
    return as_json(record, seller=page.key)


def row(record: Record, page: Page, look: Look, most: int = 0) -> tuple[Text, ...]:
    """Return the cells of a record: its id, its kind and what it says, where `most` is given that many characters."""
    told = _told(record, page, look)
    said = text(shorten(told, most, placeholder="…") if most else told)
    if isinstance(record, Rating) and (look.private or not record.private):
        said = Text.assemble(light(record.level, look), " ", said)
    return short(record.id), text(look.say(f"kind.{record.kind}"), "quiet"), said


def _told(record: Record, page: Page, look: Look) -> str:
    if record.private and not look.private:
        return look.say("written.private")
    told = tell(record, page.titles)
    if not isinstance(record, Talk):
        return look.say(told)
    timed = record.minutes and told.key != "record.talk.timed"
    return joined((look.say(told), look.words.count("min", record.minutes or 0) if timed else "", record.agenda or ""))
