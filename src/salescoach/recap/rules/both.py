"""What both of you remember of a talk: her answers beside what the manager noted, by the words and days they share."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from salescoach.forms.records import Answered
from salescoach.forms.rules.form import SELLER
from salescoach.frozen import frozen
from salescoach.recap.rules.points import FORM, Around
from salescoach.records.commitment import Commitment
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.records.values import Person

OWNERS: dict[str, Person] = {"i-do": "seller", "you-do": "me"}
"""Whose promises answer each question of the form."""

_ALIKE = 0.5
"""Of the words of the shorter of two: what both may have put in other words."""

_SHORTEST = 3
"""Letters of a word that says something."""

_MORE = 3
"""Words of hers beside those of the manager: an "and", what is done, to what; fewer put the same otherwise."""


@frozen
class Deed:
    """Something to be done, found with both, with two `days`, or with one alone; `due` for the manager, `hers`.

    What she wrote is `more` where it is in part with both.
    """

    code: Literal["agreed", "days", "mine", "hers", "more"]
    by: Person
    what: str
    due: date | None = None
    hers: date | None = None


def answers_in(seller: Seller, held: Around) -> list[Answered]:
    """Return what she wrote of a talk after it, in her form or in answer to the recap."""
    said = [one for one in seller.all(Answered) if (one.form, one.role) == (FORM, SELLER)]
    return [one for one in said if one.on >= held.talk.on and held.before(one)]


def both_of(seller: Seller, held: Around, theirs: Sequence[Deed]) -> list[Deed]:
    """Return what both have, then what only one has; she need not say again what was open before the talk."""
    made = [one for one in seller.all(Commitment) if held.before(one)]
    ends = [seller.closing(one) for one in made]
    mine = [one for one, end in zip(made, ends, strict=True) if end is None or end.on > held.talk.on]
    pairs = [
        (_likeness(one, seller.due(one), her), at, to) for at, one in enumerate(mine) for to, her in enumerate(theirs)
    ]
    found: dict[int, int] = {}
    for likeness, at, to in sorted(pairs, reverse=True):
        if likeness >= _ALIKE and at not in found and to not in found.values():
            found[at] = to
    return [
        *(_shared(mine[at], seller.due(mine[at]), theirs[to].hers) for at, to in sorted(found.items())),
        *(
            Deed("mine", one.by, one.what, seller.due(one))
            for at, one in enumerate(mine)
            if at not in found and held.has(one)
        ),
        *(one for to, one in enumerate(theirs) if to not in found.values()),
        *(
            Deed("more", theirs[to].by, theirs[to].what, hers=theirs[to].hers)
            for at, to in sorted(found.items())
            if len(_words(theirs[to].what) - _words(mine[at].what)) >= _MORE
        ),
    ]


def _shared(mine: Commitment, due: date | None, hers: date | None) -> Deed:
    return Deed("days" if due and hers and due != hers else "agreed", mine.by, mine.what, due or hers, hers)


def _likeness(mine: Commitment, due: date | None, hers: Deed) -> float:
    """Return how much two have in common: of their words, and on the same day more than on another."""
    words, others = _words(mine.what), _words(hers.what)
    shared = len(words & others) if mine.by == hers.by else 0
    return shared / min(len(words), len(others)) + (due is not None and due == hers.hers) if shared else 0.0


def _words(what: str) -> set[str]:
    return {word for word in key_form(what).split("-") if len(word) >= _SHORTEST}
