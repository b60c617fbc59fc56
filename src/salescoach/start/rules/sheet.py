"""The sheets of help: what can be typed, on one screen, made from the words that it is read by."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from salescoach.answer import Answer
from salescoach.errors import NotADate
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.words.dates import Dates

Tables = Sequence[Mapping[str, Any]]

_MARKS = {
    "level": "{}:",
    "light": "{}:",
    "text": "{}:",
    "initiative": "{}:",
    "who": "@{}",
    "join": "{}",
    "settle": "{}",
}
"""How a word of each table of marks.toml is typed."""

_TOGETHER = {"level", "light", "initiative"}
"""Tables whose words are all used alike: one row shows them."""

_ALIKE = {"her_topic": "topic", "my_topic": "topic", "fault": "praise", "dropped": "kept", "moved": "kept"}
"""Words of other tables that are used like one before them, and stand in its row: so that it stays one screen."""

_JOINS = {"due", "cue"}
"""What joins a promise and its day or its moment; other joining words of the table are read and never needed."""


@frozen
class SheetRow:
    """One way to type something: a word, or the day that is meant, all `words` for it, and which example shows it."""

    head: str | date | None
    words: tuple[str, ...]
    example: str = ""


@frozen(kw_only=True)
class Sheet(Answer):
    """All ways to type something, of one topic."""

    anywhere: ClassVar[bool] = True

    topic: str
    rows: tuple[SheetRow, ...]


def marks_of(tables: Tables) -> Sheet:
    """Return the marks (marks.toml, parsed; the journal's language first), with the first word of each language."""
    rows = []
    for table, typed in _MARKS.items():
        found = dict.fromkeys(name for one in tables for name in one.get(table, {}))
        names = [name for name in found if table != "join" or name in _JOINS]
        firsts = dict.fromkeys(_ALIKE.get(name, name) for name in names)
        alike = [[name for name in names if _ALIKE.get(name, name) == first] for first in firsts]
        for group in [names] if table in _TOGETHER else alike:
            first, *others = _once(
                words[0] for one in tables for name in group if (words := one.get(table, {}).get(name))
            )
            rows.append(SheetRow(typed.format(first), tuple(others), table if table in _TOGETHER else group[0]))
    return Sheet(topic="marks", rows=tuple(rows))


def dates_of(tables: Tables, today: date) -> Sheet:
    """Return what dates.toml says is accepted, by the day that it means today; None where a year would be asked for."""
    texts = _once(text for one in tables for text in (*one["accepted"].split(", "), *_each_once(one.get("same", {}))))
    dates = Dates(*tables)  # one that asks nobody which of two days is meant
    found: dict[date | None, list[str]] = {}
    for text in texts:
        found.setdefault(_meant(text, dates, today), []).append(text)
    days = sorted(found, key=lambda day: (day is None, day is not None and day < today, day or today))
    return Sheet(topic="dates", rows=tuple(SheetRow(day, tuple(found[day])) for day in days))


def _once(texts: Iterable[str]) -> Iterable[str]:
    """Return each text once, as the first language spells it."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(key_form(text), text)
    return found.values()


def _each_once(same: Mapping[str, str]) -> Iterable[str]:
    """Return the first text of several that stand for the same."""
    return {meaning: text for text, meaning in reversed([*same.items()])}.values()


def _meant(text: str, dates: Dates, today: date) -> date | None:
    try:
        return dates.read(text, today=today)
    except NotADate:
        return None
