"""Weekly: who needs the manager, and why; urgency is computed, never stored, and shown with its parts."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from salescoach.actions.rules import Habit, done_in, habits_of
from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import Purpose, PurposeClock, Rhythm, clock_of, quarter_ends_in, rhythm_of
from salescoach.coaching.lights import Area, areas_of, levels_of, lights_of, reds, spoken
from salescoach.errors import Problem
from salescoach.frozen import frozen
from salescoach.goals.rules import standings_of
from salescoach.praise.rules import Silence, longest_first, silences
from salescoach.promises.rules import Promise, in_order, made_late, promises_of
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.values import Level

if TYPE_CHECKING:
    from salescoach.probation.rules.deadlines import Clock, Rule

SOON = 14
"""Days before she must be told of the outcome of her probation in which it comes before all else."""


@frozen
class Urgency:
    """What makes a seller urgent, in limits gone by: time over, late promises of the manager's, reds, probation."""

    overdue: float
    promises: float
    reds: float
    probation: float = 0.0

    @property
    def total(self) -> float:
        """The sum that the list is sorted by."""
        return self.overdue + self.promises + self.reds + self.probation


@frozen
class Line:
    """One seller of the week; `reasons` come most pressing first, the first one is shown beside her.

    `clock` is that of a probation near its end, `untold` how much of what weighs in it she has not been told.
    `purposes` are the clocks of talks with a purpose of their own, `unheld` the purposes that no talk had yet.
    """

    key: str
    name: str
    rhythm: Rhythm
    lights: Sequence[Level | None]
    levels: dict[str, Level]
    late_mine: int
    urgency: Urgency
    reasons: tuple[Phrase, ...]
    clock: "Clock | None" = None
    untold: int = 0
    purposes: tuple[PurposeClock, ...] = ()
    unheld: tuple[Purpose, ...] = ()


@frozen(kw_only=True)
class Weekly(Answer):
    """The week over all sellers, most urgent first; `mine` and `hers` are open promises, `why` shows the parts."""

    lines: tuple[Line, ...]
    mine: tuple[Promise, ...]
    hers: tuple[Promise, ...]
    silent: tuple[Silence, ...]
    habits: tuple[Habit, ...]
    quarter_ends_in: int | None = None
    problems: tuple[Problem, ...] = ()
    why: bool = False
    check: bool = False

    @property
    def status(self) -> int:
        """1 where a check was asked for and somebody is overdue or a file has problems."""
        found = bool(self.problems) or any(line.rhythm.status == "overdue" for line in self.lines)
        return int(self.check and found)


def weekly_of(
    sellers: Iterable[Seller],
    me: Book,
    settings: Settings,
    *,
    today: date,
    problems: Collection[Problem] = (),
    rules: "Iterable[Rule]" = (),
    purposes: Sequence[Purpose] = (),
    why: bool = False,
    check: bool = False,
) -> Weekly:
    """Return the week as it stands today; `rules` are those of countries for probations.

    Each seller is let go of when what counts of her is known: hundreds need not be in memory at once. What is wrong
    with their files may be added to `problems` while they are given.
    """
    lines, promises, silent = list[Line](), list[Promise](), list[Silence]()
    done = done_in(me, today)
    for seller in sellers:
        lines.append(_line(seller, me, settings, rules, purposes, today=today))
        promises += promises_of([seller], today, me=me)
        silent += silences([seller], today, settings.silence.praise)
        done += done_in(seller, today)
    ordered = in_order(promises)
    return Weekly(
        lines=tuple(sorted(lines, key=lambda line: (-line.urgency.total, line.name, line.key))),
        mine=tuple(one for one in ordered if one.by == "me"),
        hers=tuple(one for one in ordered if one.by == "seller"),
        silent=tuple(longest_first(silent)),
        habits=tuple(habits_of(done, today, away=me.absences)),
        quarter_ends_in=quarter_ends_in(today),
        problems=(*problems, *me.problems),
        why=why,
        check=check,
    )


def urgency_of(rhythm: Rhythm, late: int, red: int, settings: Settings, clock: "Clock | None" = None) -> Urgency:
    """Return how urgent a seller is: days past the limit over the limit, what late promises, reds, a probation add."""
    return Urgency(
        overdue=rhythm.over / rhythm.limit,
        promises=late * settings.urgency.promise,
        reds=red * settings.urgency.red,
        probation=_near(clock, settings) * settings.urgency.probation if clock else 0.0,
    )


def _near(clock: "Clock", settings: Settings) -> float:
    """Return how near a probation is to the day by which she must be told: from 0 to 1; 0 once it was decided."""
    weekly = settings.probation.weekly
    whole = weekly - (clock.ends - clock.tell_by).days
    if clock.leaves:
        return 0.0
    if whole <= 0:  # a country may ask for more days than the week looks ahead
        return 1.0
    return max(0.0, min(1.0, (weekly - clock.days_left) / whole))


def _clock(seller: Seller, settings: Settings, rules: "Iterable[Rule]", today: date) -> "Clock | None":
    """Return the clock of a probation that ends within the days of the settings, presses, or ended undecided."""
    if not seller.records.keys() & {"probation", "onboarding"}:  # most sellers: then nothing of it is imported
        return None
    from salescoach.probation.rules.deadlines import watched

    clock = watched(seller, settings, tuple(rules), today)
    return clock if clock and (clock.days_left <= settings.probation.weekly or clock.pressing) else None


def _line(
    seller: Seller, me: Book, settings: Settings, rules: "Iterable[Rule]", purposes: Sequence[Purpose], *, today: date
) -> Line:
    rhythm, clock = rhythm_of(seller, me, settings, today), _clock(seller, settings, rules, today)
    untold = _untold(seller, today) if clock else 0
    held = [clock_of(seller, me, purpose, today) for purpose in purposes]
    clocks = tuple(one for one in held if one)
    areas = areas_of(seller)
    promises = promises_of([seller], today, me=me)
    mine = made_late(one for one in promises if one.by == "me")
    hers = made_late(one for one in promises if one.by == "seller")
    return Line(
        key=seller.key,
        name=seller.name,
        rhythm=rhythm,
        lights=lights_of(areas),
        levels=levels_of(areas),
        late_mine=len(mine),
        urgency=urgency_of(rhythm, len(mine), len(reds(areas)), settings, clock),
        reasons=tuple(_reasons(seller, rhythm, mine, hers, areas, clocks, clock=clock, untold=untold, today=today)),
        clock=clock,
        untold=untold,
        purposes=clocks,
        unheld=tuple(purpose for purpose, one in zip(purposes, held, strict=True) if one is None),
    )


def _reasons(
    seller: Seller,
    rhythm: Rhythm,
    mine: list[Promise],
    hers: list[Promise],
    areas: list[Area],
    purposes: Sequence[PurposeClock],
    *,
    clock: "Clock | None",
    untold: int,
    today: date,
) -> list[Phrase]:
    """Return why a seller stands where she does, most pressing first; never empty."""
    probation = _probation(clock, untold) if clock else None
    soon = clock is not None and clock.days_to_tell <= SOON
    behind = [standing.goal.title for standing in standings_of(seller, today) if standing.pace == "behind"]
    found: list[Phrase | None] = [
        phrase("reason.away", until=rhythm.away_until) if rhythm.away_until else None,
        probation if soon else None,
        _overdue(rhythm),
        phrase("reason.promise_late", what=mine[0].what, days=mine[0].days_late) if mine else None,
        phrase("reason.missed", day=rhythm.missed) if rhythm.missed else None,
        *map(_red, reds(areas)),
        None if soon else probation,
        phrase("reason.due", every=rhythm.every) if rhythm.status == "due" else None,
        None if rhythm.status == "new" else _steps(seller, today),
        phrase("reason.hers_late", what=hers[0].what, days=hers[0].days_late) if hers else None,
        *(phrase("reason.purpose", title=one.purpose.spoken, days=one.days_since) for one in purposes if one.late),
        *(phrase("reason.goal_behind", goal=title) for title in behind),
        _new(seller, rhythm, today),
        _steps(seller, today) if rhythm.status == "new" else None,  # the first talk comes before any other step
    ]
    return [one for one in found if one] or [_calm(rhythm)]


def _untold(seller: Seller, today: date) -> int:
    """Return how much of what weighs against her in a probation she has not been told."""
    from salescoach.probation.rules.fairness import surprises_of

    return len(surprises_of(seller, today))


def _probation(clock: "Clock", untold: int) -> Phrase | None:
    """Return what is next in a probation, and how much she has not been told; nothing where there is nothing left."""
    if clock.leaves and clock.days_to_tell < 0:
        return None
    said = phrase(f"reason.probation_{'leaves' if clock.leaves else clock.stage}", days=clock.days_left, **clock.times)
    return phrase("reason.untold", reason=said, n=untold) if untold else said


def _steps(seller: Seller, today: date) -> Phrase | None:
    """Return which of the manager's own steps are late in her onboarding."""
    if "onboarding" not in seller.records:  # most sellers: then nothing of it is imported
        return None
    from salescoach.onboarding.rules.duties import duties_of

    late = [one for one in duties_of(seller, today) if one.days_late]
    if not late:
        return None
    return phrase("reason.steps_late" if len(late) > 1 else "reason.step_late", n=len(late), what=late[0].what)


def _red(area: Area) -> Phrase:
    if not area.now.evidence:
        return phrase("reason.red_bare", area=spoken(area.name))
    return phrase("reason.red", area=spoken(area.name), evidence=area.now.evidence)


def _overdue(rhythm: Rhythm) -> Phrase | None:
    if rhythm.status != "overdue":
        return None
    talked = "reason.overdue_booked" if rhythm.next_talk else "reason.overdue"
    key = talked if rhythm.last_talk else "reason.never"
    return phrase(key, over=rhythm.over, limit=rhythm.limit, day=rhythm.next_talk)


def _new(seller: Seller, rhythm: Rhythm, today: date) -> Phrase | None:
    if rhythm.status != "new":
        return None
    started = seller.header.started
    if started is not None and started > today:
        return phrase("reason.starts", day=started)
    return phrase("reason.first_talk", days=max(0, rhythm.every - (rhythm.days or 0)))


def _calm(rhythm: Rhythm) -> Phrase:
    if rhythm.next_talk:
        return phrase("reason.booked", day=rhythm.next_talk)
    return phrase("reason.calm", days=max(0, rhythm.every - (rhythm.days or 0)))
