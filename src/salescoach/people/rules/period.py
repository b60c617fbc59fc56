"""A period written up: what was seen, with counts and days, equal room for each month, and both views (S1.4, S1.5)."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.lights import Area, areas_of
from salescoach.coaching.telling import tell, titles
from salescoach.frozen import frozen
from salescoach.goals.rules import Standing, standing_of
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.goal import Goal
from salescoach.records.keys import key_form
from salescoach.records.praise import Feedback
from salescoach.records.rating import Rating, is_felt
from salescoach.records.seller import Seller
from salescoach.records.settled import GOES_ON, Settled
from salescoach.records.talk import Talk
from salescoach.records.topic import Lesson
from salescoach.records.values import LEVELS, Level, Number
from salescoach.records.veil import seen

ROOM = 4
"""Lines of each month, so that the last one weighs no more than the first (S2.3)."""

_TOLD = ("goal", "settled", "feedback", "milestone", "value")
"""What a month tells, the most telling first; lights, praise and customers' voices have parts of their own."""

_COUNTED = ("talk", "rating", "praise", "customer")

Asked = Mapping[tuple[str, str | None], str]
"""What was asked, by form and id of the question; what is not in it is not shown."""


@frozen
class Seen:
    """An area in the period: how often each level was given, one example a month, what was told, and the level last."""

    name: str
    level: Level | None
    counts: Mapping[Level, int]
    examples: tuple[Rating, ...]
    told: tuple[Feedback, ...] = ()


@frozen
class Aim:
    """A goal of the period as it stood at its end, the value it began with, and how it was settled if it was."""

    standing: Standing
    began: Number | None
    settled: Settled | None


@frozen
class Month:
    """A month: how much there is of each kind, the first lines of the rest, and how many more there are."""

    first: date
    counts: Mapping[str, int]
    lines: tuple[tuple[date, Phrase], ...]
    more: int = 0


@frozen(kw_only=True)
class Period(Answer):
    """A period of a seller: areas by where they ended, goals, both lights of each area, answers, voices, months."""

    key: str
    name: str
    first: date
    last: date
    areas: Mapping[str, tuple[Seen, ...]]
    goals: tuple[Aim, ...]
    views: tuple[tuple[Rating | None, Rating], ...]
    answers: tuple[tuple[str, Record], ...]
    voices: Mapping[str, tuple[Record, ...]]
    months: tuple[Month, ...]
    titles: Mapping[str, str]


def period_of(seller: Seller, first: date, last: date, asked: Asked) -> Period:
    """Return a period, both days of it included, of a seller of whom nothing private is known."""
    then = seller.cut(lambda one: one.on <= last)
    known = min([one.on for found in then.records.values() for one in found], default=first)
    begin = max(first, min(known, seller.header.started or known))
    hers = (one for one in then.all(Commitment) if one.by == "seller")
    ending = {one.id for one in (*then.all(Goal), *hers) if not (one.private or _felt(one))}
    within = then.cut(lambda one: first <= one.on and _shown(one, ending))
    areas = [_seen(area, within) for area in areas_of(within)]
    mine = {key_form(area.name): area.now for area in areas_of(then)}
    own = {key_form(one.area): one for one in within.all(Rating) if one.by == "seller"}  # beside the manager's of then
    answers = ((_question(one, asked), one) for one in within.records.get("answer", ()))
    names = titles(then)
    lists = {"strengths": ("green",), "weaknesses": ("red",), "others": ("yellow", None)}
    return Period(
        key=seller.key,
        name=seller.name,
        first=first,
        last=last,
        areas={name: tuple(one for one in areas if one.level in levels) for name, levels in lists.items()},
        goals=tuple(_aims(then, first, last)),
        views=tuple((mine.get(key), one) for key, one in own.items()),
        answers=tuple((question, one) for question, one in answers if question is not None),
        voices={kind: tuple(within.records.get(kind, ())) for kind in ("praise", "customer")},
        months=tuple(_month(within, day, names) for day in _months(begin, last)),
        titles=names,
    )


def left_out(seller: Seller, first: date, last: date, asked: Asked, private: int) -> tuple[Phrase, ...]:
    """Return the notice of how much of a period is not written up, and of what kind; `private` of it is private."""
    within = seller.cut(lambda one: first <= one.on <= last)
    lessons = [one for one in within.all(Talk) if one.lesson]
    unasked = [one for one in within.records.get("answer", ()) if _question(one, asked) is None]
    counts = {
        "private": private,
        "felt": sum(_felt(one) for found in within.records.values() for one in found),
        "lessons": len(lessons) + len(within.all(Lesson)),
        "about_me": sum(one.to == "me" for one in within.all(Feedback)),
        "notes": len(within.records.get("note", ())) + sum(bool(one.notes) for one in within.all(Talk)),
        "answers": len(unasked),
    }
    said = [phrase(f"period.left_{name}", n=n) for name, n in counts.items() if n]
    return (phrase("notice.period_left_out", what=said),) if said else ()


def private_in(seller: Seller, first: date, last: date) -> int:
    """Return how much of what is known of a seller, private lines too, is private in a period."""
    found = (one for kept in seller.records.values() for one in kept if first <= one.on <= last)
    return sum(one.private or seen(vars(one)) != vars(one) for one in found)


def _felt(one: Record) -> bool:
    """Tell whether a record is about how somebody is."""
    area = getattr(one, "area", None)
    return isinstance(area, str) and is_felt(area)


def _seen(area: Area, within: Seller) -> Seen:
    latest = {(one.on.year, one.on.month): one for one in area.ratings if one.evidence}
    told = [one for one in within.all(Feedback) if key_form(one.area or "") == key_form(area.name)]
    counts = {level: sum(one.level == level for one in area.ratings) for level in LEVELS}
    return Seen(area.name, area.level, counts, tuple(latest.values()), tuple(told))


def _aims(then: Seller, first: date, last: date) -> Iterator[Aim]:
    """Give the goals that were open at some time of the period."""
    before = then.cut(lambda one: one.on < first)
    for goal in then.all(Goal):
        closing = then.closing(goal)
        if not goal.private and (closing is None or closing.on >= first):
            start = goal.start if goal.on < first else None
            value = standing_of(before, goal, first).value
            yield Aim(standing_of(then, goal, last), start if value is None else value, closing)


def _question(one: Record, asked: Asked) -> str | None:
    """Return what an answer of the seller's was asked, None where it was another's or is not to be shown."""
    said = one.to_table()
    return asked.get((said["form"], said.get("question"))) if said["role"] == "seller" else None


def _months(first: date, last: date) -> Iterator[date]:
    """Give the first day of each month that has a day of the period."""
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(31)).replace(day=1)


def _month(within: Seller, first: date, names: Mapping[str, str]) -> Month:
    def of(kind: str) -> list[Record]:
        return [one for one in within.records.get(kind, ()) if one.on.replace(day=1) == first]

    found = [one for kind in _TOLD for one in of(kind)]
    lines = tuple((one.on, tell(one, names)) for one in sorted(found[:ROOM], key=lambda one: one.on))
    counts = {kind: n for kind in _COUNTED if (n := len(of(kind)))}
    return Month(first, counts, lines, len(found) - len(lines))


def _shown(one: Record, ending: Collection[str]) -> bool:
    """Tell whether a record is written up: nothing private, nor how somebody is, nor what was said about the manager.

    Of what ended only goals, and what the seller had promised.
    """
    if one.private or _felt(one):
        return False
    if isinstance(one, Feedback):
        return one.to == "seller"
    return not isinstance(one, Settled) or (one.how not in GOES_ON and one.of in ending)
