"""Needs: what a seller needs from the manager and nobody has promised yet (S0.9)."""

from salescoach.records.commitment import Commitment
from salescoach.records.keys import key_form
from salescoach.records.seller import Book
from salescoach.records.topic import Need


def unanswered(book: Book) -> list[Need]:
    """Return the open needs without a promise of the manager's in the same words, from that day or later.

    The promise carries on alone: both in a list would be the same thing twice. Where it was dropped, the need is back.
    """
    needs = book.open(Need)
    return [need for need in needs if not any(_answers(one, need, book) for one in book.all(Commitment))]


def _answers(promise: Commitment, need: Need, book: Book) -> bool:
    if promise.by != "me" or promise.on < need.on:
        return False
    closing = book.closing(promise)
    spelled = ", ".join(filter(None, (promise.cue, promise.what)))
    return key_form(spelled) == key_form(need.what) and (closing is None or closing.how == "kept")
