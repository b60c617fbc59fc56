"""Today: what bare `coach` says, in sentences: call, book, thank, keep a promise, and the one next command."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import booking_ahead
from salescoach.errors import Problem
from salescoach.frozen import frozen
from salescoach.praise.rules import Silence, longest_first, silence_of
from salescoach.records.calendar import Booking
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.week.rules.weekly import Line, Weekly, weekly_of
from salescoach.words.order import Order, plainly

if TYPE_CHECKING:
    from salescoach.onboarding.rules.standing import Task
    from salescoach.probation.rules.deadlines import Clock, Rule

_NAMES = 3
"""People in one sentence, and promises in one morning: more is a list, and that is `weekly`."""

_STEPS = 2

_THANKS = 2

FRIDAY = 4
"""The day of the week, Monday being 0."""

AGAIN = 14
"""Days after which a thank-you that was suggested may be again: nothing tells whether it was said."""

_SENTENCES = 8
"""Of one morning at most."""

_WORST = ("not_here", "unreadable", "leads_out", "too_large", "newer_format", "bad_toml", "no_header", "missing")
"""What is wrong with a whole file, of which then nothing is known, the worst first."""

_LEAST = {"conflict_copy", "copy"}
"""What loses nothing as it is."""


@dataclass
class _Met:
    """What a morning needs beside each seller's line of the week: the last note, the team's talk, thanks, steps."""

    today: date
    last: date | None = None
    team: Booking | None = None
    thank: list[Silence] = field(default_factory=list)
    duties: "list[tuple[str, Task]]" = field(default_factory=list)

    def each(self, sellers: Iterable[Seller]) -> Iterator[Seller]:
        """Give the sellers on, what is needed of each noted."""
        for seller in sellers:
            noted = _last_noted(seller, self.today, seller.header.added)
            self.last = max(filter(None, (self.last, noted)), default=None)
            silence = silence_of(seller, self.today)
            fresh = tuple(one for one in silence.reasons if one.code == "fault" or _is_its_day(one.on, self.today))
            if fresh:
                self.thank = longest_first([*self.thank, replace(silence, reasons=fresh)])[:_THANKS]
            if "onboarding" in seller.records:  # most sellers have none: then nothing of it is imported
                from salescoach.onboarding.rules.duties import duties_of

                self.duties += [(seller.name, one) for one in duties_of(seller, self.today)]
            yield seller

    @property
    def shown(self) -> "list[tuple[str, Task]]":
        """The duties of a morning, the latest first."""
        return sorted(self.duties, key=lambda duty: duty[1].due)[:_STEPS]


@frozen(kw_only=True)
class Today(Answer):
    """A few sentences and the command that helps most now; `quiet` are whom to walk through after a silence."""

    lines: tuple[Phrase, ...]
    command: str
    quiet: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()


def today_of(
    sellers: Iterable[Seller],
    me: Book,
    settings: Settings,
    today: date,
    problems: Collection[Problem] = (),
    *,
    rules: "Iterable[Rule]" = (),
    order: Order = plainly,
) -> Today:
    """Return what today is about; after days without a write it names three to begin with again."""
    met = _Met(today, last=_last_noted(me, today), team=booking_ahead(me, today))
    week = weekly_of(met.each(sellers), me, settings, today=today, problems=problems, rules=rules, order=order)
    if not week.lines and problems:  # it may be that none of the files reads: nobody is not said
        return Today(lines=(), command="coach doctor", problems=_ordered(problems))
    if not week.lines:
        return Today(lines=(phrase("today.empty"),), command="coach add NAME")
    silent = (today - met.last).days if met.last else 0  # where nothing was noted there is nothing to pick up again
    quiet = tuple(_present(week)[:_NAMES]) if silent > settings.silence.journal else ()
    if quiet:
        again = phrase("today.quiet", days=silent, names=[line.name for line in quiet])
        lines = [*[*_waiting(week, met)][: _SENTENCES - 1], again]
    else:
        lines = [*_first(week), *_steps(met.shown, today), *_sentences(week, met, today)][:_SENTENCES]
        lines = lines or [*(vow.asks for vow in week.standing[:1]), phrase("today.calm")]
    return Today(lines=tuple(lines), command=_command(week, today), quiet=quiet, problems=_ordered(week.problems))


def _ordered(problems: Collection[Problem]) -> tuple[Problem, ...]:
    """Return problems with the worst first: a file of which nothing is known, last a copy, in which all is double."""
    rank = {code: at for at, code in enumerate(_WORST, -len(_WORST))}
    return tuple(sorted(problems, key=lambda one: rank.get(one.code, int(one.code in _LEAST))))


def _present(week: Weekly) -> list[Line]:
    """Return those who are not away, most urgent first."""
    return [line for line in week.lines if not line.rhythm.away_until]


def _waiting(week: Weekly, met: _Met) -> Iterator[Phrase]:
    """Give what no silence puts off: a probation, a red of how somebody is, what I owe; late steps are counted."""
    here = _present(week)
    yield from _first(week)
    yield from (_call(line) for line in here if "red" in line.lights)
    yield from _owed(week)
    yield from _steps([duty for duty in met.duties if duty[1].due == met.today][:_STEPS], met.today)
    yield from _behind([line for line in here if line.behind])
    open_ = Counter(name for name, one in met.duties if one.due < met.today and not one.days_late)
    if open_:
        yield phrase("today.open", names=_some([phrase("today.steps", name=name, n=n) for name, n in open_.items()]))


def _first(week: Weekly) -> Iterator[Phrase]:
    """Give what waits for nobody: the probations that press."""
    for line, clock in _pressing(week)[:_NAMES]:
        yield phrase("today.probation", name=line.name, next=clock.next)


def _steps(duties: "Iterable[tuple[str, Task]]", today: date) -> Iterator[Phrase]:
    """Give the manager's own steps that are due today or late, or before a first day still open."""
    for name, one in duties:
        key = "today.step_today" if one.due == today else "today.step" if one.days_late else "today.step_open"
        yield phrase(key, name=name, what=one.what, days=one.days_late, due=one.due)


def _pressing(week: Weekly) -> list[tuple[Line, "Clock"]]:
    """Return whose probation is to be decided within a week, or to be told; the first to be told comes first."""
    found = [(line, line.clock) for line in week.lines if line.clock and line.clock.pressing]
    return sorted(found, key=lambda one: one[1].tell_by)


def _sentences(week: Weekly, met: _Met, today: date) -> Iterator[Phrase]:
    here = _present(week)
    talks = [line for line in here if line.rhythm.next_talk == today]
    if talks:
        yield phrase("today.next_talk", name=[_at(line) for line in talks])
    if met.team and met.team.next == today:
        yield phrase("today.team_at" if met.team.at else "today.team", at=met.team.at)
    free = [line for line in here if line not in talks]
    red = next((line for line in free if "red" in line.lights), None)
    if red:  # before anybody is booked: it is about her, the rest about the calendar
        yield _call(red)
    due = [line for line in free if line.rhythm.status in {"overdue", "due"} or line.rhythm.missed is not None]
    late = [line for line in due if not line.rhythm.next_talk and line != red]
    book = sorted(late, key=lambda line: (-line.rhythm.late, -line.urgency.missed))
    if book:
        yield phrase("today.book", names=_some([line.name for line in book]))
    named = book[:_NAMES]
    skill = next((line for line in free if "red" in line.levels.values() and line not in named), None)
    if skill and not red:
        yield _call(skill)
    yield from _not_fine([line for line in free if line not in (red, *named)], met)
    for one in met.thank:
        yield phrase("today.thank", name=one.name, what=one.reasons[0].said)
    yield from _owed(week)


def _owed(week: Weekly) -> Iterator[Phrase]:
    """Give what I owe and is late or due today."""
    for promise in week.mine[:_NAMES]:
        if promise.days_late is not None and promise.days_late >= 0:
            key = "today.owe" if promise.late else "today.owe_today"
            yield phrase(key, name=promise.name, what=promise.cued, days=promise.days_late)


def _some(names: Sequence[Phrase | str]) -> list[Phrase | str]:
    """Return the first of some names, and how many more there are."""
    over = len(names) - _NAMES
    return [*names[:_NAMES], *([phrase("today.others", n=over)] if over > 0 else [])]


def _at(line: Line) -> Phrase | str:
    """Return with whom a talk is today, and at what time where it is known."""
    return phrase("today.at", name=line.name, at=line.rhythm.next_at) if line.rhythm.next_at else line.name


def _call(line: Line) -> Phrase:
    red = next(one for one in line.reasons if one.key in {"reason.red", "reason.red_bare"})
    return phrase("today.call", name=line.name, reason=phrase("today.red", **red.data))


def _not_fine(lines: list[Line], met: _Met) -> Iterator[Phrase]:
    """Give who had no talk yet, and whose steps are late where that was not said: nobody of them is fine."""
    begins = [line.name for line in lines if line.untalked and line.starts]
    if begins:
        yield phrase("today.starts", names=_some(begins))
    untalked = [line.name for line in lines if line.untalked and line.name not in begins]
    if untalked:
        yield phrase("today.untalked", names=_some(untalked))
    silent = [(line.name, days) for line in lines if (days := line.rhythm.silent)]
    if silent:
        yield phrase("today.silent", names=_some([phrase("today.silent_for", name=one, days=n) for one, n in silent]))
    told = {name for name, _ in met.shown}
    yield from _behind([line for line in lines if line.behind and line.name not in told])


def _behind(lines: Sequence[Line]) -> Iterator[Phrase]:
    """Give in whose onboarding steps are late, and how many."""
    if lines:
        names = [phrase("today.steps", name=line.name, n=line.behind) for line in lines]
        yield phrase("today.behind", names=_some(names))


def _is_its_day(on: date, today: date) -> bool:
    """Tell whether what was noted `on` a day is to be thanked for today: on the next work day, then each two weeks."""
    first = on + timedelta(7 - on.weekday() if on.weekday() >= FRIDAY else 1)
    return today >= first and (today - first).days % AGAIN == 0


def _command(week: Weekly, today: date) -> str:
    """Return the next command: the talk of today, a probation that presses, whoever is most urgent, the week."""
    talk = next((line for line in week.lines if line.rhythm.next_talk == today), None)
    if talk:
        return f"coach prep {talk.key}"
    pressing = _pressing(week)
    if pressing:
        return f"coach probation {pressing[0][0].key}"
    urgent = next((line for line in _present(week) if line.urgency.total or line.untalked), None)
    return f"coach prep {urgent.key}" if urgent else "coach weekly"


def _last_noted(book: Book, today: date, *more: date | None) -> date | None:
    """Return the last day up to today on which anything was noted, or one of some `more` days."""
    days = [*(one.on for records in book.records.values() for one in records), *filter(None, more)]
    return max((day for day in days if day <= today), default=None)
