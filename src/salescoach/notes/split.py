"""Cutting notes into lines, lines into parts, parts at their dashes; what a part means is read elsewhere."""

import re
from collections.abc import Callable, Mapping, Sequence

from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.records.veil import clean

_LEAD = re.compile(r"\s*(?:(?:[-*•\u2013\u2014\u2192>#☐✓✅]|\[[ xX]?\]|\d{1,2}[.)])\s+)*")
"""What begins an item of a list, a task or a heading, in whatever program it was copied from."""

_CUT = re.compile(r";[;\s]*$|;\s+")
_QUOTED = re.compile('"[^"]*"|[“„”][^“”]*[“”]|«[^»]*»|»[^«]*«')
_LOOKED_AT = 200
"""Letters of a part that tell whether it runs to the end of its line; no keyword is as long."""

FEW = 3
"""Words that may be an area by themselves; more than these are a sentence."""

_STOP = re.compile(r"[.!?;]\s+(?=\S)")

_DASH = re.compile(r"(?:^|\s)(?:\u2013|\u2014|--?)(?:\s|$)")


@frozen
class Part:
    """A part of a line, and what was typed between it and the one before: a bullet, a semicolon, spaces."""

    gap: str
    text: str


def lines(text: str) -> list[str]:
    """Return the lines of a text without the blank ones around it, whatever its line ends were."""
    typed = clean(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    filled = [number for number, line in enumerate(typed) if line.strip()]
    return typed[filled[0] : filled[-1] + 1] if filled else []


def cut(line: str, is_mark: Callable[[str], object], to_the_end: Callable[[str], bool]) -> list[Part]:
    """Return the parts of a line, cut at each `; ` that a mark follows; one that runs `to_the_end` is the last."""
    at = _LEAD.match(line).end()  # type: ignore[union-attr]  # it matches the empty text
    parts, gap = [], line[:at]
    quoted = [found.span() for found in _QUOTED.finditer(line)]
    cuts = [
        found
        for found in _CUT.finditer(line, at)
        if found.end() == len(line) or is_mark(line[found.end() : found.end() + _LOOKED_AT])
        if not any(start < found.start() < end for start, end in quoted)
    ]
    while True:
        ends = to_the_end(line[at : at + _LOOKED_AT])
        semicolon = None if ends else next((found for found in cuts if found.start() >= at), None)
        parts.append(Part(gap, line[at : semicolon.start() if semicolon else None]))
        if semicolon is None:
            return parts
        gap, at = semicolon[0], semicolon.end()


def sentences(text: str) -> list[int]:
    """Return where, behind a full stop or a semicolon outside of quotation marks, something may begin."""
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    ends = [found.end() for found in _STOP.finditer(text)]
    return [end for end in ends if not any(start < end < last for start, last in quoted)]


def joined(parts: Sequence[Part]) -> str:
    """Return the parts that are left of a line, as they were typed."""
    text = "".join(part.gap + part.text for part in parts).rstrip()
    return text.removeprefix(parts[0].gap) if parts[0].gap.startswith(";") else text


def dash(text: str) -> tuple[str, str]:
    """Return what stands before and after the first dash with spaces around it; without one, all is before."""
    before, *after = _DASH.split(text.strip(), maxsplit=1)
    return before.strip(), "".join(after).strip()


def leading(text: str, known: Mapping[str, str]) -> tuple[str, str]:
    """Return what a text begins with and the rest: cut at a dash, else after the longest known; too long, nothing."""
    first, after = dash(text)
    if (first, after) != (text.strip(), ""):
        return first, after
    ends = [word.end() for word in re.finditer(r"\S+", text)]
    longest = max((key.count("-") + 1 for key in known), default=0)
    for end in reversed(ends[:longest]):
        if key_form(text[:end]) in known:
            return text[:end], text[end:].strip()
    return (text, "") if len(ends) <= FEW else ("", text)
