"""Who can help: a colleague who is strong, with evidence, where the seller is weak; never how strong (S3.5)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from salescoach.answer import phrase
from salescoach.coaching.areas import Areas
from salescoach.coaching.clocks import is_new
from salescoach.coaching.lights import areas_of
from salescoach.coaching.schedule import course_of
from salescoach.promises.rules import helped_of
from salescoach.records.absence import absence_on
from salescoach.records.commitment import Commitment
from salescoach.records.keys import key_form
from salescoach.records.rating import LIGHTS
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.records.values import Level
from salescoach.talk.rules.items import AgendaContext, Item
from salescoach.talk.rules.newcomer import decided

_FRESH = timedelta(180)
"""For how long a green speaks of a colleague, and what came of an hour together is told: then it is a memory."""

_LATELY = timedelta(90)
"""For how long a promise with a colleague counts, so that the next one goes to somebody else."""


def helper(area: str, level: Level | None, known: AgendaContext) -> Iterator[Item]:
    """Give one line about who can help with an area that is not green; none where somebody is to help already."""
    helped = (one.area for one in known.seller.open(Commitment) if one.helper and one.area)
    if key_form(area) in LIGHTS or level == "green" or any(same(one, area, known.areas) for one in helped):
        return
    if name := known.helper(area):
        yield Item(phrase("item.helper", name=name, area=area), phrase("why.brought", area=area), private=True)


def same(area: str, other: str, areas: Areas) -> bool:
    """Tell whether two names are of one area."""
    ours, theirs = areas.of(area), areas.of(other)
    return ours is theirs if ours and theirs else key_form(area) == key_form(other)


def in_turn(
    names: Mapping[str, str], sellers: Iterable[Seller], order: Callable[[str], object], today: date
) -> list[str]:
    """Return colleagues by key: first whom these sellers lately promised to learn with least, then by name."""
    made = [one for seller in sellers for one in seller.all(Commitment) if today - _LATELY <= one.on <= today]
    asked = {one.helper: one.on for one in sorted(made, key=lambda one: one.on)}
    return sorted(names, key=lambda key: (asked.get(key, date.min), order(names[key]), key))


def can_help(colleague: Seller, area: str, areas: Areas, settings: Settings, today: date) -> bool:
    """Tell whether somebody is here, not new, and green in an area: by the manager, with evidence, not private."""
    course = course_of(colleague)
    learning = is_new(colleague, settings, today) or (course is not None and course.now(today) is not None)
    on_trial = "probation" in colleague.records and not decided(colleague)
    if colleague.left or learning or on_trial or absence_on(colleague.absences, today):
        return False
    seen = (one.now for one in areas_of(colleague) if same(one.name, area, areas))
    now = max(seen, key=lambda one: one.on, default=None)
    fresh = now is not None and now.evidence and not now.private and today - _FRESH <= now.on <= today
    return now is not None and now.level == "green" and bool(fresh)


def came_of_it(known: AgendaContext) -> Iterator[Item]:
    """Give the light before and after an hour with a colleague, which proves nothing."""
    for one in helped_of(known.seller, known.today):
        if one.since >= known.today - _FRESH:
            said = phrase("item.helped" if one.after else "item.helped_not_yet", area=one.area, what=one.what)
            yield Item(said, phrase("why.since", day=one.since), (one.id,), (one.before, one.after), private=True)
