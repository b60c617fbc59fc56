"""Promises: what is open both ways, and how late it is (S3.1)."""

from collections.abc import Iterable, Sequence
from datetime import date

from salescoach.answer import Answer
from salescoach.frozen import frozen
from salescoach.records.absence import days_late
from salescoach.records.commitment import Commitment
from salescoach.records.seller import NOBODY, Book, Seller
from salescoach.records.values import Person

WEEK = 7


@frozen
class Promise:
    """One open commitment: `seller` is the key of her file; `days_late` is below 0 while it is not due yet."""

    id: str
    seller: str
    name: str
    by: Person
    what: str
    made: date
    due: date | None = None
    days_late: int | None = None
    cue: str | None = None
    area: str | None = None

    @property
    def said(self) -> str:
        """What was promised, behind the area that it is to help with."""
        return f"{self.area}: {self.what}" if self.area else self.what

    @property
    def late(self) -> bool:
        """Tell whether its day has gone by."""
        return self.days_late is not None and self.days_late > 0


@frozen(kw_only=True)
class Promises(Answer):
    """What is open both ways, late first."""

    mine: tuple[Promise, ...]
    hers: tuple[Promise, ...]


def both_ways(sellers: Sequence[Seller], today: date, me: Book = NOBODY) -> Promises:
    """Return what is open between the manager and these sellers."""
    mine, hers = promises_of(sellers, today, "me", me), promises_of(sellers, today, "seller")
    return Promises(mine=tuple(mine), hers=tuple(hers))


def promises_of(sellers: Iterable[Seller], today: date, by: Person | None = None, me: Book = NOBODY) -> list[Promise]:
    """Return what is open of both, or `by` one, late first, then by due date; who is away, as `me` is, is not late."""
    found = (_promise(seller, made, today, me) for seller in sellers for made in seller.open(Commitment))
    return in_order(promise for promise in found if by in (None, promise.by))


def in_order(promises: Iterable[Promise]) -> list[Promise]:
    """Return promises most days late first, then by due date, what has none last."""
    return sorted(promises, key=lambda each: (each.due or date.max, each.made, each.name, each.seller))


def pressing(promises: Iterable[Promise]) -> list[Promise]:
    """Return those that are late or due within a week."""
    return [promise for promise in promises if promise.days_late is not None and promise.days_late >= -WEEK]


def made_late(promises: Iterable[Promise]) -> list[Promise]:
    """Return those whose day has gone by."""
    return [promise for promise in promises if promise.late]


def _promise(seller: Seller, commitment: Commitment, today: date, me: Book) -> Promise:
    due, who = seller.due(commitment), me if commitment.by == "me" else seller
    return Promise(
        id=commitment.id,
        seller=seller.key,
        name=seller.name,
        by=commitment.by,
        what=commitment.what,
        made=commitment.on,
        due=due,
        days_late=None if due is None else days_late(due, today, who.absences),
        cue=commitment.cue,
        area=commitment.area,
    )
