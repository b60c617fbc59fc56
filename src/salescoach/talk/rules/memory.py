"""What an agenda remembers for the manager alone: the last time, the last talks and what came of them, a year ago."""

from collections.abc import Iterator
from datetime import date, timedelta
from textwrap import shorten

from salescoach.answer import Phrase, phrase
from salescoach.coaching.lights import Area, areas_of, reds, spoken
from salescoach.coaching.needs import unanswered
from salescoach.coaching.telling import tell, titles
from salescoach.frozen import frozen
from salescoach.people.rules.story import since_last_talk
from salescoach.records.base import Record
from salescoach.records.kinds import KINDS
from salescoach.records.note import Note
from salescoach.records.rating import LIGHTS, Rating
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk
from salescoach.records.values import LEVELS
from salescoach.talk.rules.items import Item, area_item, said

TALKS = 3
"""Talks that the long form looks back on."""

_SAID = 2
"""Lines of the last time: what presses, and what was said."""

_YEAR, _AROUND = timedelta(365), timedelta(30)

_START = 160
"""Letters of a talk's notes where it is one of several: two lines of a screen."""


@frozen
class Remembered:
    """A talk held, and what came of it: each record with its line."""

    talk: Talk
    came: tuple[tuple[Record, Phrase], ...]


@frozen
class Memory:
    """What presses since the last time, the lines of what was said, the last talks, one thing from a year ago."""

    pressing: tuple[Item, ...] = ()
    said: tuple[Item, ...] = ()
    talks: tuple[Remembered, ...] = ()
    year_ago: Item | None = None


def memory_of(seller: Seller, today: date) -> Memory:
    """Return what there is to remember; before the first talk that is what was noted."""
    talks, names = seller.all(Talk)[: -TALKS - 1 : -1], titles(seller)
    remembered = tuple(
        Remembered(talk, tuple((record, tell(record, names)) for record in _came_of(seller, talk))) for talk in talks
    )
    since = since_last_talk(seller) if talks else [one for found in seller.records.values() for one in found]
    recent = [*(record for talk in talks[:1] for record in _came_of(seller, talk)), *since]
    pressing = tuple(_pressing(seller, {record.id for record in recent}))
    notes = [record for record in recent if isinstance(record, Note)]
    last = [_told(talk, phrase("item.plain", text=_sentence(talk)), said(talk)) for talk in talks[:1] if talk.notes]
    lines = [*last, *_noted(notes, talks)][: _SAID - bool(pressing)]
    private = [_told(note, phrase("item.plain", text=note.text)) for note in notes if note.private]
    return Memory(pressing, (*lines, *private, *_towards(seller, today)), remembered, _year_ago(seller, today))


def _towards(seller: Seller, today: date) -> Iterator[Item]:
    """Give what she works towards; there is nothing of it where private lines are not shown."""
    if "purpose" not in seller.records:
        return
    from salescoach.purpose.rules import reminders

    yield from (Item(phrase("item.private", text=one), private=True) for one in reminders(seller, today))


def talk_items(seller: Seller, memory: Memory) -> tuple[Item, ...]:
    """Return the last talks, the latest first, each with what came of it; before them what was noted since."""
    names, since = titles(seller), since_last_talk(seller)
    items = [_told(record, tell(record, names), phrase("why.since", day=record.on)) for record in since]
    for one in memory.talks:
        notes = shorten(_sentence(one.talk), _START, placeholder=" …")
        gaps = {"day": one.talk.on, "agenda": one.talk.agenda or phrase("kind.talk"), "notes": notes}
        items.append(Item(phrase("item.talk" if notes else "item.talk_bare", **gaps), ids=(one.talk.id,)))
        items += [_told(record, phrase("item.came", what=line)) for record, line in one.came]
    return tuple(items)


def _told(record: Record, line: Phrase, why: Phrase | None = None) -> Item:
    """Return a record by its line, a private one as it was typed: behind a ~."""
    said = phrase("item.private", text=line) if record.private else line
    return Item(said, why, (record.id,), private=record.private)


def _came_of(seller: Seller, talk: Talk) -> list[Record]:
    """Return the records that were written in a talk."""
    kept = (kind for kind in KINDS if kind in seller.records)
    return [record for kind in kept for record in seller.records[kind] if getattr(record, "talk", None) == talk.id]


def _pressing(seller: Seller, ids: set[str]) -> Iterator[Item]:
    """Give what is red, the lights of a person first, and what is needed, where it was said the last time or since."""
    for area in sorted(reds(areas_of(seller)), key=lambda area: area.name not in LIGHTS):
        if area.now.id in ids:
            yield area_item(area, phrase("why.red", day=area.since))
    for need in unanswered(seller):
        if need.id in ids:
            yield _told(need, phrase("item.need", what=need.what), said(need))


def _noted(notes: list[Note], talks: list[Talk]) -> Iterator[Item]:
    """Give what was noted last since the last talk."""
    ids, key = {talk.id for talk in talks}, "item.noted_since" if talks else "item.noted"
    for note in [note for note in notes if note.talk not in ids and not note.private][-1:]:
        yield Item(phrase(key, day=note.on, text=note.text), said(note), (note.id,))


def _sentence(talk: Talk) -> str:
    """Return the notes of a talk as its line tells them."""
    return str(tell(talk, {}).data.get("notes", ""))


def _year_ago(seller: Seller, today: date) -> Item | None:
    """Return how the area stood that has changed most since about a year ago, else what was said then."""
    found = [(area, then) for area in areas_of(seller) for then in _then(area, today) if area.level]
    moved = [one for one in found if one[0].level != one[1].level or one[0].level != "yellow"]
    for area, then in sorted(moved, key=lambda one: (-_moved(*one), one[1].level != "red"))[:1]:
        shown = sum(bool(rating.evidence) for rating in area.standing if rating is not then)
        keys = ("year.seen_now", "year.bare_now") if shown else ("year.seen", "year.bare")
        levels = {"was": phrase(f"level.{then.level}"), "now": phrase(f"level.{area.level}")}
        evidence = f"{(then.evidence or '').rstrip('. ')}."
        key = keys[not then.evidence]
        return Item(phrase(key, area=spoken(area.name), notes=evidence, n=shown, **levels), ids=(then.id, area.now.id))
    for talk in [talk for talk in seller.all(Talk) if talk.notes and _is_near(talk, today)][-1:]:
        return Item(phrase("year.talk", day=talk.on, notes=_sentence(talk)), ids=(talk.id,))
    return None


def _then(area: Area, today: date) -> list[Rating]:
    """Return the rating nearest to a year ago, where one is near and it was rated again since."""
    near = [rating for rating in area.ratings[:-1] if rating.level and _is_near(rating, today)]
    return sorted(near, key=lambda rating: abs(today - rating.on - _YEAR))[:1]


def _is_near(record: Record, today: date) -> bool:
    return abs(today - record.on - _YEAR) <= _AROUND


def _moved(area: Area, then: Rating) -> int:
    """Return over how many levels an area has moved."""
    return abs(LEVELS.index(area.level) - LEVELS.index(then.level)) if area.level and then.level else 0
