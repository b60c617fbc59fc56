"""The screen of an initiative: who was talked with one by one, who is left, and when it is done at this pace."""

from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.initiatives.rules import Course, Initiatives, Row
from salescoach.kit.look import Look
from salescoach.kit.parts import GAP, joined, light, listing, text

_WEEK, _LIGHTS = 7, 3


def screen(answer: Initiatives, look: Look) -> Iterator[Text | Table | str]:
    """Draw one initiative, or a line for each that is open."""
    if answer.named:
        yield from _whole(answer.courses[0], look)
    elif answer.courses:
        of = [look.say("initiative.of", n=len(each.held), of=each.of) for each in answer.courses]
        cells = ((each.one.name, far, each.one.what) for each, far in zip(answer.courses, of, strict=True))
        yield listing((tuple(map(text, row)) for row in cells), look, wraps=2)
    else:
        yield text(look.say("initiative.none"))


def data(answer: Initiatives, look: Look) -> dict[str, Any]:
    """Return one initiative, or all that are open, as JSON has it."""
    del look
    found = [
        {**each.one.to_table(), "held": len(each.held), "of": each.of, "sellers": each.held}
        | {name: getattr(each, name) for name in ("left", "days", "done_by", "ended", "beside")}
        for each in answer.courses
    ]
    return found[0] if answer.named else {"initiatives": found}


def _progress(each: Course, look: Look) -> str:
    weeks, n, of, ended = max(1, round(each.days / _WEEK)), len(each.held), each.of, each.ended
    key = ended.how if ended else "done_by" if each.done_by else "too_few" if n < of or not n else "all"
    when = look.say(f"initiative.{key}", day=ended.on if ended else each.done_by)
    return joined((look.say("initiative.held", n=n, of=of, weeks=weeks), when, (ended and ended.why) or ""))


def _whole(each: Course, look: Look) -> Iterator[Text | Table | str]:
    one = each.one
    yield text(joined((one.what, look.say("initiative.since", day=one.on))), "head")
    yield text(_progress(each, look))
    for key in ("why", "so_far"):
        if said := getattr(one, key):
            yield text(look.say(f"initiative.{key}", what=said), "why")
    if each.beside:
        now, before = each.beside
        yield text(look.say(f"initiative.figure.{one.figure}", day=one.on, now=now, before=before, n=each.of), "why")
    yield text(look.say("initiative.alone"), "quiet")
    yield from ("", _table(each, look)) if each.held else ()
    rows = [(text(look.say(f"initiative.{key}"), "head"), text(said)) for key, said in _closing(each, look) if said]
    yield from ("", listing(rows, look, wraps=1)) if rows else ()


def _table(each: Course, look: Look) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="quiet")
    wide = () if look.narrow else ("trains", "tools")
    columns = ("name", "talk", "idea", *wide, *(("light",) if each.one.area else ()))
    for column in columns:
        table.add_column(text(look.say(f"initiative.column.{column}")), no_wrap=column not in wide, overflow="fold")
    for row in each.held:
        cells = {
            "name": text(row.name, "name"),
            "talk": text(look.say("initiative.talk", day=row.on)),
            "idea": text(look.say(f"initiative.idea_{row.idea}" if row.idea else "initiative.unsaid")),
            "trains": text(row.trains or look.say("initiative.unsaid")),
            "tools": _tools(row, look),
            "light": _lights(row, look),
        }
        table.add_row(*(cells[column] for column in columns))
    return table


def _tools(row: Row, look: Look) -> Text:
    if not row.owed:
        return text(joined(row.given) or look.say("initiative.no_tools"))
    first = row.owed[0]
    key = f"initiative.owed{'_late' if first.late else '_due' if first.due else ''}"
    return text(look.say(key, days=first.days_late, day=first.due), "late" if first.late else "")


def _lights(row: Row, look: Look) -> Text:
    mine, hers = ([light(one.level, look) for one in row.lights if one.by == by] for by in ("me", "seller"))
    own = [text(look.say("initiative.idea_hers"), "quiet"), hers[-1]] if hers else []
    return Text(" ").join([*(mine[-_LIGHTS:] or [light(None, look)]), *own])


def _closing(each: Course, look: Look) -> Iterator[tuple[str, str]]:
    if each.left and not each.ended:
        forms = ((row, "away" if row.until else "new" if row.new else "here") for row in each.left)
        left = (look.say(f"initiative.left_{form}", name=row.name, day=row.until) for row, form in forms)
        yield "left", joined(left)
        row = min(each.left, key=lambda row: (str(row.booked or "~"), row.until is not None))
        key = "initiative.booked" if row.booked else "initiative.book"
        yield "next", look.say(key, name=row.name, key=row.key, day=row.booked)
    yield "again", joined(look.say("initiative.ask", name=row.name, months=row.again) for row in each.held if row.again)
