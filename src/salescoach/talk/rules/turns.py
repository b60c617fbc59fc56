"""What is asked in turns, so that no talk asks for all of it: one of the three lights, one of the values."""

from collections.abc import Iterable
from datetime import date

from salescoach.answer import phrase
from salescoach.coaching.examples import examples_of
from salescoach.coaching.lights import areas_of
from salescoach.records.example import Example
from salescoach.records.keys import key_form
from salescoach.records.rating import LIGHTS
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk
from salescoach.talk.rules.items import AgendaContext, Item

VALUE_EVERY = 30
"""Days between two questions about values: once a month keeps them alive, more would wear them out (S0.7)."""


def light_to_ask(seller: Seller, today: date) -> str:
    """Return the light that was asked for longest ago, or never; before her first day none of her work (S0.2)."""
    lights = [light for light in LIGHTS if light != "performance" or not seller.is_to_start(today)]
    return min(lights, key=lambda light: _light_asked(seller, light) or date.min)


def value_to_ask(known: AgendaContext) -> str | None:
    """Return the value that was longest not asked for, None where there is none or one was this month."""
    seller = known.seller
    asked = {
        name: max((*(one.on for one in _examples(seller, name)), *_asked(seller, _value_id(name))), default=date.min)
        for name in known.settings.values
    }
    if not asked or not _worked(known) or (known.today - max(asked.values())).days < VALUE_EVERY:
        return None
    return min(asked, key=lambda name: asked[name])


def light(known: AgendaContext) -> tuple[Item, ...]:
    """Return the question about one of the three lights, with its level of now and when it was last asked for."""
    name = light_to_ask(known.seller, known.today)
    last = _light_asked(known.seller, name)
    why = phrase("why.asked", day=last) if last else phrase("why.never_asked")
    levels = tuple(area.level for area in areas_of(known.seller) if area.name == name)
    when = "since" if _worked(known) else "now"
    return (Item(phrase(f"item.light.{name}.{when}"), why, (light_id(name),), levels),)


def value(known: AgendaContext) -> tuple[Item, ...]:
    """Return the question about one value, where one is due, with its line and the example last given."""
    name = value_to_ask(known)
    if name is None:
        return ()
    line, last = known.settings.values[name], _examples(known.seller, name)[:1]
    bare = phrase("why.value_bare", line=line)
    why = phrase("why.value", line=line, day=last[0].on, what=last[0].what) if last else bare
    return (Item(phrase("item.value", value=name), why, (_value_id(name),)),)


def _worked(known: AgendaContext) -> bool:
    """Tell whether there was a talk since the first day at work: what she has done since then can be asked for."""
    started = known.seller.header.started or date.min
    return any(started <= talk.on for talk in known.seller.all(Talk)) and not known.seller.is_to_start(known.today)


def _light_asked(seller: Seller, light: str) -> date | None:
    rated = [area.now.on for area in areas_of(seller) if area.name == light]
    return max((*rated, *_asked(seller, light_id(light))), default=None)


def _examples(seller: Seller, name: str) -> list[Example]:
    """Return the examples of a value, however it was spelled, newest first."""
    return [one for value, found in examples_of(seller).items() if key_form(value) == key_form(name) for one in found]


def _asked(seller: Seller, spelled: str) -> Iterable[date]:
    return (talk.on for talk in seller.all(Talk) if spelled in talk.asked)


def light_id(light: str) -> str:
    """Return what a talk remembers of having asked about a light."""
    return f"light-{light}"


def _value_id(name: str) -> str:
    return f"value-{key_form(name)}"
