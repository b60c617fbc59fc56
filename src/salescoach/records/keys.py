"""The key form of a text: how names, areas and words are compared, blind to case, accents and Unicode form."""

import re
from functools import cache
from unicodedata import category, normalize

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ß": "ss", "\u0131": "i"}
)
"""What Unicode does not take apart into a Latin letter and a mark."""

_MARKS = re.compile("[\u00ad\u0300-\u036f\u200b-\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufeff]")
"""Accents, and what shows nothing of its own; the marks that other scripts write vowels with are kept."""


@cache  # the same few areas are named thousands of times in the years of a team
def key_form(text: str) -> str:
    """Return `text` in lower case, without accents, its words joined by single dashes; empty if nothing is left."""
    whole = normalize("NFC", bare(text))
    dashed = "".join(char if char.isalnum() or category(char).startswith("M") else "-" for char in whole)
    return re.sub("-+", "-", dashed).strip("-")


def bare(text: str) -> str:
    """Return `text` in lower case, without accents, taken apart: the same whatever its Unicode form."""
    return _MARKS.sub("", normalize("NFKD", normalize("NFKD", text).casefold())).translate(_LETTERS)
