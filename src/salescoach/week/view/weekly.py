"""The screen of the week: a line and a reason a seller, then what is owed, counted and short."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.answer import all_told
from salescoach.kit.failure import problems
from salescoach.kit.look import Look
from salescoach.kit.parts import CAP, GAP, block, capped, head, joined, light, lights, listing, text
from salescoach.praise.rules import Silence
from salescoach.promises.rules import Promise, in_next_week, pressing
from salescoach.promises.view import promise_data, promise_row
from salescoach.records.values import LEVELS
from salescoach.week.rules.weekly import Line, Weekly
from salescoach.week.view.line import ahead, line_data, parts, talked, unlooked, versions, why

_NAME = 20
"""Columns of a name at most: a longer one is cut, so that there is room for the reason."""

_LEAST = 10
"""Columns of a name at least, where the reason needs its room."""

_WHY = 24
"""Columns that the reason of a line has at least: what weighs most, in short, stands in them whole."""

_INDENT = "   "


def screen(answer: Weekly, look: Look) -> Iterator[Text | Table | str]:
    """Draw the week."""
    if answer.lines:
        yield from _narrow(answer, look) if look.narrow else _wide(answer, look)
    elif not answer.problems:
        yield text(look.say("weekly.nobody"))
    yield from _promises("weekly.mine", pressing(answer.mine), look)
    yield from _promises("weekly.hers", pressing(answer.hers), look)
    yield from _probations(answer, look)
    yield from _own_part(answer, look)
    yield from unlooked(answer.lines, look)
    counted = [*_counted(answer, look), *_hint(answer, look)]
    if counted:
        yield ""
        yield from counted


def data(answer: Weekly, look: Look) -> dict[str, Any]:
    """Return the week as JSON has it."""
    return {
        "sellers": [line_data(line, look) for line in answer.lines],
        "promises": [promise_data(one) for one in answer.mine],
        "commitments": [promise_data(one) for one in answer.hers],
        "standing": answer.standing,
        "quarter_ends_in": answer.quarter_ends_in,
        "silent": [{"key": one.seller, "name": one.name, "days": one.days} for one in answer.silent],
        "actions": list(answer.habits),
        **({"initiatives": [one.data for one in answer.initiatives]} if answer.initiatives else {}),
        **({"handovers": [{"name": name, **vars(one)} for name, one in answer.handovers]} if answer.handovers else {}),
        **({"quality": vars(answer.quality)} if answer.quality else {}),
        "problems": problems(answer.problems, look),
    }


def calendar(answer: Weekly, look: Look) -> str:
    """Return the booked talks as a calendar file."""
    from salescoach.kit.ics import calendar_of

    booked = [(line, line.rhythm.next_talk) for line in answer.lines if line.rhythm.next_talk]
    events = [
        (f"{line.key}-{day}", look.say("weekly.event", name=line.name), day, line.rhythm.next_at)
        for line, day in booked
    ]
    return calendar_of(events, look.today)


def layout(answer: Weekly, look: Look) -> tuple[str, dict[str, Any]]:
    """Return the document layout of the week and what goes into it: every reason, and what is owed both ways."""
    owed = [(key, pressing(found)) for key, found in (("weekly.mine", answer.mine), ("weekly.hers", answer.hers))]
    return "weekly", {
        "title": look.say("weekly.title", day=look.today),
        "sellers": [
            {"name": line.name, "since": talked(line, look), "next": ahead(line, look), "why": said}
            for line, said in ((line, joined(map(look.say, line.reasons))) for line in answer.lines)
        ],
        "lists": [
            {"title": _owed(key, found, look), "lines": [joined(cell.plain for cell in row[1:]) for row in rows]}
            for key, found in owed
            if (rows := [promise_row(one, look) for one in found])
        ],
        "more": [one.plain for one in _counted(answer, look)],
    }


def _wide(answer: Weekly, look: Look) -> Iterator[Text | Table | str]:
    """Give each seller a line, in which a long name makes room for the reason; where that is too little, two lines."""
    head = [text(look.say(f"weekly.column.{column}")) for column in ("name", "last", "next", "why")]
    head.insert(1, block(look.say("weekly.column.lights")))
    talks = [(text(talked(line, look)), text(ahead(line, look, headed=True))) for line in answer.lines]
    rows = [
        [text(one.name, "name"), lights(one.lights, look), *two] for one, two in zip(answer.lines, talks, strict=True)
    ]
    widths = [max(cell.cell_len for cell in column) for column in zip(head[:-1], *rows, strict=True)]
    room = look.width - sum(widths[1:]) - GAP * len(widths)
    if not look.whole:
        needed = max(text(versions(line, look)[-1]).cell_len for line in answer.lines)
        widths[0] = min(widths[0], _NAME, max(_LEAST, room - needed))
        if room - widths[0] < min(needed, _WHY):
            yield from _narrow(answer, look)
            return
    first = _row(head, widths, look)
    first.stylize("quiet")
    yield first
    for line, cells in zip(answer.lines, rows, strict=True):
        yield _row([*cells, why(line, look, room - widths[0])], widths, look)
        yield from _because(line, answer, look)


def _row(cells: Sequence[Text], widths: Sequence[int], look: Look) -> Text:
    """Return the cells in their columns as one line; the last column has no width."""
    row = Text()
    for cell, width in zip(cells, widths, strict=False):
        cell.truncate(width, overflow="ellipsis", pad=True)
        row.append_text(cell).append(" " * GAP)
    return _one_line(row.append_text(cells[-1]), look)


def _narrow(answer: Weekly, look: Look) -> Iterator[Text | Table | str]:
    """Give each seller two lines: who and since when, and why, with the next talk where there is room."""
    for line in answer.lines:
        shown, name, since = lights(line.lights, look), text(line.name, "name"), text(talked(line, look))
        if not look.whole:
            room = look.width - shown.cell_len - since.cell_len - 1 - GAP
            name.truncate(max(_LEAST, room), overflow="ellipsis")
        yield _one_line(Text.assemble(shown, " ", name, " " * GAP, since), look)
        because = Text(_INDENT).append_text(why(line, look, look.width - len(_INDENT)))
        whole = Text.assemble(because, (" · ", "quiet"), text(ahead(line, look), "quiet"))
        yield whole if look.whole or whole.cell_len <= look.width else _one_line(because, look)
        yield from _because(line, answer, look)


def _because(line: Line, answer: Weekly, look: Look) -> Iterator[Text]:
    """Give the parts of a seller's place in the order, where they were asked for and there are any, and her steps."""
    if answer.why and line.urgency.total:
        yield Text.assemble(_INDENT, text(parts(line, look), "why"))
    for one in line.reasons[look.whole :] if answer.why else ():  # the first one stands beside her whole
        if one.key.partition(".")[2].startswith("step"):
            yield Text.assemble(_INDENT, text(look.say(one), "why"))


def _one_line(row: Text, look: Look) -> Text:
    """Return a row that does not wrap: what is over is cut, but for the long form."""
    if not look.whole:
        row.truncate(look.width, overflow="ellipsis")
    return row


def _promises(key: str, found: list[Promise], look: Look) -> Iterator[Text | Table | str]:
    """Say what is late or due this week; what is due next week says so."""
    if not found:
        return
    shown, over = capped(found, look)
    yield from ("", text(_owed(key, found, look), "head"))
    yield listing((promise_row(promise, look) for promise in shown), look, wraps=2)
    yield from over


def _owed(key: str, found: Sequence[Promise], look: Look) -> str:
    later = sum(in_next_week(one, look.today) for one in found)
    return joined((look.say(key, n=len(found) - later), look.say("weekly.next_week", n=later) if later else ""))


def _probations(answer: Weekly, look: Look) -> Iterator[Text | Table | str]:
    """Say whose probation is near its end, by when it is to be decided, and how much was not told."""
    found = [(line.clock, line) for line in answer.lines if line.clock]
    rows = []
    for clock, line in sorted(found, key=lambda one: one[0].ends):
        untold = look.say("weekly.untold", n=line.untold) if line.untold else ""
        rows.append((text(line.name), text(joined((look.say(clock.next), untold)))))
    if rows:
        yield from ("", head(look, "weekly.probations", n=len(rows)), listing(rows, look, wraps=1))


def _own_part(answer: Weekly, look: Look) -> Iterator[Text | Table | str]:
    """Say how often and how you talk, side by side; what was noted of no talk is left out."""
    quality = answer.quality
    if quality is None or not quality.talks:
        return
    said = {name: count for name, count in vars(quality).items() if name != "talks" and count[1]}
    parts = [look.say(f"weekly.quality.{name}", n=n, m=m) for name, (n, m) in said.items()]
    in_time = sum(line.rhythm.status != "overdue" for line in answer.lines)
    rhythm = look.say("weekly.quality.rhythm", n=in_time, m=len(answer.lines))
    rows = (
        (text(look.say("weekly.quality.often")), text(rhythm)),
        (text(look.say("weekly.quality.last", n=quality.talks)), text(joined(parts))),
    )
    yield from ("", head(look, "weekly.quality.head"), listing(rows, look, wraps=1))


def _counted(answer: Weekly, look: Look) -> Iterator[Text]:
    """Say in a line each: who was not praised, which small actions were done, what is wrong with files."""
    if answer.silent:
        yield text(_silent(answer.silent, look))
    done = [look.say("weekly.action", action=one.action, n=one.week) for one in answer.habits if one.week]
    if done:
        yield text(look.say("weekly.actions", actions=done))
    for vow in answer.standing[:1]:
        yield text(look.say(vow.asks), "quiet")
    yield from (text(look.say(one)) for one in answer.initiatives)
    if answer.handovers:
        open_ = [look.say("weekly.handover", name=name, said=one.said) for name, one in answer.handovers]
        yield text(look.say("weekly.handovers", handovers=joined(open_)))
    yield from _unheld(answer, look)
    yield from _short_talks(answer, look)
    for line in all_told(answer.problems):
        yield text(look.say(line), "error")


def _unheld(answer: Weekly, look: Look) -> Iterator[Text]:
    """Say with whom a talk of a purpose was never held, in the long form."""
    for purpose in dict.fromkeys(one for line in answer.lines for one in line.unheld) if look.everything else ():
        names = [line.name for line in answer.lines if purpose in line.unheld]
        yield text(look.say("weekly.unheld", title=purpose.spoken, names=names))


def _short_talks(answer: Weekly, look: Look) -> Iterator[Text]:
    """Propose ten minutes near the end of a quarter, where a talk is due: better than none."""
    due = next((line for line in answer.lines if line.rhythm.status in {"due", "overdue"}), None)
    if due is not None and answer.quarter_ends_in is not None:
        key = "weekly.short_talks" if answer.quarter_ends_in else "weekly.short_talks_today"
        yield text(look.say(key, days=answer.quarter_ends_in, key=due.key))


def _silent(silent: tuple[Silence, ...], look: Look) -> str:
    shown = silent if look.whole else silent[:CAP]
    names = [look.say("weekly.quiet" if one.days else "weekly.never", name=one.name, days=one.days) for one in shown]
    more = look.say("counted.others", n=len(silent) - len(shown)) if len(silent) > len(shown) else ""
    return joined((look.say("weekly.silent", n=len(silent), names=names), more))


def _hint(answer: Weekly, look: Look) -> Iterator[Text]:
    """Give the next command, what own names of the levels begin with, and in the long form what stands each week."""
    here = next((line for line in answer.lines if not line.rhythm.away_until), None)
    if answer.lines and look.everything:
        yield text(look.say("weekly.legend"), "quiet")
    if answer.lines and look.levels:
        names = (Text.assemble(light(one, look), " ", text(look.level(one), "quiet")) for one in LEVELS)
        yield Text(" · ", "quiet").join(names)
    if here is not None:
        yield text(look.say("weekly.hint", key=here.key), "quiet")
