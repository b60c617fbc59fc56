"""All probations side by side: what is next in each, what was not told, and which reds had no help (S0.4)."""

from collections.abc import Iterable, Sequence
from datetime import date

from salescoach.answer import Answer
from salescoach.frozen import frozen
from salescoach.probation.rules.deadlines import Clock, Rule, watched
from salescoach.probation.rules.fairness import helps_of, surprises_of
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings


@frozen
class OnProbation:
    """One seller on probation: how much of what weighs was not told, and how many reds had no help."""

    key: str
    name: str
    clock: Clock
    untold: int
    unhelped: int


@frozen(kw_only=True)
class Probations(Answer):
    """All who are on probation, the one that is to be decided first before the others."""

    sellers: tuple[OnProbation, ...]


def probations_of(team: Iterable[Seller], settings: Settings, rules: Sequence[Rule], today: date) -> Probations:
    """Return all who are on probation, or leave at the end of one, the most urgent first."""
    found = [
        OnProbation(
            key=seller.key,
            name=seller.name,
            clock=clock,
            untold=len(surprises_of(seller, today)),
            unhelped=sum(not one.given for one in helps_of(seller, today)),
        )
        for seller in team
        for clock in [watched(seller, settings, rules, today)]
        if clock
    ]
    return Probations(sellers=tuple(sorted(found, key=lambda one: (one.clock.leaves, one.clock.decide_by, one.key))))
