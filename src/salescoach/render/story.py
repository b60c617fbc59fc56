"""The screen of one seller: who she is, her lights with their history, her goals, what is open, her story."""

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from salescoach.coaching.ratings import Area
from salescoach.coaching.story import Entry, Story
from salescoach.coaching.telling import tell
from salescoach.records.rating import Rating
from salescoach.render.goals import goal_data, rows_of
from salescoach.render.json import record as as_json
from salescoach.render.look import Look
from salescoach.render.parts import SHAPES, grid, head, joined, level, light, short, text
from salescoach.render.weekly import late

_SHOWN = 12
"""Lines of the story on the first screen."""

_HISTORY = 8
"""Ratings of an area that are shown as its history."""


def screen(answer: Story, look: Look) -> Iterator[RenderableType]:
    """Draw one seller."""
    yield text(answer.name, "head")
    yield text(_who(answer, look), "quiet")
    if answer.areas:
        yield from ("", head(look, "story.lights"), _areas(answer, look))
    if answer.goals:
        yield from ("", head(look, "story.goals"), rows_of(answer.goals, look))
    if answer.open:
        yield from ("", head(look, "story.open"), _open(answer, look))
    yield ""
    yield from _story(answer, look)


def data(answer: Story, look: Look) -> dict[str, Any]:
    """Return one seller as JSON has her."""
    return {
        "seller": {"key": answer.key, **answer.header.model_dump(exclude_none=True), "left": answer.left},
        "levels": {area.name: area.level for area in answer.areas if area.level},
        "goals": [goal_data(one) for one in answer.goals],
        "open": [_entry_data(one, look) for one in answer.open],
        "records": [as_json(record) for record in answer.records],
    }


def layout(answer: Story, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of a seller and what goes into it."""
    return "story", {
        "name": answer.name,
        "who": _who(answer, look),
        "day": look.day(look.today, "long"),
        "areas": [(area.name, look.level(area.level), area.now.evidence or "") for area in answer.areas],
        "goals": [(one.goal.title, look.say(f"goals.pace.{one.pace}")) for one in answer.goals],
        "open": [_entry_line(one, look) for one in answer.open],
        "records": [(look.day(one.on), look.say(tell(one, answer.titles))) for one in answer.records],
        "words": {key: look.say(f"story.{key}") for key in ("lights", "goals", "open", "story")},
    }


def _who(answer: Story, look: Look) -> str:
    header = answer.header
    since = look.say("story.since", started=header.started) if header.started else ""
    left = look.say("story.left") if answer.left else ""
    return joined((left, header.role or "", since, header.email or "", header.placed_at or "", f"{answer.key}.toml"))


def _areas(answer: Story, look: Look) -> Table:
    table = grid(look, 4, wraps=3)
    for area in answer.areas:
        table.add_row(text(area.name), level(area.level, look), _history(area), text(_evidence(area, look), "why"))
    return table


def _history(area: Area) -> Text:
    shapes = (Text(SHAPES[one.level], style=one.level or "grey") for one in area.ratings[-_HISTORY:])
    return Text(" ").join(shapes)


def _evidence(area: Area, look: Look) -> str:
    return joined((area.now.evidence or "", look.day(area.now.on)))


def _open(answer: Story, look: Look) -> Table:
    table = grid(look, 4, wraps=2)
    for one in answer.open:
        due = late(one.promise, look) if one.promise else look.day(one.on)
        table.add_row(short(one.id), text(_whose(one, answer, look), "quiet"), text(one.text), text(due, "why"))
    return table


def _whose(one: Entry, answer: Story, look: Look) -> str:
    if one.promise is None:
        return look.say(f"story.{one.kind}")
    return look.say(f"story.owed_by_{one.promise.by}", name=answer.first_name)


def _story(answer: Story, look: Look) -> Iterator[RenderableType]:
    if not answer.records:
        yield text(look.say("story.nothing", key=answer.key))
        return
    whole = look.everything or answer.narrowed or not look.terminal
    shown = answer.records if whole else answer.records[:_SHOWN]
    yield head(look, "story.story")
    table = grid(look, 3, wraps=2)
    for record in shown:
        mark = light(record.level, look) if isinstance(record, Rating) else Text("~" if record.private else "")
        table.add_row(text(look.day(record.on), "quiet"), mark, text(look.say(tell(record, answer.titles))))
    yield table
    if len(shown) < len(answer.records):
        yield text(look.say("counted.others", n=len(answer.records) - len(shown)), "quiet")


def _entry_line(one: Entry, look: Look) -> str:
    return joined((one.text, late(one.promise, look) if one.promise else look.day(one.on)))


def _entry_data(one: Entry, look: Look) -> dict[str, Any]:
    promise = one.promise
    due = {} if promise is None else {"by": promise.by, "due": promise.due, "days_late": promise.days_late}
    return {"id": one.id, "kind": one.kind, "text": one.text, "on": one.on, **due, "shown": _entry_line(one, look)}
