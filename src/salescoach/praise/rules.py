"""Gratitude: whom to thank, for what, and how long it has been quiet (S0.5)."""

from collections.abc import Iterable, Sequence
from datetime import date

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import count_days, known_since
from salescoach.coaching.lights import areas_of
from salescoach.frozen import frozen
from salescoach.records.commitment import Commitment
from salescoach.records.goal import Goal
from salescoach.records.praise import Praise, Valued
from salescoach.records.rating import is_felt
from salescoach.records.seller import Seller
from salescoach.records.settled import Settled
from salescoach.words.order import Order, plainly

RECENT = 30
"""Days: what happened longer ago than this is no news to be thanked for."""


@frozen
class Reason:
    """Something to thank her for: `code` is fault, green, kept, reached or heard (from `giver`); `what` she did."""

    code: str
    what: str
    on: date
    ids: tuple[str, ...]
    giver: str | None = None

    @property
    def said(self) -> Phrase:
        """What she is thanked for, in words."""
        whose = {"giver": self.giver} if self.giver else {}
        return phrase(f"item.thank_{self.code}", what=self.what, **whose)


@frozen
class Silence:
    """How long it has been since a seller was praised: None where she never was."""

    seller: str
    name: str
    days: int | None
    last: date | None
    reasons: tuple[Reason, ...]

    @property
    def hero(self) -> bool:
        """Tell whether she found a fault, or admitted one, today."""
        return any(one.code == "fault" for one in self.reasons)


@frozen(kw_only=True)
class Praises(Answer):
    """Whom to thank, about whom it is quiet, what is valued and `unsaid` (key, name), who has nothing written."""

    thank: tuple[Silence, ...]
    quiet: tuple[Silence, ...]
    unsaid: tuple[tuple[str, str, Valued], ...] = ()
    unwritten: tuple[Silence, ...] = ()


def praises_of(sellers: Sequence[Seller], today: date, limit: int, order: Order = plainly) -> Praises:
    """Return whom there is something new to thank for, the longest unpraised first, and who else it is quiet about."""
    thank = longest_first((one for seller in sellers if (one := silence_of(seller, today)).reasons), order)
    quiet = [silence for silence in silences(sellers, today, limit, order) if not silence.reasons]
    bare = [her for her in sellers if all((end := her.closing(it)) and end.how == "dropped" for it in her.all(Valued))]
    none = longest_first((silence_of(one, today) for one in bare), order)
    reds = {one.key for one in sellers if any(area.level == "red" for area in areas_of(one))}
    return Praises(
        thank=tuple(thank),
        quiet=tuple(quiet),
        unsaid=tuple((one.key, one.name, valued) for one in sellers if (valued := unsaid_of(one))),
        unwritten=tuple(sorted(none, key=lambda one: one.seller not in reds)),
    )


def unsaid_of(seller: Seller) -> Valued | None:
    """Return what a seller is valued for and was not told yet, None where there is nothing."""
    return next(reversed(seller.open(Valued)), None)


def silence_of(seller: Seller, today: date) -> Silence:
    """Return how long since a seller was praised, and what for she could be, newest first."""
    last = _last_praised(seller, today)
    new = (one for one in _reasons(seller, today) if one.code == "fault" or last is None or one.on > last)
    reasons = tuple(sorted(new, key=lambda reason: (reason.code == "fault", reason.on), reverse=True))
    return Silence(seller.key, seller.name, None if last is None else (today - last).days, last, reasons)


def silences(sellers: Iterable[Seller], today: date, limit: int, order: Order = plainly) -> list[Silence]:
    """Return those who were not praised for `limit` days, the longest first; who has just come is not counted."""
    quiet = [seller for seller in sellers if _days_quiet(seller, today) > limit]
    return longest_first((silence_of(seller, today) for seller in quiet), order)


def longest_first(found: Iterable[Silence], order: Order = plainly) -> list[Silence]:
    """Return silences in order: who found a fault today, who was never praised, then the longest."""
    return sorted(
        found, key=lambda one: (not one.hero, one.days is not None, -(one.days or 0), order(one.name), one.seller)
    )


def _last_praised(seller: Seller, today: date) -> date | None:
    """Return when the manager last praised her, or said what she is valued for; others' praise ends no silence."""
    given = [one.on for one in seller.all(Praise) if not one.giver]
    said = [end.on for one in seller.all(Valued) if (end := seller.closing(one)) and end.how == "kept"]
    return max((day for day in (*given, *said) if day <= today), default=None)


def _days_quiet(seller: Seller, today: date) -> int:
    """Return the days since the last praise, else for which any could have been told; only those she was there."""
    first = min((records[0].on for records in seller.records.values() if records), default=today)
    return count_days(_last_praised(seller, today) or known_since(seller) or first, today, seller.absences)


def _reasons(seller: Seller, today: date) -> Iterable[Reason]:
    yield from _praised(seller, today)
    for area in areas_of(seller):
        if area.level == "green" and not is_felt(area.name) and area.now.evidence and _recent(area.now.on, today):
            yield Reason("green", area.now.evidence, area.now.on, (area.now.id,))
    kept = {settled.of: settled for settled in seller.all(Settled) if settled.how == "kept"}
    for promise in seller.all(Commitment):
        if promise.by == "seller" and promise.id in kept and _recent(kept[promise.id].on, today):
            yield Reason("kept", promise.what, kept[promise.id].on, (promise.id,))
    for goal in seller.all(Goal):
        if goal.id in kept and _recent(kept[goal.id].on, today):
            yield Reason("reached", goal.title, kept[goal.id].on, (goal.id,))


def _praised(seller: Seller, today: date) -> Iterable[Reason]:
    """Give the fault that she found or admitted today, and what others praised, which is to be passed on."""
    for one in seller.all(Praise):
        fault = one.deed == "fault" and one.on == today
        if fault or (one.giver and _recent(one.on, today)):
            yield Reason("fault" if fault else "heard", one.what, one.on, (one.id,), one.giver)


def _recent(day: date, today: date) -> bool:
    return 0 <= (today - day).days <= RECENT
