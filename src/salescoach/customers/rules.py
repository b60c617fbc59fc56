"""Which customers' voices a talk is prepared with: those heard since the last one, and the latest before them."""

from datetime import date

from salescoach.customers.records import Customer
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk

MOST = 2
"""Voices in one talk: more are a survey."""


def voices_of(seller: Seller, today: date) -> list[Customer]:
    """Return what was heard from customers in the last talk and since, newest first; of nothing new, the latest."""
    heard = [one for one in reversed(seller.all(Customer)) if one.on <= today]
    talk = seller.last(Talk)
    new = [one for one in heard if talk is None or one.on >= talk.on]
    return new[:MOST] or heard[:1]
