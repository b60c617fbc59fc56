"""How the last talks went on the manager's own part, beside how often they are: counts, and never a score."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from salescoach.frozen import frozen
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk

LAST = 6
"""Talks that are looked back on: more often is no better than well (Dahling et al.)."""

_AGREED = ("goal", "commitment", "moved", "booking")
"""What a talk ends with where it ends in something (S0.11)."""


@frozen
class Held:
    """One talk: who opened it and whether it was one thing, as far as noted; its lights, and those with evidence."""

    on: date
    hers: bool | None
    one_thing: bool | None
    agreed: bool
    lights: int
    seen: int


@frozen
class Quality:
    """Of how many `talks` what is told; each other count is of those that it was noted of."""

    talks: int
    opened: tuple[int, int]
    one_thing: tuple[int, int]
    agreed: tuple[int, int]
    seen: tuple[int, int]


@dataclass
class Talks:
    """The last talks of all sellers who go by; each seller may be let go of."""

    today: date
    held: list[Held] = field(default_factory=list)

    def each(self, sellers: Iterable[Seller]) -> Iterator[Seller]:
        """Give the sellers on, their last talks noted."""
        for seller in sellers:
            talks = [one for one in seller.all(Talk) if one.on <= self.today]
            found = [*self.held, *(_held(seller, one) for one in talks[-LAST:])]
            self.held = sorted(found, key=lambda one: one.on)[-LAST:]
            yield seller

    @property
    def quality(self) -> Quality:
        """What they amount to."""
        held = self.held
        return Quality(
            talks=len(held),
            opened=_counted(one.hers for one in held),
            one_thing=_counted(one.one_thing for one in held),
            agreed=_counted(one.agreed for one in held),
            seen=(sum(one.seen for one in held), sum(one.lights for one in held)),
        )


def _counted(found: Iterable[bool | None]) -> tuple[int, int]:
    known = [one for one in found if one is not None]
    return sum(known), len(known)


def _held(seller: Seller, talk: Talk) -> Held:
    came = [one for kind in _AGREED for one in seller.records.get(kind, ())]
    lights = [one for one in seller.all(Rating) if one.talk == talk.id and one.by == "me" and one.level]
    return Held(
        on=talk.on,
        hers=talk.opened_by == "seller" if talk.opened_by else None,
        one_thing=True if talk.one_skill else talk.one_thing,
        agreed=any(getattr(one, "talk", None) == talk.id for one in came),
        lights=len(lights),
        seen=sum(bool(one.evidence) for one in lights),
    )
