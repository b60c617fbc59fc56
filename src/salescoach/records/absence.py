"""Absence: on which days somebody is away; every clock, every lateness and every habit asks here."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from salescoach.errors import NotFound
from salescoach.records.calendar import Away

_DAY = timedelta(1)


class NotAway(NotFound):
    """No days away are noted that could be ended or cancelled; `why`: early, the `first` is not before `day`."""


def in_force(written: Iterable[Away]) -> tuple[Away, ...]:
    """Return the absences that count: a later one takes the place of one with its first day, or that it names."""
    lines: list[tuple[set[str], Away]] = []
    for one in written:
        taken = [line for line in lines if one.of in line[0] or one.first == line[1].first]
        lines = [line for line in lines if line not in taken]
        lines.append(({one.id}.union(*(ids for ids, _ in taken)), one))
    return tuple(one for _, one in lines if not one.cancelled)


def absence_on(away: Sequence[Away], day: date) -> Away | None:
    """Return the absence that a day falls in, the one that lasts longest; None where somebody is there."""
    return max((one for one in away if one.first <= day <= one.last), key=lambda one: one.last, default=None)


def days_late(due: date, today: date, away: Sequence[Away]) -> int:
    """Return the days since a promise was due on which who made it was there; below 0 it is not late yet.

    Who is away is late with nothing: the day of the return is waited for, and counts as the first.
    """
    days = (today - due).days
    if days <= 0 or not away:
        return days
    back = today
    while one := absence_on(away, back):
        back = one.last + _DAY
    if back > today:
        return (today - back).days
    return sum(absence_on(away, due + timedelta(day)) is None for day in range(1, days + 1))


def ended_by(away: Iterable[Away], day: date) -> Away | None:
    """Return the absence that ends where somebody is back on a day: one that it falls in, else whose end is nearest."""
    begun = (one for one in away if one.first < day)
    return min(begun, key=lambda one: (day > one.last + _DAY, abs((day - one.last - _DAY).days)), default=None)


def meant_on(away: Sequence[Away], day: date) -> Away | None:
    """Return the absence that somebody means on a day: one that it falls in, else the next, else the last."""
    coming = min((one for one in away if one.first > day), key=lambda one: one.first, default=None)
    return absence_on(away, day) or coming or max(away, key=lambda one: one.last, default=None)


def ended(one: Away, back: date) -> dict[str, object]:
    """Return the fields of what takes the place of an absence once somebody is back; by its first day it never was."""
    never = back <= one.first
    kept = {"why": one.why, "of": one.id, "private": one.private or None, "cancelled": never or None}
    return {"first": one.first, "last": one.last if never else back - _DAY, **kept}
