"""The seal of a recap, a short hash of its lines, and what of a text that carries it is not as it was sent (S1.6)."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from html import unescape
from itertools import combinations
from unicodedata import normalize

from salescoach.answer import Phrase, Said, phrase
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.records.recap import Recap

_LETTERS, _DIGITS, _PAIRS = "abcdefghjkmnpqrstuvwxyz", "23456789", 4
"""A letter and a digit in turn, as no word and no number has them; none that is taken for another."""

_SEAL = re.compile(r"\b(?:[a-z][2-9]){2}-(?:[a-z][2-9]){2}\b", re.IGNORECASE)

_TOKEN = re.compile(r"[^\W_]+|[%+=$£¥\u20a0-\u20cf]")
"""What a text says: a mail program changes blanks, quotation marks, dashes and where lines end, and no word."""

_FARTHEST = 40
"""Paragraphs before a seal among which its lines are looked for: some programs make one of each line."""

_EDGES = " \n\t)].,;:!?*-–—>”\"'"
"""What is left of the line before, or of a mark of quoting."""


@frozen(kw_only=True)
class Verdict(Said):
    """What a text is beside what was sent, in sentences; whether it `fits`."""

    fits: bool

    @property
    def status(self) -> int:
        """1 where it is not as it was sent, or not known."""
        return 0 if self.fits else 1


def seal_of(lines: Iterable[str]) -> str:
    """Return the seal of lines: the same however they are wrapped, quoted or set."""
    number = int.from_bytes(sha256(" ".join(_words("\n".join(lines))).encode()).digest())
    seal = ""
    for _ in range(_PAIRS):
        number, letter = divmod(number, len(_LETTERS))
        number, digit = divmod(number, len(_DIGITS))
        seal += _LETTERS[letter] + _DIGITS[digit]
    return f"{seal[:_PAIRS]}-{seal[_PAIRS:]}"


def seals_in(text: str) -> list[str]:
    """Return what may be a seal in a text."""
    return [one[0].casefold() for one in _SEAL.finditer(text)]


def sealed_in(text: str) -> list[str]:
    """Return the lines of a text that its own seal is of; none where there is no seal, or it is not of these lines."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", unescape(text)) if part.strip()]
    for end, seals in ((end, seals) for end, part in enumerate(parts) if (seals := seals_in(part))):
        for first, last in combinations(range(max(0, end - _FARTHEST), end + 1), 2):
            if seal_of(parts[first:last]) in seals:
                return [line.strip() for part in parts[first:last] for line in part.split("\n")]
    return []


def is_whole(recap: Recap) -> bool:
    """Tell whether the text of a recap is still what its seal was made of."""
    return seal_of(line for line, sealed in _kept(recap) if sealed) == recap.seal


def compared(text: str, recap: Recap, around: Iterable[str] = ()) -> tuple[list[Phrase], str]:
    """Return where a text differs from the recap that it carries the seal of, and what stands around it there.

    What stands `around` the points of any recap is no difference: the seal is not of it.
    """
    framed = [_words(one) for one in around]
    text = normalize("NFKC", unescape(text))
    found, missing, first, end = list[Phrase](), list[str](), None, 0
    for line, sealed, span in _standing(text, _kept(recap)):
        if span:
            there = "" if first is None or _words(text[end : span[0]]) in framed else text[end : span[0]]
            found += _difference(missing, there)
            first, end, missing = span[0] if first is None else first, span[1], []
        elif sealed:
            missing.append(line)
    before = "" if _words(text[: first or 0]) in framed else text[: first or 0]
    return [*found, *_difference(missing, "")], " ".join(f"{before} {text[end:]}".split())


def says_only(text: str, words: Collection[str], beside: Collection[str], name: str) -> bool:
    """Tell whether all that a text says is some of these words in key form, with a name and what says nothing."""
    left, found = _apart(text), False
    for said in sorted({*words, *beside, *key_form(name).split("-")}, key=len, reverse=True):
        found |= said in words and _apart(said) in left
        left = left.replace(_apart(said), "")
    return found and not left


def _apart(text: str) -> str:
    """Return a text in key form with dashes around each word, so that none of them ends in the middle of one."""
    return "".join(f"-{word}-" for word in key_form(text).split("-") if word)


def _kept(recap: Recap) -> list[tuple[str, bool]]:
    """Return the lines of a recap, and which of them the seal is of: those between what it begins and ends with."""
    parts = (recap.text or "").strip().split("\n\n")
    return [(line, 0 < at < len(parts) - 1) for at, part in enumerate(parts) for line in part.split("\n")]


def _standing(text: str, kept: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, bool, tuple[int, int] | None]]:
    """Give each line, whether the seal is of it, and where it stands in a text, one behind the other."""
    tokens, at = list(_TOKEN.finditer(text)), 0
    words = [one[0].casefold() for one in tokens]
    for line, sealed in kept:
        wanted = _words(line)
        places = range(at, len(words) - len(wanted) + 1)
        place = next((place for place in places if words[place : place + len(wanted)] == wanted), None)
        if place is None:
            yield line, sealed, None
        else:
            at = place + len(wanted)
            yield line, sealed, (tokens[place].start(), tokens[at - 1].end())


def _difference(missing: Sequence[str], there: str) -> list[Phrase]:
    """Return what was sent and is missing, with what stands in its place; or what stands there and was not sent."""
    sent, other = " · ".join(missing), " ".join(there.strip(_EDGES).split()) if _TOKEN.search(there) else ""
    if sent:
        return [phrase("recap.other" if other else "recap.missing", sent=sent, there=other)]
    return [phrase("recap.added", there=other)] if other else []


def _words(text: str) -> list[str]:
    return [one.casefold() for one in _TOKEN.findall(normalize("NFKC", text))]
