"""The screen of small actions: this week's tally, and how strong each habit is."""

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from salescoach.coaching.habits import Habit, Tally
from salescoach.render.look import Look
from salescoach.render.parts import text

_BAR = 10


def screen(answer: Tally, look: Look) -> Iterator[RenderableType]:
    """Draw the tally."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="quiet")
    table.add_column(look.say("habits.column.action"), no_wrap=True)
    table.add_column(look.say("habits.column.week"), justify="right", no_wrap=True)
    table.add_column(look.say("habits.column.total"), justify="right", no_wrap=True)
    table.add_column(look.say("habits.column.strength"), no_wrap=True)
    if not look.narrow:
        table.add_column(look.say("habits.column.what"), no_wrap=not look.terminal)
    for habit in answer.habits:
        cells = (text(str(habit.week)), text(str(habit.total)), _strength(habit, look))
        what = () if look.narrow else (text(answer.titles.get(habit.action, ""), "why"),)
        table.add_row(text(habit.action, "name"), *cells, *what)
    yield table
    yield text(_next(answer, look), "quiet")


def data(answer: Tally, look: Look) -> dict[str, Any]:
    """Return the tally as JSON has it."""
    del look
    return {"actions": answer.habits}


def _strength(habit: Habit, look: Look) -> Text:
    if not habit.total:
        return Text("")
    full = round(habit.strength * _BAR)
    bar = Text("━" * full, style="code") + Text("─" * (_BAR - full), style="quiet")
    return bar + text(f" {look.say('habits.in_place')}") if habit.in_place else bar


def _next(answer: Tally, look: Look) -> str:
    """Return what to do next: one more action once another is in place (S2.2), else how to note one."""
    unused = next((one.action for one in answer.habits if not one.total), None)
    if unused and any(one.in_place for one in answer.habits):
        return look.say("habits.next", action=unused)
    return look.say("habits.hint", action=answer.habits[0].action)
