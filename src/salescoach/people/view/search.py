"""The screen of what was found: a line each, newest first, the words in their context."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from salescoach.kit.failure import problems
from salescoach.kit.look import Look
from salescoach.kit.parts import GAP, capped, joined, listing, text
from salescoach.kit.safe import visible
from salescoach.people.rules.search import SELLER, Found, Hit, Span, spans

_SHOWN = 20
"""Hits on the first screen."""

_LEAST = 24
"""Columns of context that are worth reading, where the rest leaves fewer."""

_LINES = 3
"""Lines of a hit on a narrow screen."""

_BEFORE = 0.3
"""Of the context: what stands before the first hit at most."""

_BLANKS = re.compile(r"\s+")


def screen(answer: Found, look: Look) -> Iterator[Text | Table]:
    """Draw what was found, or what was searched in vain and what to try."""
    if not answer.hits:
        yield from _nothing(answer, look)
        return
    shown, over = capped(answer.hits, look, _SHOWN)
    yield listing(_rows(shown, answer, look), look, wraps=3)
    yield from over


def data(answer: Found, look: Look) -> dict[str, Any]:
    """Return what was found as JSON has it."""
    return {
        "words": answer.terms,
        "hits": [_hit(one) for one in answer.hits],
        "problems": problems(answer.faults, look),
    }


def _nothing(answer: Found, look: Look) -> Iterator[Text | Table]:
    words = [f"“{term}”" for term in answer.terms]
    yield text(look.say("found.none", words=words, sellers=answer.sellers))
    if len(answer.terms) > 1:
        yield text(look.say("found.fewer"))
    if answer.narrowed:
        yield text(look.say("found.narrowed"))
    if not look.private:
        yield text(look.say("found.private"))


def _rows(found: Sequence[Hit], answer: Found, look: Look) -> Iterator[tuple[Text, ...]]:
    """Give the cells of each hit: its day, who, which kind, and what it says as far as there is room."""
    sides = [_sides(hit, look) for hit in found]
    widths = [max(cell.cell_len for cell in column) for column in zip(*sides, strict=True)]
    room = None if look.whole else _room(widths, look)
    for hit, cells in zip(found, sides, strict=True):
        mark = Text("~ " if hit.private else "")
        hits = spans(hit.text, answer.terms) if room or look.color else []  # where nothing is cut or lit, nobody asks
        yield *cells, mark + _context(hit.text, hits, room)


def _sides(hit: Hit, look: Look) -> tuple[Text, Text, Text]:
    kind = look.say("found.seller") if hit.kind == SELLER else look.say(f"kind.{hit.kind}")
    name = look.say("written.me") if hit.mine else hit.name
    left = look.say("story.left") if hit.left else ""
    return text(look.day(hit.on) if hit.on else "", "quiet"), text(name), text(joined((kind, left)), "quiet")


def _room(widths: Sequence[int], look: Look) -> int:
    """Return how many columns of text a hit has: what is left of a line, or of three where it is narrow."""
    beside = sum(widths[1:]) + GAP * len(widths[1:])
    line = look.width - widths[0] - GAP
    left = (_LINES * line if look.narrow else line) - beside
    return max(left, _LEAST)


def _context(said: str, hits: list[Span], room: int | None) -> Text:
    """Return the part of a text around the first hit that there is room for, the hits marked."""
    start, end = _window(said, hits[0][0] if hits else 0, room)
    shown, at = Text("…" if start else ""), start
    for begins, ends in hits:
        if start <= begins and ends <= end:
            shown.append(_flat(said[at:begins])).append(_flat(said[begins:ends]), "hit")
            at = ends
    return shown.append(_flat(said[at:end])).append("…" if end < len(said) else "")


def _window(said: str, first: int, room: int | None) -> tuple[int, int]:
    """Return from where to where a text is shown, cut between words if that can be."""
    if room is None or len(said) <= room:
        return 0, len(said)
    width = room - 2
    start = min(max(0, first - int(width * _BEFORE)), len(said) - width)
    end = start + width
    blank = said.find(" ", start, first)
    start = blank + 1 if start and blank >= 0 else start
    last = said.rfind(" ", start, end)
    return start, last if end < len(said) and last > first else end


def _flat(part: str) -> str:
    return _BLANKS.sub(" ", visible(part))


def _hit(hit: Hit) -> dict[str, Any]:
    marks = {key: True for key, is_so in (("private", hit.private), ("left", hit.left)) if is_so}
    record = {"kind": hit.kind, "id": hit.id, "on": hit.on, "text": hit.text}
    return {"seller": hit.seller, "name": hit.name, **record, **marks}
