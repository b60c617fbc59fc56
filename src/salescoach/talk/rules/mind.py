"""What goes into the manager's head before a talk: facts, the whole range of reactions, never a guess (S1.7)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from salescoach.answer import Answer, phrase
from salescoach.coaching.lights import spoken
from salescoach.coaching.needs import unanswered
from salescoach.frozen import frozen
from salescoach.promises.rules import made_late, promises_of
from salescoach.records.keys import key_form
from salescoach.records.rating import LIGHTS, Rating
from salescoach.records.talk import Talk
from salescoach.talk.rules import newcomer, sections
from salescoach.talk.rules.items import AgendaContext, Item, Section, promise_item, said
from salescoach.talk.rules.questions import fill

_OF_EACH = 2
"""Needs, promises, reds and reasons to praise: more is no help just before a talk."""

_TONE = 3
"""Levels of a light that are looked back on."""

_SPAN = timedelta(90)

_AROUND = timedelta(30)
"""How long before and after today an absence tells something."""


@frozen(kw_only=True)
class Mind(Answer):
    """What to think of before the talk with a seller; nothing of it is kept."""

    key: str
    name: str
    sections: tuple[Section, ...]


def mind_of(known: AgendaContext, template: Mapping[str, Any], agenda: Mapping[str, Any]) -> Mind:
    """Return what the manager is to have in mind, by the template, for a talk with that agenda."""
    seller = known.seller
    gaps: dict[str, object] = {"name": seller.first_name}
    aim = phrase("mind.talk", title=agenda["title"], text=agenda.get("for", ""))
    filled: dict[str, Callable[[], Iterable[Item]]] = {
        "aim": lambda: [Item(aim)] if agenda.get("for") else [],
        "support": lambda: _support(known),
        "situation": lambda: _situation(known),
        "reactions": lambda: [Item(phrase("mind.reaction", **one)) for one in template["reaction"]],
        "praise": lambda: [item for item in sections.thanks(known) if not item.beside and item.ids][:_OF_EACH],
        "lesson": lambda: sections.lesson(known)[:1],
    }
    made = tuple(_part(one, [*filled.get(one["key"], list)()], gaps, known) for one in template["section"])
    return Mind(key=seller.key, name=seller.name, sections=tuple(part for part in made if part.items))


def _part(part: Mapping[str, Any], facts: Sequence[Item], gaps: Mapping[str, object], known: AgendaContext) -> Section:
    """Return a section: what is always said, and what stands for what is not known, in front of what is."""
    turns = part.get("turns", ())
    turn = [turns[len(known.seller.all(Talk)) % len(turns)]] if turns else []
    none = [part["none"]] if part.get("none") and len(facts) < part.get("least", 1) else []
    texts = (*part.get("lines", ()), *turn, *none)
    spoken_ = [Item(phrase("item.plain", text=fill(text, gaps))) for text in texts]
    return Section(part["key"], phrase("item.plain", text=part["title"]), (*spoken_, *facts))


def _support(known: AgendaContext) -> Iterator[Item]:
    """Give what is needed, what I have promised, and which help each red was given."""
    seller = known.seller
    for one in unanswered(seller)[:_OF_EACH]:
        yield Item(phrase("item.need", what=one.what), said(one), (one.id,))
    mine = [one for one in promises_of([seller], known.today, me=known.me) if one.by == "me"]
    yield from (promise_item(one, seller) for one in mine[:_OF_EACH])
    yield from (*newcomer.helped(known)[:_OF_EACH], *sections.care(seller))


def _situation(known: AgendaContext) -> Iterator[Item]:
    """Give how long she is here, how often you talked, how the lights went, when she is away, what I am late with."""
    seller, today, started = known.seller, known.today, known.seller.header.started
    talks = [one for one in seller.all(Talk) if one.on <= today]
    recent = sum(today - one.on <= _SPAN for one in talks)
    if started and started <= today:
        yield Item(phrase("mind.here", days=(today - started).days))
    if talks:
        yield Item(phrase("mind.talks", n=recent, span=_SPAN.days, day=talks[-1].on))
    for name in LIGHTS:
        rated = [one for one in seller.all(Rating) if one.by == "me" and key_form(one.area) == name][-_TONE:]
        if rated:
            levels, last = tuple(one.level for one in rated), phrase("why.since", day=rated[-1].on)
            yield Item(phrase("item.plain", text=spoken(name)), last, levels=levels)
    for away in seller.absences:
        if today - _AROUND <= away.last and away.first <= today + _AROUND:
            yield Item(phrase("mind.away", first=away.first, last=away.last))
    late = [one for one in made_late(promises_of([seller], today, me=known.me)) if one.by == "me"]
    if late:
        yield Item(phrase("mind.late", n=len(late), days=late[0].days_late))
