"""Untrusted text: what a terminal would act on is made visible; nothing else is changed."""

import re

_ACTS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_PICTURES = 0x2400
_DELETE = 0x7F


def visible(text: str) -> str:
    """Return text with control, escape, bidi and zero-width characters as visible ones; new lines and tabs stay."""
    return _ACTS.sub(_picture, text)


def line(text: str) -> str:
    """Return text as one line, what is between its words folded to single spaces."""
    return " ".join(visible(text).split())


def escaped(text: str) -> str:
    r"""Return JSON text with the same characters as \uXXXX escapes."""
    return _ACTS.sub(_escape, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "\u2421" if code == _DELETE else f"<U+{code:04X}>"


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))
