"""Urgency: as how many days late all that makes a seller urgent counts; computed, never stored."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from salescoach.coaching.clocks import Rhythm
from salescoach.frozen import frozen
from salescoach.records.rating import LIGHTS
from salescoach.records.settings import Settings

if TYPE_CHECKING:
    from salescoach.probation.rules.deadlines import Clock


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
