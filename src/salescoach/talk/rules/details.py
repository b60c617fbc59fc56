"""What stands behind the first screen of an agenda: the last talks, the lights to look at, goals, the trend."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from salescoach.answer import phrase
from salescoach.coaching.lights import areas_of, spoken
from salescoach.coaching.unlooked import unlooked
from salescoach.coaching.untold import in_quotes
from salescoach.goals.rules import Standing, lacking, standings_of
from salescoach.records.commitment import Commitment
from salescoach.records.goal import Goal
from salescoach.records.keys import key_form
from salescoach.records.rating import LIGHTS, Rating
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.records.talk import Talk
from salescoach.records.topic import Focus, Topic
from salescoach.talk.rules import newcomer
from salescoach.talk.rules.helping import came_of_it
from salescoach.talk.rules.items import AgendaContext, Item, Section, area_item, goal_item
from salescoach.talk.rules.memory import Memory, talk_items

TALKS_OF_TREND = 8
"""Talks that the three lights are followed over."""


def rest_of(known: AgendaContext, memory: Memory, *, stepping: bool = False) -> list[Section]:
    """Return the sections behind the first screen: steps, if `stepping`, last talks, lights, goals, trend."""
    seller, today = known.seller, known.today
    goals = standings_of(seller, today)
    last, lights = talk_items(seller, memory), tuple(_lit(seller, known.settings, today))
    red = sum("red" in item.levels for item in lights)
    behind = sum(goal.pace == "behind" for goal in goals)
    aims, trend = tuple(_aim(one, seller) for one in goals), phrase("counted.trend", talks=TALKS_OF_TREND)
    steps = newcomer.all_steps(known)[newcomer.STEPS :] if stepping else ()
    return [
        Section("more_steps", phrase("section.more_steps"), steps, counted=phrase("counted.steps", n=len(steps))),
        Section("last", phrase("section.last"), last, counted=phrase("counted.last", lines=len(last))),
        Section("lights", phrase("section.lights"), lights, counted=phrase("counted.lights", n=len(lights), red=red)),
        Section("aims", phrase("section.goals"), aims, counted=phrase("counted.goals", n=len(aims), behind=behind)),
        Section("trend", phrase("section.trend"), _trend(seller), counted=trend),
        Section("support", phrase("section.support"), (*_unhelped(known), *_unused(known), *came_of_it(known))),
        Section("unlooked", phrase("section.unlooked"), tuple(map(Item, unlooked(seller, today)))),
    ]


def _unhelped(known: AgendaContext) -> Iterator[Item]:
    """Give each red area that nothing helps yet: no help was given, and it is not what she practises (S1.1)."""
    if not any(area.level == "red" and not _is_light(area.name) for area in areas_of(known.seller)):
        return
    from salescoach.probation.rules.fairness import helps_of

    for one in helps_of(known.seller, known.today, known.me):
        if not one.given and not _is_light(one.area) and not _goes_on_with(one.area, known):
            why = phrase("why.help", key=known.seller.key, area=in_quotes(one.area))
            yield Item(phrase("item.no_help", area=one.area), why, (one.id,), ("red",))


def _unused(known: AgendaContext) -> Iterator[Item]:
    """Give each green area that nothing open makes use of: a strength without an opportunity (S1.1)."""
    for area in areas_of(known.seller):
        if area.level == "green" and not _is_light(area.name) and not _goes_on_with(area.name, known):
            yield Item(phrase("item.no_use", area=area.name), phrase("why.use"), (area.now.id,), ("green",))


def _is_light(area: str) -> bool:
    return key_form(area) in LIGHTS


def _goes_on_with(area: str, known: AgendaContext) -> bool:
    """Tell whether a promise, a goal, a topic or what she practises is about an area, by its name or its words."""
    seller, subject = known.seller, known.areas.of(area)
    said = [one.area or one.what for one in seller.open(Commitment)] + [one.what for one in seller.open(Commitment)]
    said += [one.title for one in seller.open(Goal)] + [one.what for one in seller.open(Topic)]
    said += [one.area for one in seller.open(Focus)]
    key = key_form(area)
    return any(f"-{key}-" in f"-{key_form(text)}-" or (subject and subject.is_spoken_of(text)) for text in said)


def _aim(one: Standing, seller: Seller) -> Item:
    """Return a goal against its pace, and what it lacks."""
    item, lacks = goal_item(one), lacking(one.goal, seller)
    return replace(item, why=phrase("why.lacks", said=item.why, lacks=lacks.data["lacks"])) if lacks else item


def _lit(seller: Seller, settings: Settings, today: date) -> Iterator[Item]:
    """Give the lights that are red, were given in the last talk, or are older than they should be."""
    talk = seller.last(Talk)
    for area in areas_of(seller):
        if area.level == "red":
            yield area_item(area, phrase("why.red", day=area.since))
        elif talk is not None and (area.now.talk == talk.id or area.now.on >= talk.on):
            yield area_item(area, phrase("why.given", day=area.now.on))
        elif area.age(today) > settings.silence.light:
            yield area_item(area, phrase("why.stale", days=area.age(today)))


def _trend(seller: Seller) -> tuple[Item, ...]:
    """Return each of the three lights as it stood at each of the last talks, oldest first."""
    days = [talk.on for talk in seller.all(Talk)[-TALKS_OF_TREND:]]
    given = [rating for rating in seller.all(Rating) if rating.by == "me" and key_form(rating.area) in LIGHTS]
    if not days or not given:
        return ()
    items = list[Item]()
    for name in LIGHTS:
        own = [one for one in reversed(given) if key_form(one.area) == name]
        levels = tuple(next((one.level for one in own if one.on <= day), None) for day in days)
        items.append(Item(phrase("item.trend", light=spoken(name)), phrase("why.trend", since=days[0]), levels=levels))
    return tuple(items)
