"""The screen of one seller: who she is, her lights with their history, her goals, what is open, her story."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.coaching.lights import Area
from salescoach.coaching.telling import tell
from salescoach.goals.view import goal_data, shown, told
from salescoach.kit.json import record as as_json
from salescoach.kit.look import Look
from salescoach.kit.parts import head, joined, level, light, lights, listing, short, text
from salescoach.people.rules.story import Entry, Story
from salescoach.promises.rules import Helped
from salescoach.promises.view import kept_data, late, promise_data, words
from salescoach.records.base import Record
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller

_SHOWN = 12
"""Lines of the story on the first screen."""

_EXAMPLES = 2
"""Examples of a value on the first screen."""

_HISTORY = 3
"""Ratings of an area before the one of today that are shown as its history."""


def screen(answer: Story, look: Look) -> Iterator[Text | Table | str]:
    """Draw one seller."""
    yield text(answer.who.name, "head")
    yield text(_who(answer.who, look), "quiet")
    if answer.areas:
        areas = (_area(area, look) for area in answer.areas)
        yield from ("", head(look, "story.lights"), listing(areas, look, wraps=2))
    if answer.goals:
        yield from ("", head(look, "story.goals"), *shown(answer.goals, look))
    if answer.open:
        cells = (
            (short(one.id), text(_whose(one, answer, look), "quiet"), text(one.text), text(_due(one, look), "why"))
            for one in answer.open
        )
        yield from ("", head(look, "story.open"), listing(cells, look, wraps=2))
        yield from words(answer.kept, answer.who.first_name, look)
    if answer.helped:
        rows = (_helped(one, look) for one in answer.helped)
        yield from ("", head(look, "story.helped"), listing(rows, look, wraps=2))
    if answer.values:
        yield from ("", head(look, "story.values"), _values(answer, look))
    yield ""
    yield from _story(answer, look)


def data(answer: Story, look: Look) -> dict[str, Any]:
    """Return one seller as JSON has her."""
    values = {
        name: [{"id": one.id, "on": one.on, "what": one.what} for one in found] for name, found in answer.values.items()
    }
    return {
        "seller": {**answer.who.header.to_table(), "key": answer.who.key, "left": answer.who.left},
        "levels": {area.name: area.level for area in answer.areas if area.level},
        "goals": [goal_data(one) for one in answer.goals],
        "open": [_entry_data(one, look) for one in answer.open],
        "kept": kept_data(answer.kept),
        "values": values,
        **({"helped": list(answer.helped)} if answer.helped else {}),
        "records": [as_json(record) for record in answer.records],
    }


def layout(answer: Story, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of a seller and what goes into it."""
    return "story", {
        "name": answer.who.name,
        "who": _who(answer.who, look),
        "day": look.day(look.today, "long"),
        "areas": [(area.name, look.level(area.level), area.now.evidence or "") for area in answer.areas],
        "goals": [(one.goal.title, told(one, look)) for one in answer.goals],
        "open": [_entry_line(one, look) for one in answer.open],
        "values": [(name, one.what, look.day(one.on)) for name, found in answer.values.items() for one in found],
        "records": [(look.day(one.on), look.say(tell(one, answer.titles))) for one in answer.records],
        "words": {key: look.say(f"story.{key}") for key in ("lights", "goals", "open", "values", "story")},
    }


def _who(seller: Seller, look: Look) -> str:
    header = seller.header
    since = look.say("story.since", started=header.started) if header.started else ""
    left = look.say("story.left") if seller.left else ""
    return joined((left, header.role or "", since, header.email or "", header.placed_at or "", f"{seller.key}.toml"))


def _area(area: Area, look: Look) -> tuple[Text, ...]:
    """Return the cells of an area: its level, the evidence, and its levels before, oldest first."""
    before = [rating.level for rating in area.ratings[:-1]][-_HISTORY:]
    evidence = text(joined((area.now.evidence or "", look.day(area.now.on))), "why")
    return text(area.name), level(area.level, look), evidence, lights(before, look)


def _whose(one: Entry, answer: Story, look: Look) -> str:
    if one.promise is None:
        return look.say(f"story.{one.kind}")
    return look.say(f"story.owed_by_{one.promise.by}", name=answer.who.first_name)


def _helped(one: Helped, look: Look) -> tuple[Text, ...]:
    said = look.say("story.helped_since" if one.after else "story.helped_not_yet", what=one.what, day=one.since)
    return text(one.area), lights((one.before, one.after), look), text(said)


def _values(answer: Story, look: Look) -> Table:
    """Return the newest examples of each value; how many more there are stands behind the last of them."""
    rows = []
    for name, found in answer.values.items():
        shown = found if look.whole else found[:_EXAMPLES]
        for at, one in enumerate(shown):
            left = len(found) - len(shown) if at == len(shown) - 1 else 0
            more = text(look.say("counted.others", n=left), "quiet") if left else Text()
            said = Text(" ").join(part for part in (Text("~" if one.private else ""), text(one.what)) if part)
            rows.append((text("" if at else name), said, text(look.day(one.on), "why"), more))
    return listing(rows, look, wraps=1)


def _story(answer: Story, look: Look) -> Iterator[Text | Table | str]:
    if not answer.records:
        yield text(look.say("story.nothing", key=answer.who.key))
        return
    shown = answer.records if look.whole or answer.narrowed else answer.first[:_SHOWN]
    yield head(look, "story.story")
    yield listing((_told(record, answer, look) for record in shown), look, wraps=1)
    if len(shown) < len(answer.records):
        yield text(look.say("counted.others", n=len(answer.records) - len(shown)), "quiet")


def _told(record: Record, answer: Story, look: Look) -> tuple[Text, ...]:
    """Return the cells of a record: its day, and what it says behind its light or the mark of a private line."""
    mark = light(record.level, look) if isinstance(record, Rating) else Text()
    private = Text("~" if record.private else "")
    said = text(look.say(tell(record, answer.titles)))
    return text(look.day(record.on), "quiet"), Text(" ").join(part for part in (private, mark, said) if part)


def _entry_line(one: Entry, look: Look) -> str:
    return joined((one.text, _due(one, look)))


def _due(one: Entry, look: Look) -> str:
    return late(one.promise, look) if one.promise else look.day(one.on)


def _entry_data(one: Entry, look: Look) -> dict[str, Any]:
    due = {**promise_data(one.promise), "by": one.promise.by} if one.promise else {}
    return {**due, "id": one.id, "kind": one.kind, "text": one.text, "on": one.on, "shown": _entry_line(one, look)}
