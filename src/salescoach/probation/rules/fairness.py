"""What would surprise her at the end of a probation, and what help she was given: a fair chance (S0.4)."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal

from salescoach.answer import Phrase, phrase
from salescoach.coaching.lights import Area, areas_of, reds, spoken, weighing
from salescoach.frozen import frozen
from salescoach.probation.records import Probation
from salescoach.records.absence import days_late
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.keys import key_form
from salescoach.records.praise import Feedback
from salescoach.records.recap import Recap
from salescoach.records.seller import NOBODY, Book, Seller
from salescoach.records.talk import Talk
from salescoach.records.values import LEVELS, Level, Person

FRESH = 7
"""Days in which help that was given cannot have helped yet."""

_HELPING = ("commitment", "feedback", "need")
"""Kinds of records that may be help, beside the steps of a plan."""

State = Literal["kept", "dropped", "late", "open"]


@frozen
class Surprise:
    """An area that weighs against her and that she has not been told of; `on` is the day of the latest rating."""

    area: str
    level: Level
    on: date
    since: date
    id: str
    evidence: str | None = None


@frozen
class Given:
    """One help: what kind, when, the first `talk` after it; `state` and `settled` say how a promise stands."""

    kind: str
    what: str
    on: date
    id: str
    by: Person = "me"
    due: date | None = None
    state: State | None = None
    settled: date | None = None
    talk: date | None = None


@frozen
class Help:
    """A red, the help given since, the manager's promises and talks since, and the `longest` days without a talk.

    `near` is what was promised, said, needed or done on the day of the red, of no area: it may have been meant as help.
    """

    area: str
    on: date
    since: date
    id: str
    evidence: str | None
    given: tuple[Given, ...]
    mine: tuple[Given, ...]
    talks: int
    longest: int
    near: tuple[str, ...] = ()

    @property
    def code(self) -> Literal["none", "asked", "untalked", "followed"]:
        """Whether nothing was given, or perhaps, or something that no talk came back to, or something that one did."""
        if not self.given:
            return "asked" if self.near else "none"
        return "followed" if any(one.talk for one in self.given) else "untalked"


def surprises_of(seller: Seller, today: date) -> list[Surprise]:
    """Return each red, and each yellow that is meant to count, that she has not been told of, reds first (S0.4)."""
    counted = {key_form(area) for one in seller.all(Probation) for area in one.counts}
    found = [
        Surprise(area.name, area.level, area.now.on, area.since, area.now.id, area.now.evidence)
        for area in areas_of(weighing(seller))
        if area.level is not None
        and (area.level == "red" or (area.level == "yellow" and key_form(area.name) in counted))
        and told_on(seller, area, today) is None
    ]
    return sorted(found, key=lambda one: LEVELS.index(one.level))


def told_on(seller: Seller, area: Area, today: date) -> date | None:
    """Return the first day on which she was told how an area stands now: a light given in a talk is not one told."""
    days = [
        one.on
        for one in seller.all(Feedback)
        if one.to == "seller" and one.area and key_form(one.area) == key_form(area.name) and one.on >= area.since
    ]
    days += [sent for one in seller.all(Recap) if (sent := one.sent) and _tells(seller, one, sent, area)]
    return min((day for day in days if day <= today), default=None)


def helps_of(seller: Seller, today: date, me: Book = NOBODY) -> list[Help]:
    """Return for each red what help was given since then, and our part beside it (S0.4, S0.10)."""
    return [_help(seller, area, today, me) for area in reds(areas_of(weighing(seller)))]


def untried(helps: Sequence[Help], today: date) -> list[Phrase]:
    """Return of each red with no help, or none that is older than some days, that it is so: it weighs little yet."""
    found = []
    for one in helps:
        area, first = spoken(one.area), one.given[0].on if one.given else None
        if first is None and one.near:
            found.append(phrase("probation.maybe_help", area=area, what=list(one.near)))
        elif first is None:
            found.append(phrase("probation.no_help", area=area))
        elif (today - first).days <= FRESH:
            key = "probation.young_help" if first < today else "probation.help_today"
            found.append(phrase(key, area=area, days=(today - first).days))
    return found


def _tells(seller: Seller, recap: Recap, sent: date, area: Area) -> bool:
    """Tell whether a recap is of a talk in which one of the standing ratings was given, and tells of the area."""
    if recap.told_of is not None and key_form(area.name) not in map(key_form, recap.told_of):
        return False
    talk = recap.talk or next((one.id for one in reversed(seller.all(Talk)) if one.on <= recap.on), None)
    return any(one.talk == talk and one.on <= sent for one in area.standing if talk)


def _help(seller: Seller, area: Area, today: date, me: Book) -> Help:
    key, since, now = key_form(area.name), area.since, area.now
    talks = [one.on for one in seller.all(Talk) if since < one.on <= today]
    promises = [one for one in seller.all(Commitment) if since <= one.on <= today]
    given = [_promised(seller, one, talks, today, me) for one in promises if one.area and key_form(one.area) == key]
    told = [one for one in seller.all(Feedback) if one.to == "seller" and one.next and since <= one.on <= today]
    given += [
        Given("told", one.next or one.what, one.on, one.id, talk=_after(one.on, talks))
        for one in told
        if one.area and key_form(one.area) == key
    ]
    return Help(
        area=area.name,
        on=now.on,
        since=since,
        id=now.id,
        evidence=now.evidence,
        given=tuple(sorted(given, key=lambda one: one.on)),
        mine=tuple(_promised(seller, one, talks, today, me) for one in promises if one.by == "me"),
        talks=len(talks),
        near=tuple(dict.fromkeys(_near(seller, area))),
        longest=max((later - day).days for day, later in pairwise([since, *talks, max(today, since)])),
    )


def _near(seller: Seller, area: Area) -> Iterator[str]:
    """Give what of no area stands beside the red: on its day, before or after it, or in the same talk."""
    days, talks = {one.on for one in area.standing}, {one.talk for one in area.standing if one.talk}
    for kind in _HELPING:
        for one in seller.records.get(kind, ()):
            beside = one.on in days or getattr(one, "talk", None) in talks
            if beside and not _elsewhere(one, area):
                yield str(getattr(one, "what", ""))
    for step in seller.records.get("step", ()):
        if getattr(step, "by_talk", None):
            continue  # a talk of the plan helps nobody with this red by being held
        closing = seller.closing(step)
        by_hand = not getattr(step, "onboarding", None) and step.on in days
        if by_hand or (closing is not None and closing.how == "kept" and closing.on in days):
            yield str(getattr(step, "what", ""))


def _elsewhere(one: Record, area: Area) -> bool:
    named = getattr(one, "area", None)
    return bool(named and key_form(named) != key_form(area.name)) or getattr(one, "to", "seller") != "seller"


def _promised(seller: Seller, one: Commitment, talks: Sequence[date], today: date, me: Book) -> Given:
    due, closing = seller.due(one), seller.closing(one)
    away = (me if one.by == "me" else seller).absences
    late = due is not None and days_late(due, today, away) > 0
    state: State = "late" if late else "open"
    if closing is not None:
        state = "kept" if closing.how == "kept" else "dropped"
    settled = closing.on if closing else None
    return Given(one.remedy or "help", one.what, one.on, one.id, one.by, due, state, settled, _after(one.on, talks))


def _after(day: date, talks: Sequence[date]) -> date | None:
    return next((talk for talk in talks if talk > day), None)
