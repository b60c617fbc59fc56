"""Settling: what is open, and which of it is meant, over all sellers."""

from collections.abc import Iterable, Sequence

from salescoach.coaching.needs import answered, unanswered
from salescoach.errors import NoSuchItem, SeveralItems
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.kinds import KINDS
from salescoach.records.matching import OpenThing, match
from salescoach.records.seller import Book, Seller
from salescoach.records.talk import Talk
from salescoach.records.topic import Topic


def open_items(sellers: Iterable[Seller]) -> list[OpenThing]:
    """Return everything that can still be settled."""
    return [
        _thing(seller, record)
        for seller in sellers
        for kind in KINDS
        if kind in seller.records and "kept" in KINDS[kind].settles
        for record in open_in(seller, kind)
    ]


def _thing(seller: Seller, record: Record) -> OpenThing:
    """Return an open record; a promise goes by the needs that it answers as well, which are not open beside it."""
    also = answered(seller, record) if isinstance(record, Commitment) else ()
    text = str(getattr(record, record.titled))
    return OpenThing(record.id, record.kind, text, seller.key, seller.name, record.on, also)


def open_in(book: Book, kind: str) -> Sequence[Record]:
    """Return what is open of a kind, oldest first; a need that was promised goes on as the promise."""
    if kind == Topic.kind and isinstance(book, Seller) and book.mine:
        return team_topics(book)
    return unanswered(book) if kind == "need" else book.open(KINDS[kind])


def team_topics(me: Book) -> list[Topic]:
    """Return the team's open topics: those of its last talk, or written since; the talk after that closes them."""
    talk = me.last(Talk)
    return [one for one in me.open(Topic) if talk is None or (one.talk == talk.id if one.talk else one.on >= talk.on)]


def by_seller(sellers: Iterable[Seller], items: Sequence[OpenThing]) -> list[tuple[Seller, list[OpenThing]]]:
    """Return the open things seller by seller, only those who have some."""
    found = ((seller, [item for item in items if item.seller == seller.key]) for seller in sellers)
    return [(seller, hers) for seller, hers in found if hers]


def meant(typed: Sequence[str], items: Sequence[OpenThing]) -> list[OpenThing]:
    """Return the open things that are meant; raise NoSuchItem where none is, SeveralItems where several can be."""
    matched = match(typed, items)
    if matched.several:
        shown = [f"{item.id} {item.text} ({item.name})" for item in matched.several]
        raise SeveralItems(typed=" ".join(typed), items=shown)
    if not matched.found:
        raise NoSuchItem(typed=" ".join(typed))
    return list(matched.found)
