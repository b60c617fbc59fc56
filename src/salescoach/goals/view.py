"""The screen of goals: a bar, a pace and a date each."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.goals.rules import Goals, Standing
from salescoach.kit.look import Look
from salescoach.kit.parts import bar, joined, level, listing, moved, short, text
from salescoach.records.goal import aiming


def screen(answer: Goals, look: Look) -> Iterator[Text | Table]:
    """Draw the open goals, seller by seller."""
    if not any(standings for _, _, standings in answer.sellers):
        yield text(look.say("goals.none"))
        return
    for _, name, standings in answer.sellers:
        if standings:
            yield text(name, "head")
            yield from shown(standings, look)
    yield text(look.say("goals.hint"), "quiet")


def data(answer: Goals, look: Look) -> dict[str, Any]:
    """Return the open goals as JSON has them."""
    del look
    return {"goals": [goal_data(one) | {"seller": key} for key, _, found in answer.sellers for one in found]}


def shown(standings: Sequence[Standing], look: Look) -> Iterator[Text | Table]:
    """Give a row a goal, and below what there is no room for in it."""
    yield listing((_row(standing, look) for standing in standings), look, wraps=1)
    yield from (text(line, "quiet") for one in standings for line in _about(one, look))


def told(one: Standing, look: Look) -> str:
    """Return where a goal stands in words: its numbers, its pace and its day, each with what it was."""
    return joined((numbers(one, look), look.say(f"goals.pace.{one.pace}"), _due(one, look)))


def goal_data(one: Standing) -> dict[str, Any]:
    """Return where a goal stands as JSON has it."""
    goal = one.goal
    aim = {"id": goal.id, "title": goal.title, "measure": goal.measure, "unit": goal.unit, "figure": goal.figure}
    stands = {"start": goal.start, "target": one.target, "value": one.value, "level": one.level}
    pace = {"days_left": one.days_left, "way": one.way, "time": one.time, "pace": one.pace}
    was = {"due_was": one.due_was, "target_was": one.target_was, "suggested": one.suggested}
    about = {name: getattr(goal, name) for name in ("why", "horizon", "resources", "every")}
    looked = {"days_since_look": one.looked, "unseen": one.unseen} if goal.every else {}
    return {**aim, **stands, "due": one.due, **pace, **was, **about, "serves": one.serves, **looked}


def _about(one: Standing, look: Look) -> Iterator[str]:
    """Give from when a goal was moved, that it is to be looked at again, what it lacks; in the long form what for."""
    if one.due_was:
        yield look.say("goals.moved", due=_due(one, look), goal=one.goal.title)
    if one.unseen:
        yield look.say("reason.goal_unseen", days=one.looked, goal=one.goal.title)
    if one.lacks:
        yield look.say(one.lacks)
    known = {name: getattr(one.goal, name) for name in ("horizon", "why", "resources", "every")}
    said = [look.say(f"goals.{name}", what=what) for name, what in {**known, "serves": one.serves}.items() if what]
    if said and look.everything:
        yield joined((one.goal.title, *said))


def _row(one: Standing, look: Look) -> tuple[Text, ...]:
    due = look.say("goals.due", due=one.due) if one.due else ""
    pace = joined((look.say(f"goals.pace.{one.pace}"), due, look.say("goals.read") if one.read else ""))
    return short(one.goal.id), text(one.goal.title), _way(one, look), text(pace, "why")


def _due(one: Standing, look: Look) -> str:
    """Return the day of a goal, and which it was before it was moved."""
    return moved(look.say("goals.due", due=one.due), one.due_was, look) if one.due else ""


def _way(one: Standing, look: Look) -> Text:
    """Return a bar and numbers where there are some, a level where there is no bar."""
    parts = (
        bar(one.way) if one.way is not None else None,
        text(said) if (said := numbers(one, look)) else None,
        level(one.level, look) if one.level and one.way is None else None,
    )
    return Text(" ").join(part for part in parts if part)


def numbers(one: Standing, look: Look) -> str:
    """Return its value, of its target where it has one; a unit that the title has is not said twice."""
    value = one.value if one.value is not None else one.goal.start
    if value is None or (one.value is None and one.target is None):
        return ""
    if one.target is None:
        return look.say("goals.now", value=value)
    said_there = (one.goal.unit or "") in one.goal.title
    aim = one.target if said_there else aiming(one.goal, one.target)
    return moved(look.say("goals.way", value=value, aim=aim), one.target_was, look)
