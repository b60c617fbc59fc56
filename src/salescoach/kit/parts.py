"""Parts that several screens share: levels, ids, rows under a head, what is capped and counted."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich.table import Table
from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.safe import line, visible
from salescoach.records.values import LEVELS, Level
from salescoach.words.phrases import is_list

T = TypeVar("T")

SHAPES: dict[Level | None, str] = {"green": "●", "yellow": "▲", "red": "■", None: "○"}
"""A level is colour and shape and word: one of the three is enough to read it."""

CAP = 5
"""Rows of a list that nobody asked for whole."""

GAP = 2
"""Blanks between two columns."""

_ID = 3

_WIDEST = 0.4
"""Of the screen: what a column that does not wrap takes at most; what is longer ends in an ellipsis."""


def text(words: str, style: str = "") -> Text:
    """Return untrusted words as one line of text; a list that was pasted keeps its lines."""
    if not is_list(words):
        return Text(line(words), style=style)
    indented = (" " * (len(one) - len(one.lstrip())) + line(one) for one in words.splitlines())
    return Text("\n".join(indented), style=style)


def block(words: str, style: str = "") -> Text:
    """Return untrusted words of several lines."""
    return Text(visible(words), style=style)


def level(one: Level | None, look: Look) -> Text:
    """Return a level: shape, colour and word."""
    return Text(f"{SHAPES[one]} {look.level(one)}", style=one or "grey")


def light(one: Level | None, look: Look) -> Text:
    """Return a level in two columns: its shape and the first letter of its word."""
    return Text(SHAPES[one] + (letter(one, look) if one else " "), style=one or "grey")


def letter(one: Level, look: Look) -> str:
    """Return the first letter of a level's word; a capital where the word of a lower level begins with it too."""
    own = visible(look.level(one))[:1]
    lower = [visible(look.level(other))[:1].casefold() for other in LEVELS[: LEVELS.index(one)]]
    return own.upper()[:1] if own.casefold() in lower else own


def lights(levels: Sequence[Level | None], look: Look) -> Text:
    """Return several levels side by side."""
    return Text(" ").join(light(one, look) for one in levels)


def short(spelled: str) -> Text:
    """Return an id as screens print it: its first three characters."""
    return Text(line(spelled)[:_ID], style="id")


def listing(rows: Iterable[Sequence[Text]], look: Look, wraps: int) -> Table:
    """Return a table without lines; the text of one column takes as many lines as it needs.

    Where it is narrow, all that follows the first column is one text, and that is what wraps.
    """
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))
    for row in rows:
        cells = (row[0], gapped(row[1:])) if look.narrow else row
        if not table.columns:
            _columns(table, len(cells), 1 if look.narrow else wraps, look)
        table.add_row(*cells)
    return table


def set_in(words: str) -> Table:
    """Return what somebody wrote, set in from what stands above it."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")
    for one in words.split("\n"):
        table.add_row(Text(), text(one))
    return table


def capped(found: Sequence[T], look: Look, cap: int = CAP) -> tuple[Sequence[T], list[Text]]:
    """Return what is shown of a list that nobody asked for whole, and the line that counts what is over, if any is."""
    shown = found if look.whole else found[:cap]
    over = len(found) - len(shown)
    return shown, [text(look.say("counted.others", n=over), "quiet")] if over else []


def gapped(parts: Iterable[Text]) -> Text:
    """Return texts side by side, empty ones left out."""
    return Text(" " * GAP).join(part for part in parts if part)


def moved(said: str, was: object, look: Look) -> str:
    """Return what is said of a day or a number, with what it was before it was moved, if it was."""
    return said if was is None else look.say("why.was", said=said, was=was)


def bar(part: float, cells: int = 10) -> Text:
    """Return how far something has come, as a bar of so many cells; it has no level and none of their colours."""
    full = round(part * cells)
    return Text.assemble(("━" * full, "code"), ("─" * (cells - full), "quiet"))


def head(look: Look, key: str, **gaps: object) -> Text:
    """Return the head of a part of a screen."""
    return text(look.say(key, **gaps), "head")


def joined(parts: Iterable[str]) -> str:
    """Return parts of a sentence with middle dots between them, empty ones left out."""
    return " · ".join(part for part in parts if part)


def _columns(table: Table, number: int, wraps: int, look: Look) -> None:
    widest = int(look.width * _WIDEST) if look.terminal else None
    for at in range(number):
        if at == wraps and look.terminal:
            table.add_column(overflow="fold")
        else:
            table.add_column(no_wrap=True, overflow="ellipsis", max_width=widest)
