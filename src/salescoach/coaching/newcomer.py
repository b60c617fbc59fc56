"""What an agenda knows of somebody who is new: what is expected, which steps wait, what a probation turns on."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from salescoach.answer import Phrase, phrase
from salescoach.coaching.course import Course, course_of, due_of, is_late
from salescoach.coaching.items import Item, Known, area_item
from salescoach.coaching.promises import WEEK
from salescoach.coaching.ratings import Area, areas_of, spoken
from salescoach.records.keys import key_form

if TYPE_CHECKING:
    from salescoach.coaching.expectations import Expected
    from salescoach.records.onboarding import Step

_OWNERS = {"manager": "me", "seller": "seller"}
"""Whose steps are for the two at the table; others are asked for theirs elsewhere."""

_FIRST = ("red", None, "yellow", "green")
"""Levels in the order in which they are talked about: what is not rated yet goes before what is okay."""


def where_we_stand(known: Known) -> tuple[Item, ...]:
    """Return what is expected now and what is red, red and not rated first, with what green looks like (S0.6, S0.8)."""
    return _stands(known, [area for area in areas_of(known.seller) if area.level == "red"])


def all_stands(known: Known) -> tuple[Item, ...]:
    """Return the same with everything that has a light: what a probation is decided on."""
    return _stands(known, [area for area in areas_of(known.seller) if area.level])


def steps(known: Known) -> tuple[Item, ...]:
    """Return the open steps of the two at the table that are late or due within a week, late first (S0.1)."""
    course = course_of(known.seller)
    return () if course is None else tuple(_steps(known, course))


def untold(known: Known) -> tuple[Item, ...]:
    """Return what weighs against her and she has not been told: nothing of it may come as a surprise (S0.4)."""
    from salescoach.coaching.probation import surprises_of

    return tuple(
        Item(_area(one.area, one.evidence), phrase("why.untold", day=one.since), (one.id,), (one.level,))
        for one in surprises_of(known.seller, known.today)
    )


def helped(known: Known) -> tuple[Item, ...]:
    """Return each red with the help that was given since it is one, and whether a talk came back to it (S0.4)."""
    from salescoach.coaching.probation import helps_of

    found = []
    for one in helps_of(known.seller, known.today):
        last = one.given[-1] if one.given else None
        gaps = {"day": last.on, "what": last.what} if last else {"day": one.since}
        ids = (one.id, *(help_.id for help_ in one.given))
        found.append(Item(_area(one.area, one.evidence), phrase(f"why.help_{one.code}", **gaps), ids, ("red",)))
    return tuple(found)


def _stands(known: Known, also: Iterable[Area]) -> tuple[Item, ...]:
    """Return what is expected, and other areas, in the order in which they are talked about."""
    areas = {key_form(area.name): area for area in areas_of(known.seller) if area.level}
    expected = {key_form(one.area): one for one in known.expected}
    keys = dict.fromkeys((*expected, *(key_form(area.name) for area in also)))
    order = sorted(keys, key=lambda key: _FIRST.index(areas[key].level if key in areas else None))
    return tuple(_rated(expected.get(key), areas[key]) if key in areas else _unrated(expected[key]) for key in order)


def _rated(one: "Expected | None", area: Area) -> Item:
    """Return where an area stands: on what evidence, since when, and what would be green."""
    green = one.levels.get("green") if one and area.level != "green" else None
    key = "why.stands" if green else "why.stands_bare"
    return area_item(area, phrase(key, day=area.since, looks=green))


def _unrated(one: "Expected") -> Item:
    """Return an area that is not rated yet, with what green looks like there, where that is said."""
    green = one.levels.get("green")
    text = phrase("item.expected", area=spoken(one.area), looks=green) if green else _area(one.area, None)
    return Item(text, phrase("why.no_light"), tuple(filter(None, (one.id,))))


def _steps(known: Known, course: Course) -> Iterator[Item]:
    """Give what is late, then what is due soon, then what is left from before the first day, until that has come."""
    seller, today = known.seller, known.today
    waiting = sorted(
        ((due_of(seller, course, step), step) for step in course.steps if _waits(known, course, step)),
        key=lambda one: one[0],
    )
    late = [(due, step) for due, step in waiting if is_late(seller, course, step, today)]
    soon = [(due, step) for due, step in waiting if today <= due <= today + timedelta(WEEK)]
    left = [(due, step) for due, step in waiting if due < today < course.started]
    for due, step in late:
        yield _step(known, step, phrase("why.late", days=(today - due).days, due=due))
    for due, step in soon:
        yield _step(known, step, phrase("why.due", due=due))
    for due, step in left:
        yield _step(known, step, phrase("why.meant", due=due))


def _waits(known: Known, course: Course, step: "Step") -> bool:
    """Tell whether a step is open, of one of the two at the table, and in no phase that was left out."""
    stretch = course.of(step)
    left_out = stretch is not None and stretch.skipped
    return key_form(step.owner) in _OWNERS and known.seller.closing(step) is None and not left_out


def _step(known: Known, step: "Step", why: Phrase) -> Item:
    text = phrase(f"item.step_{_OWNERS[key_form(step.owner)]}", what=step.what, name=known.seller.first_name)
    return Item(text, why, (step.id,))


def _area(area: str, evidence: str | None) -> Phrase:
    return phrase("item.area" if evidence else "item.area_bare", area=spoken(area), evidence=evidence)
