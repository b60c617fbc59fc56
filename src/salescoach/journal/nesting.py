"""Nesting: how deep the tables and lists of a TOML text stand in each other, before a parser follows them down."""

import re
from collections.abc import Iterator

DEEPEST = 100
"""Brackets and dots around one value. No hand nests ten; toml-rs dies of a thousand, with the process and without a
word; pydantic gives up at 255, and our own functions that go down with them have Python's 1,000 calls, two a level."""

_FLAT = r"""[^\[\]{}"'#\\]*+(?:"[^"\\\n\[\]{}]++"[^\[\]{}"'#\\]*+)*"""  # a group with *+ loses its place in Python 3.11
_WRITTEN = (rf"= \[{_FLAT}\]", rf"= \{{{_FLAT}\}}")
_HEADING = r"\[\[[\w.-]++\]\]"
_CLOSED = {"[": rf"\[(?:\[[\w.-]++\]|{_FLAT})\]", "{": rf"\{{{_FLAT}\}}"}
"""Headings, flat lists and flat tables, as they are mostly written and wherever they stand: they nest nothing more, and
a match that begins in a text or a comment takes away no other brackets either. All begin with plain letters, so they
are found fast. Each is compiled when it is first needed."""

_LINK = r"""\.[ \t]*(?:[\w-]++|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*"""
"""A dot in a key and what follows: one word, or in quotes, unlike what follows a sentence."""

_FEW = 3
"""Brackets left that are not worth a closer look."""

_MARKS = r'"""|' + r"'''|[\"'#\[\]{}.,=\n]"
_ENDS = {'"""': r'\\[\s\S]|"{3,5}', "'''": "'{3,5}", '"': r'\\[^\n]|"|(?=\n)', "'": r"'|(?=\n)", "#": r"(?=\n)"}
"""What ends a text or a comment; and what is escaped in it, which does not."""


def too_deep(text: str) -> int | None:
    """Return where a text that is meant to be TOML nests deeper than DEEPEST, None where it does not."""
    open_ones = _left_open(text)
    dots = (DEEPEST - open_ones - 2) // (open_ones + 3)
    if dots > 0 and not re.search(rf"{_LINK}(?:{_LINK}){{{dots - 1}}}\.", text):
        return None
    return next((at for at, depth in _depths(text) if depth > DEEPEST), None)


def _left_open(text: str) -> int:
    """Return how many brackets could have others in them."""
    number = text.count("[")
    if number == text.count("\n[") + text.count("\n[[") and "{" not in text:
        return 0  # all begin a line, as headings do and no value
    number += text.count("{")
    left = number and number - 2 * len(re.findall(_HEADING, text))
    if left > _FEW:
        left -= sum(len(re.findall(closed, text)) for closed in _WRITTEN)
    if left <= _FEW:
        return left
    return number - sum("".join(re.findall(closed, text)).count(bracket) for bracket, closed in _CLOSED.items())


def _depths(text: str) -> Iterator[tuple[int, int]]:
    """Return each place where something opens, and how deep that is: below its heading, in its lists and tables.

    Where a bracket is closed by one of another kind it stays open: such a text is broken, and a parser may go on.
    """
    scan, at, marks = _Scan(), 0, re.compile(_MARKS)
    while found := marks.search(text, at):
        mark, at = found[0], found.end()
        if mark in _ENDS:
            at = _end(text, mark, at)
        elif mark in {"[", "{", "."}:
            yield found.start(), scan.deeper(mark)
        else:
            scan.on(mark)


def _end(text: str, mark: str, at: int) -> int:
    ends = (found.end() for found in re.compile(_ENDS[mark]).finditer(text, at) if not found[0].startswith("\\"))
    return next(ends, len(text))


class _Scan:
    """Where a scan is: how deep the heading above was, and in each open bracket how many dots its key has so far."""

    def __init__(self) -> None:
        self._above = self._heading = 0
        self._valued = False
        self._closing: list[str] = []
        self._dots = [0]

    def deeper(self, mark: str) -> int:
        """Go on by a dot or into a bracket; return how deep that is."""
        if mark == ".":
            self._dots[-1] += 1
        else:
            if not self._closing and not self._valued:
                self._above, self._heading = 0, 1
            self._closing.append("]" if mark == "[" else "}")
            self._dots.append(0)
        depth = self._above + len(self._closing) + sum(self._dots)
        self._heading = self._heading and max(self._heading, depth)
        return depth

    def on(self, mark: str) -> None:
        """Go on by what ends a key, a value, a bracket or a line."""
        if mark == "=":
            self._valued = True
        elif self._closing and mark == self._closing[-1]:
            self._closing.pop()
            self._dots.pop()
        elif mark in {",", "\n"}:
            self._dots[-1] = 0
        if mark == "\n" and not self._closing:
            self._above, self._heading, self._valued = self._heading or self._above, 0, False
