"""The screen of an agenda: the first part on one screen, the rest a counted line each, whole under --all."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import joined, text
from salescoach.talk.rules.agenda import Agenda, heading
from salescoach.talk.rules.items import Item, Section
from salescoach.talk.view.rows import Row, fitted, height, lines_of, rows_of, table

LINES = 20
"""Lines of the first screen: what is read in ninety seconds, between two doors."""

_MOST = {"open": 4, "promises": 4, "thanks": 1, "first_talk": 6}
_USUAL = 2
"""Items of a section on the first screen; what is over is counted."""

_HERS = "open"
"""The section that her own topics stand in: the first of them gives way to nothing."""

_MANY = 8
"""Sections on the first screen that leave no room for a line for each behind it."""

_TRIED = (6, 4, 3, 2, 1)
"""Items of any section, tried from above until all fits."""


def screen(answer: Agenda, look: Look) -> Iterator[Text | Table | str]:
    """Draw the agenda."""
    head = look.say("heading.her", name=answer.name) if answer.for_her else look.say(heading(answer))
    length = "" if answer.for_her else f"{answer.title}, {look.words.count('min', answer.minutes)}"
    title = text(joined((head, length)), "head")
    yield from (title, "")
    rest = [] if look.everything or answer.for_her else list(_counted(answer, look))
    if look.whole or answer.for_her:
        rows = [row for part in answer.first for row in rows_of(part, look)]
    else:
        rows = _first_screen(answer, look, LINES - 1 - height((title, *rest), look))
    yield from (*table(rows, look), *rest)
    if look.everything:
        for section in answer.rest:
            yield ""
            yield text(look.say(section.title), "head")
            yield from (row.body for row in rows_of(section, look))


def data(answer: Agenda, look: Look) -> dict[str, Any]:
    """Return the agenda as JSON has it."""
    rhythm = answer.rhythm
    talks = {"last_talk": rhythm.last_talk, "days_since": rhythm.days_since, "next_talk": rhythm.next_talk}
    seller = {"key": answer.key, "name": answer.name, "days_employed": answer.days_employed}
    return {
        "seller": {**seller, **talks, "status": rhythm.status},
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
        "sections": [_section_shown(section, look) for section in (*answer.first, *rest)],
    }


def _first_screen(answer: Agenda, look: Look, room: int) -> list[Row]:
    """Return the rows that fit: long facts are cut first, then there are fewer rows; what is said aloud stays whole.

    Where that is not enough, what takes no minutes of the talk is left for the long form.
    """
    for most in _TRIED:
        rows = [row for part in answer.first for row in rows_of(part, look, _shown(part.key, most))]
        cut = fitted(rows, look, room, whole=True)
        if lines_of(cut, look) <= room:
            return cut
    timed = [row for part in answer.first if part.minutes for row in rows_of(part, look, _shown(part.key, 1))]
    return fitted(timed, look, room)


def _shown(key: str, most: int) -> int:
    """Return how many items of a section are shown where there is room for so many of any."""
    return max(min(most, _MOST.get(key, _USUAL)), 2 if key == _HERS else 1)


def _counted(answer: Agenda, look: Look) -> Iterator[Text]:
    """Return the line that stands for each section behind the first screen, and how to see them whole."""
    counted = [look.say(section.counted) for section in answer.rest if section.counted]
    if counted:
        joint = look.narrow or (look.terminal and len(answer.first) > _MANY)
        yield from (text(line, "quiet") for line in ([joined(counted)] if joint else counted))
        yield text(look.say("counted.more", key=answer.key), "quiet")


def _section_data(section: Section, look: Look) -> dict[str, Any]:
    items = [_item_data(item, look) for item in section.items]
    return {"key": section.key, "title": look.say(section.title), "minutes": section.minutes, "items": items}


def _section_shown(section: Section, look: Look) -> dict[str, Any]:
    """Return a section as a document has it: a level is a word on paper."""
    items = [_item_data(item, look) | {"level": ", ".join(map(look.level, item.levels))} for item in section.items]
    return _section_data(section, look) | {"items": items}


def _item_data(item: Item, look: Look) -> dict[str, Any]:
    return {
        "code": item.text.key.partition(".")[2],
        "text": look.say(item.text),
        "why": look.say(item.why) if item.why else None,
        "ids": item.ids,
        "levels": [level or "grey" for level in item.levels] or None,
    }
