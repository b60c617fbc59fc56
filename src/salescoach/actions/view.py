"""The screen of small actions: this week's count, how strong each is, who is left out, and the one for today."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.actions.rules.habits import Habit
from salescoach.actions.rules.whom import Tally
from salescoach.kit.look import Look
from salescoach.kit.parts import CAP, GAP, joined, listing, text

_DONE, _NOT = "█", "▁"
"""A week in which it was done, and one in which it was not."""


def screen(answer: Tally, look: Look) -> Iterator[Text | Table]:
    """Draw the chosen ones; week by week those that were done where none is chosen, in the long form all there are."""
    chosen = [one for name in answer.chosen for one in answer.habits if one.action == name]
    others = sorted(answer.habits, key=lambda one: (one not in chosen, not one.total))
    if shown := others if look.everything else [one for one in others if one.total and not chosen]:
        yield _table(shown, answer, look)
        yield text(look.say("habits.legend", done=_DONE, none=_NOT), "quiet")
    week = look.today.isocalendar().week
    said = [row for row in _rows(answer, chosen, look) if row[1]]
    if rows := [(text(look.say(key, week=week), "head"), text(one)) for key, one in said]:
        yield listing(rows, look, wraps=1)
    yield text(_hint(answer, look), "quiet")


def data(answer: Tally, look: Look) -> dict[str, Any]:
    """Return the tally as JSON has it."""
    ideas = {"today": answer.today, "next": answer.next}
    said = {
        key: one and {"action": one.action, "seller": one.seller, "why": look.say(one.why)}
        for key, one in ideas.items()
    }
    left = [{"seller": key, "name": name, "days": days} for key, name, days in answer.left]
    return {"actions": answer.habits, "chosen": answer.chosen, "left_out": left, **said}


def _rows(answer: Tally, chosen: Sequence[Habit], look: Look) -> Iterator[tuple[str, str]]:
    """Give the key of a label, and what is said: the week, the strengths, who is left out, today's, the next."""
    counts = joined(look.say("habits.count", action=one.action, n=one.week) for one in chosen)
    yield "habits.label.week", counts and look.say("habits.counts", counts=counts, n=len(chosen))
    strong = chosen or [one for one in answer.habits if one.in_place]
    said = [(one, {"action": one.action, "n": round(one.strength * 100), "since": one.since}) for one in strong]
    stands = (look.say("habits.strong" if one.in_place else "habits.count", **gaps) for one, gaps in said)
    yield "habits.label.strength", joined(stands)
    left = answer.left if look.whole else answer.left[:CAP]
    names = [look.say("habits.left_out", name=name, weeks=days // 7) for _, name, days in left]
    over = len(answer.left) - len(left)
    yield "habits.label.left", joined((*names, look.say("counted.others", n=over) if over else ""))
    if one := answer.today:
        name = one.name or look.say("habits.all")
        yield "habits.label.today", look.say("habits.today", name=name, action=one.action, why=one.why)
    if one := answer.next:
        title = answer.titles[one.action]
        yield "habits.label.next", look.say("habits.next.whole", title=title, why=one.why, action=one.action)


def _hint(answer: Tally, look: Look) -> str:
    """Return what can be typed: to note one and to let one go, or to choose some."""
    if answer.chosen:
        one = answer.today
        note = f"{one.action} {one.seller or ''}".rstrip() if one else f"{answer.chosen[0]} NAME"
        return look.say("habits.done", note=note, drop=answer.chosen[0])
    first = [one.action for one in answer.habits][:2]
    return look.say("habits.choose", names=" ".join(first), action=first[0]) if first else look.say("habits.none")


def _table(shown: Sequence[Habit], answer: Tally, look: Look) -> Table:
    """Return a row an action, with a cell for each of the last weeks; where it is narrow, with little beside it."""
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="quiet")
    for column in ("action", "weeks", "strong", *(() if look.narrow else ("total", "what"))):
        justify: Any = "right" if column in {"total", "strong"} else "left"
        table.add_column(text(look.say(f"habits.column.{column}")), justify=justify, no_wrap=True)
    for one in shown:
        strip = "".join(_DONE if n else _NOT for n in one.weeks) if one.total else ""
        strong, total = (str(round(one.strength * 100)), str(one.total)) if one.total else ("", "")
        more = () if look.narrow else (text(total), text(answer.titles.get(one.action, ""), "why"))
        table.add_row(text(one.action, "name"), Text(strip, style="code"), text(strong), *more)
    return table
