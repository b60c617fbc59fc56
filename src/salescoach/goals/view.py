"""The screen of goals: a bar, a pace and a date each."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.goals.rules import Goals, Standing
from salescoach.kit.look import Look
from salescoach.kit.parts import bar, joined, level, listing, moved, short, text
from salescoach.records.goal import aim_of


def screen(answer: Goals, look: Look) -> Iterator[Text | Table]:
    """Draw the open goals, seller by seller."""
    if not any(standings for _, _, standings in answer.sellers):
        yield text(look.say("goals.none"))
        return
    for _, name, standings in answer.sellers:
        if standings:
            yield text(name, "head")
            yield rows_of(standings, look)
    yield text(look.say("goals.hint"), "quiet")


def data(answer: Goals, look: Look) -> dict[str, Any]:
    """Return the open goals as JSON has them."""
    del look
    return {"goals": [goal_data(one) | {"seller": key} for key, _, found in answer.sellers for one in found]}


def rows_of(standings: Sequence[Standing], look: Look) -> Table:
    """Return a row a goal."""
    return listing((_row(standing, look) for standing in standings), look, wraps=1)


def goal_data(one: Standing) -> dict[str, Any]:
    """Return where a goal stands as JSON has it."""
    goal = one.goal
    aim = {"id": goal.id, "title": goal.title, "measure": goal.measure, "unit": goal.unit, "figure": goal.figure}
    stands = {"start": goal.start, "target": one.target, "value": one.value, "level": one.level}
    pace = {"days_left": one.days_left, "way": one.way, "time": one.time, "pace": one.pace}
    return {**aim, **stands, "due": one.due, **pace, "due_was": one.due_was, "target_was": one.target_was}


def _row(one: Standing, look: Look) -> tuple[Text, ...]:
    due = moved(look.say("goals.due", due=one.due), one.due_was, look) if one.due else ""
    pace = joined((look.say(f"goals.pace.{one.pace}"), due, look.say("goals.read") if one.read else ""))
    return short(one.goal.id), text(one.goal.title), _way(one, look), text(pace, "why")


def _way(one: Standing, look: Look) -> Text:
    """Return a bar and numbers where there are some, a level where there is no bar."""
    parts = (
        bar(one.way) if one.way is not None else None,
        text(said) if (said := _numbers(one, look)) else None,
        level(one.level, look) if one.level and one.way is None else None,
    )
    return Text(" ").join(part for part in parts if part)


def _numbers(one: Standing, look: Look) -> str:
    """Return its value, of its target where it has one; a unit that the title has is not said twice."""
    value, aim = one.value if one.value is not None else one.goal.start, aim_of(one.goal, one.target)
    if value is None or (one.value is None and aim is None):
        return ""
    said_there = (one.goal.unit or "") in one.goal.title
    said = look.say("goals.way" if aim else "goals.now", value=value, aim=one.target if said_there else aim)
    return moved(said, one.target_was, look)
