"""Parts that several screens share: levels, ids, rows under a head, what is capped and counted."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from salescoach.records.base import Level
from salescoach.render.look import Look
from salescoach.render.safe import line, visible

SHAPES: dict[Level | None, str] = {"green": "●", "yellow": "▲", "red": "■", None: "○"}
"""A level is colour and shape and word: one of the three is enough to read it."""

CAP = 5
"""Rows of a list that nobody asked for whole."""

_ID = 3


def text(words: str, style: str = "") -> Text:
    """Return untrusted words as one line of text."""
    return Text(line(words), style=style)


def block(words: str, style: str = "") -> Text:
    """Return untrusted words of several lines."""
    return Text(visible(words), style=style)


def level(one: Level | None, look: Look) -> Text:
    """Return a level: shape, colour and word."""
    return Text(f"{SHAPES[one]} {look.level(one)}", style=one or "grey")


def light(one: Level | None, look: Look) -> Text:
    """Return a level in two columns: its shape and the first letter of its word."""
    return Text(SHAPES[one] + (visible(look.level(one))[:1] if one else " "), style=one or "grey")


def lights(levels: Sequence[Level | None], look: Look) -> Text:
    """Return several levels side by side."""
    return Text(" ").join(light(one, look) for one in levels)


def short(spelled: str) -> Text:
    """Return an id as screens print it: its first three characters."""
    return Text(line(spelled)[:_ID], style="id")


def grid(look: Look, columns: int, wraps: int | None = None) -> Table:
    """Return a table without lines; the text of one column may take a second line."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for at in range(columns):
        table.add_column(no_wrap=at != wraps or not look.terminal, overflow="fold")
    return table


def head(look: Look, key: str, **gaps: object) -> Text:
    """Return the head of a part of a screen."""
    return text(look.say(key, **gaps), "head")


def joined(parts: Iterable[str]) -> str:
    """Return parts of a sentence with middle dots between them, empty ones left out."""
    return " · ".join(part for part in parts if part)
