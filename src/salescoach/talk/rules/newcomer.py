"""What an agenda knows of somebody who is new: what is expected, which steps wait, what a probation turns on."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from salescoach.answer import Phrase, phrase
from salescoach.coaching.lights import Area, areas_of, spoken, weighing
from salescoach.coaching.schedule import course_of
from salescoach.expectations.rules import Expected
from salescoach.promises.rules import WEEK
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.talk.rules.items import AgendaContext, Item, area_item, moved

if TYPE_CHECKING:
    from salescoach.onboarding.rules.standing import Task
    from salescoach.probation.rules.fairness import Help

_OWNERS = {"manager": "me", "seller": "seller"}
"""Whose steps are for the two at the table; others are asked for theirs elsewhere."""

STEPS = 2
"""Steps of an agenda: the rest is counted."""

_FIRST = ("red", None, "yellow", "green")
"""Levels in the order in which they are talked about: what is not rated yet goes before what is okay."""


def where_we_stand(known: AgendaContext) -> tuple[Item, ...]:
    """Return what is expected now and what is red, red and not rated first, with what green looks like (S0.6, S0.8)."""
    return _stands(known, [area for area in areas_of(weighing(known.seller)) if area.level == "red"], unheard(known))


def all_stands(known: AgendaContext) -> tuple[Item, ...]:
    """Return the same with everything that has a light: what a probation is decided on."""
    return _stands(known, [area for area in areas_of(weighing(known.seller)) if area.level])


def steps(known: AgendaContext) -> tuple[Item, ...]:
    """Return the first steps of the two at the table: more are no talk."""
    return all_steps(known)[:STEPS]


def all_steps(known: AgendaContext) -> tuple[Item, ...]:
    """Return the open steps of the two at the table: late, then due within a week, then gone by and not late (S0.1)."""
    course, today = course_of(known.seller), known.today
    if course is None:
        return ()
    from salescoach.onboarding.rules.standing import tasks_of

    waiting = [one for one in tasks_of(known.seller, course, today) if one.waits and key_form(one.owner) in _OWNERS]
    late = [(one, phrase("why.late", days=one.days_late, due=one.due), one.was) for one in waiting if one.days_late]
    open_ = [one for one in waiting if not one.days_late]
    week = [one for one in open_ if today <= one.due <= today + timedelta(WEEK)]
    gone = [one for one in open_ if one.due < today and (today < course.started or not one.early)]  # it still helps
    soon = [(one, phrase("why.due", due=one.due), one.was) for one in week]
    meant = [(one, phrase("why.meant", due=one.due), None) for one in gone]
    return tuple(_step(known, one, moved(why, was)) for one, why, was in (*late, *soon, *meant))


def untold(known: AgendaContext) -> tuple[Item, ...]:
    """Return what weighs against her and she has not been told: nothing of it may come as a surprise (S0.4)."""
    from salescoach.probation.rules.fairness import surprises_of

    return tuple(
        Item(_area(one.area, one.evidence), phrase("why.untold", day=one.since), (one.id,), (one.level,))
        for one in surprises_of(known.seller, known.today)
    )


def helped(known: AgendaContext) -> tuple[Item, ...]:
    """Return each red with the help that was given since it is one, and whether a talk came back to it (S0.4)."""
    from salescoach.probation.rules.fairness import helps_of

    return tuple(
        Item(_area(red.area, red.evidence), _help(red), (red.id, *(help_.id for help_ in red.given)), ("red",))
        for red in helps_of(known.seller, known.today, known.me)
    )


def parting(known: AgendaContext) -> tuple[Item, ...]:
    """Return what is left to do with one who does not stay on: to tell her in writing, then to hand over."""
    if "probation" not in known.seller.records:
        return ()
    from salescoach.probation.rules.deadlines import has_ended, terms_of

    terms = terms_of(known.seller, known.settings)
    if not has_ended(known.seller) or terms.decision is None:
        return ()
    why, name, key = phrase("why.parting", day=terms.decision.on), known.seller.first_name, known.seller.key
    steps = ("handover",) if terms.told else ("tell", "handover")
    return tuple(
        Item(phrase(f"item.parting_{one}", name=name, key=key), why, (terms.decision.id,), private=True)
        for one in steps
    )


def unheard(known: AgendaContext) -> frozenset[str]:
    """Return the ids of the ratings that weigh against somebody who is still new, and were not told yet."""
    seller = known.seller
    if not seller.records.keys() & {"onboarding", "probation"} or decided(seller):
        return frozenset()
    course = course_of(seller)
    if "probation" not in seller.records and (course is None or course.now(known.today) is None):
        return frozenset()
    from salescoach.probation.rules.fairness import surprises_of

    return frozenset(one.id for one in surprises_of(seller, known.today))


def decided(seller: Seller) -> bool:
    """Tell whether her probation was decided for good; one that was extended goes on."""
    if "probation" not in seller.records:
        return False
    from salescoach.probation.records import Probation

    outcomes = [one.outcome for one in seller.all(Probation) if one.outcome]
    return outcomes[-1:] in (["confirmed"], ["ended"])


def _help(one: "Help") -> Phrase:
    """Return how the help for a red stands: what is late before all else, then what was given last."""
    late = next((each for each in one.given if each.state == "late"), None)
    if late:
        return phrase("why.help_late", day=late.due, what=late.what)
    last = one.given[-1] if one.given else None
    near: dict[str, object] = {"what": list(one.near)} if one.near else {}
    gaps = {"day": last.on, "what": last.what} if last else {"day": one.since, **near}
    return phrase(f"why.help_{one.code}", **gaps)


def _stands(known: AgendaContext, also: Iterable[Area], unheard: Collection[str] = ()) -> tuple[Item, ...]:
    """Return what is expected, and other areas, in the order in which they are talked about."""
    areas = {key_form(area.name): area for area in areas_of(known.seller) if area.level}
    expected = {key_form(one.area): one for one in known.expected}
    keys = dict.fromkeys((*expected, *(key_form(area.name) for area in also)))
    order = sorted(keys, key=lambda key: _FIRST.index(areas[key].level if key in areas else None))
    return tuple(
        _rated(expected.get(key), areas[key], unheard) if key in areas else _unrated(expected[key], known)
        for key in order
    )


def _rated(one: Expected | None, area: Area, unheard: Collection[str]) -> Item:
    """Return where an area stands: on what evidence, since when, whether she knows, and what would be green."""
    green = one.levels.get("green") if one and area.level != "green" else None
    keys = ("why.stands", "why.stands_bare")
    if area.now.id in unheard:
        keys = ("why.stands_untold", "why.stands_bare_untold")
    return area_item(area, phrase(keys[not green], day=area.since, looks=green))


def _unrated(one: Expected, known: AgendaContext) -> Item:
    """Return an area not rated yet, with what green looks like; before her first day, from when it is expected."""
    green = one.levels.get("green")
    text = phrase("item.expected", area=spoken(one.area), looks=green) if green else _area(one.area, None)
    ahead = known.seller.is_to_start(known.today)
    why = phrase("why.expected_from", day=known.seller.header.started) if ahead else phrase("why.no_light")
    return Item(text, why, tuple(filter(None, (one.id,))))


def _step(known: AgendaContext, task: "Task", why: Phrase) -> Item:
    text = phrase(f"item.step_{_OWNERS[key_form(task.owner)]}", what=task.what, name=known.seller.first_name)
    return Item(text, why, (task.id,))


def _area(area: str, evidence: str | None) -> Phrase:
    return phrase("item.area" if evidence else "item.area_bare", area=spoken(area), evidence=evidence)
