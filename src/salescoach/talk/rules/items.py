"""The parts of an agenda: its items and sections, what they are filled from, and how a record becomes an item."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from salescoach.answer import Phrase, phrase
from salescoach.coaching.areas import NO_AREAS, Areas
from salescoach.coaching.lights import Area, spoken
from salescoach.expectations.rules import Expected
from salescoach.forms.rules.rounds import NO_SHEET, Sheet
from salescoach.frozen import frozen
from salescoach.goals.rules import Standing
from salescoach.promises.rules import Promise
from salescoach.records.base import Record
from salescoach.records.goal import aim_of, aiming, stands
from salescoach.records.seller import NOBODY, Book, Seller
from salescoach.records.settings import Settings
from salescoach.records.values import Level
from salescoach.talk.rules.questions import Question

if TYPE_CHECKING:
    from salescoach.customers.records import Customer
    from salescoach.records.figures import Source


@frozen
class Item:
    """One thing on the agenda: what to say or look at, why it is there, the ids of the records behind it.

    `private` keeps it from her eyes: it is a private line, or the manager's own; `hers` stands in its place there. One
    `beside` the item before it is shown where that is. `whose` says whose each of the levels is, where it says more.
    """

    text: Phrase
    why: Phrase | None = None
    ids: tuple[str, ...] = ()
    levels: tuple[Level | None, ...] = ()
    private: bool = False
    beside: bool = False
    hers: "Item | None" = None
    whose: tuple[Phrase | str, ...] = ()


@frozen
class Section:
    """One part of an agenda; `counted` is the line that stands for it where it is not shown whole."""

    key: str
    title: Phrase
    items: tuple[Item, ...]
    minutes: int | None = None
    counted: Phrase | None = None


@frozen
class AgendaContext:
    """What a section is filled from: the seller today, questions chosen, what is expected of her now, and the manager.

    `opening` stands in the place of the agenda's own where a light asks for it. `helper` returns the name of a
    colleague who can help with an area, none where there is nobody; `handovers` are what is open of them.
    """

    seller: Seller
    today: date
    settings: Settings
    chosen: Sequence[Question] = ()
    expected: Sequence[Expected] = ()
    opening: Question | None = None
    me: Book = NOBODY
    sheet: Sheet = NO_SHEET
    areas: Areas = NO_AREAS
    figures: "Sequence[Source]" = ()
    helper: Callable[[str], str] = lambda _: ""
    handovers: Sequence[Phrase] = ()


def said(record: Record) -> Phrase:
    """Return when something was said."""
    return phrase("why.said", day=record.on)


def due(promise: Promise) -> Phrase:
    """Return when a promise is due, how late it is, or when it was made."""
    if promise.due is None:
        return phrase("why.promised", made=promise.made)
    key = "why.late" if promise.late else "why.due"
    return moved(phrase(key, days=promise.days_late, due=promise.due, made=promise.made), promise.was)


def moved(said: Phrase, was: date | None) -> Phrase:
    """Return when something is due, with the day that it was moved from."""
    return phrase("why.was", said=said, was=was) if was else said


def promise_item(promise: Promise, seller: Seller) -> Item:
    """Return a promise of either side."""
    text = phrase(f"item.promise_{promise.by}", what=promise.said, name=seller.first_name)
    return Item(text, due(promise), (promise.id,))


def area_item(area: Area, why: Phrase) -> Item:
    """Return an area at its level, with the evidence of it."""
    key = "item.area" if area.now.evidence else "item.area_bare"
    text = phrase(key, area=spoken(area.name), evidence=area.now.evidence)
    return Item(text, why, (area.now.id,), (area.level,))


def voice_item(one: "Customer", *, beside: bool = False) -> Item:
    """Return what a customer says, in the customer's own words."""
    text = phrase("item.customer" if one.customer else "item.customer_bare", customer=one.customer, what=one.what)
    return Item(text, said(one), (one.id,), private=one.private, beside=beside)


def goal_item(standing: Standing, *, hers: bool = False) -> Item:
    """Return a goal against its pace; for her eyes without what is the manager's to judge."""
    goal, value = standing.goal, standing.value
    aim = aim_of(goal, standing.target)
    text = phrase("item.goal", title=goal.title) if value is None else stands(goal.title, value, aim)
    if standing.target is not None:
        text = phrase(text.key, **{**text.data, "aim": aiming(goal, standing.target)})
    text = phrase("why.was", said=text, was=standing.target_was) if standing.target_was is not None else text
    key = f"why.pace_{standing.pace}" if standing.due else "why.open_goal"
    why = moved(phrase(key, due=standing.due, days=standing.days_left, day=goal.on), standing.due_was)
    if standing.suggested and standing.pace == "behind" and not hers:
        why = phrase("why.pace_suggests", said=why, level=phrase(f"level.{standing.suggested}"))
    if standing.unseen:
        why = phrase("why.unseen", said=why, days=standing.looked)
    return Item(text, why, (goal.id,))
