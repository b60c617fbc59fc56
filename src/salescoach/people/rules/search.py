"""Search: words in all that was noted, whatever their case, their accents and their order."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from unicodedata import combining, normalize

from salescoach.answer import Answer
from salescoach.errors import Problem
from salescoach.frozen import frozen
from salescoach.records.base import Record, is_id
from salescoach.records.keys import bare
from salescoach.records.seller import Book, Seller
from salescoach.words.order import Order, plainly

SELLER = "seller"
"""The kind of a hit in the head of a seller's file."""

ME = "me"

_QUOTED = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]')
_CODES = {"language"}
"""Keys of a head that hold none of her words."""

Span = tuple[int, int]


@frozen
class Hit:
    """One record, or the head of a file, that has all the words; `seller` is the key of the file."""

    seller: str
    name: str
    kind: str
    id: str
    on: date | None
    texts: tuple[str, ...]
    private: bool = False
    left: bool = False

    @property
    def mine(self) -> bool:
        """Tell whether it is a record of the manager's own."""
        return self.seller == self.name == ME

    @property
    def text(self) -> str:
        """All that the record says."""
        return " · ".join(self.texts)


@frozen(kw_only=True)
class Found(Answer):
    """What was found, newest first; `faults` are the files and records that were not searched."""

    terms: tuple[str, ...]
    hits: tuple[Hit, ...]
    sellers: int
    narrowed: bool = False
    faults: tuple[Problem, ...] = ()


@frozen
class Scope:
    """What is searched: some kinds, some keys, and from a day on; all of it, if nothing is said."""

    kinds: Collection[str] = ()
    who: Collection[str] = ()
    since: date | None = None

    def holds(self, kind: str, on: date | None) -> bool:
        """Tell whether something of a kind and a day is searched."""
        return (not self.kinds or kind in self.kinds) and (self.since is None or (on is not None and on >= self.since))


def terms_of(typed: Iterable[str]) -> tuple[str, ...]:
    """Return what is looked for: words, and phrases, which are typed as one argument or between quotation marks."""
    found = []
    for words in typed:
        phrases = _QUOTED.findall(words)
        found += [*phrases, *_QUOTED.sub(" ", words).split()] if phrases else [words]
    return tuple(term.strip() for term in found if fold(term))


def found_in(
    sellers: Sequence[Seller],
    me: Book,
    terms: Sequence[str],
    scope: Scope,
    faults: Sequence[Problem] = (),
    order: Order = plainly,
) -> Found:
    """Return every record that has all the terms, newest first, those of one day by name."""
    met = [one for one in sellers if not scope.who or one.key in scope.who]
    folded = [fold(term) for term in terms]
    hits = [hit for one in met for hit in _of_seller(one, folded, scope)]
    if not scope.who or ME in scope.who:
        hits += _of_book(me, ME, ME, folded, scope)
    return Found(
        terms=tuple(terms),
        hits=tuple(sorted(hits, key=lambda hit: (-(hit.on or date.min).toordinal(), order(hit.name)))),
        sellers=len(met),
        narrowed=bool(scope.kinds or scope.who or scope.since),
        faults=tuple(faults),
    )


def fold(text: str) -> str:
    """Return the text as it is compared: lower case, no accents, one Unicode form, blanks and line ends as one."""
    return " ".join(bare(text).split())


def spans(text: str, terms: Iterable[str]) -> list[Span]:
    """Return where in a text the terms stand, in order and apart: from each first character to behind the last."""
    folded, places = _mapped(text)
    found = []
    for term in filter(None, map(fold, terms)):
        at = folded.find(term)
        while at >= 0:
            found.append((places[at][0], places[at + len(term) - 1][1]))
            at = folded.find(term, at + len(term))
    apart: list[Span] = []
    for start, end in sorted(found):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart


def _of_seller(seller: Seller, folded: Sequence[str], scope: Scope) -> Iterator[Hit]:
    on = seller.header.added or seller.header.started
    said = [getattr(seller.header, name) for name in seller.header.layout.names if name not in _CODES]
    if scope.holds(SELLER, on) and _has_all(texts := tuple(_texts(said)), folded):
        yield Hit(seller.key, seller.name, SELLER, seller.key, on, texts, left=seller.left)
    yield from _of_book(seller, seller.key, seller.name, folded, scope, left=seller.left)


def _of_book(
    book: Book, key: str, name: str, folded: Sequence[str], scope: Scope, *, left: bool = False
) -> Iterator[Hit]:
    for kind, records in book.records.items():
        for record in records:
            if scope.holds(kind, record.on) and _has_all(texts := tuple(_in_record(record)), folded):
                yield Hit(key, name, kind, record.id, record.on, texts, record.private, left)


def _has_all(texts: Sequence[str], folded: Sequence[str]) -> bool:
    whole = fold("\0".join(texts))  # folded once, with what nobody types between the texts
    return all(term in whole for term in folded)


def _in_record(record: Record) -> Iterator[str]:
    """Give the texts of a record, those of keys that nobody knows too; an id is no word."""
    for name in (*record.searched, "extra"):
        value = getattr(record, name)
        if not (name in record.links and is_id(str(value))):
            yield from _texts(value)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from filter(None, [value])
    elif isinstance(value, list | tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _mapped(text: str) -> tuple[str, list[Span]]:
    """Return the text as it is compared, and for each character of it from where to where the text has it."""
    folded: list[str] = []
    places: list[Span] = []
    for start, end in _clusters(text):
        for char in bare(text[start:end]):
            blank = char.isspace()
            if not (blank and folded and folded[-1] == " "):
                folded.append(" " if blank else char)
                places.append((start, end))
    return "".join(folded), places


def _clusters(text: str) -> Iterator[Span]:
    """Give from where to where each letter stands, with the marks behind it that belong to it."""
    start = 0
    for at in range(1, len(text)):
        if not combining(normalize("NFKD", text[at])[0]):
            yield start, at
            start = at
    if text:
        yield start, len(text)
