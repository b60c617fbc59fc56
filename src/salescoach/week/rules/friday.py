"""Friday: one minute before the weekend, made of what the files know already (S2.2, S3.1)."""

from collections.abc import Sequence
from datetime import date, timedelta

from salescoach.actions.rules.habits import tally
from salescoach.coaching.clocks import booking_ahead
from salescoach.frozen import frozen
from salescoach.praise.rules import Silence, praises_of
from salescoach.promises.rules import Promise, promises_of
from salescoach.records.calendar import Booking
from salescoach.records.seller import Book, Seller
from salescoach.records.topic import Lesson
from salescoach.words.order import Order, plainly

MOST = 3
"""Of each, so that it is one minute."""

_WEEKEND, _WEEK = timedelta(2), timedelta(9)


@frozen
class Friday:
    """Whom to thank, what is owed before the weekend, actions not done yet, next week's talks, if a lesson is asked."""

    thanks: tuple[Silence, ...]
    owed: tuple[Promise, ...]
    actions: tuple[str, ...]
    talks: tuple[tuple[str, Booking], ...]
    lesson: bool


def friday_of(sellers: Sequence[Seller], me: Book, limit: int, today: date, order: Order = plainly) -> Friday:
    """Return what a Friday asks; who is away is left in peace, and what was done already is not asked again."""
    here = [one for one in sellers if not any(away.first <= today <= away.last for away in one.absences)]
    mine = promises_of(here, today, "me", me, order)
    booked = [(one.name, next_) for one in sellers if (next_ := booking_ahead(one, today))]
    talks = [one for one in booked if today + _WEEKEND < one[1].next <= today + _WEEK]
    return Friday(
        thanks=praises_of(here, today, limit, order).thank[:MOST],
        owed=tuple(one for one in mine if one.due and one.due <= today + _WEEKEND)[:MOST],
        actions=tuple(_to_tick(sellers, me, today))[:MOST],
        talks=tuple(sorted(talks, key=lambda one: (one[1].next, one[1].at or "~", order(one[0])))),
        lesson=not any(one.on == today for one in me.all(Lesson)),
    )


def _to_tick(sellers: Sequence[Seller], me: Book, today: date) -> list[str]:
    """Return the actions that were chosen, else those done before, that were not done this week."""
    habits = {one.action: one for one in tally((*sellers, me), today)}
    chosen = [one for one in me.records.get("chosen", ()) if one.on <= today][-1:]
    names = getattr(chosen[0], "actions", ()) if chosen else habits
    return [name for name in names if name not in habits or not habits[name].week]
