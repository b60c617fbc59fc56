"""The screen of an agenda: the first part on one screen, the rest a counted line each, whole under --all."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from salescoach.coaching.agenda import Agenda, heading
from salescoach.coaching.sections import Item, Section
from salescoach.render.look import Look
from salescoach.render.parts import SHAPES, joined, light, text

_SHOWN = {"open": 3, "promises": 4, "thanks": 1, "first_talk": 6}
"""Items of a section on the first screen, which has twenty lines; what is over is counted."""

_FEWEST = 2


def screen(answer: Agenda, look: Look) -> Iterator[RenderableType]:
    """Draw the agenda."""
    head = look.say("heading.her", name=answer.name) if answer.for_her else look.say(heading(answer))
    length = "" if answer.for_her else f"{answer.title}, {look.words.count('min', answer.minutes)}"
    yield text(joined((head, length)), "head")
    yield ""
    yield _table(answer.first, look, whole=look.everything or answer.for_her)
    if look.everything:
        for section in answer.rest:
            yield ""
            yield text(look.say(section.title), "head")
            yield _table([section], look, whole=True, titled=False)
    elif answer.rest:
        counted = [look.say(section.counted) for section in answer.rest if section.counted]
        yield from (text(line, "quiet") for line in counted)
        yield text(look.say("counted.more", key=answer.key), "quiet")


def data(answer: Agenda, look: Look) -> dict[str, Any]:
    """Return the agenda as JSON has it."""
    rhythm = answer.rhythm
    return {
        "seller": {
            "key": answer.key,
            "name": answer.name,
            "days_employed": answer.days_employed,
            "last_talk": rhythm.last_talk,
            "days_since": rhythm.days_since,
            "next_talk": rhythm.next_talk,
            "status": rhythm.status,
        },
        "agenda": answer.template,
        "minutes": answer.minutes,
        "sections": [_section_data(section, look) for section in (*answer.first, *answer.rest)],
        "asked": answer.asked,
        "sources": answer.sources,
    }


def layout(answer: Agenda, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of an agenda and what goes into it."""
    rest = answer.rest if look.everything or not answer.for_her else ()
    return "agenda", {
        "name": answer.name,
        "title": answer.title,
        "heading": look.say("heading.her", name=answer.name) if answer.for_her else look.say(heading(answer)),
        "day": look.day(look.today, "long"),
        "minutes": None if answer.for_her else answer.minutes,
        "for_her": answer.for_her,
        "sections": [_section_data(section, look) for section in (*answer.first, *rest)],
    }


def _table(sections: Sequence[Section], look: Look, *, whole: bool, titled: bool = True) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    if titled and not look.narrow:
        table.add_column(no_wrap=True, style="head")
    table.add_column(no_wrap=not look.terminal, overflow="fold")
    for section in sections:
        shown = section.items if whole else section.items[: _SHOWN.get(section.key, _FEWEST)]
        rows = [_item(item, look, cut=not whole) for item in shown]
        if len(shown) < len(section.items):
            rows[-1].append(f"  {look.say('counted.others', n=len(section.items) - len(shown))}", style="quiet")
        for at, row in enumerate(rows):
            title = _title(section, look) if titled and at == 0 else ""
            if titled and look.narrow and title:
                table.add_row(text(title, "head"))
            table.add_row(*([title] if titled and not look.narrow else []), row)
    return table


def _title(section: Section, look: Look) -> str:
    title = look.say(section.title)
    return look.say("section.timed", title=title, minutes=section.minutes) if section.minutes else title


def _item(item: Item, look: Look, *, cut: bool) -> Text:
    """Return one item: its levels, its text and, quieter, why it is there; cut to a line on the first screen."""
    row = Text()
    for level in item.levels:
        row.append_text(light(level, look) if len(item.levels) > 1 else Text(SHAPES[level], style=level or "grey"))
        row.append(" ")
    row.append_text(text(look.say(item.text)))
    why = text(look.say(item.why), "why") if item.why else Text()
    if cut and look.terminal:
        room = look.width - _TITLE - row.cell_len
        if room < why.cell_len + _GAP:
            row.truncate(max(_LEAST, look.width - _TITLE - why.cell_len - _GAP), overflow="ellipsis")
    if why:
        row.append("  ")
        row.append_text(why)
    return row


_TITLE = 24
"""Columns that the titles of sections take, with the gap after them."""

_GAP = 2
_LEAST = 20


def _section_data(section: Section, look: Look) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": look.say(section.title),
        "minutes": section.minutes,
        "items": [_item_data(item, look) for item in section.items],
    }


def _item_data(item: Item, look: Look) -> dict[str, Any]:
    return {
        "code": item.text.key.partition(".")[2],
        "text": look.say(item.text),
        "why": look.say(item.why) if item.why else None,
        "ids": item.ids,
        "levels": [level or "grey" for level in item.levels] or None,
    }
