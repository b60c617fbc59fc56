"""How dates are typed: text cut into tokens and held against the patterns of each language; not which day is meant."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from salescoach.words.date_meaning import RULES, Gaps, Rule

Table = Mapping[str, Any]
Tokens = tuple[str, ...]


class Fit(NamedTuple):
    """A pattern that a text begins with: its rule, what stood in its gaps, and the tokens that are left over."""

    rule: Rule
    gaps: Gaps
    rest: Tokens


class Patterns:
    """The patterns and words of several languages, each the parsed dates.toml of one; an earlier one goes first.

    A pattern is made of words and gaps: `in {count} {unit}`; what stands in `[...]` may be left out. Letters and digits
    are tokens of their own, so `2w` is `2 w`; full stops, commas and colons say nothing, nor does the th of `27th`.
    """

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tables

    def fits(self, text: str) -> Iterator[Fit]:
        """Yield each pattern that the text begins with."""
        tokens = self._cut(text)
        for rule, parts in self._patterns:
            gaps = self._fill(parts, tokens)
            if gaps is not None:
                yield Fit(rule, gaps, tokens[len(parts) :])

    def opens(self, text: str) -> bool:
        """Tell whether the first word is one that dates begin with, even where no date follows."""
        return any(word in self._openings for word in self._cut(text)[:1])

    def _cut(self, text: str) -> Tokens:
        words = _tokens(text)
        tokens = tuple(
            word
            for before, word in zip(("", *words), words, strict=False)
            if not (word in self._ordinals and before.isdecimal())
        )
        for phrase, meaning in self._same:
            if tokens[: len(phrase)] == phrase:
                return meaning + tokens[len(phrase) :]
        return tokens

    def _fill(self, parts: Tokens, tokens: Tokens) -> Gaps | None:
        if len(parts) > len(tokens):
            return None
        gaps: dict[str, Any] = {}
        for part, token in zip(parts, tokens, strict=False):
            if part in self._gaps:
                gaps[part[1:-1]] = self._gaps[part](token)
            elif part != token:
                return None
        return None if None in gaps.values() else gaps

    @cached_property
    def _patterns(self) -> list[tuple[Rule, Tokens]]:
        return [
            (rule, _tokens(variant))
            for name, rule in RULES.items()
            for table in self._tables
            for pattern in table.get("patterns", {}).get(name, ())
            for variant in _variants(pattern)
        ]

    @cached_property
    def _gaps(self) -> Mapping[str, Callable[[str], Any]]:
        numbers = self._values("numbers")
        return {
            "{date}": lambda token: token if re.fullmatch(_NUMERIC, token) else None,
            "{weekday}": self._places("weekdays", first=0).get,
            "{month}": self._places("months", first=1).get,
            "{day}": _digits(1, 2),
            "{year}": _digits(4, 4),
            "{number}": _digits(1, 2),
            "{quarter}": _digits(1, 1),
            "{count}": lambda token: numbers.get(token, _digits(1, _COUNT_DIGITS)(token)),
            "{week}": dict.fromkeys(self._listed("week"), True).get,
            "{unit}": {_spell(word): unit for unit, words in self._pairs("units") for word in words}.get,
            "{which}": self._values("which").get,
        }

    @cached_property
    def _same(self) -> list[tuple[Tokens, Tokens]]:
        phrases = {_tokens(phrase): _tokens(meaning) for phrase, meaning in self._pairs("same")}
        return sorted(phrases.items(), key=lambda pair: len(pair[0]), reverse=True)

    @cached_property
    def _ordinals(self) -> frozenset[str]:
        return frozenset(self._listed("ordinals"))

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset((*self._listed("openings"), *self._places("weekdays"), *self._places("months")))

    def _places(self, key: str, first: int = 0) -> dict[str, int]:
        """Number the words of a list of lists; where two languages disagree, the earlier one is right."""
        return {
            _spell(word): place
            for table in reversed(self._tables)
            for place, words in enumerate(table.get(key, ()), first)
            for word in words
        }

    def _values(self, key: str) -> dict[str, Any]:
        return {_spell(word): value for word, value in self._pairs(key)}

    def _pairs(self, key: str) -> list[tuple[str, Any]]:
        return [pair for table in reversed(self._tables) for pair in table.get(key, {}).items()]

    def _listed(self, key: str) -> list[str]:
        return [_spell(word) for table in self._tables for word in table.get(key, ())]


_NUMERIC = (
    r"(?:[0-9]{4}([-./])[0-9]{1,2}\1[0-9]{1,2}"
    r"|[0-9]{1,2}([-./])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{1,2}[./][0-9]{1,2}"
    r"|[0-9]{8})(?![0-9])"
)
_TOKEN = re.compile(rf"\{{[a-z]+\}}|{_NUMERIC}|[0-9]+|[^\W\d_]+|[^\s.,:!)]")
_COUNT_DIGITS = 6  # more would be no day of this calendar in any unit


def _tokens(text: str) -> Tokens:
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFC", text)
    return tuple(token[0] for token in _TOKEN.finditer(text.casefold()))


def _spell(word: str) -> str:
    return "".join(_tokens(word))


def _variants(pattern: str) -> list[str]:
    head, _, tail = pattern.partition("[")
    if not tail:
        return [head]
    choice, _, rest = tail.partition("]")
    return [head + chosen + variant for variant in _variants(rest) for chosen in (choice, "")]


def _digits(fewest: int, most: int) -> Callable[[str], int | None]:
    return lambda token: int(token) if token.isdecimal() and fewest <= len(token) <= most else None
