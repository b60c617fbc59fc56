"""Segments: the text of a file cut where its records begin, so that each can be kept, moved or left out as typed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from salescoach.errors import Unverified
from salescoach.frozen import frozen
from salescoach.journal import toml

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|(?P<comment>#[^\n]*)"
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)",
    re.DOTALL,
)
"""What brackets and line ends count or do not count in: strings of four kinds, comments, brackets."""

_HEAD = re.compile(r"[ \t]*(?P<brackets>\[\[?)[ \t]*(?P<name>\"[^\"\n]*\"|'[^'\n]*'|[\w-]+)[ \t]*(?P<next>.)")


@frozen
class Segment:
    """A part of a file: one record with the comments right above it, or what is none: then its kind is ""."""

    kind: str
    text: str
    fields: Mapping[str, Any]


def split(text: str, file: str) -> list[Segment]:
    """Return the parts of a text, in order; joined they are the text again. Raise BadToml, Unverified: no blocks."""
    tables = toml.parse(text, file)
    cuts = list(_cuts(text))
    kinds = ["", *(kind for _, kind in cuts)]
    places = [0, *(at for at, _ in cuts), len(text)]
    counted: dict[str, int] = {}
    found = []
    for at, kind in enumerate(kinds):
        index = counted[kind] = counted.get(kind, -1) + 1
        part = text[places[at] : places[at + 1]]
        found.append(Segment(kind, part, _row(tables, kind, index, file) if kind else {}))
    if any(kind and len(tables[kind]) != last + 1 for kind, last in counted.items()):
        raise Unverified(file=file)  # a kind that is written as blocks has others as well: a list in the beginning
    return found


def places(data: bytes, segments: Iterable[Segment]) -> Iterator[tuple[str, int, int, int]]:
    """Give of each segment its kind, its number among that, and from where to where its bytes are in the file."""
    ends = [0, *(found.end() for found in re.finditer(b"\n", data)), len(data)]
    counted: Counter[str] = Counter()
    line = 0
    for segment in segments:
        last = min(line + segment.text.count("\n") + bool(segment.text.rpartition("\n")[2]), len(ends) - 1)
        yield segment.kind, counted[segment.kind], ends[line], ends[last]
        counted[segment.kind] += 1
        line = last


def statements(text: str) -> Iterator[str]:
    """Give the parts of a text that end with a line: a heading, a key with its whole value, a comment, an empty one."""
    depth = start = 0
    for token in _TOKEN.finditer(text):
        depth += bool(token["open"]) - bool(token["close"])
        if token["end"] and depth == 0:
            yield text[start : token.end()]
            start = token.end()
    if start < len(text):
        yield text[start:]


def comments(text: str) -> list[tuple[int, str]]:
    """Return every comment of a text that parses, with its line, counted from 1."""
    found, line, at = [], 1, 0
    for token in _TOKEN.finditer(text):
        if token["comment"]:
            line, at = line + text.count("\n", at, token.start()), token.start()
            found.append((line, token[0]))
    return found


def _cuts(text: str) -> Iterator[tuple[int, str]]:
    """Give where each segment but the first begins, and its kind."""
    depth, current, above, below = 0, "", -1, -1
    for token in _TOKEN.finditer(text):
        begins = -1 if depth or token["end"] else _begins_line(text, token.start())
        if token["open"] and begins >= 0:
            name, kind = _heading(text, begins)
            if kind or name != current:
                yield (above if begins == below else begins), kind
                current = kind
        if token["comment"] and begins >= 0:
            above, below = (above if begins == below else begins), token.end() + 1
        depth += bool(token["open"]) - bool(token["close"])


def _begins_line(text: str, at: int) -> int:
    """Return where the line of a token begins, -1 where the token is not the first of its line."""
    start = text.rfind("\n", 0, at) + 1
    return -1 if text[start:at].strip(" \t") else start


def _heading(text: str, at: int) -> tuple[str, str]:
    """Return the first name of a heading, and the kind where it begins a record."""
    found = _HEAD.match(text, at)
    name = found["name"].strip("\"'") if found else ""
    whole = found is not None and found["brackets"] == "[[" and found["next"] == "]"
    return name, name if whole else ""


def _row(tables: Mapping[str, Any], kind: str, index: int, file: str) -> Mapping[str, Any]:
    rows = tables.get(kind)
    if not isinstance(rows, list) or index >= len(rows) or not isinstance(rows[index], dict):
        raise Unverified(file=file)
    row: Mapping[str, Any] = rows[index]
    return row
