"""The rows of an agenda, fitted to a screen: long ones are cut to a line where the screen would be too long."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from salescoach.coaching.sections import Item, Section
from salescoach.render.console import console
from salescoach.render.look import Look
from salescoach.render.parts import SHAPES, light, text

_GAP = 2
_UNCUT = ("questions", "first_talk")
"""Sections whose items are cut last: half a question cannot be asked."""


@dataclass(frozen=True)
class Row:
    """One row: its section, the title where it is the first of it, what it says, and why; a prompt can do without."""

    key: str
    title: str
    said: Text
    why: Text
    prompt: bool = False

    @property
    def body(self) -> Text:
        """What it says and why."""
        return Text.assemble(self.said, " " * _GAP, self.why) if self.why else self.said

    def cut(self, width: int) -> "Row":
        """Return the row in one line: what it says gives way before why it is there."""
        why = Text() if self.prompt else self.why
        said = self.said.copy()
        said.truncate(max(width - why.cell_len - _GAP if why else width, width // 2), overflow="ellipsis")
        why.truncate(max(1, width - said.cell_len - _GAP), overflow="ellipsis")
        return replace(self, said=said, why=why)


def rows_of(section: Section, look: Look, most: int | None = None) -> list[Row]:
    """Return the rows of a section, at most so many; what is over is counted in the last one."""
    shown = section.items[:most]
    title = look.say(section.title)
    timed = look.say("section.timed", title=title, minutes=section.minutes) if section.minutes else title
    rows = [_row(section.key, timed if at == 0 else "", item, look) for at, item in enumerate(shown)]
    if len(shown) < len(section.items):
        more = look.say("counted.others", n=len(section.items) - len(shown))
        rows[-1] = replace(rows[-1], why=Text.assemble(rows[-1].why, " " * _GAP, text(more, "quiet")))
    return rows


def fitted(rows: Sequence[Row], look: Look, room: int) -> list[Row]:
    """Cut rows to one line each, the longest first and questions last, until all fit into `room` lines."""
    width = _width(rows, look)
    lines = [_lines(row, width, look) for row in rows]
    cut = list(rows)
    for at in sorted(range(len(rows)), key=lambda at: (rows[at].key in _UNCUT, -lines[at])):
        if sum(lines) > room and lines[at] > 1:
            cut[at], lines[at] = rows[at].cut(width - _indent(rows[at], look)), 1
    return cut


def table(rows: Sequence[Row], look: Look) -> RenderableType:
    """Return the rows with their titles beside them; where it is narrow, the title begins the line."""
    if look.narrow:
        return Group(*(Text.assemble(_begin(row), row.body) for row in rows))
    drawn = Table(box=None, show_header=False, pad_edge=False, padding=(0, _GAP, 0, 0))
    drawn.add_column(no_wrap=True, style="head")
    drawn.add_column(no_wrap=not look.terminal, overflow="fold")
    for row in rows:
        drawn.add_row(text(row.title), row.body)
    return drawn


def _row(key: str, title: str, item: Item, look: Look) -> Row:
    said = Text()
    for level in item.levels:
        said.append_text(light(level, look) if len(item.levels) > 1 else Text(SHAPES[level], style=level or "grey"))
        said.append(" ")
    said.append_text(text(look.say(item.text)))
    why = text(look.say(item.why), "why") if item.why else Text()
    return Row(key, title, said, why, prompt=item.text.key == "item.prompt")


def _begin(row: Row) -> Text:
    return Text(f"{row.title}{' ' * _GAP}" if row.title else "", style="head")


def _width(rows: Sequence[Row], look: Look) -> int:
    """Return the columns that are there for what a row says."""
    return look.width if look.narrow else look.width - max((cell_len(row.title) for row in rows), default=0) - 2 * _GAP


def _indent(row: Row, look: Look) -> int:
    return _begin(row).cell_len if look.narrow else 0


def _lines(row: Row, width: int, look: Look) -> int:
    return max(1, len(row.body.wrap(console(look, io.StringIO()), max(1, width - _indent(row, look)))))
