"""Today: what bare `coach` says, in sentences: book, call, thank, keep a promise, and the one next command."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.gratitude import praises_of
from salescoach.coaching.weekly import Line, Weekly, weekly_of
from salescoach.errors import Problem
from salescoach.records.seller import Book, Seller
from salescoach.records.settings import Settings

_NAMES = 3
"""People in one sentence, and promises in one morning: more is a list, and that is `weekly`."""


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
    rules: Sequence[Mapping[str, Any]] = (),
) -> Today:
    """Return what today is about; after days without a write it names three to begin with again."""
    if not sellers:
        return _nobody(problems)
    week = weekly_of(sellers, me, settings, today=today, problems=problems, rules=rules)
    silent = _silent_days(sellers, me, today)
    quiet = tuple(_present(week)[:_NAMES])
    if silent > settings.silence.journal and quiet:
        line = phrase("today.quiet", days=silent, names=[line.name for line in quiet])
        return Today(lines=(line,), command=_command(week, today), quiet=quiet, problems=week.problems)
    lines = tuple(_sentences(week, sellers, settings, today))
    return Today(lines=lines or (phrase("today.calm"),), command=_command(week, today), problems=week.problems)


def _nobody(problems: Sequence[Problem]) -> Today:
    """Say that there is nobody yet; where files do not read, say nothing of the kind."""
    if problems:
        return Today(lines=(), command="coach doctor", problems=tuple(problems))
    return Today(lines=(phrase("today.empty"),), command="coach add NAME")


def _present(week: Weekly) -> list[Line]:
    """Return those who are not away, most urgent first."""
    return [line for line in week.lines if not line.rhythm.away_until]


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
    """Return the most useful next command: the talk of today, else whoever is most urgent, else the week."""
    talk = next((line for line in week.lines if line.rhythm.next_talk == today), None)
    if talk:
        return f"coach prep {talk.key}"
    urgent = next((line for line in _present(week) if line.urgency.total), None)
    return f"coach prep {urgent.key}" if urgent else "coach weekly"


def _silent_days(sellers: Sequence[Seller], me: Book, today: date) -> int:
    """Return the days since anything was noted; 0 where nothing was, as there is nothing to pick up again then."""
    days = [one.on for book in (*sellers, me) for records in book.records.values() for one in records]
    days += [seller.header.added for seller in sellers if seller.header.added]
    last = max((day for day in days if day <= today), default=None)
    return 0 if last is None else (today - last).days
