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
        first = {tokens[0], *(gap for gap, read in self._gaps.items() if read(tokens[0]) is not None)} if tokens else ()
        for _, rule, parts in sorted(found for key in first for found in self._patterns.get(key, ())):
            gaps = self._fill(parts, tokens)
            if gaps is not None:
                yield Fit(rule, gaps, tokens[len(parts) :])

    def plain(self, text: str, fit: Fit) -> bool:
        """Tell whether a whole date is one wherever it stands: a full weekday, a day and month, or relative words.

        Not so a short form (`fre`, `tor`), a length of time (`2 weeks`), or what may be a number (`3.5`).
        """
        if fit.rule is RULES["count"]:
            return False
        if fit.rule is RULES["week"]:
            return len("".join(self._cut(text))) > len("v2")
        if "date" in fit.gaps:
            return not re.fullmatch(r"\d{1,2}\.\d{1,2}|\d+", fit.gaps["date"])
        if fit.rule is RULES["weekday"] and "which" not in fit.gaps:
            return self._cut(text)[-1] in self._full_weekdays and not self.names(text)
        return True

    def names(self, text: str) -> bool:
        """Tell whether a text is the name of somebody as well, or a short form that looks like one: `Tor`, `Man`."""
        word = text.strip(" .,:!)")
        short = word.casefold() in self._short_forms and not text.rstrip(" ,:!)").endswith(".")
        return any(word in table.get("names", ()) for table in self._tables) or (short and word.istitle())

    def nearly(self, text: str) -> bool:
        """Tell whether the first word is a slip of the finger for a weekday, or for one that dates begin with."""
        from difflib import get_close_matches

        word = next(iter(_tokens(text)), "")
        known = [*self._full_weekdays, *self._openings]
        return len(word) > _SHORT_FORM and bool(get_close_matches(word, known, n=1, cutoff=_NEARLY))

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
        if tokens in self._alone:
            return self._alone[tokens]
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
    def _patterns(self) -> dict[str, list[tuple[int, Rule, Tokens]]]:
        """The patterns by the word or gap that they begin with, each with its place in the order of trying."""
        found: dict[str, list[tuple[int, Rule, Tokens]]] = {}
        variants = dict.fromkeys(
            (name, _tokens(variant))
            for name in RULES
            for table in self._tables
            for pattern in table.get("patterns", {}).get(name, ())
            for variant in _variants(pattern)
        )
        for place, (name, parts) in enumerate(variants):
            found.setdefault(parts[0], []).append((place, RULES[name], parts))
        return found

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
    def _full_weekdays(self) -> frozenset[str]:
        words = [word for table in self._tables for day in table.get("weekdays", ()) for word in day]
        return frozenset(_spell(word) for word in words if len(word.rstrip(".")) > _SHORT_FORM)

    @cached_property
    def _short_forms(self) -> frozenset[str]:
        """The short forms of the languages that write them small, as English does not."""
        small = [table for table in self._tables if table["weekdays"][0][0].islower()]
        words = [word for table in small for name in (*table["weekdays"], *table["months"]) for word in name]
        return frozenset(_spell(word) for word in words if len(word.rstrip(".")) <= _SHORT_FORM)

    @cached_property
    def _alone(self) -> dict[Tokens, Tokens]:
        return {_tokens(phrase): _tokens(meaning) for phrase, meaning in self._pairs("alone")}

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
    r"|[0-9]{1,2}/[0-9]{1,2} ?- ?(?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{1,2}/[0-9]{1,2} [0-9]{4}"
    r"|[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}"
    r"|[0-9]{1,2}[./][0-9]{1,2}"
    r"|[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    r"|[0-9]{8})(?![0-9])"
)
_TOKEN = re.compile(rf"\{{[a-z]+\}}|{_NUMERIC}|[0-9]+|[^\W\d_]+|[^\s.,:!)]")
_SHORT_FORM = 4  # letters at most of the short form of a weekday: `tors`
_NEARLY = 0.8  # how alike a slip of the finger is
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
