"""The part of the sale that most needs work: which it is, all that says so, and what to ask and try there (S1.3)."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from salescoach.answer import Phrase, phrase
from salescoach.coaching.areas import Subject
from salescoach.coaching.lights import Area, areas_of
from salescoach.frozen import frozen
from salescoach.goals.rules import standings_of
from salescoach.records.base import Record
from salescoach.records.keys import key_form
from salescoach.records.rating import LIGHTS, Rating
from salescoach.records.talk import Talk
from salescoach.records.topic import Focus, Topic
from salescoach.records.values import LEVELS
from salescoach.talk.rules import newcomer
from salescoach.talk.rules.helping import helper
from salescoach.talk.rules.items import AgendaContext, Item, area_item, voice_item

if TYPE_CHECKING:
    from salescoach.customers.records import Customer

_HEARD = timedelta(90)
"""How long a customer's voice speaks of how it is now: one from another quarter is about another time."""

_ENOUGH = 2
"""Words that only mention an area and say nothing against it, from which on they are a reason to look at it."""


@frozen
class Part:
    """A part of the sale that may need work: the manager's light, hers, what says so, and what only mentions it."""

    name: str
    mine: Area | None = None
    hers: Rating | None = None
    signals: tuple[Phrase, ...] = ()
    mentions: tuple[Phrase, ...] = ()
    ids: tuple[str, ...] = ()
    voices: "Sequence[Customer]" = field(default_factory=tuple)

    @property
    def red(self) -> bool:
        """Whether the manager sees it red."""
        return self.mine is not None and self.mine.level == "red"

    @property
    def rank(self) -> tuple[bool, bool, int, date]:
        """How much says that it needs work: red first, then what speaks against it, then how many agree."""
        day = self.mine.now.on if self.mine else self.hers.on if self.hers else date.min
        return (self.red, bool(self.signals), len(self.signals) + len(self.mentions), day)


def parts_of(known: AgendaContext) -> list[Part]:
    """Return the parts that something speaks against, or that are mentioned by several: what most needs work first."""
    mine = {key_form(area.name): area for area in areas_of(known.seller)}
    hers = {key_form(one.area): one for one in known.seller.all(Rating) if one.by == "seller"}
    every = {key_form(name): name for name in known.areas.named([area.name for area in mine.values()]).values()}
    rated = {key: one.area for key, one in hers.items()} | {key: area.name for key, area in mine.items()}
    names = {key: name for key, name in (every | rated).items() if key not in LIGHTS}
    found = [part_of(name, mine.get(key), hers.get(key), known) for key, name in names.items()]
    worth = [one for one in found if one.signals or len(one.mentions) >= _ENOUGH]
    return sorted(worth, key=lambda one: one.rank, reverse=True)


def part_of(name: str, mine: Area | None, hers: Rating | None, known: AgendaContext) -> Part:
    """Return a part with all that speaks against it, and all that mentions it."""
    subject = known.areas.of(name)
    signals = [*by_me(mine, known), *_by_her(mine, hers, known)]
    goals = [one for one in standings_of(known.seller, known.today) if one.pace == "behind"]
    behind = [one.goal for one in goals if subject and subject.is_spoken_of(one.goal.title)]
    signals += [phrase("why.goal_behind", goal=one.title) for one in behind]
    words, voices = list[Record](_her_words(subject, known)), list(_voices(subject, known))
    mentions = [phrase("why.her_words", name=known.seller.first_name)] if words else []
    mentions += [phrase("why.voices", n=len(voices))] if voices else []
    lights = [one.id for one in (mine.now if mine else None, hers) if one]
    ids = (*lights, *(one.id for one in (*behind, *words, *voices)))
    return Part(name, mine, hers, tuple(signals), tuple(mentions), ids, voices)


def focused(focus: Focus, parts: Sequence[Part], known: AgendaContext) -> tuple[Item, ...]:
    """Return what the seller practises, with all that says so, and what helps there."""
    key = key_form(focus.area)
    rated = {key_form(area.name): area for area in areas_of(known.seller)}
    part = next((one for one in parts if key_form(one.name) == key), Part(focus.area, rated.get(key)))
    since = phrase("why.focus_of" if focus.what else "why.focus", day=focus.on, what=focus.what)
    return worked_on(part, known, (since,), (focus.id,))


def worked_on(
    part: Part, known: AgendaContext, first: tuple[Phrase, ...] = (), ids: tuple[str, ...] = ()
) -> tuple[Item, ...]:
    """Return a part with all that says why in one line, and what helps there: a question, an exercise, a voice."""
    reasons, beside = (*first, *part.signals, *part.mentions), [*_beside(known.areas.of(part.name), known)]
    if part.mine and reasons == part.signals[:1]:  # one light: then what it rests on
        top = area_item(part.mine, phrase("why.both", said=[reasons[0], *beside]) if beside else reasons[0])
    else:
        text, why = phrase("item.area_bare", area=part.name), phrase("why.agree", said=[*reasons, *beside])
        levels = (part.mine.level,) if part.mine else ()
        top = Item(text, why, tuple(dict.fromkeys((*ids, *part.ids))), levels)
    return (top, *_helping(known.areas.of(part.name), part, known))


def by_me(mine: Area | None, known: AgendaContext) -> Iterator[Phrase]:
    """Give what the manager's own light says: that it is red, told or not, or that it fell."""
    if mine and mine.level == "red":
        untold = mine.now.id in newcomer.unheard(known)
        yield phrase("why.red_untold" if untold else "why.red", day=mine.since)
    elif mine and mine.trend == "down":
        yield phrase("why.fell", day=mine.now.on)


def _by_her(mine: Area | None, hers: Rating | None, known: AgendaContext) -> Iterator[Phrase]:
    """Give what her own light says, unless the manager's has changed since: red, or lower, or another than a red."""
    if hers is None or hers.level is None or (mine and hers.on < mine.since):
        return
    here, level = mine.level if mine else None, hers.level
    differs = here is not None and here != level
    if level == "red" or (differs and (here == "red" or LEVELS.index(level) < LEVELS.index(here or level))):
        key = "why.views_differ" if differs else "why.she_says"
        yield phrase(key, name=known.seller.first_name, level=phrase(f"level.{level}"))


def _her_words(subject: Subject | None, known: AgendaContext) -> Iterator[Record]:
    """Give what she wants to talk about, and what she answered, that is about an area."""
    if subject is None:
        return
    yield from (one for one in known.seller.open(Topic) if one.raised_by == "seller" and subject.is_spoken_of(one.what))
    for answers in known.sheet.answers.values():
        yield from (one for one in answers if subject.is_spoken_of(one.text))


def _voices(subject: Subject | None, known: AgendaContext) -> "Iterator[Customer]":
    """Give what customers said of an area lately, newest first."""
    if subject is None or "customer" not in known.seller.records:  # most sellers: then nothing of it is imported
        return
    from salescoach.customers.records import Customer

    for one in reversed(known.seller.all(Customer)):
        if known.today - _HEARD <= one.on <= known.today and subject.is_spoken_of(one.what):
            yield one


def _beside(subject: Subject | None, known: AgendaContext) -> Iterator[Phrase]:
    """Give what her figures say of an area; they are beside what says so, and never a reason."""
    if subject and subject.figures and known.figures:
        from salescoach.figures.rules.compared import brief

        said = {line.key.rpartition(".")[2] for line, _ in brief(known.figures, known.seller.key)}
        yield from (phrase(f"why.figures_{one}") for one in subject.figures if one in said)


def _helping(subject: Subject | None, part: Part, known: AgendaContext) -> Iterator[Item]:
    """Give what helps: who can help, a question, an exercise, the latest customer's words, what customers feel."""
    yield from helper(part.name, part.mine.level if part.mine else None, known)
    talks, why = len(known.seller.all(Talk)), phrase("why.brought", area=part.name)
    for key, offered in (("item.ask", subject.questions), ("item.try", subject.exercises)) if subject else ():
        if offered:
            yield Item(phrase(key, text=offered[talks % len(offered)]), why)
    yield from (voice_item(one) for one in part.voices[:1])
    for feels, text in subject.customers.items() if subject else ():
        yield Item(phrase(f"item.feels.{feels}", text=text), why)
