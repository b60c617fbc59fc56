"""Twice: a promise that is open already, in the same words, and is made once more."""

from collections.abc import Iterator, Sequence

from salescoach.answer import Phrase, phrase
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.records.settled import Settled

_SHOWN = 3
"""Characters of an id that screens print."""


def promised_twice(seller: Seller, records: Sequence[Record]) -> Iterator[Phrase]:
    """Point out each promise among new records that is one of the same owner in the same words, open since before."""
    settled = {one.of for one in records if isinstance(one, Settled)}
    earlier = [one for one in seller.open(Commitment) if one.id not in settled]
    for record in records:
        if isinstance(record, Commitment):
            first = next((one for one in earlier if _spelled(one) == _spelled(record)), None)
            if first:
                gaps = {"name": seller.name, "what": first.what, "day": first.on, "id": first.id[:_SHOWN]}
                yield phrase("notice.promised_twice", **gaps)
            earlier.append(record)


def _spelled(promise: Commitment) -> tuple[str, str]:
    return promise.by, key_form(promise.what)
