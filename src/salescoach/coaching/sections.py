"""The sections of an agenda: what goes into each, and why each item is there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.coaching.goals import Standing, standings_of
from salescoach.coaching.gratitude import silence_of
from salescoach.coaching.promises import Promise, promises_of
from salescoach.coaching.questions import Question, carried
from salescoach.coaching.ratings import Area, areas_of, reds, spoken
from salescoach.coaching.story import since_last_talk
from salescoach.coaching.telling import tell, titles
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.keys import key_form
from salescoach.records.rating import LIGHTS, Rating
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk
from salescoach.records.topic import Lesson, Need, Topic
from salescoach.records.values import Level

TALKS_OF_TREND = 8
"""Talks that the three lights are followed over."""


@dataclass(frozen=True)
class Item:
    """One thing on the agenda: what to say or look at, why it is there, the ids of the records behind it.

    `private` keeps it from her eyes: it is a private line, or the manager's own.
    """

    text: Phrase
    why: Phrase | None = None
    ids: tuple[str, ...] = ()
    levels: tuple[Level | None, ...] = ()
    private: bool = False


@dataclass(frozen=True)
class Section:
    """One part of an agenda; `counted` is the line that stands for it where it is not shown whole."""

    key: str
    title: Phrase
    items: tuple[Item, ...]
    minutes: int | None = None
    counted: Phrase | None = None

    def lasting(self, minutes: int) -> "Section":
        """Return the section with other minutes."""
        return replace(self, minutes=minutes)


def nothing(seller: Seller, chosen: Sequence[Question], today: date) -> tuple[Item, ...]:
    """Fill nothing into a section that consists of its prompt."""
    del seller, chosen, today
    return ()


def topics(seller: Seller, chosen: Sequence[Question], today: date) -> tuple[Item, ...]:
    """Return what she wants to talk about, the longest carried first."""
    del chosen, today
    found = sorted(seller.open(Topic), key=lambda one: (one.raised_by == "me", one.on))
    return tuple(
        Item(
            phrase("item.topic", what=one.what),
            _since(seller, one),
            (one.id,),
            private=one.private or one.raised_by == "me",
        )
        for one in found
    )


def promises(seller: Seller, chosen: Sequence[Question], today: date) -> tuple[Item, ...]:
    """Return what is open both ways, mine first, late first, and what she needs."""
    del chosen
    found = promises_of([seller], today)
    both = [_promise(one, seller) for by in ("me", "seller") for one in found if one.by == by]
    needs = [Item(phrase("item.need", what=one.what), _said(one), (one.id,)) for one in seller.open(Need)]
    return (*both, *needs)


def thanks(seller: Seller, chosen: Sequence[Question], today: date) -> tuple[Item, ...]:
    """Return what to thank her for, newest first, with how long it has been quiet."""
    del chosen
    quiet = last_praise(seller, today)
    reasons = silence_of(seller, today).reasons
    return tuple(Item(phrase(f"item.thank_{one.code}", what=one.what), quiet, one.ids) for one in reasons)


def last_praise(seller: Seller, today: date) -> Phrase:
    """Return how long it has been quiet with praise."""
    days = silence_of(seller, today).days
    if days is None:
        return phrase("why.never_praised")
    return phrase("why.praised" if days else "why.praised_today", days=days)


def work(seller: Seller, chosen: Sequence[Question], today: date) -> tuple[Item, ...]:
    """Return the one thing to work on: a red area, else one that fell, else a goal behind, else what she practises."""
    del chosen
    areas = areas_of(seller)
    skills_first = sorted(reds(areas), key=lambda area: area.name in LIGHTS)
    fallen = [area for area in areas if area.trend == "down"]
    behind = [one for one in standings_of(seller, today) if one.pace == "behind"]
    for area in (*skills_first, *fallen):
        return (_area(area),)
    for goal in behind:
        return (_goal(goal),)
    practised = [talk for talk in seller.all(Talk) if talk.one_skill][-1:]
    return tuple(Item(phrase("item.skill", what=one.one_skill), _said(one), (one.id,)) for one in practised)


def questions(seller: Seller, chosen: Sequence[Question], today: date) -> tuple[Item, ...]:
    """Return the two questions, each with what the data shows."""
    del seller, today
    return tuple(
        Item(phrase("item.question", text=one.text), phrase(f"signal.{one.signal.code}", **one.signal.gaps), (one.id,))
        for one in chosen
    )


def lesson(seller: Seller, chosen: Sequence[Question], today: date) -> tuple[Item, ...]:
    """Return the manager's last lesson with her."""
    del chosen, today
    found: list[tuple[date, str, str]] = [(one.on, one.lesson, one.id) for one in seller.all(Talk) if one.lesson]
    found += [(one.on, one.text, one.id) for one in seller.all(Lesson)]
    return tuple(
        Item(phrase("item.lesson", text=text), phrase("why.said", day=day), (spelled,))
        for day, text, spelled in sorted(found)[-1:]
    )


def goals(seller: Seller, today: date, *, public: bool = False) -> tuple[Item, ...]:
    """Return the open goals against their pace; for her own eyes without private ones."""
    return tuple(_goal(one) for one in standings_of(seller, today) if not (public and one.goal.private))


def agreed(seller: Seller, today: date) -> tuple[Item, ...]:
    """Return what both have promised, without private lines, for her eyes."""
    hidden = {one.id for one in seller.all(Commitment) if one.private or not one.talk}
    found = [one for one in promises_of([seller], today) if one.id not in hidden]
    return tuple(
        Item(phrase(f"item.agreed_{one.by}", what=one.what, name=seller.first_name), _due(one), (one.id,))
        for one in found
    )


Filler = Callable[[Seller, Sequence[Question], date], tuple[Item, ...]]


def _goals_of(seller: Seller, chosen: Sequence[Question], today: date) -> tuple[Item, ...]:
    del chosen
    return goals(seller, today)


FILLERS: dict[str, Filler] = {
    "open": topics,
    "promises": promises,
    "thanks": thanks,
    "work": work,
    "goals": _goals_of,
    "questions": questions,
    "lesson": lesson,
}
"""What is known and goes into a section of a template, by the section's key."""

SPOKEN = {"open", "goals"}
"""Sections that begin with their prompt, whatever is known; so do those that nothing known goes into."""

SAID_WHY = {"open", "goals", "resources", "plan", "close", "work"}
"""Sections whose prompt has a reason of its own."""

NEVER_EMPTY = {"work", "thanks"}
"""Sections that have their prompt alone where nothing is known."""


def rest_of(seller: Seller, settings: Settings, today: date) -> list[Section]:
    """Return the sections behind the first screen: last talk, lights, goals, trend."""
    last, lights, aims = _last_talk(seller), _lights(seller, settings, today), goals(seller, today)
    red = sum("red" in item.levels for item in lights)
    behind = sum(one.pace == "behind" for one in standings_of(seller, today))
    return [
        Section("last", phrase("section.last"), last, counted=phrase("counted.last", lines=len(last))),
        Section("lights", phrase("section.lights"), lights, counted=phrase("counted.lights", n=len(lights), red=red)),
        Section("aims", phrase("section.goals"), aims, counted=phrase("counted.goals", n=len(aims), behind=behind)),
        Section(
            "trend", phrase("section.trend"), _trend(seller), counted=phrase("counted.trend", talks=TALKS_OF_TREND)
        ),
    ]


def _promise(one: Promise, seller: Seller) -> Item:
    text = phrase(f"item.promise_{one.by}", what=one.what, name=seller.first_name)
    return Item(text, _due(one), (one.id,))


def _due(one: Promise) -> Phrase:
    if one.due is None:
        return phrase("why.promised", made=one.made)
    key = "why.late" if one.late else "why.due"
    return phrase(key, days=one.days_late, due=one.due, made=one.made)


def _since(seller: Seller, topic: Topic) -> Phrase:
    times = carried(seller, topic)
    return phrase("why.carried" if times else "why.said", day=topic.on, times=times)


def _said(record: Record) -> Phrase:
    return phrase("why.said", day=record.on)


def _area(area: Area) -> Item:
    now = area.now
    key = "item.area" if now.evidence else "item.area_bare"
    why = phrase("why.red", day=area.since) if area.level == "red" else phrase("why.fell", day=now.on)
    return Item(phrase(key, area=spoken(area.name), evidence=now.evidence), why, (now.id,), (area.level,))


def _goal(one: Standing) -> Item:
    text = phrase("item.goal_value" if one.value is not None else "item.goal", **_numbers(one))
    why = phrase(
        f"why.pace_{one.pace}" if one.due else "why.open_goal", due=one.due, days=one.days_left, day=one.goal.on
    )
    return Item(text, why, (one.goal.id,))


def _numbers(one: Standing) -> dict[str, object]:
    goal = one.goal
    return {"title": goal.title, "value": one.value, "target": goal.target, "unit": goal.unit or ""}


def _last_talk(seller: Seller) -> tuple[Item, ...]:
    talk = seller.last(Talk)
    if talk is None:
        return ()
    lines = [line for line in (talk.notes or "").splitlines() if line.strip()]
    shown = [Item(phrase("item.plain", text=line.strip()), _said(talk), (talk.id,)) for line in lines[:2]]
    names = titles(seller)
    changed = [Item(tell(one, names), phrase("why.since", day=one.on), (one.id,)) for one in since_last_talk(seller)]
    return (*shown, *changed)


def _lights(seller: Seller, settings: Settings, today: date) -> tuple[Item, ...]:
    return tuple(_lit(seller, settings, today))


def _lit(seller: Seller, settings: Settings, today: date) -> Iterator[Item]:
    """Give the lights that are red, were given in the last talk, or are older than they should be."""
    talk = seller.last(Talk)
    for area in areas_of(seller):
        reason = _why_lit(area, talk, settings, today)
        if reason is not None:
            key = "item.area" if area.now.evidence else "item.area_bare"
            text = phrase(key, area=spoken(area.name), evidence=area.now.evidence)
            yield Item(text, reason, (area.now.id,), (area.level,))


def _why_lit(area: Area, talk: Talk | None, settings: Settings, today: date) -> Phrase | None:
    now = area.now
    if area.level == "red":
        return phrase("why.red", day=area.since)
    if talk is not None and (now.talk == talk.id or now.on >= talk.on):
        return phrase("why.given", day=now.on)
    if area.age(today) > settings.silence.light:
        return phrase("why.stale", days=area.age(today))
    return None


def _trend(seller: Seller) -> tuple[Item, ...]:
    """Return each of the three lights as it stood at each of the last talks, oldest first."""
    days = [talk.on for talk in seller.all(Talk)[-TALKS_OF_TREND:]]
    given = [rating for rating in seller.all(Rating) if rating.by == "me" and key_form(rating.area) in LIGHTS]
    if not days or not given:
        return ()
    return tuple(
        Item(
            phrase("item.trend", light=spoken(light)), phrase("why.trend", day=days[0]), levels=_at(given, light, days)
        )
        for light in LIGHTS
    )


def _at(given: Sequence[Rating], light: str, days: Sequence[date]) -> tuple[Level | None, ...]:
    own = [rating for rating in given if key_form(rating.area) == light]
    return tuple(next((one.level for one in reversed(own) if one.on <= day), None) for day in days)
