"""Single cells of a table -> clean text and names; dates are in days.py, which column is which in columns.py."""

import re
from collections.abc import Collection, Iterable
from unicodedata import category, normalize

from salescoach.records.keys import key_form

# Invisible letters that spell names in some scripts; all others of their kinds are dropped.
_JOINERS, _CONTROL = "\u200c\u200d", {"Cc", "Cf"}

_BRACKETS = re.compile(r"\(.*?\)")
_FIGURES = re.compile(r"\d+")


def text_in(cell: str) -> str:
    """Return a cell in one line, without control characters and quotes around it, its letters composed."""
    seen = cell if cell.isprintable() else "".join(filter(_shows, cell))  # most cells have nothing to drop
    text = normalize("NFC", " ".join(seen.split()))
    return text[1:-1].strip() if len(text) > 1 and text[0] == text[-1] == "'" else text


def _shows(letter: str) -> bool:
    return letter.isspace() or letter in _JOINERS or category(letter) not in _CONTROL


def name_in(cell: str) -> str:
    """Return the name in a cell, `Berg, Anna` as `Anna Berg`; empty where no letter is."""
    text = text_in(cell).strip(" ,")
    if not any(letter.isalpha() for letter in text):
        return ""
    family, comma, given = text.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else text


def folded(text: str) -> str:
    """Return the letters and digits alone, blind to case, accents, separators and what stands in brackets."""
    return key_form(text.partition("(")[0]).replace("-", "")


def spelled(name: str) -> str:
    """Return the letters of a name with their accents, blind to case and punctuation: `ø` is another than `ö`."""
    return " ".join("".join(one if one.isalnum() else " " for one in normalize("NFC", name).casefold()).split())


def begins_with(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text begins with one of some words, blind to case: `Total: 12`, but not `Totalia`.

    A `#` in a word stands for any whole number: `page #` begins `Page 12 of 14`, and not `Page Smith`.
    """
    low = _FIGURES.sub("#", text.casefold())
    return any(low.startswith(word) and not low[len(word) : len(word) + 1].isalpha() for word in words)


def is_one(name: str, between: Collection[str]) -> bool:
    """Tell whether a name is of one person: no address, and nothing that stands between two people amid it."""
    text = _BRACKETS.sub(" ", name.casefold())
    for sign in between:
        text = text if sign.isalpha() else text.replace(sign, f" {sign} ")
    return "@" not in text and not {*text.split()[1:-1]} & {*between}
