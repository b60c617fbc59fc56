"""Settling: which open thing is meant by an id or by words, over all sellers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salescoach.coaching.needs import unanswered
from salescoach.errors import NoSuchItem, SeveralItems
from salescoach.records.base import Record
from salescoach.records.keys import key_form
from salescoach.records.kinds import SETTLES
from salescoach.records.seller import Seller

SHORTEST = 2
"""Characters of an id that are enough, where they fit one open thing only."""


@dataclass(frozen=True)
class OpenThing:
    """One thing that can be settled: the key and name of whose it is, its kind and its text."""

    id: str
    seller: str
    name: str
    kind: str
    text: str


def open_items(sellers: Iterable[Seller]) -> list[OpenThing]:
    """Return everything that can still be settled."""
    return [
        OpenThing(record.id, seller.key, seller.name, kind, _text(record))
        for seller in sellers
        for kind in SETTLES
        for record in (unanswered(seller) if kind == "need" else _open(seller, kind))
    ]


def meant(typed: Sequence[str], items: Sequence[OpenThing]) -> list[OpenThing]:
    """Return the open things that are meant: each word an id, or all of them words that occur in one thing only.

    Raises:
        NoSuchItem: nothing open is meant.
        SeveralItems: more than one thing can be.
    """
    by_id = [_by_id(word, items) for word in typed]
    if all(len(found) == 1 for found in by_id):
        return list(dict.fromkeys(found[0] for found in by_id))
    by_words = _by_words(" ".join(typed), items)
    if len(by_words) == 1:
        return by_words
    several = dict.fromkeys([*by_words, *(item for found in by_id if len(found) > 1 for item in found)])
    if several:
        shown = [f"{item.id} {item.text} ({item.name})" for item in several]
        raise SeveralItems(typed=" ".join(typed), items=shown)
    raise NoSuchItem(typed=" ".join(typed))


def _by_id(word: str, items: Sequence[OpenThing]) -> list[OpenThing]:
    if len(word) < SHORTEST:
        return []
    exact = [item for item in items if item.id == word]
    return exact or [item for item in items if item.id.casefold().startswith(word.casefold())]


def _by_words(typed: str, items: Sequence[OpenThing]) -> list[OpenThing]:
    wanted = set(filter(None, key_form(typed).split("-")))
    return [item for item in items if wanted and wanted <= set(key_form(item.text).split("-"))]


def _open(seller: Seller, kind: str) -> list[Record]:
    """Return the open records of a kind; what a seller has none of needs no model of it."""
    return [record for record in seller.records.get(kind, ()) if seller.closing(record) is None]


def _text(record: Record) -> str:
    return str(getattr(record, "what", None) or getattr(record, "title", ""))
