"""Weekly: who needs the manager, and why; urgency is computed, never stored, and shown with its parts."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from salescoach.actions.rules.habits import Habit, done_in, habits_of
from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import Purpose, PurposeClock, Rhythm, clock_of, quarter_ends_in, rhythm_of
from salescoach.coaching.lights import Area, areas_of, levels_of, lights_of, reds, spoken
from salescoach.errors import Problem
from salescoach.frozen import frozen
from salescoach.goals.rules import reasons_of
from salescoach.praise.rules import Silence, longest_first, silences
from salescoach.promises.rules import Promise, Vow, in_order, made_late, promises_of, vows_of
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.settings import Urgency as Weights
from salescoach.records.values import Level
from salescoach.week.rules.quality import Quality
from salescoach.week.rules.urgency import Urgency, urgency_of, weight_of
from salescoach.words.order import Order, plainly

if TYPE_CHECKING:
    from salescoach.forms.rules.handover import OpenHandover
    from salescoach.onboarding.rules.standing import Task
    from salescoach.probation.rules.deadlines import Clock, Rule

    Behind = tuple[Sequence[Task], Sequence[Task]]

SOON = 14
"""Days before she must be told of the outcome of her probation in which it comes before all else."""

_FIRST = float("inf")
"""The weight of a reason that comes before whatever weighs anything."""


@frozen
class Line:
    """One seller of the week; `reasons` come most pressing first, the first one is shown beside her.

    `clock` is that of a probation near its end, `untold` how much of what weighs in it she has not been told.
    `purposes` are the clocks of talks with a purpose of their own, `unheld` the purposes that no talk had yet.
    `untalked` is at work and had no talk yet, `starts` there today, `behind` the late steps of her onboarding.
    """

    key: str
    name: str
    rhythm: Rhythm
    lights: Sequence[Level | None]
    levels: dict[str, Level]
    late_mine: int
    late_hers: int
    urgency: Urgency
    reasons: tuple[Phrase, ...]
    clock: "Clock | None" = None
    untold: int = 0
    purposes: tuple[PurposeClock, ...] = ()
    unheld: tuple[Purpose, ...] = ()
    untalked: bool = False
    starts: bool = False
    behind: int = 0
    unlooked: tuple[Phrase, ...] = ()


@frozen(kw_only=True)
class Weekly(Answer):
    """The week over all sellers, most urgent first; what both owe, what is open besides, `why` shows the parts."""

    lines: tuple[Line, ...]
    mine: tuple[Promise, ...]
    hers: tuple[Promise, ...]
    silent: tuple[Silence, ...]
    habits: tuple[Habit, ...]
    standing: tuple[Vow, ...] = ()
    quarter_ends_in: int | None = None
    problems: tuple[Problem, ...] = ()
    why: bool = False
    check: bool = False
    quality: Quality | None = None
    initiatives: Sequence[Phrase] = ()
    handovers: "tuple[tuple[str, OpenHandover], ...]" = ()

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
    order: Order = plainly,
    why: bool = False,
    check: bool = False,
    look: Callable[[Seller, date], Iterable[Phrase]] | None = None,
) -> Weekly:
    """Return the week as it stands today; `rules` are those of countries for probations.

    Each seller is let go of when what counts of her is known: hundreds need not be in memory at once. What is wrong
    with their files may be added to `problems` while they are given. `look` gives what nobody has looked at.
    """
    lines, promises, silent = list[Line](), list[Promise](), list[Silence]()
    done = done_in(me, today)
    promises += promises_of([me], today, me=me) if isinstance(me, Seller) else ()
    for seller in sellers:
        line = _line(seller, me, settings, rules, purposes, today=today)
        lines.append(replace(line, unlooked=tuple(look(seller, today))) if look else line)
        promises += promises_of([seller], today, me=me)
        silent += silences([seller], today, settings.silence.praise)
        done += done_in(seller, today)
    ordered = in_order(promises, order)
    return Weekly(
        lines=tuple(sorted(lines, key=lambda line: _place(line, today, order))),
        mine=tuple(one for one in ordered if one.by == "me"),
        hers=tuple(one for one in ordered if one.by == "seller"),
        silent=tuple(longest_first(silent, order)),
        habits=tuple(habits_of(done, today, away=me.absences, order=order)),
        standing=tuple(vow for vow in vows_of(me, today) if vow.waits),
        quarter_ends_in=quarter_ends_in(today),
        problems=(*problems, *me.problems),
        why=why,
        check=check,
    )


def _place(line: Line, today: date, order: Order) -> tuple[object, ...]:
    """Return what the week is sorted by: who is here, today's talks by the hour, urgency, the days until a talk."""
    rhythm = line.rhythm
    talk = (0, rhythm.next_at or "~") if rhythm.next_talk == today else (1, "")
    left = 0 if line.untalked else rhythm.every - (rhythm.days or 0)
    return rhythm.away_until is not None, talk, -line.urgency.total, left, order(line.name), line.key


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
    areas, promises = areas_of(seller), promises_of([seller], today, me=me)
    red, behind = reds(areas), _behind(seller, today)
    late = [one.by for one in made_late(promises)]
    urgency = urgency_of(rhythm, len(late), [one.name for one in red], settings, clock, today=today)
    reasons = _reasons(
        seller, rhythm, red, promises, clocks, behind,
        clock=clock, untold=untold, urgency=urgency, weights=settings.urgency, today=today,
    )  # fmt: skip
    return Line(
        key=seller.key,
        name=seller.name,
        rhythm=rhythm,
        lights=lights_of(areas),
        levels=levels_of(areas),
        late_mine=late.count("me"),
        late_hers=late.count("seller"),
        urgency=urgency,
        reasons=tuple(reasons),
        clock=clock,
        untold=untold,
        purposes=clocks,
        unheld=tuple(purpose for purpose, one in zip(purposes, held, strict=True) if one is None),
        untalked=rhythm.last_talk is None and not seller.is_to_start(today),
        starts=seller.header.started == today,
        behind=sum(one.days_late > 0 for steps in behind for one in steps),
    )


def _reasons(
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


def _untold(seller: Seller, today: date) -> int:
    """Return how much of what weighs against her in a probation she has not been told."""
    from salescoach.probation.rules.fairness import surprises_of

    return len(surprises_of(seller, today))


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


def _behind(seller: Seller, today: date) -> "Behind":
    """Return the steps that are late in her onboarding: the manager's own, and those of others."""
    if "onboarding" not in seller.records:  # most sellers: then nothing of it is imported
        return (), ()
    from salescoach.onboarding.rules.duties import late_steps

    return late_steps(seller, today)


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
