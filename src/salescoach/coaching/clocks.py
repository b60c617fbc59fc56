"""Rhythm: how long since manager and seller talked, against what was meant; it is the manager's, not hers (S0.3)."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from salescoach.coaching.schedule import course_of
from salescoach.frozen import frozen
from salescoach.records.absence import absence_on
from salescoach.records.base import Record
from salescoach.records.calendar import Away, Booking
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk

Status = Literal["overdue", "due", "ok", "away", "new"]

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")

QUARTER_END = 14
"""Days at the end of a quarter in which there is stress, and short talks are better than none (S0.9)."""


@frozen
class Rhythm:
    """How the rhythm with one seller stands; days are whole days.

    `days` are those on the clock, which rests while she or the manager is away; `days_since` are those of the calendar.
    `every` is the ideal, `limit` the most. `missed` is the day of a booked talk that was not held, with both there.
    `next_at` is the time of day of the next one, as 14:00; `silence` the days without contact that are no matter.
    """

    status: Status
    every: int
    limit: int
    days: int | None = None
    days_since: int | None = None
    last_talk: date | None = None
    next_talk: date | None = None
    next_at: str | None = None
    missed: date | None = None
    last_contact: date | None = None
    quiet_days: int | None = None
    away_until: date | None = None
    silence: int | None = None

    @property
    def silent(self) -> int | None:
        """Days without contact, where they are too many for somebody placed elsewhere: one call is too few (S3.3)."""
        days = self.days if self.quiet_days is None else self.quiet_days
        return days if days and self.silence and days > self.silence and not self.away_until else None

    @property
    def over(self) -> int:
        """Days past the limit, 0 within it."""
        return max(0, (self.days or 0) - self.limit)

    @property
    def late(self) -> int:
        """Days past the ideal, 0 within it."""
        return max(0, (self.days or 0) - self.every)


@frozen
class Purpose:
    """What a talk is for that has a clock of its own: the name and title of its agenda, and the days between two."""

    agenda: str
    title: str
    every: int

    @property
    def spoken(self) -> str:
        """Its title as it stands inside a sentence; an abbreviation stays one."""
        return self.title if self.title[1:2].isupper() else self.title[:1].lower() + self.title[1:]


@frozen
class PurposeClock:
    """How long since the `last` talk of a purpose, on the clock and of the calendar, and the next one booked."""

    purpose: Purpose
    last: date
    days: int
    days_since: int
    booked: date | None = None

    @property
    def late(self) -> bool:
        """Whether it is past its time, and no such talk is booked."""
        return self.days > self.purpose.every and self.booked is None


def clock_of(seller: Seller, me: Book, purpose: Purpose, today: date) -> PurposeClock | None:
    """Return how the clock of a purpose stands (S1.2): it starts with the first such talk, and no other resets it."""
    held = [one for one in seller.all(Talk) if one.agenda == purpose.agenda]
    last = latest(held, today)
    if last is None:
        return None
    days = count_days(last, today, (*seller.absences, *me.absences))
    booked = _next_of([one for one in seller.all(Booking) if one.agenda == purpose.agenda], held, today)
    return PurposeClock(purpose, last, days, (today - last).days, booked if booked and booked >= today else None)


def rhythm_of(seller: Seller, me: Book, settings: Settings, today: date) -> Rhythm:
    """Return how the rhythm with a seller stands today; `me` says when the manager was away."""
    every, limit = thresholds(seller, settings, today)
    talk = latest(seller.all(Talk), today)
    contacts = (_touched(records, today) for kind, records in seller.records.items() if KINDS[kind].contact)
    contact = max(filter(None, contacts), default=None)
    away = (*seller.absences, *me.absences)
    start = known_since(seller) if talk is None else max(talk, seller.header.started or talk)  # not before day one
    days = None if start is None else count_days(start, today, away)
    (next_talk, missed), ahead = booked_on(seller, today), booking_ahead(seller, today)
    absence = absence_on(seller.absences, today)
    return Rhythm(
        status=_status(days, every, limit, talked=talk is not None, away=absence is not None, booked=next_talk),
        every=every,
        limit=limit,
        days=days,
        days_since=None if talk is None else (today - talk).days,
        last_talk=talk,
        next_talk=next_talk,
        next_at=ahead.at if ahead and _TIME.fullmatch(ahead.at or "") else None,
        missed=None if missed and absence_on(away, missed) else missed,
        last_contact=contact,
        quiet_days=None if contact is None else count_days(contact, today, away),
        away_until=absence.last if absence else None,
        silence=settings.silence.placed if seller.header.placed_at else None,
    )


def thresholds(seller: Seller, settings: Settings, today: date) -> tuple[int, int]:
    """Return the ideal and the limit in days: her own, else the tighter ones while she is new, else the usual ones.

    The phase of an onboarding has an ideal too, that wins over the tighter ones. A limit of her own holds, whatever the
    ideal; another one gives way to a longer ideal.
    """
    rhythm = settings.rhythm
    new = is_new(seller, settings, today)
    course = course_of(seller)
    stretch = course.now(today) if course else None
    planned = stretch.phase.every if stretch else None
    every = seller.header.every or planned or (rhythm.new_every if new else rhythm.every)
    limit = seller.header.at_most or max(every, rhythm.new_at_most if new else rhythm.at_most)
    return min(every, limit), limit


def quarter_ends_in(today: date) -> int | None:
    """Return the days to the end of the quarter in the stress of its last days, None before them (S0.9)."""
    month = (today.month + 2) // 3 * 3
    days = (date(today.year, month, 30 if month in {6, 9} else 31) - today).days
    return days if days < QUARTER_END else None


def is_new(seller: Seller, settings: Settings, today: date) -> bool:
    """Tell whether she is in her first days of employment."""
    started = seller.header.started
    return started is not None and (today - started).days < settings.rhythm.new_days


def count_days(start: date, today: date, away: Iterable[Away]) -> int:
    """Return the days after `start` up to today that nobody was away on; 0 before day one."""
    begin, end = start.toordinal() + 1, today.toordinal() + 1
    ranges = (range(max(begin, one.first.toordinal()), min(end, one.last.toordinal() + 1)) for one in away)
    return len(range(begin, end)) - len({day for days in ranges for day in days})


def known_since(seller: Seller) -> date | None:
    """Return the later of the day she was added and the day she started: before it nothing can be late."""
    return max((day for day in (seller.header.added, seller.header.started) if day), default=None)


def latest(records: Sequence[Record], today: date) -> date | None:
    """Return the day of the latest record up to today."""
    return next((record.on for record in reversed(records) if record.on <= today), None)


def _touched(records: Sequence[Record], today: date) -> date | None:
    """Return the day of the latest contact of mine up to today; what came out of a team talk is none (S3.4)."""
    mine = (one for one in reversed(records) if not one.team and not getattr(one, "giver", None))
    return next((one.on for one in mine if one.on <= today), None)


def booked_on(seller: Book, today: date) -> tuple[date | None, date | None]:
    """Return the next talk, or the missed one: the latest booking of an agenda wins, any talk since has kept it."""
    bookings, talks = seller.all(Booking), seller.all(Talk)
    agendas = {one.agenda for one in bookings}
    days = [_next_of([one for one in bookings if one.agenda == agenda], talks, today) for agenda in agendas]
    ahead = min((day for day in days if day and day >= today), default=None)
    missed = max((day for day in days if day and day < today), default=None)
    return ahead, None if ahead else missed


def booked_agenda(seller: Seller, today: date) -> str | None:
    """Return the agenda that the next talk was booked with, None where it has none or nothing is booked."""
    ahead = booking_ahead(seller, today)
    return ahead.agenda if ahead else None


def booking_ahead(seller: Book, today: date) -> Booking | None:
    """Return the booking of the next talk, None where none is booked."""
    day, _ = booked_on(seller, today)
    return next((one for one in reversed(seller.all(Booking)) if one.next == day and one.on <= today), None)


def _next_of(bookings: Sequence[Booking], talks: Sequence[Talk], today: date) -> date | None:
    """Return the day of the latest of these bookings, None where a talk on it or later has kept it."""
    day = next((one.next for one in reversed(bookings) if one.on <= today), None)
    return None if day is None or any(day <= talk.on <= today for talk in reversed(talks)) else day


def _status(days: int | None, every: int, limit: int, *, talked: bool, away: bool, booked: date | None) -> Status:
    if away:
        return "away"
    if days is not None and days > limit:
        return "overdue"
    if days is not None and days >= every:
        return "ok" if booked else "due"
    return "ok" if talked else "new"
