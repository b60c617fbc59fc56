"""Cutting notes into lines, lines into parts, parts at their dashes; what a part means is read elsewhere."""

import re
from collections.abc import Callable, Mapping, Sequence
from unicodedata import normalize

from salescoach.frozen import frozen
from salescoach.records.keys import key_form

_LEAD = re.compile(r"\s*(?:(?:[-*•\u2013\u2014\u2192>#☐✓✅]|\[[ xX]?\]|\d{1,2}[.)])\s+)*")
"""What begins an item of a list, a task or a heading, in whatever program it was copied from."""

_CUT = re.compile(r";[;\s]*$|;\s+")
_VEIL = re.compile(r"(?:^|(?<=[\s;]))~(?!\s*\d)\s*(?=\S)")
"""A missing space behind a semicolon must not make a private line public."""

_QUOTED = re.compile('"[^"]*"|[“„”][^“”]*[“”]|«[^»]*»|»[^«]*«')
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]|\u200d(?![\u2190-\U0010ffff])")
"""What shows nothing and hides a mark: soft hyphens, zero widths; a joiner that holds an emoji together is kept."""

_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f\u3000", " "))

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


def clean(text: str) -> str:
    """Return a text without the characters that nobody sees, its hard spaces as spaces, its letters whole."""
    return normalize("NFC", _UNSEEN.sub("", text).translate(_BLANKS))


def lines(text: str) -> list[str]:
    """Return the lines of a text without the blank ones around it, whatever its line ends were."""
    typed = clean(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    filled = [number for number, line in enumerate(typed) if line.strip()]
    return typed[filled[0] : filled[-1] + 1] if filled else []


def veiled(line: str) -> tuple[str, str | None]:
    """Return a line and what follows a `~` in it, which is private wherever that stands; None where nothing does."""
    veil = _VEIL.search(line)
    if veil is None:
        return line, None
    seen = line[: veil.start()].rstrip("; \t")
    return (seen if seen.strip("-*• \t") else ""), line[veil.end() :].strip()


def cut(line: str, is_mark: Callable[[str], bool], to_the_end: Callable[[str], bool]) -> list[Part]:
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
