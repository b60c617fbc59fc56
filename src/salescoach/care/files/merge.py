"""Merging: two states of one file united record by record, the same whichever is named first; no file is touched."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from salescoach.care.files import segments
from salescoach.care.files.segments import Segment
from salescoach.errors import BadToml, Unverified
from salescoach.frozen import frozen
from salescoach.journal import toml

COPIED = "# other copy:"
"""What begins a line that only the other side has where one of the two has to count: in the head."""

_GAP = 2

Key = tuple[Any, ...]

_TEXT = "text"
"""What begins the meaning of a line that is no TOML."""

_NOTHING: Key = ("table", frozenset())
"""What an empty line and a comment mean."""


@frozen
class Doubled:
    """A record that says one thing on one side and another on the other, under one id; both are kept. No day: "?"."""

    kind: str
    id: str
    on: date | str


@frozen
class Merged:
    """Two sides as one, the records in one only, the other only, both; `beside` are lines kept as comments only."""

    text: str
    only: tuple[int, int]
    both: int
    doubled: tuple[Doubled, ...] = ()
    beside: tuple[str, ...] = ()


@frozen
class _Side:
    """One text cut into its parts: records by what they say, the others by their heading."""

    text: str
    parts: tuple[tuple[Key, Segment], ...]

    @cached_property
    def records(self) -> Mapping[Key, list[Segment]]:
        found: dict[Key, list[Segment]] = {}
        for key, part in self.parts:
            if part.kind:
                found.setdefault(key, []).append(part)
        return found

    @cached_property
    def plain(self) -> Mapping[Key, str]:
        return {key: part.text for key, part in self.parts if not part.kind}

    @cached_property
    def said(self) -> set[Key]:
        """All comments, and all that the head and other tables say, in force or kept as comments."""
        found: set[Key] = set()
        for key, part in self.parts:
            lines = [part.text] if part.kind else [*_statements(part.text)]
            found |= {("comment", one) for line in lines for one in _remarks(line)}
            found |= {(key, meant) for line in lines if not part.kind and (meant := _meaning(line)) != _NOTHING}
        return found

    def holds(self, other: "_Side") -> bool:
        """Tell whether nothing is in the other side that is not in this one."""
        kept = all(len(self.records.get(key, ())) >= len(found) for key, found in other.records.items())
        return kept and self.said >= other.said


def united(one: str, other: str, file: str) -> Merged:
    """Return two texts of a file as one: every record of either, those in both once; raise BadToml, Unverified."""
    sides = _side(one, file), _side(other, file)
    lead, second = sorted(sides, key=lambda side: side.text, reverse=True)
    beside: list[str] = []
    whole = next((side.text for side in (lead, second) if side.holds(lead) and side.holds(second)), None)
    if whole is None:
        whole = _laid(lead, second, beside)
        _check(whole, sides, file)
    ours, theirs = (side.records for side in sides)
    both = sum(min(len(found), len(theirs.get(key, ()))) for key, found in ours.items())
    only = sum(map(len, ours.values())) - both, sum(map(len, theirs.values())) - both
    return Merged(whole, only, both, tuple(_doubled(*sides)), tuple(beside))


def laid(one: bytes, other: bytes, file: str) -> tuple[bytes, Merged]:
    """Return the bytes of two states of a file as one, and what was united; raise what `united` does."""
    texts = [toml.decode(data, file) for data in (one, other)]
    merged = united(texts[0], texts[1], file)
    asis = [data for data, text in zip((one, other), texts, strict=True) if text == merged.text]
    newline = "\r\n" if any(data.partition(b"\n")[0].endswith(b"\r") for data in (one, other)) else "\n"
    return max(asis, default=merged.text.replace("\n", newline).encode()), merged


def _side(text: str, file: str) -> _Side:
    counted: Counter[Key] = Counter()
    parts: list[tuple[Key, Segment]] = []
    for segment in segments.split(text, file):
        if segment.kind:
            parts.append(((segment.kind, _form(segment.fields)), segment))
            continue
        # Every part but the first of a file begins with a heading.
        headings = (_meaning(line) for line in segments.statements(segment.text) if line.lstrip().startswith("["))
        heading = next(headings) if parts else ()
        parts.append((("", heading, counted[heading]), segment))
        counted[heading] += 1
    return _Side(text, tuple(parts))


def _form(value: Any) -> Key:
    """Return a parsed value in a form that is equal, and can be counted, where toml.same holds."""
    if isinstance(value, Mapping):
        return ("table", frozenset((key, _form(one)) for key, one in value.items()))
    if isinstance(value, list):
        return ("list", *map(_form, value))
    return (type(value).__name__, "nan" if value != value else value)  # noqa: PLR0124  # what NaN alone is not


def _statements(text: str) -> Iterator[str]:
    """Give what the lines of a table say, and after it what lines kept as comments say."""
    copied = ""
    for line in segments.statements(text):
        if line.startswith(COPIED):
            copied += line.removeprefix(COPIED).removeprefix(" ").rstrip("\n") + "\n"
        else:
            yield line
    yield from _restored(copied)


def _restored(copied: str) -> Iterator[str]:
    """Give what lines kept as comments say; one that somebody cut short does not take those after it along."""
    while copied:
        line = next(segments.statements(copied))
        if _meaning(line)[0] == _TEXT:
            line = copied[: copied.index("\n") + 1]
        yield line
        copied = copied[len(line) :]


def _meaning(statement: str) -> Key:
    try:
        return _form(toml.parse(statement, ""))
    except BadToml:  # a line kept as a comment, that somebody wrote on
        return (_TEXT, statement.strip())


def _laid(lead: _Side, second: _Side, beside: list[str]) -> str:
    """Lay both sides together, in the order of the first; what is left over of the second is put in `beside`."""
    parts: list[tuple[str, int]] = []
    new: list[Segment] = []
    met: Counter[Key] = Counter()
    for key, part in lead.parts:
        twins = second.records.get(key, ())
        if not part.kind:
            parts.append(_plain(part.text, second.plain.get(key), beside))
        elif met[key] < len(twins):
            parts.append(_record(part.text, twins[met[key]].text))
        else:
            new.append(part)
        met[key] += 1
    for key, found in second.records.items():
        new += found[met[key] :]
    parts += [_cut(text) for key, text in second.plain.items() if key not in lead.plain]
    return _joined(parts, [_cut(part.text)[0] for part in sorted(new, key=_order)])


def _cut(text: str) -> tuple[str, int]:
    """Return a part without the empty lines after it, and how many line ends were there."""
    body = text.rstrip("\n")
    return body, len(text) - len(body)


def _plain(text: str, twin: str | None, beside: list[str]) -> tuple[str, int]:
    """Unite a table that is no record: one side's text, and what only the other says as comments under it."""
    if twin is None:
        return _cut(text)
    base, less, gap = _ranked(text, twin)
    known = {_NOTHING, *map(_meaning, _statements(base))}
    missing = [line.rstrip("\n") for line in _statements(less) if _meaning(line) not in known]
    copied = [f"{COPIED} {line}" for one in missing for line in one.split("\n")]
    beside += [one.strip() for one in missing]
    said = "\n".join([*_statements(base), *missing])
    return "\n".join([base, *copied, *_comments_only_in("\n".join(_statements(less)), said)]), gap


def _record(text: str, twin: str) -> tuple[str, int]:
    """Unite two ways of writing the same record: the longer one, under the comments that only the other has."""
    base, less, gap = _ranked(text, twin)
    return "\n".join([*_comments_only_in(less, base), base]), gap


def _ranked(text: str, twin: str) -> tuple[str, str, int]:
    (body, gap), (other, other_gap) = _cut(text), _cut(twin)
    less, base = sorted((body, other), key=lambda one: (len(one), one))
    return base, less, max(gap, other_gap)


def _comments_only_in(text: str, other: str) -> list[str]:
    known = {*_remarks(other)}
    return [one for one in dict.fromkeys(_remarks(text)) if one not in known]


def _remarks(text: str) -> list[str]:
    return [comment.rstrip() for _, comment in segments.comments(text)]


def _order(part: Segment) -> tuple[str, str, str]:
    return str(part.fields.get("on", "")), str(part.fields.get("id", "")), part.text.rstrip("\n")


def _joined(parts: list[tuple[str, int]], new: list[str]) -> str:
    """Join parts; a comment that ends one is kept off the next, or it would be about that."""
    lines = []
    for body, gap in parts:
        apart = body.rpartition("\n")[2].lstrip().startswith("#")
        lines.append(body + "\n" * (max(gap, _GAP) if apart or not gap else gap) if body else "")
    whole = "".join(lines).rstrip("\n")
    return "\n\n".join([*([whole] if whole else []), *new]) + "\n"


def _check(text: str, sides: tuple[_Side, _Side], file: str) -> None:
    """Raise Unverified where a text is not exactly the records of both sides, and all else that they say."""
    one, other = (_rows(side.text, file) for side in sides)
    try:
        whole = _side(text, file)
    except BadToml:
        raise Unverified(file=file) from None
    if _rows(text, file) != one | other or not all(map(whole.holds, sides)):
        raise Unverified(file=file)


def _rows(text: str, file: str) -> Counter[Key]:
    """Count what the parser finds in all lists of tables, however they are written."""
    lists = {kind: rows for kind, rows in toml.parse(text, file).items() if isinstance(rows, list)}
    return Counter((kind, _form(row)) for kind, rows in lists.items() for row in rows if isinstance(row, dict))


def _doubled(one: _Side, other: _Side) -> Iterator[Doubled]:
    """Give each record of which there is more than one, in the order of their days."""
    versions: dict[tuple[str, str], dict[Key, Segment]] = {}
    for side in (one, other):
        for key, (part, *_) in side.records.items():
            if part.fields.get("id"):
                versions.setdefault((part.kind, str(part.fields["id"])), {})[key] = part
    for (kind, spelled), found in sorted(versions.items()):
        if len(found) > 1:
            on = min(found.values(), key=_order).fields.get("on")
            yield Doubled(kind, spelled, on if isinstance(on, date) else "?")
