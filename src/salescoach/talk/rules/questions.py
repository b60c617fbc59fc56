"""Questions: what the data shows about a seller, and the questions that fit it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from salescoach.coaching.clocks import Rhythm, is_new, latest, quarter_ends_in
from salescoach.coaching.lights import areas_of
from salescoach.frozen import frozen
from salescoach.goals.rules import standings_of
from salescoach.praise.rules import silences
from salescoach.promises.rules import QUARTER, promises_of
from salescoach.records.commitment import Commitment
from salescoach.records.rating import LIGHTS
from salescoach.records.seller import NOBODY, Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk
from salescoach.records.topic import Topic

NOT_AGAIN = 3
"""Talks in which a question does not come back (nobody likes to be asked the same thing twice)."""

CARRIED = 3
"""Talks that a topic has been carried over before it is asked about."""

STUCK = 4
"""Ratings in a row at okay before it is wondered about, kindly."""

NEAR = 14
"""Days before a goal is due in which its last steps are talked about."""


@frozen
class Signal:
    """Something that the data shows; `gaps` are what a question about it may name."""

    code: str
    gaps: Mapping[str, object] = field(default_factory=dict)


@frozen
class Question:
    """A question chosen: its id, its text with the gaps filled, and the signal it was chosen for."""

    id: str
    text: str
    signal: Signal


def choose(catalogue: Sequence[Mapping[str, Any]], signals: Iterable[Signal], talks: Sequence[Talk]) -> list[Question]:
    """Return two questions for the two most pressing signals that have one which was not asked in the last talks."""
    recent = {asked for talk in talks[-NOT_AGAIN:] for asked in talk.asked}
    order = {asked: at for at, asked in enumerate(asked for talk in talks for asked in talk.asked)}
    chosen: list[Question] = []
    for signal in signals:
        used = recent | {question.id for question in chosen}
        fitting = [one for one in catalogue if signal.code in one["when"] and one["id"] not in used]
        if fitting:
            best = min(fitting, key=lambda one: order.get(one["id"], -1))
            chosen.append(Question(best["id"], fill(best["text"], signal.gaps), signal))
        if len(chosen) == 2:  # noqa: PLR2004  # one for the head, one for the road
            break
    return chosen


def opening_of(
    catalogue: Sequence[Mapping[str, Any]], signals: Iterable[Signal], talks: Sequence[Talk]
) -> Question | None:
    """Return the opening for the most pressing signal that has some, in turns from talk to talk; most have none."""
    for signal in signals:
        fitting = [one for one in catalogue if f"open_{signal.code}" in one["when"]]
        if fitting:
            turn = fitting[len(talks) % len(fitting)]
            return Question(turn["id"], fill(turn["text"], signal.gaps), signal)
    return None


def fill(text: str, gaps: Mapping[str, object]) -> str:
    """Return a template's text with its `{gaps}` filled; one that is not known stays as it is."""
    return re.sub(r"\{(\w+)\}", lambda found: str(gaps.get(found[1], found[0])), text)


def signals_of(seller: Seller, rhythm: Rhythm, settings: Settings, today: date, me: Book = NOBODY) -> list[Signal]:
    """Return what the data shows, most pressing first."""
    name = {"name": seller.first_name}
    found = [
        *([Signal("first_talk")] * 2 if rhythm.last_talk is None else []),
        *_lights(seller),
        *_promises(seller, today, me),
        *_goals(seller, today),
        *(Signal("topic_carried", {"what": one.what}) for one in seller.open(Topic) if carried(seller, one) >= CARRIED),
        *_movement(seller, rhythm, settings, today),
        *_customers(seller, today),
        *_calendar(seller, rhythm, settings, today),
        Signal("customer_promise"),
        Signal("always"),
        Signal("always"),
    ]
    return [Signal(signal.code, name | dict(signal.gaps)) for signal in found]


def carried(seller: Seller, topic: Topic) -> int:
    """Return over how many talks a topic has been carried: those after the day it was raised on."""
    return sum(talk.on > topic.on for talk in seller.all(Talk))


def _lights(seller: Seller) -> Iterator[Signal]:
    areas = areas_of(seller)
    for light in ("wellbeing", "motivation", "performance"):
        if any(area.name == light and area.level == "red" for area in areas):
            yield Signal(f"red_{light}")
    yield from (
        Signal("red_area", {"area": one.name}) for one in areas if one.level == "red" and one.name not in LIGHTS
    )


def _promises(seller: Seller, today: date, me: Book) -> Iterator[Signal]:
    late = [promise for promise in promises_of([seller], today, me=me) if promise.late]
    dropped = [one for one in seller.all(Commitment) if one.by == "me" and _dropped_since(seller, one)]
    for what in [*(one.what for one in late if one.by == "me"), *(one.what for one in dropped)][:1]:
        yield Signal("broken_promise", {"what": what})
    yield from (Signal("her_promise_late", {"what": one.what}) for one in late if one.by == "seller")


def _dropped_since(seller: Seller, promise: Commitment) -> bool:
    """Tell whether a promise was given up since the last talk: the one after that is where it is talked about."""
    closing, talks = seller.closing(promise), seller.all(Talk)
    return closing is not None and closing.how == "dropped" and (not talks or closing.on >= talks[-1].on)


def _goals(seller: Seller, today: date) -> Iterator[Signal]:
    goals = standings_of(seller, today)
    behind = [one for one in goals if one.pace == "behind"]
    near = [one for one in goals if one.days_left is not None and 0 <= one.days_left <= NEAR]
    areas = areas_of(seller)
    if behind and areas and all(area.level == "green" for area in areas):
        yield Signal("watermelon", {"goal": behind[0].goal.title})
    yield from (Signal("goal_behind", {"goal": one.goal.title}) for one in behind)
    yield from (Signal("goal_near", {"goal": one.goal.title}) for one in near)
    yield from (Signal("goal_ahead", {"goal": one.goal.title}) for one in goals if one.pace == "ahead")
    if not goals:
        yield Signal("no_goal")


def _movement(seller: Seller, rhythm: Rhythm, settings: Settings, today: date) -> Iterator[Signal]:
    areas = areas_of(seller)
    skills = [area for area in areas if area.name not in LIGHTS]
    yield from (Signal("declined", {"area": area.name}) for area in skills if area.trend == "down")
    if is_new(seller, settings, today):
        yield Signal("new_seller", {"days": settings.rhythm.new_days})
    if rhythm.over:
        yield Signal("long_since")
    yield from (Signal("improved", {"area": area.name}) for area in skills if area.trend == "up")
    stuck = (area for area in skills if [one.level for one in area.ratings[-STUCK:]] == ["yellow"] * STUCK)
    yield from (Signal("yellow_stuck", {"area": area.name}) for area in stuck)
    if areas and all(area.level == "green" for area in areas):
        yield Signal("all_green")


def _customers(seller: Seller, today: date) -> Iterator[Signal]:
    """Give that she may have promised a customer something: she has a promise open, or a customer spoke lately."""
    spoke = latest(seller.records.get("customer", ()), today)
    if any(one.by == "seller" for one in seller.open(Commitment)) or (spoke and (today - spoke).days < QUARTER):
        yield Signal("customer_worry")


def _calendar(seller: Seller, rhythm: Rhythm, settings: Settings, today: date) -> Iterator[Signal]:
    if rhythm.last_talk and any(rhythm.last_talk < away.last < today for away in seller.absences):
        yield Signal("back_from_away")
    if not any(area.age(today) <= settings.silence.light for area in areas_of(seller)):
        yield Signal("grey")
    if quarter_ends_in(today) is not None:
        yield Signal("quarter_end")
    if silences([seller], today, settings.silence.praise):
        yield Signal("praise_silence")
