"""The rows of an agenda, fitted to a screen: long ones are cut to a line where the screen would be too long."""

from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from functools import cache

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from salescoach.answer import Phrase
from salescoach.frozen import frozen
from salescoach.kit.look import Look
from salescoach.kit.parts import GAP, gapped, light, text
from salescoach.kit.safe import line
from salescoach.talk.rules.items import Item, Section

_ASKED = ("questions", "first_talk", "light", "value", "figures", "views")
"""Sections whose items are asked, not only looked at; and half a figure is none, nor is half a view."""

_WHOLE = ("item.prompt", "item.ask", "item.try")
"""What is said aloud or done as it stands, whichever section it is in."""

_AGREED, _UNSAID = "why.agree", "why.brought"
"""Reasons that are all there is to say of a part of the sale; and one that the row above it says."""

_LEAST = 8
"""Columns that a reason needs to say anything."""


_WORDS = 24
"""Columns of a step that go before its reason, and of an example: fewer are no words."""


@frozen
class Row:
    """One row: its section, the title where it is the first of it, what it says, and why; a prompt can do without.

    `more` counts what is not shown of the section, and is never cut.
    """

    key: str
    title: str
    said: Text
    why: Text
    prompt: bool = False
    more: Text = field(default_factory=Text)

    @property
    def body(self) -> Text:
        """What it says, why, and how much more there is."""
        return gapped((self.said, self.why, self.more))

    @property
    def spoken(self) -> bool:
        """Whether it is to be asked as it stands: half a question cannot be."""
        return self.prompt or self.key in _ASKED

    def bare(self, width: int) -> "Row":
        """Return a prompt without its reason, anything else as it is."""
        del width
        return replace(self, why=Text()) if self.prompt else self

    def cut_fact(self, width: int) -> "Row":
        """Return a fact in one line, what is to be asked as it is but for its reason."""
        short = self.said.cell_len + (self.more.cell_len + GAP if self.more else 0) <= width
        return self.cut(width) if short or not self.spoken else replace(self, why=Text())

    def cut(self, width: int) -> "Row":
        """Return the row in one line; a reason that would leave a fact less than half of it gives way whole."""
        width -= self.more.cell_len + GAP if self.more else 0
        said, why = self.said.copy(), self.why.copy()
        if width - why.cell_len - GAP < width // 2:
            why = self.why[: len(self.why.plain.partition(",")[0])]  # 9 days late, due Tue 10 Nov: the first part
        left = width - why.cell_len - GAP
        explained = self.spoken or left >= max(width // 2, min(said.cell_len, _WORDS) * (self.key == "steps"))
        said.truncate(left if explained and not self.spoken else width, overflow="ellipsis")
        room = width - said.cell_len - GAP
        least = {"figures": why.cell_len, "views": _WORDS}.get(self.key, _LEAST)
        if self.prompt or not explained or room < least:
            return replace(self, said=said, why=Text())
        why.truncate(room, overflow="ellipsis")
        return replace(self, said=said, why=why)


def rows_of(section: Section, look: Look, most: int | None = None) -> list[Row]:
    """Return the rows of a section, at most so many; what is over is counted in the last one."""
    shown = _shown(section.items, most)
    title = look.say(section.title)
    timed = line(look.say("section.timed", title=title, minutes=section.minutes) if section.minutes else title)
    rows = [_row(section.key, timed if at == 0 else "", item, look) for at, item in enumerate(shown)]
    rows[1:] = [replace(row, why=Text()) if _said(shown, at) else row for at, row in enumerate(rows[1:])]
    if len(shown) < len(section.items):
        more = look.say("counted.short" if look.narrow else "counted.others", n=len(section.items) - len(shown))
        rows[-1] = replace(rows[-1], more=text(more, "quiet"))
    return rows


def _shown(items: Sequence[Item], most: int | None) -> Sequence[Item]:
    """Return so many items, and those that stand beside the last of them."""
    many = len(items) if most is None else most
    while many < len(items) and items[many].beside:
        many += 1
    return items[:many]


def _said(items: Sequence[Item], at: int) -> bool:
    """Tell whether the item after this one has the same reason; one that names a day is of each, and never said."""
    why = items[at + 1].why
    return why == items[at].why and not (why and {"day", "due"} & why.data.keys())


def fitted(rows: Sequence[Row], look: Look, room: int, *, whole: bool = False) -> list[Row]:
    """Shorten rows, the longest first, until all fit into `room` lines.

    Prompts give up their reasons, then facts are cut to a line and questions give up their reasons; what is to be said
    aloud is cut only where nothing else helps, and where it is to stay `whole` never, whether all fits or not. A fact
    that was cut, and has room after all, is whole again.
    """
    found, width, whole_lines = list(rows), _width(rows, look), _heights(rows, look)
    lines = whole_lines.copy()
    for shorter in (Row.bare, Row.cut_fact, *([] if whole else [Row.cut])):
        for at in sorted(range(len(rows)), key=lambda at: -lines[at]):
            if sum(lines) > room and lines[at] > 1:
                found[at] = shorter(found[at], width - _begin(found[at], look).cell_len)
                lines[at] = _height(found[at], width, look)
    for at, row in enumerate(rows):
        if not row.spoken and sum(lines) - lines[at] + whole_lines[at] <= room:
            found[at], lines[at] = row, whole_lines[at]
    return found


def lines_of(rows: Sequence[Row], look: Look) -> int:
    """Return the lines that rows take."""
    return sum(_heights(rows, look))


def height(texts: Iterable[Text], look: Look) -> int:
    """Return the lines that texts take, each beginning a line of its own."""
    return sum(_wrapped(words, look.width) for words in texts)


def table(rows: Sequence[Row], look: Look) -> list[Text | Table]:
    """Return the rows with their titles beside them; where it is narrow, the title begins the line."""
    if look.narrow:
        return [Text.assemble(_begin(row, look), row.body) for row in rows]
    drawn = Table(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))
    drawn.add_column(no_wrap=True, style="head")
    drawn.add_column(no_wrap=not look.terminal, overflow="fold")
    for row in rows:
        drawn.add_row(text(row.title), row.body)
    return [drawn]


def _row(key: str, title: str, item: Item, look: Look) -> Row:
    said = text(look.say(item.text))
    if item.whose:
        named = zip(item.whose, item.levels, strict=True)
        said = gapped([said, *(Text(" ").join((text(called(who, look)), light(level, look))) for who, level in named)])
    elif item.levels:
        said = Text(" ").join([*(light(level, look) for level in item.levels), said])
    why = text(look.say(item.why), "why") if item.why and item.why.key != _UNSAID else Text()
    if item.why and item.why.key == _AGREED:
        said, why = Text(": ").join([said, text(look.say(item.why))]), Text()
    return Row(key, title, said, why, prompt=item.text.key in _WHOLE)


def called(who: Phrase | str, look: Look) -> str:
    """Return whose a level is, in words."""
    return look.say(who) if isinstance(who, Phrase) else who


def _begin(row: Row, look: Look) -> Text:
    """Return the title as it begins the line where it is narrow; else it has a column of its own."""
    return Text(f"{row.title}{' ' * GAP}" if row.title and look.narrow else "", style="head")


def _width(rows: Sequence[Row], look: Look) -> int:
    """Return the columns that are there for what a row says."""
    return look.width if look.narrow else look.width - max((cell_len(row.title) for row in rows), default=0) - GAP


def _heights(rows: Sequence[Row], look: Look) -> list[int]:
    width = _width(rows, look)
    return [_height(row, width, look) for row in rows]


def _height(row: Row, width: int, look: Look) -> int:
    return _wrapped(Text.assemble(_begin(row, look), row.body), width)


def _wrapped(one: Text, width: int) -> int:
    """Return the lines of a text that is one where it fits."""
    return 1 if one.cell_len <= width else _lines(one.plain, max(1, width))


@cache
def _lines(plain: str, width: int) -> int:
    """Return the lines of a text; while rows are made to fit, the same ones are asked about again and again."""
    from rich.console import Console

    return len(Text(plain).wrap(Console(), width))
