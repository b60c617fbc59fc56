"""The screen of an agenda: the first part on one screen, the rest a counted line each, whole under --all."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import joined, text
from salescoach.talk.rules.agenda import Agenda, heading
from salescoach.talk.rules.items import Item, Section
from salescoach.talk.view import memory
from salescoach.talk.view.rows import Row, called, fitted, height, lines_of, rows_of, table

LINES = 20
"""Lines of the first screen: what is read in ninety seconds, between two doors."""

_PAGE = 80
_WRAPS = 1.75
"""Columns of a line that is remembered; where the screen is narrower, it is two lines, which end with a word each."""

_MOST = {"open": 4, "promises": 4, "thanks": 1, "first_talk": 6}
_USUAL = 2
"""Items of a section that are worth a line each."""

_LEASTS = tuple({"open": 2, "work": work, "figures": figures} for work, figures in ((3, 2), (2, 2), (2, 1), (1, 1)))
"""Items that a section has at least, ever fewer: of what she brings two, what to work on with a question and an
exercise, both lines of her figures."""


def screen(answer: Agenda, look: Look) -> Iterator[Text | Table | str]:
    """Draw the agenda."""
    length = "" if answer.for_her else f"{answer.title}, {look.words.count('min', answer.minutes)}"
    title = text(joined((look.say(heading(answer)), length)), "head")
    sheet = [text(look.say(answer.sheet), "quiet")] if answer.sheet else []
    rest = [] if look.everything or answer.for_her else list(_counted(answer, look))
    if look.whole or answer.for_her:
        above, rows = memory.lines(answer.memory, look), [row for part in answer.first for row in rows_of(part, look)]
    else:
        above, rows = _first_screen(answer, look, (title, *sheet, *rest))
    yield from (title, *sheet, *above, "", *table(rows, look), *rest)
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
        "sheet": look.say(answer.sheet) if answer.sheet else None,
        "last_time": [_item_data(item, look) for item in (*answer.memory.pressing, *answer.memory.said)] or None,
        "last_talks": [memory.talk_data(one, look) for one in answer.memory.talks] or None,
        "year_ago": _item_data(answer.memory.year_ago, look) if answer.memory.year_ago else None,
        "sources": answer.sources,
    }


def layout(answer: Agenda, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of an agenda and what goes into it."""
    rest = answer.rest if look.everything or not answer.for_her else ()
    return "agenda", {
        "name": answer.name,
        "title": answer.title,
        "heading": look.say(heading(answer)),
        "day": look.day(look.today, "long"),
        "remembered": memory.shown(answer.memory, look),
        "minutes": None if answer.for_her else answer.minutes,
        "for_her": answer.for_her,
        "sections": [_section_shown(section, look) for section in (*answer.first, *rest)],
    }


def _first_screen(answer: Agenda, look: Look, around: Sequence[Text]) -> tuple[list[Text], list[Row]]:
    """Return what is remembered and the rows that fit: as many as there is room for; what is said aloud stays whole.

    Where that is not enough, what takes no minutes of the talk is left for the long form, then what is remembered.
    """
    widths = (max(look.width, min(_PAGE, int(look.width * _WRAPS))), look.width)
    wide, narrow = (memory.lines(answer.memory, look, width) for width in widths)
    timed = [part for part in answer.first if part.minutes]
    shorter = [narrow[:many] for many in range(len(narrow), -1, -1)]
    tries = [(answer.first, wide), (answer.first, narrow), (timed, wide), *((timed, one) for one in shorter)]
    for least in _LEASTS:
        for parts, above in tries:
            rows = _filled(parts, look, LINES - 1 - height((*around, *above), look), least)
            if rows:
                return above, rows
    rows = [row for part in timed for row in rows_of(part, look, _LEASTS[-1].get(part.key, 1))]
    above = narrow[:1] if LINES - 1 - height((*around, *narrow[:1]), look) >= len(rows) else []
    return above, fitted(rows, look, LINES - 1 - height((*around, *above), look))


def _filled(parts: Sequence[Section], look: Look, room: int, least: Mapping[str, int]) -> list[Row]:
    """Return the rows of each section, one more of each in turn while there is room; none where the least is no fit.

    What is usual is worth cutting facts for; more than that is shown where there are lines left.
    """
    shown = {at: least.get(part.key, 1) for at, part in enumerate(parts)}
    rows = _fitting(parts, shown, look, room)
    for usual in (True, False):
        growing = [at for at in shown if rows]
        while growing:
            for at in growing.copy():
                most = _MOST.get(parts[at].key, _USUAL) if usual else len(parts[at].items)
                more = shown | {at: shown[at] + 1}
                tried = _fitting(parts, more, look, room) if shown[at] < min(most, len(parts[at].items)) else []
                if tried and (usual or _uncut(rows) <= _uncut(tried)):
                    shown, rows = more, tried
                else:
                    growing.remove(at)
    return rows


def _fitting(parts: Sequence[Section], shown: dict[int, int], look: Look, room: int) -> list[Row]:
    rows = [row for at, part in enumerate(parts) for row in rows_of(part, look, shown[at])]
    cut = fitted(rows, look, room, whole=True)
    return cut if lines_of(cut, look) <= room else []


def _uncut(rows: Sequence[Row]) -> set[tuple[str, str]]:
    """Return what rows say, and why where it is more than a reason to ask."""
    return {(row.said.plain, "" if row.spoken else row.why.plain) for row in rows}


def _counted(answer: Agenda, look: Look) -> Iterator[Text]:
    """Return the line that stands for each section behind the first screen, and how to see them whole."""
    counted = [look.say(section.counted) for section in answer.rest if section.counted]
    if counted:
        yield from (text(line, "quiet") for line in ([joined(counted)] if look.terminal else counted))
        yield text(look.say("counted.more", key=answer.key), "quiet")


def _section_data(section: Section, look: Look) -> dict[str, Any]:
    items = [_item_data(item, look) for item in section.items]
    return {"key": section.key, "title": look.say(section.title), "minutes": section.minutes, "items": items}


def _section_shown(section: Section, look: Look) -> dict[str, Any]:
    """Return a section as a document has it: a level is a word on paper."""
    items = [_item_data(item, look) | {"level": ", ".join(_levels(item, look))} for item in section.items]
    return _section_data(section, look) | {"items": items}


def _levels(item: Item, look: Look) -> list[str]:
    levels = [look.level(one) for one in item.levels]
    whose = [called(who, look) for who in item.whose]
    return [" ".join(pair) for pair in zip(whose, levels, strict=True)] if whose else levels


def _item_data(item: Item, look: Look) -> dict[str, Any]:
    return {
        "code": item.text.key.partition(".")[2],
        "text": look.say(item.text),
        "why": look.say(item.why) if item.why else None,
        "ids": item.ids,
        "levels": [level or "grey" for level in item.levels] or None,
    }
