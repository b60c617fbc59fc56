"""Reasons: why a seller stands where she does in the week, what weighs most first."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from salescoach.answer import Phrase, phrase
from salescoach.coaching.clocks import PurposeClock, Rhythm
from salescoach.coaching.lights import Area, spoken
from salescoach.goals.rules import reasons_of
from salescoach.promises.rules import Promise, made_late
from salescoach.records.seller import Seller
from salescoach.records.settings import Urgency as Weights
from salescoach.week.rules.urgency import Urgency, weight_of

if TYPE_CHECKING:
    from salescoach.onboarding.rules.standing import Task
    from salescoach.probation.rules.deadlines import Clock

    Behind = tuple[Sequence[Task], Sequence[Task]]

SOON = 14
"""Days before she must be told of the outcome of her probation in which it comes before all else."""

_FIRST = float("inf")
"""The weight of a reason that comes before whatever weighs anything."""


def reasons(
    seller: Seller,
    rhythm: Rhythm,
    red: Sequence[Area],
    promises: Sequence[Promise],
    purposes: Sequence[PurposeClock],
    behind: "Behind",
    *,
    clock: "Clock | None",
    untold: int,
    urgency: Urgency,
    weights: Weights,
    today: date,
) -> list[Phrase]:
    """Return why a seller stands where she does, what weighs most first; never empty."""
    probation = _probation(clock, untold) if clock else None
    soon = clock is not None and clock.days_to_tell <= SOON
    stepping = seller.is_to_start(today) or seller.header.started == today
    found: list[tuple[float, Phrase | None]] = [
        (_FIRST, _away(rhythm, promises)),
        (_FIRST if soon else urgency.probation, probation),
        (urgency.overdue, _late(rhythm)),
        *((weight_of([area.name]) * weights.red, _red(area)) for area in red),
        *(_owed(promises, by, weights) for by in ("me", "seller")),
        (urgency.missed, phrase("reason.missed", day=rhythm.missed) if rhythm.missed else None),
        (0.0, _new(seller, rhythm, today)),
        *((float(stepping), one) for one in _steps(*behind, today)),
        *((0.0, phrase("reason.purpose", title=it.purpose.spoken, days=it.days_since)) for it in purposes if it.late),
        *((0.0, one) for one in reasons_of(seller, today)),
        (0.0, phrase("reason.silent", days=rhythm.silent, at=seller.header.placed_at) if rhythm.silent else None),
    ]
    ordered = sorted(found, key=lambda each: each[0], reverse=True)
    return [one for _, one in ordered if one] or [_calm(rhythm)]


def _probation(clock: "Clock", untold: int) -> Phrase | None:
    """Return what is next in a probation, and how much she has not been told; nothing where there is nothing left."""
    if clock.told and clock.leaves:
        return None
    said = clock.reason
    return phrase("reason.untold", reason=said, n=untold) if untold else said


def _away(rhythm: Rhythm, promises: Sequence[Promise]) -> Phrase | None:
    """Return until when she is away, and what I still owe her."""
    if not rhythm.away_until:
        return None
    owed = [one.what for one in promises if one.by == "me"]
    if not owed:
        return phrase("reason.away", until=rhythm.away_until)
    return phrase("reason.away_owed", until=rhythm.away_until, n=len(owed), what=owed)


def _owed(promises: Sequence[Promise], by: str, weights: Weights) -> tuple[float, Phrase | None]:
    """Return what late promises of one side weigh, and the one that is late most."""
    late = made_late(one for one in promises if one.by == by)
    key = "reason.promise_late" if by == "me" else "reason.hers_late"
    return len(late) * weights.promise, phrase(key, what=late[0].what, days=late[0].days_late) if late else None


def _steps(own: "Sequence[Task]", others: "Sequence[Task]", today: date) -> Iterator[Phrase]:
    """Give which steps of an onboarding are late, or which of the manager's own wait: nobody is late before day one."""
    if late := [one for one in own if one.days_late]:
        yield phrase("reason.steps_late" if len(late) > 1 else "reason.step_late", n=len(late), what=late[0].what)
    elif own:
        first, ahead = own[0], "reason.step_due" if own[0].due > today else "reason.step_open"
        yield phrase("reason.step_today" if first.due == today else ahead, due=first.due, what=first.what)
    if others:
        yield phrase("reason.behind", n=len(others), what=others[0].what)


def _red(area: Area) -> Phrase:
    if not area.now.evidence:
        return phrase("reason.red_bare", area=spoken(area.name))
    return phrase("reason.red", area=spoken(area.name), evidence=area.now.evidence)


def _late(rhythm: Rhythm) -> Phrase | None:
    """Return which threshold was passed, or that there was no talk at all."""
    if rhythm.status not in {"overdue", "due"}:
        return None
    if rhythm.last_talk is None:
        return phrase("reason.never", days=rhythm.days)
    if rhythm.status == "due":
        return phrase("reason.due", every=rhythm.every)
    key = "reason.overdue_booked" if rhythm.next_talk else "reason.overdue"
    return phrase(key, over=rhythm.over, limit=rhythm.limit, day=rhythm.next_talk)


def _new(seller: Seller, rhythm: Rhythm, today: date) -> Phrase | None:
    if rhythm.status != "new":
        return None
    if seller.is_to_start(today):
        return phrase("reason.starts", day=seller.header.started)
    return phrase("reason.first_talk", days=max(0, rhythm.every - (rhythm.days or 0)))


def _calm(rhythm: Rhythm) -> Phrase:
    if rhythm.next_talk:
        return phrase("reason.booked", day=rhythm.next_talk)
    return phrase("reason.calm", days=max(0, rhythm.every - (rhythm.days or 0)))
