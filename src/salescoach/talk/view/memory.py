"""The lines above an agenda, for the manager alone: the last time, and a year ago."""

from collections.abc import Mapping
from typing import Any

from rich.text import Text

from salescoach.answer import Phrase
from salescoach.kit.look import Look
from salescoach.kit.parts import GAP, joined, light, text
from salescoach.kit.safe import line
from salescoach.talk.rules.items import Item
from salescoach.talk.rules.memory import Memory, Remembered
from salescoach.words.phrases import in_line

_LEAST = 12
"""Columns that are left of somebody's words where they are cut from the middle of a line."""


def lines(memory: Memory, look: Look, room: int | None = None) -> list[Text]:
    """Return what is remembered, at most three lines and what is private, each cut to so many columns."""
    title = Text(f"{_title(memory, look)}{' ' * GAP}", style="head")
    indent = Text("" if look.narrow or room is None else " " * title.cell_len)
    pressing = Text(" · ").join(_lit(item, look) for item in memory.pressing)
    rows = [row for row in (pressing, *(text(in_line(look.say(item.text))) for item in memory.said)) if row]
    found = [_cut(Text.assemble(indent if at else title, row), room) for at, row in enumerate(rows)]
    return [*found, _year(memory.year_ago.text, look, room)] if memory.year_ago else found


def shown(memory: Memory, look: Look) -> list[str]:
    """Return the same as a document has it, whole: a level is a word on paper."""
    pressing = joined(_on_paper(item, look) for item in memory.pressing)
    rows = [row for row in (pressing, *(look.say(item.text) for item in memory.said)) if row]
    rows[:1] = [f"{_title(memory, look)}: {row}" for row in rows[:1]]
    return [*rows, look.say(memory.year_ago.text)] if memory.year_ago else rows


def talk_data(one: Remembered, look: Look) -> dict[str, Any]:
    """Return one of the last talks as JSON has it: all of its notes, and what came of it."""
    talk = one.talk
    came = [{"kind": record.kind, "id": record.id, "text": look.say(said)} for record, said in one.came]
    about: Mapping[str, object] = {"id": talk.id, "on": talk.on, "agenda": talk.agenda, "notes": talk.notes}
    return {**about, "came": came}


def _title(memory: Memory, look: Look) -> str:
    return look.say("memory.last" if memory.talks else "memory.noted")


def _lit(item: Item, look: Look) -> Text:
    return Text(" ").join([*(light(level, look) for level in item.levels), text(in_line(look.say(item.text)))])


def _on_paper(item: Item, look: Look) -> str:
    levels = ", ".join(map(look.level, item.levels))
    return f"{look.say(item.text)} ({levels})" if levels else look.say(item.text)


def _year(what: Phrase, look: Look, room: int | None) -> Text:
    """Return the line of a year ago: what was said then gives way, how it stands now does not."""
    whole, notes = text(look.say(what)), line(str(what.data.get("notes", "")))
    if room is None or not notes or whole.cell_len <= room:
        return whole
    kept = len(notes) - (whole.cell_len - room)
    if kept < _LEAST:
        return text(look.say(Phrase(what.key.replace("seen", "bare"), what.data)))
    return text(look.say(Phrase(what.key, {**what.data, "notes": _cut(Text(notes), kept).plain})))


def _cut(row: Text, room: int | None) -> Text:
    """Return a line of at most so many columns, which ends with a word."""
    if room is None or row.cell_len <= room:
        return row
    row.truncate(room - 1)
    ends = row.plain.rstrip().rfind(" ")
    kept = row.plain[: ends if ends > room // 2 else None].rstrip(" ·,;:")
    return Text.assemble(row[: len(kept)], "…")
