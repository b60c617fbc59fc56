"""Weekly: who needs the manager, and why; urgency is computed, never stored, and shown with its parts."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from salescoach.actions.rules.habits import Habit, done_in, habits_of
from salescoach.answer import Answer, Phrase
from salescoach.coaching.clocks import Purpose, PurposeClock, Rhythm, clock_of, quarter_ends_in, rhythm_of
from salescoach.coaching.lights import areas_of, levels_of, lights_of, reds
from salescoach.errors import Problem
from salescoach.frozen import frozen
from salescoach.praise.rules import Silence, longest_first, silences
from salescoach.promises.rules import Promise, Vow, in_order, made_late, promises_of, vows_of
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.values import Level
from salescoach.week.rules.quality import Quality
from salescoach.week.rules.urgency import Urgency, urgency_of
from salescoach.week.rules.urgency import reasons as reasons_for
from salescoach.words.order import Order, plainly

if TYPE_CHECKING:
    from salescoach.forms.rules.handover import OpenHandover
    from salescoach.onboarding.rules.standing import Task
    from salescoach.probation.rules.deadlines import Clock, Rule

    Behind = tuple[Sequence[Task], Sequence[Task]]


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
    everything: bool = False,
) -> Weekly:
    """Return the week as it stands today; `everything` has what nobody has looked at, `rules` are those of countries.

    Each seller is let go of when what counts of her is known: hundreds need not be in memory at once. What is wrong
    with their files may be added to `problems` while they are given.
    """
    lines, promises, silent = list[Line](), list[Promise](), list[Silence]()
    done = done_in(me, today)
    promises += promises_of([me], today, me=me) if isinstance(me, Seller) else ()
    for seller in sellers:
        line = _line(seller, me, settings, rules, purposes, today=today)
        if everything:
            from salescoach.coaching.unlooked import unlooked

            line = replace(line, unlooked=tuple(unlooked(seller, today)))
        lines.append(line)
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


def _probation(seller: Seller, settings: Settings, rules: "Iterable[Rule]", today: date) -> "tuple[Clock | None, int]":
    """Return the clock of a probation that is near its end, or undecided, and how much she has not been told."""
    if not seller.records.keys() & {"probation", "onboarding"}:  # most sellers: then nothing of it is imported
        return None, 0
    from salescoach.probation.rules.deadlines import watched
    from salescoach.probation.rules.fairness import surprises_of

    clock = watched(seller, settings, tuple(rules), today)
    near = clock is not None and (clock.days_left <= settings.probation.weekly or clock.pressing)
    return (clock, len(surprises_of(seller, today))) if near else (None, 0)


def _line(
    seller: Seller, me: Book, settings: Settings, rules: "Iterable[Rule]", purposes: Sequence[Purpose], *, today: date
) -> Line:
    rhythm, (clock, untold) = rhythm_of(seller, me, settings, today), _probation(seller, settings, rules, today)
    held = [clock_of(seller, me, purpose, today) for purpose in purposes]
    clocks = tuple(one for one in held if one)
    areas, promises = areas_of(seller), promises_of([seller], today, me=me)
    red, behind = reds(areas), _behind(seller, today)
    late = [one.by for one in made_late(promises)]
    urgency = urgency_of(rhythm, len(late), [one.name for one in red], settings, clock, today=today)
    reasons = reasons_for(
        seller, rhythm, red, promises, clocks, behind,
        clock=clock, untold=untold, urgency=urgency, settings=settings, today=today,
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


def _behind(seller: Seller, today: date) -> "Behind":
    """Return the steps that are late in her onboarding: the manager's own, and those of others."""
    if "onboarding" not in seller.records:  # most sellers: then nothing of it is imported
        return (), ()
    from salescoach.onboarding.rules.duties import late_steps

    return late_steps(seller, today)
