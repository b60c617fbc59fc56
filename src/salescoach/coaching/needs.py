"""Needs: what a seller needs from the manager and nobody has promised yet (S0.9)."""

from datetime import date

from salescoach.records.commitment import Commitment
from salescoach.records.keys import key_form
from salescoach.records.seller import Book
from salescoach.records.topic import Need

_SHORT = 2
"""Letters of a word that says nothing by itself."""


def unanswered(book: Book) -> list[Need]:
    """Return the open needs without a promise of the manager's that answers them, from that day or later.

    The promise carries on alone: both in a list would be the same thing twice. Where it was dropped, the need is back.
    """
    needs = book.open(Need)
    return [need for need in needs if not any(_answers(one, need, book) for one in book.all(Commitment))]


def answered_on(book: Book, need: Need) -> date | None:
    """Return the day on which a need was promised, met or declined first, None while it waits for an answer."""
    closing = book.closing(need)
    days = [one.on for one in book.all(Commitment) if _answers(one, need, book)]
    return min([*days, *([closing.on] if closing else [])], default=None)


def answered(book: Book, promise: Commitment) -> tuple[str, ...]:
    """Return the ids of the open needs that a promise answers: it is one thing with them, and they end with it."""
    return tuple(need.id for need in book.open(Need) if _answers(promise, need, book))


def in_words(need: str, promise: str) -> bool:
    """Tell whether a promise has all words of a need; short ones (a, to, en, et) only where there are no others."""
    words = key_form(need).split("-")
    return {*([word for word in words if len(word) > _SHORT] or words)} <= {*key_form(promise).split("-")}


def _answers(promise: Commitment, need: Need, book: Book) -> bool:
    if promise.by != "me" or promise.on < need.on:
        return False
    closing = book.closing(promise)
    spelled = " ".join(filter(None, (promise.cue, promise.what)))
    linked = promise.need == need.id if promise.need else in_words(need.what, spelled)
    return linked and (closing is None or closing.how == "kept")
