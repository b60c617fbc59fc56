"""The screen of small actions: this week's count, how strong each is, who is left out, and the one for today."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from rich.table import Table
from rich.text import Text

from salescoach.actions.rules.habits import SHOWN, Habit
from salescoach.actions.rules.whom import Suggestion, Tally
from salescoach.kit.look import Look
from salescoach.kit.parts import CAP, GAP, bar, joined, listing, text

_SHORT_BAR = 5
"""Cells of a bar where it is narrow."""

_DONE, _NOT = "█", "▁"
"""A week in which it was done, and one in which it was not."""

_WHOLE = 100
"""What a strength of 1 is on screen."""


def screen(answer: Tally, look: Look) -> Iterator[Text | Table]:
    """Draw the tally: the chosen ones, or all that were ever done; in the long form all there are, week by week."""
    if look.everything and answer.habits:
        yield _weeks(answer, look)
        yield text(look.say("habits.legend", done=_DONE, none=_NOT, weeks=SHOWN), "quiet")
    elif not answer.chosen and any(habit.total for habit in answer.habits):
        yield _table(answer, look)
    if rows := list(_rows(answer, look)):
        yield listing(rows, look, wraps=1)
    yield from (text(one, "quiet") for one in _hints(answer, look))


def data(answer: Tally, look: Look) -> dict[str, Any]:
    """Return the tally as JSON has it."""
    today = answer.today and {
        "action": answer.today.action, "seller": answer.today.seller, "why": look.say(answer.today.why)
    }  # fmt: skip
    return {
        "actions": answer.habits, "chosen": answer.chosen, "left_out": answer.left, "today": today, "next": answer.next
    }  # fmt: skip


def _rows(answer: Tally, look: Look) -> Iterator[tuple[Text, Text]]:
    """Give a line each: the week, the strengths, who is left out, the one for today, what is next."""
    chosen = [next(one for one in answer.habits if one.action == name) for name in answer.chosen]
    label = look.say("habits.week", week=look.today.isocalendar().week)
    if chosen and not look.everything:
        counts = joined(look.say("habits.count", action=one.action, n=one.week) for one in chosen)
        yield text(label, "head"), text(look.say("habits.counts", counts=counts, n=len(chosen)))
        yield _labelled("strength", joined(_strong(one, look) for one in chosen), look)
    if answer.left:
        left = answer.left if look.whole else answer.left[:CAP]
        names = [look.say("habits.left_out", name=one.name, weeks=one.days // 7) for one in left]
        over = len(answer.left) - len(left)
        yield _labelled("left", joined((*names, look.say("counted.others", n=over) if over else "")), look)
    if answer.today:
        yield _labelled("today", _told(answer.today, look), look)
    if answer.next:
        key = f"habits.next.{answer.next.lacks}" if answer.next.lacks else "habits.next.none"
        title = answer.titles.get(answer.next.action) or answer.next.action
        yield _labelled("next", look.say(key, title=title, action=answer.next.action, n=answer.next.n), look)


def _labelled(key: str, said: str, look: Look) -> tuple[Text, Text]:
    return text(look.say(f"habits.label.{key}"), "head"), text(said)


def _strong(habit: Habit, look: Look) -> str:
    key = "habits.strong" if habit.in_place else "habits.count"
    return look.say(key, action=habit.action, n=round(habit.strength * _WHOLE), since=habit.since)


def _told(one: Suggestion, look: Look) -> str:
    name = one.name or look.say("habits.all")
    return look.say("habits.today", name=name, action=one.action, why=one.why)


def _hints(answer: Tally, look: Look) -> Iterable[str]:
    """Return what can be typed: to note one, to choose some, to let one go."""
    if not answer.chosen:
        some = [one.action for one in answer.habits][:2]
        noted = [look.say("habits.hint", action=some[0])] if any(one.total for one in answer.habits) else []
        return [*noted, look.say("habits.choose", names=" ".join(some))] if some else [look.say("habits.none")]
    one = answer.today
    first = one.action if one else answer.chosen[0]
    done = look.say("habits.done", action=first, seller=one.seller or "" if one else "NAME").rstrip()
    return [done, look.say("habits.drop", action=answer.chosen[0])] if answer.hint else [done]


def _table(answer: Tally, look: Look) -> Table:
    """Return a row an action that was done; where it is narrow, what it is and how often in all are left out."""
    table = _begun(
        ("action", "week", "strength") if look.narrow else ("action", "week", "total", "strength", "what"), look
    )
    for habit in [one for one in answer.habits if one.total]:
        name, week, strength = text(habit.action, "name"), text(str(habit.week)), _strength(habit, look)
        total, what = text(str(habit.total)), text(answer.titles.get(habit.action, ""), "why")
        table.add_row(*((name, week, strength) if look.narrow else (name, week, total, strength, what)))
    return table


def _weeks(answer: Tally, look: Look) -> Table:
    """Return a row an action, the chosen ones first, with a cell for each of the last weeks."""
    table = _begun(
        ("action", "weeks", "strong") if look.narrow else ("action", "weeks", "total", "strong", "what"), look
    )
    for habit in sorted(answer.habits, key=lambda one: (one.action not in answer.chosen, not one.total)):
        strip = Text("".join(_DONE if n else _NOT for n in habit.weeks), style="code") if habit.total else Text()
        strong = text(str(round(habit.strength * _WHOLE)) if habit.total else "")
        name, what = text(habit.action, "name"), text(answer.titles.get(habit.action, ""), "why")
        total = text(str(habit.total or ""))
        table.add_row(*((name, strip, strong) if look.narrow else (name, strip, total, strong, what)))
    return table


def _begun(columns: Iterable[str], look: Look) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="quiet")
    for column in columns:
        justify: Literal["left", "right"] = "right" if column in {"week", "total", "strong"} else "left"
        table.add_column(text(look.say(f"habits.column.{column}")), justify=justify, no_wrap=True)
    return table


def _strength(habit: Habit, look: Look) -> Text:
    strength = bar(habit.strength, _SHORT_BAR) if look.narrow else bar(habit.strength)
    return Text.assemble(strength, " ", text(look.say("habits.in_place"))) if habit.in_place else strength
