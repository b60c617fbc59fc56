"""Handover from sale to delivery: what of it is open, by customer, whichever letters the name is written in (S3.2)."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from salescoach.answer import Phrase, phrase
from salescoach.forms.records import Answered, Asked, Handover
from salescoach.forms.rules.form import SELLER
from salescoach.forms.rules.rounds import about_same
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

HANDOVER, DELIVERY = "handover", "delivery"

_SETTLED = timedelta(28)
"""Days after which delivery knows whether the customer got what was expected."""


@frozen
class OpenHandover:
    """What is open with a `customer`: to come back, not complete, to be accepted, and what delivery is to say."""

    customer: str
    stage: str
    since: date
    missing: int = 0

    @property
    def said(self) -> Phrase:
        """What is open, in a few words."""
        return phrase(f"handover.{self.stage}", customer=self.customer, n=self.missing, day=self.since)


def current(seller: Seller, form: str, role: str, customer: str) -> list[Asked]:
    """Return the forms that went out about a customer, of a handover those since the last one ended."""
    key = key_form(customer)
    ended = [one.on for one in seller.all(Handover) if key_form(one.customer) == key and form == HANDOVER]
    return [
        one
        for one in seller.all(Asked)
        if about_same(one, form, role, customer) and (not ended or one.on > ended[-1] or role != SELLER)
    ]


def answered_of(seller: Seller, asked: Collection[Asked]) -> set[str]:
    """Return the ids of the questions that were answered of some forms."""
    ids = {one.id for one in asked}
    return {one.question for one in seller.all(Answered) if one.of in ids and one.question}


def open_handovers(seller: Seller, needed: Collection[str], today: date) -> list[OpenHandover]:
    """Return what is open, the longest first; `needed` are the questions without whose answers none is complete."""
    names = {key_form(one.customer): one.customer for one in seller.all(Handover)}
    names |= {key_form(one.subject): one.subject for one in seller.all(Asked) if one.form == HANDOVER and one.subject}
    found = [one for name in names.values() for one in _open(seller, name, needed, today)]
    return sorted(found, key=lambda one: one.since)


def _open(seller: Seller, name: str, needed: Collection[str], today: date) -> Iterator[OpenHandover]:
    ended = [one for one in seller.all(Handover) if key_form(one.customer) == key_form(name)][-1:]
    for end in (one for one in ended if one.by and today - one.on >= _SETTLED):
        asked = [one for one in current(seller, HANDOVER, DELIVERY, name) if one.on > end.on]
        if not answered_of(seller, asked):
            yield OpenHandover(name, "asked" if asked else "ask", asked[-1].on if asked else end.on)
    if sent := current(seller, HANDOVER, SELLER, name):
        said = answered_of(seller, sent)
        missing = {*needed} - said
        yield OpenHandover(name, ("missing" if said else "out") if missing else "accept", sent[0].on, len(missing))
