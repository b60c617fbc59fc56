"""Today: what bare `coach` says, in sentences: book, call, thank, keep a promise, and the one next command."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from salescoach.answer import Answer, Phrase, phrase
from salescoach.errors import Problem
from salescoach.praise.rules import praises_of
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings
from salescoach.week.rules.weekly import Line, Weekly, weekly_of

if TYPE_CHECKING:
    from salescoach.probation.rules.deadlines import Clock, Rule

_NAMES = 3
"""People in one sentence, and promises in one morning: more is a list, and that is `weekly`."""

_STEPS = 2

_SENTENCES = 8
"""Of one morning at most."""


@dataclass(frozen=True, kw_only=True)
class Today(Answer):
    """A few sentences and the command that helps most now; `quiet` are whom to walk through after a silence."""

    lines: tuple[Phrase, ...]
    command: str
    quiet: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()


def today_of(
    sellers: Sequence[Seller],
    me: Book,
    settings: Settings,
    today: date,
    problems: Sequence[Problem] = (),
    *,
    rules: "Sequence[Rule]" = (),
) -> Today:
    """Return what today is about; after days without a write it names three to begin with again."""
    if not sellers:
        return _nobody(problems)
    week = weekly_of(sellers, me, settings, today=today, problems=problems, rules=rules)
    silent = _silent_days(sellers, me, today)
    quiet, first = tuple(_present(week)[:_NAMES]), tuple(_first(week, sellers, today))
    if silent > settings.silence.journal and quiet:
        line = phrase("today.quiet", days=silent, names=[line.name for line in quiet])
        lines, command = (*first, line), _command(week, today)
        return Today(lines=lines, command=command, quiet=quiet, problems=week.problems)
    lines = (*first, *_sentences(week, sellers, settings, today))[:_SENTENCES]
    return Today(lines=lines or (phrase("today.calm"),), command=_command(week, today), problems=week.problems)


def _nobody(problems: Sequence[Problem]) -> Today:
    """Say that there is nobody yet; where files do not read, say nothing of the kind."""
    if problems:
        return Today(lines=(), command="coach doctor", problems=tuple(problems))
    return Today(lines=(phrase("today.empty"),), command="coach add NAME")


def _present(week: Weekly) -> list[Line]:
    """Return those who are not away, most urgent first."""
    return [line for line in week.lines if not line.rhythm.away_until]


def _first(week: Weekly, sellers: Sequence[Seller], today: date) -> Iterator[Phrase]:
    """Give what waits for nobody: the probations that press, and the manager's own steps due today or late."""
    for line, clock in _pressing(week)[:_NAMES]:
        yield phrase("today.probation", name=line.name, next=clock.next)
    new = [seller for seller in sellers if "onboarding" in seller.records]
    if not new:  # then nothing of it is imported
        return
    from salescoach.onboarding.rules.duties import duties_of

    duties = [(seller, one) for seller in new for one in duties_of(seller, today)]
    for seller, one in sorted(duties, key=lambda duty: duty[1].due)[:_STEPS]:
        key = "today.step" if one.days_late else "today.step_today"
        yield phrase(key, name=seller.name, what=one.what, days=one.days_late)


def _pressing(week: Weekly) -> list[tuple[Line, "Clock"]]:
    """Return whose probation is to be decided within a week, or to be told; the first to be told comes first."""
    found = [(line, line.clock) for line in week.lines if line.clock and line.clock.pressing]
    return sorted(found, key=lambda one: one[1].tell_by)


def _sentences(week: Weekly, sellers: Sequence[Seller], settings: Settings, today: date) -> Iterator[Phrase]:
    talks = [line.name for line in week.lines if line.rhythm.next_talk == today]
    if talks:
        yield phrase("today.next_talk", name=talks)
    late = [line for line in week.lines if line.rhythm.status in {"overdue", "due"} and not line.rhythm.next_talk]
    book = late[:_NAMES]
    if book:
        yield phrase("today.book", names=[line.name for line in book])
    seen = [line for line in week.lines if line in book or line.rhythm.next_talk == today]
    worried = next((line for line in _present(week) if "red" in line.levels.values() and line not in seen), None)
    if worried:
        red = next(one for one in worried.reasons if one.key in {"reason.red", "reason.red_bare"})
        yield phrase("today.call", name=worried.name, reason=phrase("today.red", **red.data))
    thank = praises_of(sellers, today, settings.silence.praise).thank
    if thank:
        reason = thank[0].reasons[0]
        yield phrase("today.thank", name=thank[0].name, what=phrase(f"item.thank_{reason.code}", what=reason.what))
    for promise in week.mine[:_NAMES]:
        if promise.days_late is not None and promise.days_late >= 0:
            key = "today.owe" if promise.late else "today.owe_today"
            yield phrase(key, name=promise.name, what=promise.what, days=promise.days_late)


def _command(week: Weekly, today: date) -> str:
    """Return the next command: the talk of today, a probation that presses, whoever is most urgent, the week."""
    talk = next((line for line in week.lines if line.rhythm.next_talk == today), None)
    if talk:
        return f"coach prep {talk.key}"
    pressing = _pressing(week)
    if pressing:
        return f"coach probation {pressing[0][0].key}"
    urgent = next((line for line in _present(week) if line.urgency.total), None)
    return f"coach prep {urgent.key}" if urgent else "coach weekly"


def _silent_days(sellers: Sequence[Seller], me: Book, today: date) -> int:
    """Return the days since anything was noted; 0 where nothing was, as there is nothing to pick up again then."""
    days = [one.on for book in (*sellers, me) for records in book.records.values() for one in records]
    days += [seller.header.added for seller in sellers if seller.header.added]
    last = max((day for day in days if day <= today), default=None)
    return 0 if last is None else (today - last).days
