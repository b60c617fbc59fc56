"""The screen of all who are in an onboarding, side by side: phase, day, steps, lights, the days left to decide."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import GAP, gapped, joined, lights, text
from salescoach.onboarding.rules.standing import Newcomer, Newcomers
from salescoach.records.rating import LIGHTS

_WIDEST = {"name": 16, "phase": 11}
"""Columns of what is cut, so that there is room for the rest."""


def screen(answer: Newcomers, look: Look) -> Iterator[Text | Table | str]:
    """Draw a line a seller, two where it is narrow."""
    if not answer.sellers:
        yield text(look.say("onboard.nobody"))
        return
    if look.narrow:
        for one in answer.sellers:
            yield from _lines(one, look)
    else:
        yield _table(answer, look)
    yield text(look.say("weekly.legend"), "quiet")
    yield text(look.say("onboard.hint_one", key=answer.sellers[0].key), "quiet")


def data(answer: Newcomers, _look: Look) -> dict[str, Any]:
    """Return the same as JSON has it."""
    return {
        "sellers": [
            {
                **{name: getattr(one, name) for name in ("key", "name", "plan", "started", "phase", "day", "done")},
                "steps": one.all,
                "late": one.late,
                "levels": {area: level for area, level in zip(LIGHTS, one.lights, strict=True) if level},
                **(one.clock.times if one.clock else {}),
                "days_to_decide": one.clock.days_to_decide if one.clock else None,
            }
            for one in answer.sellers
        ]
    }


def _table(answer: Newcomers, look: Look) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="quiet")
    for column in ("name", "phase", "day", "steps", "late", "lights", "decide"):
        named = "weekly.column.lights" if column == "lights" else f"onboard.column.{column}"
        widest = None if look.whole else _WIDEST.get(column)
        table.add_column(Text(look.say(named)), no_wrap=True, overflow="ellipsis", max_width=widest)
    for one in answer.sellers:
        late = text(str(one.late) if one.late else "", "why")
        cells = (text(one.name, "name"), text(one.title), text(_day(one, look)), text(_count(one, look)), late)
        table.add_row(*cells, lights(one.lights, look), text(_decide(one, look, headed=True)))
    return table


def _lines(one: Newcomer, look: Look) -> Iterator[Text]:
    name, rest = text(one.name, "name"), gapped((text(_day(one, look)), text(_count(one, look))))
    shown = lights(one.lights, look).append(" ")
    late = look.say("weekly.late", n=one.late) if one.late else ""
    how = Text.assemble("  ", text(joined((one.title, late, _decide(one, look, headed=False))), "quiet"))
    if not look.whole:
        name.truncate(look.width - shown.cell_len - rest.cell_len - GAP, overflow="ellipsis")
        how.truncate(look.width, overflow="ellipsis")
    yield shown.append_text(gapped((name, rest)))
    yield how


def _day(one: Newcomer, look: Look) -> str:
    return look.say("onboard.in_days" if one.day < 0 else "onboard.day_short", days=abs(one.day), day=one.day)


def _count(one: Newcomer, look: Look) -> str:
    return look.say("onboard.count", done=one.done, all=one.all)


def _decide(one: Newcomer, look: Look, *, headed: bool) -> str:
    """Return how long there is to decide, or what is next; where no head of a column says so, what it is."""
    clock = one.clock
    if clock is None or clock.stage != "decide":
        return look.say(f"onboard.stage.{clock.stage}", tell_by=clock.tell_by) if clock else ""
    days = clock.days_to_decide
    if headed:
        return look.say("onboard.stage.decide", days=days) if days else look.say("rhythm.today")
    return look.say("onboard.decide_in", left=look.say("rhythm.last" if days else "rhythm.today", days=days))
