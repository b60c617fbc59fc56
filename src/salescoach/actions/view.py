"""The screen of small actions: this week's tally, and how strong each habit is."""

from collections.abc import Iterator
from typing import Any, Literal

from rich.table import Table
from rich.text import Text

from salescoach.actions.rules import Habit, Tally
from salescoach.kit.look import Look
from salescoach.kit.parts import GAP, bar, text

_SHORT_BAR = 5
"""Cells of a bar where it is narrow."""


def screen(answer: Tally, look: Look) -> Iterator[Text | Table]:
    """Draw the tally."""
    if answer.habits:
        yield _table(answer, look)
        yield text(_next(answer, look), "quiet")
    else:
        yield text(look.say("habits.none"))


def data(answer: Tally, look: Look) -> dict[str, Any]:
    """Return the tally as JSON has it."""
    del look
    return {"actions": answer.habits}


def _table(answer: Tally, look: Look) -> Table:
    """Return a row an action; where it is narrow, what it is and how often in all are left out."""
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="quiet")
    for column in ("action", "week", "strength") if look.narrow else ("action", "week", "total", "strength", "what"):
        justify: Literal["left", "right"] = "right" if column in {"week", "total"} else "left"
        table.add_column(text(look.say(f"habits.column.{column}")), justify=justify, no_wrap=True)
    for habit in answer.habits:
        name, week, strength = text(habit.action, "name"), text(str(habit.week)), _strength(habit, look)
        total, what = text(str(habit.total)), text(answer.titles.get(habit.action, ""), "why")
        table.add_row(*((name, week, strength) if look.narrow else (name, week, total, strength, what)))
    return table


def _strength(habit: Habit, look: Look) -> Text:
    if not habit.total:
        return Text("")
    strength = bar(habit.strength, _SHORT_BAR) if look.narrow else bar(habit.strength)
    return Text.assemble(strength, " ", text(look.say("habits.in_place"))) if habit.in_place else strength


def _next(answer: Tally, look: Look) -> str:
    """Return what to do next: one more action once another is in place (S2.2), else how to note one."""
    unused = next((habit.action for habit in answer.habits if not habit.total), None)
    if unused and any(habit.in_place for habit in answer.habits):
        return look.say("habits.next", action=unused)
    return look.say("habits.hint", action=answer.habits[0].action)
