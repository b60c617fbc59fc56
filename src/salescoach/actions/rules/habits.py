"""Habits: small actions counted, and a strength that forgives a missed week (S2.2; Lally et al. 2010)."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from math import log

from salescoach.coaching.clocks import count_days
from salescoach.errors import NotFound
from salescoach.frozen import frozen
from salescoach.records.calendar import Away
from salescoach.records.contact import Action
from salescoach.records.keys import key_form
from salescoach.records.matching import named
from salescoach.records.seller import Book
from salescoach.words.order import Order, plainly

KEPT = 0.85
"""Of the strength that lasts through a week without: one missed week of an old habit takes it from 1 to 0.85."""

HALF_LIFE = log(0.5) / log(KEPT)
"""The weeks without after which half of a strength is left."""

IN_PLACE = 0.7
"""The strength of about eight weeks in a row; a habit takes two months as a rule."""

STEADY = 4
"""Weeks in a row that it is to be as strong as that: one good week more or less puts nothing in place."""

SHOWN = 12
"""Weeks of which is told in which of them it was done: a quarter."""

_WEEK = timedelta(7)

_WORKING = 5
"""Days of a week on which somebody works as a rule, from Monday on."""


class NoSuchAction(NotFound):
    """No small action goes by that name; `near` are the nearest."""


class SeveralActions(NotFound):
    """The names of two or more small actions begin so."""


@frozen
class Habit:
    """How often an action was done this week, in all, and in each of the last `weeks`; its strength of 1; in place?"""

    action: str
    week: int
    total: int
    strength: float
    in_place: bool
    since: date | None = None
    weeks: tuple[int, ...] = ()


def meant_action(typed: str, known: Collection[str], *, whole: bool = False) -> str:
    """Return the action whose name, or the beginning of it, was typed.

    Raise NoSuchAction where none fits (or, `whole`, none is called so), SeveralActions where several do.
    """
    key, forms = key_form(typed), {name: key_form(name) for name in known}
    found = [name for name in named(typed, zip(known, known, strict=True)) if not whole or forms[name] == key]
    if len(found) > 1:
        raise SeveralActions(typed=typed, names=found)
    if not found:
        near = [name for name, form in forms.items() if key and f"-{key}" in form]
        raise NoSuchAction(typed=typed, near=list(dict.fromkeys((*near, *get_close_matches(key, list(forms))))))
    return found[0]


def tally(
    books: Iterable[Book], today: date, known: Sequence[str] = (), away: Sequence[Away] = (), order: Order = plainly
) -> list[Habit]:
    """Return how often each action was done, most often this week first; `known` ones that were not count 0."""
    return habits_of(sum((done_in(book, today) for book in books), Counter()), today, known, away, order)


def done_in(book: Book, today: date) -> Counter[tuple[str, date]]:
    """Return how often each action was done in each week up to a day, by its name and the week's Monday."""
    return Counter((one.action, _monday(one.on)) for one in book.all(Action) if one.on <= today)


def habits_of(
    done: Counter[tuple[str, date]],
    today: date,
    known: Sequence[str] = (),
    away: Sequence[Away] = (),
    order: Order = plainly,
) -> list[Habit]:
    """Return habits, most often this week first, `known` ones not done at 0; none fades while the manager is `away`."""
    names = dict.fromkeys((*known, *sorted({name for name, _ in done}, key=order)))
    weeks: dict[str, Counter[date]] = {name: Counter() for name in names}
    for (name, week), times in done.items():
        weeks[name][week] += times
    habits = [_habit(name, weeks[name], today, away) for name in names]
    return sorted(habits, key=lambda habit: (-habit.week, -habit.total))


def _habit(name: str, weeks: Counter[date], today: date, away: Sequence[Away]) -> Habit:
    """Let each week pull the strength towards 1 if it was done then, else 0; not yet is not missed, nor is away."""
    this_week, strength, steady, since = _monday(today), 0.0, 0, None
    week = min(weeks, default=this_week)
    while week <= this_week:
        there = 0 if week == this_week else count_days(week - timedelta(1), week + timedelta(_WORKING - 1), away)
        strength = strength * KEPT + (1 - KEPT) if weeks[week] else strength * KEPT ** (there / _WORKING)
        if weeks[week] or there:
            steady = steady + 1 if strength >= IN_PLACE else 0
            since = (since or week) if steady >= STEADY else None
        week += _WEEK
    last = tuple(weeks[this_week - ago * _WEEK] for ago in reversed(range(SHOWN)))
    return Habit(name, last[-1], weeks.total(), round(strength, 2), since is not None, since, last)


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
