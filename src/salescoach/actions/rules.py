"""Habits: small actions counted, and a strength that forgives a missed week (S2.2; Lally et al. 2010)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from difflib import get_close_matches

from salescoach.answer import Answer
from salescoach.errors import NoSuchAction, SeveralActions
from salescoach.frozen import frozen
from salescoach.records.absence import absence_on
from salescoach.records.calendar import Away
from salescoach.records.contact import Action
from salescoach.records.keys import key_form
from salescoach.records.seller import Book

KEPT = 0.85
"""Of the strength that lasts through a week without: one missed week of an old habit takes it from 1 to 0.85."""

IN_PLACE = 0.7
"""The strength of about eight weeks in a row; a habit takes two months as a rule."""

_NEAREST = 3

_WEEK = timedelta(7)

_WORKING = 5
"""Days of a week on which somebody works as a rule, from Monday on."""


@frozen
class Habit:
    """One small action: how often this week and in all, its strength of 1, and whether it is in place."""

    action: str
    week: int
    total: int
    strength: float
    in_place: bool


@frozen(kw_only=True)
class Tally(Answer):
    """The small actions that are known, how often each was done, and what they are."""

    habits: tuple[Habit, ...]
    titles: Mapping[str, str]


def meant_action(typed: str, known: Mapping[str, str], *, whole: bool = False) -> str:
    """Return the action whose name, or the beginning of it, was typed; `known` are titles by name.

    Raise NoSuchAction where none fits (or, `whole`, none is called so), SeveralActions where several do.
    """
    key, forms = key_form(typed), {name: key_form(name) for name in known}
    whole_name = [name for name, form in forms.items() if form == key]
    begun = [name for name, form in forms.items() if key and not whole and form.startswith(key)]
    found = whole_name or begun
    if len(found) > 1:
        raise SeveralActions(typed=typed, names=found)
    if not found:
        words = {name: key_form(f"{name} {title}").split("-") for name, title in known.items()}
        near = [name for name in known if any(word.startswith(key) for word in words[name])] if key else []
        near += get_close_matches(key, list(forms), n=_NEAREST)
        raise NoSuchAction(typed=typed, near=list(dict.fromkeys(near))[:_NEAREST], known=list(known))
    return found[0]


def tally(books: Iterable[Book], today: date, known: Sequence[str] = (), away: Sequence[Away] = ()) -> list[Habit]:
    """Return how often each action was done, most often this week first; `known` ones that were not count 0."""
    return habits_of(sum((done_in(book, today) for book in books), Counter()), today, known, away)


def done_in(book: Book, today: date) -> Counter[tuple[str, date]]:
    """Return how often each action was done in each week up to a day, by its name and the week's Monday."""
    return Counter((one.action, _monday(one.on)) for one in book.all(Action) if one.on <= today)


def habits_of(
    done: Counter[tuple[str, date]], today: date, known: Sequence[str] = (), away: Sequence[Away] = ()
) -> list[Habit]:
    """Return what was done so often as habits, most often this week first; `known` ones that were not count 0.

    `away` is when the manager was: no habit fades meanwhile.
    """
    names, there = dict.fromkeys((*known, *sorted(name for name, _ in done))), _there(away, today)
    weeks = {name: Counter({week: n for (of, week), n in done.items() if of == name}) for name in names}
    habits = [_habit(name, weeks[name], today, there) for name in names]
    return sorted(habits, key=lambda habit: (-habit.week, -habit.total))


def _there(away: Sequence[Away], today: date) -> dict[date, float]:
    """Return the part of the working days of each week that the manager was there, for weeks of an absence."""
    touched = {
        _monday(one.first) + week * _WEEK
        for one in away
        for week in range((min(one.last, today) - _monday(one.first)).days // _WEEK.days + 1)
    }
    return {
        monday: sum(absence_on(away, monday + timedelta(day)) is None for day in range(_WORKING)) / _WORKING
        for monday in touched
    }


def _habit(name: str, weeks: Counter[date], today: date, there: Mapping[date, float]) -> Habit:
    """Let each week pull the strength towards 1 if the action was done in it, else towards 0; not yet is not missed."""
    this_week, strength = _monday(today), 0.0
    week = min(weeks, default=this_week)
    while week <= this_week:
        if weeks[week]:
            strength = strength * KEPT + (1 - KEPT)
        elif week < this_week:
            strength *= KEPT ** there.get(week, 1.0)
        week += _WEEK
    return Habit(name, weeks[this_week], weeks.total(), round(strength, 2), strength >= IN_PLACE)


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
