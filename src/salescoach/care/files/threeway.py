"""Three ways: one text, changed by two at the same time, becomes one text with both their changes, or none."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

_Hunk = tuple[int, int, tuple[bytes, ...]]
"""From which line of a text to which, and the lines that stand in their place."""


def united(base: bytes, mine: bytes, theirs: bytes) -> bytes | None:
    """Return a text with the changes of both, what they only added last; None where they changed the same lines."""
    if mine == base:
        return theirs
    if theirs in (base, mine):
        return mine
    added = _added(base, theirs)
    if added is not None:
        newline = b"\r\n" if b"\r\n" in mine else b"\n"
        gap = b"" if mine.endswith(b"\n") else newline
        return mine + gap + added.replace(b"\r\n", b"\n").replace(b"\n", newline)
    return _woven(base.splitlines(keepends=True), mine.splitlines(keepends=True), theirs.splitlines(keepends=True))


def _added(base: bytes, theirs: bytes) -> bytes | None:
    """Return the lines that were added at the end, None where more was changed than that."""
    if not theirs.startswith(base):
        return None
    tail = theirs[len(base) :]
    if base.endswith(b"\n"):
        return tail
    ended = next((end for end in (b"\r\n", b"\n") if tail.startswith(end)), None)
    return None if ended is None else tail.removeprefix(ended)


def _woven(base: Sequence[bytes], mine: Sequence[bytes], theirs: Sequence[bytes]) -> bytes | None:
    hunks = sorted({*_hunks(base, mine), *_hunks(base, theirs)})
    if any(start <= end for (_, end, _), (start, _, _) in pairwise(hunks)):
        return None
    lines: list[bytes] = []
    at = 0
    for start, end, instead in hunks:
        lines += [*base[at:start], *instead]
        at = end
    return b"".join([*lines, *base[at:]])


def _hunks(base: Sequence[bytes], other: Sequence[bytes]) -> list[_Hunk]:
    codes = SequenceMatcher(None, base, other).get_opcodes()
    return [(start, end, tuple(other[first:last])) for tag, start, end, first, last in codes if tag != "equal"]
