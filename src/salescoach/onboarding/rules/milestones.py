"""Milestones: what a new seller reached, and on which day at work (S0.10)."""

from datetime import date

from salescoach.coaching.schedule import day_of
from salescoach.frozen import frozen
from salescoach.records.keys import key_form
from salescoach.records.onboarding import Milestone
from salescoach.records.seller import Seller

MILESTONES = ("first-meeting", "first-deal", "first-month-on-target")
"""What the days are counted to for everybody (S0.10); others can be noted beside them."""


@frozen
class Reached:
    """A milestone, the day it was reached, and which day at work that was; None where the first one is not known."""

    milestone: str
    on: date
    day: int | None


def milestones_of(seller: Seller) -> list[Reached]:
    """Return each milestone when it was first reached, in the order of time."""
    first: dict[str, Milestone] = {}
    for one in seller.all(Milestone):
        first.setdefault(key_form(one.milestone), one)
    started = seller.header.started
    return [Reached(name, one.on, day_of(started, one.on) if started else None) for name, one in first.items()]
