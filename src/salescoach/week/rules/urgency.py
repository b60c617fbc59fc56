"""Urgency: why a seller stands where she does in the week, and as how many days late that counts; never stored."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from salescoach.answer import Phrase, phrase
from salescoach.coaching.clocks import PurposeClock, Rhythm
from salescoach.coaching.lights import Area, spoken
from salescoach.frozen import frozen
from salescoach.goals.rules import reasons_of
from salescoach.promises.rules import Promise, made_late
from salescoach.records.rating import LIGHTS
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings

if TYPE_CHECKING:
    from salescoach.onboarding.rules.standing import Task
    from salescoach.probation.rules.deadlines import Clock

    Behind = tuple[Sequence[Task], Sequence[Task]]

SOON = 14
"""Days before she must be told of the outcome of her probation in which it comes before all else."""

_FIRST = float("inf")
"""The weight of a reason that comes before whatever weighs anything."""


@frozen
class Urgency:
    """What makes a seller urgent, in days late: time over, late promises both ways, reds, probation, a missed talk."""

    overdue: float
    promises: float
    reds: float
    probation: float = 0.0
    missed: float = 0.0

    @property
    def total(self) -> float:
        """The sum that the list is sorted by."""
        return self.overdue + self.promises + self.reds + self.probation + self.missed


def urgency_of(
    rhythm: Rhythm, late: int, red: Sequence[str], settings: Settings, clock: "Clock | None" = None, *, today: date
) -> Urgency:
    """Return how urgent a seller is: days past the ideal, past the limit twice; promises, red areas, a probation.

    A talk that was booked and not held is as many days late.
    """
    missed = rhythm.missed if not rhythm.away_until else None
    return Urgency(
        overdue=rhythm.late + rhythm.over,
        promises=late * settings.urgency.promise,
        reds=weight_of(red) * settings.urgency.red,
        probation=_near(clock, settings) * settings.urgency.probation if clock else 0.0,
        missed=(today - missed).days if missed else 0.0,
    )


def weight_of(areas: Sequence[str]) -> float:
    """Return the weight of reds: each of the three lights 1, all skills together always less than one of them."""
    own = sum(area in LIGHTS for area in areas)
    return own + 1 - 0.5 ** (len(areas) - own)


def _near(clock: "Clock", settings: Settings) -> float:
    """Return how near a probation is to the day by which she must be told: from 0 to 1.

    It is 0 once it was decided, and 1 again where an end was not told in time.
    """
    weekly = settings.probation.weekly
    whole = weekly - (clock.ends - clock.tell_by).days
    if clock.leaves:
        return float(clock.leaving in {"unsaid", "gone"})
    if whole <= 0:  # a country may ask for more days than the week looks ahead
        return 1.0
    return max(0.0, min(1.0, (weekly - clock.days_left) / whole))


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
    settings: Settings,
    today: date,
) -> list[Phrase]:
    """Return why a seller stands where she does, what weighs most first; never empty."""
    soon = clock is not None and clock.days_to_tell <= SOON
    stepping = seller.is_to_start(today) or seller.header.started == today
    found: list[tuple[float, Phrase | None]] = [
        (_FIRST, _away(rhythm, promises)),
        (_FIRST if soon else urgency.probation, _probation(clock, untold)),
        (urgency.overdue, _late(rhythm)),
        *((weight_of([area.name]) * settings.urgency.red, _red(area)) for area in red),
        *(_owed(promises, by, settings) for by in ("me", "seller")),
        (urgency.missed, phrase("reason.missed", day=rhythm.missed) if rhythm.missed else None),
        (0.0, _new(seller, rhythm, today)),
        *((float(stepping), one) for one in _steps(*behind, today)),
        *((0.0, phrase("reason.purpose", title=it.purpose.spoken, days=it.days_since)) for it in purposes if it.late),
        *((0.0, one) for one in reasons_of(seller, today)),
        (0.0, phrase("reason.silent", days=rhythm.silent, at=seller.header.placed_at) if rhythm.silent else None),
    ]
    ordered = sorted(found, key=lambda each: each[0], reverse=True)
    return [one for _, one in ordered if one] or [_calm(rhythm)]


def _probation(clock: "Clock | None", untold: int) -> Phrase | None:
    """Return what is next in a probation, and how much she has not been told; nothing where there is nothing left."""
    if clock is None or (clock.told and clock.leaves):
        return None
    return phrase("reason.untold", reason=clock.reason, n=untold) if untold else clock.reason


def _away(rhythm: Rhythm, promises: Sequence[Promise]) -> Phrase | None:
    """Return until when she is away, and what I still owe her."""
    if not rhythm.away_until:
        return None
    owed = [one.what for one in promises if one.by == "me"]
    if not owed:
        return phrase("reason.away", until=rhythm.away_until)
    return phrase("reason.away_owed", until=rhythm.away_until, n=len(owed), what=owed)


def _owed(promises: Sequence[Promise], by: str, settings: Settings) -> tuple[float, Phrase | None]:
    """Return what late promises of one side weigh, and the one that is late most."""
    late = made_late(one for one in promises if one.by == by)
    key = "reason.promise_late" if by == "me" else "reason.hers_late"
    said = phrase(key, what=late[0].what, days=late[0].days_late) if late else None
    return len(late) * settings.urgency.promise, said


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
