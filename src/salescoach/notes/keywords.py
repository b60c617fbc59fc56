"""The words that marks begin with, in all languages at once; what follows them is read elsewhere."""

import re
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple
from unicodedata import normalize

from salescoach.records.keys import key_form

_HEADS = ("level", "light", "text", "initiative")
"""The tables of what stands before a colon."""

_GIVEN = {"praise", "fault"}
"""Marks in front of whose colon another person can be named, from whom it is."""

_NEAR, _SHORTEST = 0.8, 4
"""How alike, and how long, a word must be to be taken for a slip of the finger: `gren` is, `Sold` and `PS` are not."""

_DASHED = re.compile(r"(?P<word>[^\W\d_][^\d:]*?)\s+[-\u2013\u2014]{1,2}\s+(?P<rest>\S.*)")
_WORDS = re.compile(r"[^\W\d_](?:[^\W\d_]|[\s-])*")


class Keyword(NamedTuple):
    """A word as spelled in marks.toml, and what it stands for there."""

    table: str
    name: str
    word: str


class Marks:
    """The keywords of all tables (marks.toml, parsed); where two tables claim a word, the first one has it."""

    def __init__(self, *tables: Mapping[str, Any]) -> None:
        """Take the tables, the journal's language first, English among them."""
        self._heads = {key: word for head in _HEADS for key, word in _keywords(tables, head).items()}
        self._plain = _names(tables, "plain")
        self._settle = _names(tables, "settle")
        self.who = _names(tables, "who")
        self.levels = _names(tables, "level")
        self.lights = _names(tables, "light")
        self.ideas = _names(tables, "idea")
        self.milestones = _names(tables, "milestone")
        self.channels = _names(tables, "channel")
        self.sent = _names(tables, "recap")
        self.sent_words = _spoken(tables, "recap")
        self.milestone_words = _spoken(tables, "milestone")
        self._giver = frozenset(map(key_form, _named(tables, "from")))
        self.apart = frozenset(map(key_form, _named(tables, "apart")))
        self.sure = frozenset(map(key_form, _named(tables, "sure")))
        joins = ("due", "cue", "with", "accepted", "came_to_nothing")
        due, cue, with_, by, ended = ("|".join(map(re.escape, _named(tables, name))) for name in joins)
        self.due = re.compile(rf"(?:^|(?<=[\s(]))(?:(?:{due}):?\s+)+(?=\S)", re.IGNORECASE)
        self.cue = re.compile(rf"(?P<cue>(?:{cue})\s+\S.*?)(?:(?<!\d),|,(?!\d))\s*(?P<what>[^\s,].*)", re.IGNORECASE)
        self.helped = re.compile(rf"(?<!\S)(?:{with_})\s+(?P<who>[^\W\d_].*)", re.IGNORECASE)
        taken = rf"(?:{by}):?\s+(?P<by>\S.*)|(?:{ended})\W*"
        self.handed = re.compile(rf"(?P<customer>[^;]*\w[^;]*?)[\s,:\u2013\u2014-]+(?:{taken})", re.IGNORECASE)

    def head(self, part: str) -> tuple[Keyword, str] | None:
        """Return the keyword that a part begins with, and what follows its colon."""
        word, colon, rest = part.partition(":")
        if not colon or rest.startswith("//"):
            return None
        first, _, handed = part.partition(" ")
        named = self._heads.get(key_form(first))
        if named and named.name == "handover" and self.handed.fullmatch(handed):
            return named, handed  # `handover Nordbygg: accepted by Karin`
        word = self.given(word)[0]
        found = self._heads.get(key_form(word)) if _is_words(word.strip()) else None
        return (found, rest.strip()) if found else None

    def given(self, head: str) -> tuple[str, str | None]:
        """Return what stands before a colon cut into the mark, with any name beside it, and who gave it.

        `praise from Karin at Nordbygg`, `praise Anna from Karin`.
        """
        words = head.split()
        for at in range(1, len(words) - 1):
            sides = ((words[:cut], words[cut:at]) for cut in range(1, at + 1))
            marks = (self._heads.get(key_form(" ".join(side))) for both in sides for side in both)
            if key_form(words[at]) in self._giver and any(mark and mark.name in _GIVEN for mark in marks):
                who = " ".join(words[at + 1 :])
                return " ".join(words[:at]), None if self.who.get(key_form(who)) == "me" else who
        return head, None

    def settles(self, word: str) -> str | None:
        """Return how what follows `word` ended, kept or dropped; None where the word does not say."""
        bare = word.removesuffix(":")
        return self._settle.get(key_form(bare)) if _is_words(bare) else None

    def meant(self, part: str, areas: Collection[str]) -> str | None:
        """Return the mark that a part almost is, as it is written; None where it is ordinary text.

        It has a slip of the finger (`gren: x`), or a dash or nothing for its colon (`praise - calm`, `red discovery`).
        """
        word, colon, rest = part.partition(":")
        if colon and rest[:1].isspace() and (near := self._near(word)):
            return f"{near}:{rest}"
        dashed = _DASHED.fullmatch(part)
        if dashed and key_form(dashed["word"]) in self._heads.keys() - self._plain:
            return f"{dashed['word']}: {dashed['rest']}"
        first, _, rest = part.partition(" ")
        key, second = key_form(first), rest.partition(" ")[0].rstrip(",.!")
        if not _is_words(first):
            return None
        light = key in self.lights and key_form(second) in self.levels
        level = key in self.levels and any(f"{key_form(rest)}-".startswith(f"{area}-") for area in areas)
        return f"{first}: {rest.strip()}" if light or level else None

    def _near(self, word: str) -> str | None:
        """Return the keyword that words nearly are, none of them lost; None where they are ordinary, or a mark."""
        key = key_form(word)
        if not _is_words(word) or len(key) < _SHORTEST or key in self._plain or key in self._heads:
            return None
        heads = [head for head in self._heads if head.count("-") == key.count("-")]
        known = [head for head in heads if head[0] == key[0] and len(head) >= _SHORTEST]
        close = get_close_matches(key, known, n=1, cutoff=_NEAR)
        return self._heads[close[0]].word if close else None


def _keywords(tables: Iterable[Mapping[str, Any]], table: str) -> dict[str, Keyword]:
    found: dict[str, Keyword] = {}
    for language in tables:
        for name, words in language.get(table, {}).items():
            for word in words:
                found.setdefault(key_form(word), Keyword(table, name, word))
    return found


def _names(tables: Iterable[Mapping[str, Any]], table: str) -> dict[str, str]:
    return {key: keyword.name for key, keyword in _keywords(tables, table).items()}


def _spoken(tables: Iterable[Mapping[str, Any]], table: str) -> list[str]:
    """Return the first word for each name of a table, in the journal's language where that has one."""
    found: dict[str, str] = {}
    for keyword in _keywords(tables, table).values():
        found.setdefault(keyword.name, keyword.word)
    return list(found.values())


def _named(tables: Iterable[Mapping[str, Any]], name: str) -> list[str]:
    """Return the words that join what a mark says, as they are spelled, the longest first: `før` is no `for`."""
    found = {str(word) for table in tables for word in table.get("join", {}).get(name, ())}
    return sorted(found, key=lambda word: (-len(word), word))


def _is_words(text: str) -> bool:
    return _WORDS.fullmatch(normalize("NFC", text)) is not None
