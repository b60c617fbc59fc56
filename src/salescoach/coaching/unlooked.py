"""What nobody has looked at: a green without an example, what turned too fast, what has not come up for long."""

from collections.abc import Iterator
from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.coaching.clocks import known_since
from salescoach.coaching.lights import Area, areas_of, spoken
from salescoach.records.commitment import Commitment
from salescoach.records.goal import Goal
from salescoach.records.keys import key_form
from salescoach.records.praise import Feedback, Praise
from salescoach.records.rating import Rating
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk
from salescoach.records.topic import Focus, Need, Topic

SEEN = 45
"""Days after which a green without a new example is a habit of the manager's more than a fact of hers."""

QUIET = 90
"""Days after which something has not come up for long: a quarter."""

HALF_YEAR = 182
"""Days of employment after which talents lose pace: the load is looked at (S2.3)."""

_WHILE = 45
"""Days for which that question stays."""

_NAMED = 2
"""Greens that are named: the others are counted."""

_TALKS, _TROUBLED = 6, 3
"""The last talks of which so many with the same trouble are too many under a green."""


def unlooked(seller: Seller, today: date) -> list[Phrase]:
    """Return what nobody has looked at with a seller, each with its reason."""
    areas = [area for area in areas_of(seller) if area.level == "green"]
    found = [one for area in areas for one in (*_leapt(area, today), *_under(area, seller))]
    return [*_unseen(areas, today), *found, *_silent(seller, today), *_load(seller, today)]


def _unseen(areas: list[Area], today: date) -> Iterator[Phrase]:
    """Give the greens that had no example for long, in one line."""
    seen = {area: max((one.on for one in area.standing if one.evidence), default=area.since) for area in areas}
    old = {area: days for area, day in seen.items() if (days := (today - day).days) > SEEN}
    if old:
        longest = sorted(old, key=lambda area: -old[area])[:_NAMED]
        said = [phrase("unlooked.days", area=spoken(area.name), days=old[area]) for area in longest]
        more = [phrase("unlooked.more", n=len(old) - len(said))] if len(old) > len(said) else []
        yield phrase("unlooked.unseen", areas=[*said, *more])


def _leapt(area: Area, today: date) -> Iterator[Phrase]:
    """Give a red that was green at the next look, with nothing between them."""
    before = area.ratings[-len(area.standing) - 1 :][:1] if len(area.standing) < len(area.ratings) else ()
    if before and before[0].level == "red" and (today - area.since).days <= QUIET:
        yield phrase("unlooked.leapt", area=spoken(area.name), was=before[0].on, day=area.since)


def _under(area: Area, seller: Seller) -> Iterator[Phrase]:
    """Give the trouble that came up in several of the last talks since an area is green (a watermelon)."""
    talks = {one.id for one in seller.all(Talk)[-_TALKS:] if one.on >= area.since}
    troubled = {id_ for id_, about in _troubles(seller) if id_ in talks and f"-{key_form(area.name)}-" in f"-{about}-"}
    if len(troubled) >= _TROUBLED:
        yield phrase("unlooked.under", area=spoken(area.name), n=len(troubled))


def _troubles(seller: Seller) -> Iterator[tuple[str | None, str]]:
    """Give the talk, and in key form the area or the words, of all that somebody had trouble with."""
    yield from ((one.talk, key_form(one.area or "")) for one in seller.all(Feedback) if one.to == "seller")
    yield from ((one.talk, key_form(one.area or "")) for one in seller.all(Commitment) if one.remedy)
    yield from ((one.talk, key_form(one.what)) for one in seller.all(Need))
    yield from ((one.talk, key_form(one.what)) for one in seller.all(Topic))
    reds = (one for one in seller.all(Rating) if one.by == "seller" and one.level == "red")
    yield from ((one.talk, key_form(one.area)) for one in reds)


def _silent(seller: Seller, today: date) -> Iterator[Phrase]:
    """Give what has not come up for a quarter, in one line: who has just come is not asked about it."""
    first = known_since(seller) or min((one[0].on for one in seller.records.values() if one), default=today)
    if (today - first).days <= QUIET:
        return
    last = {subject: max((day for day in days if day <= today), default=None) for subject, days in _came_up(seller)}
    long = [(subject, day) for subject, day in last.items() if day is None or (today - day).days > QUIET]
    if long:
        said = [phrase("unlooked.since" if day else "unlooked.never", what=phrase(f"unlooked.{subject}"), day=day)
                for subject, day in long]  # fmt: skip
        yield phrase("unlooked.silent", what=said)


def _came_up(seller: Seller) -> Iterator[tuple[str, list[date]]]:
    """Give the days on which each came up: where she wants to go, praise, how she is, learning, her own topics."""
    ahead = [one.on for one in seller.records.get("answer", ()) if getattr(one, "question", None) == "ahead"]
    yield "career", [*ahead, *(one.on for one in seller.all(Goal) if one.horizon)]
    yield "praise", [one.on for one in seller.all(Praise)]
    yield "wellbeing", [one.on for one in seller.all(Rating) if key_form(one.area) == "wellbeing"]
    helped = [one.on for one in seller.all(Commitment) if one.remedy == "resource"]
    yield "learning", [*helped, *(one.on for one in seller.all(Focus))]
    opened = [one.on for one in seller.all(Talk) if one.opened_by == "seller"]
    yield "topics", [*opened, *(one.on for one in seller.all(Topic) if one.raised_by == "seller")]


def _load(seller: Seller, today: date) -> Iterator[Phrase]:
    started = seller.header.started
    if started and 0 <= (today - started).days - HALF_YEAR <= _WHILE:
        yield phrase("unlooked.load", day=started)
