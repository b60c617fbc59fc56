"""Untrusted text: what a terminal would act on is made visible; nothing else is changed."""

import re
from collections.abc import Iterable
from itertools import accumulate
from unicodedata import east_asian_width

_ACTS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Controls, line ends of other kinds, halves of characters; and what Unicode calls default-ignorable, which shows
nothing of its own, but for the selectors U+FE00 to U+FE0F that stand behind ordinary emoji."""

_FIXED = "\u00a0"
"""A blank at which no line ends; in what was made one line there is none."""

_QUOTED = {'"': 2, "'": 2, "$": 2, "`": 2, ":": 3}
"""What shells take for more than a letter, and the columns of it once it is quoted."""

_PICTURES = 0x2400
_DELETE = 0x7F


def visible(text: str) -> str:
    """Return text with control, escape, bidi and zero-width characters as visible ones; new lines and tabs stay."""
    return _ACTS.sub(_picture, text)


def line(text: str) -> str:
    """Return text as one line, what is between its words folded to single spaces."""
    return " ".join(visible(text).split())


def brief(text: str, columns: int) -> str:
    """Return text as one line of at most so many columns, its end cut off where it is longer.

    A quotation mark or a colon takes as many as it has once a shell's script has quoted it.
    """
    whole = line(text)
    ends = [*accumulate(map(_columns, whole))]
    if not ends or ends[-1] <= columns:
        return whole
    return f"{whole[: sum(end < columns for end in ends)].rstrip()}…"


def _columns(char: str) -> int:
    if char in _QUOTED:
        return _QUOTED[char]
    return 2 if east_asian_width(char) in "WF" else 1


def wrapped(text: str, width: int) -> str:
    """Return text as lines of at most so many columns, broken between words."""
    return _lines(line(text), width)


def flowing(parts: Iterable[str], width: int) -> str:
    """Return parts as lines of at most so many columns, each part whole where a line takes it."""
    return _lines(" ".join(_glued(line(part), width) for part in parts), width).replace(_FIXED, " ")


def _glued(part: str, width: int) -> str:
    """Return a part in one piece; one that no line takes, only with its ends in one piece."""
    if len(part) <= width:
        return part.replace(" ", _FIXED)
    return _FIXED.join(part.replace(" ", _FIXED, 1).rsplit(" ", 1))


def _lines(text: str, width: int) -> str:
    from textwrap import fill

    return fill(text, width, break_long_words=False, break_on_hyphens=False)


def escaped(text: str) -> str:
    r"""Return JSON text with the same characters as \uXXXX escapes; half a character, which is none, as U+FFFD."""
    return _ACTS.sub(_escape, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "\u2421" if code == _DELETE else f"<U+{code:04X}>"


def _escape(found: re.Match[str]) -> str:
    char = found[0] if not "\ud800" <= found[0] <= "\udfff" else "\ufffd"
    units = char.encode("utf-16-be")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))
