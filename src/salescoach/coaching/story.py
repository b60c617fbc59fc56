"""The story of one seller: all that is known, folded to today, and all that was noted, newest first."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from salescoach.answer import Answer
from salescoach.coaching.goals import Standing, standings_of
from salescoach.coaching.promises import Promise, promises_of
from salescoach.coaching.ratings import Area, areas_of
from salescoach.coaching.telling import titles
from salescoach.records.base import Record
from salescoach.records.header import Header
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Seller
from salescoach.records.talk import Talk
from salescoach.records.topic import Need, Topic


@dataclass(frozen=True)
class Entry:
    """One open thing; `promise` where it is one."""

    id: str
    kind: str
    text: str
    on: date
    promise: Promise | None = None


@dataclass(frozen=True, kw_only=True)
class Story(Answer):
    """One seller; `records` newest first, `narrowed` where only some of them were asked for."""

    key: str
    name: str
    first_name: str
    header: Header
    left: bool
    areas: tuple[Area, ...]
    goals: tuple[Standing, ...]
    open: tuple[Entry, ...]
    records: tuple[Record, ...]
    titles: Mapping[str, str]
    narrowed: bool = False


def story_of(seller: Seller, today: date, *, since: date | None = None, kinds: Collection[str] = ()) -> Story:
    """Return the story of a seller, of some kinds and from a day on where that was asked for."""
    kept = [
        record
        for kind, records in seller.records.items()
        for record in records
        if (not kinds or kind in kinds) and (since is None or record.on >= since)
    ]
    return Story(
        key=seller.key,
        name=seller.name,
        first_name=seller.first_name,
        header=seller.header,
        left=seller.left,
        areas=tuple(areas_of(seller)),
        goals=tuple(standings_of(seller, today)),
        open=tuple(open_of(seller, today)),
        records=tuple(_newest_first(kept)),
        titles=titles(seller),
        narrowed=bool(kinds or since),
    )


def open_of(seller: Seller, today: date) -> list[Entry]:
    """Return what is open both ways, late first, then topics and needs as they came."""
    promises = [Entry(one.id, "commitment", one.what, one.made, one) for one in promises_of([seller], today)]
    topics = [Entry(one.id, "topic", one.what, one.on) for one in seller.open(Topic)]
    needs = [Entry(one.id, "need", one.what, one.on) for one in seller.open(Need)]
    return [*promises, *topics, *needs]


def since_last_talk(seller: Seller) -> list[Record]:
    """Return what was noted after the last talk, oldest first: on a later date, or that day without its id."""
    talk = seller.last(Talk)
    if talk is None:
        return []
    found = [
        record
        for kind in KINDS
        for record in seller.records.get(kind, ())
        if record.on > talk.on or (record.on == talk.on and getattr(record, "talk", None) != talk.id)
    ]
    return sorted((one for one in found if not isinstance(one, Talk)), key=lambda one: one.on)


def _newest_first(records: list[Record]) -> list[Record]:
    """Sort by day; within one, in the order of the kinds: the talk, then what came out of it, newest first."""
    order = {kind: at for at, kind in enumerate(KINDS)}
    latest = records[::-1]
    return sorted(latest, key=lambda one: (-one.on.toordinal(), order[one.kind]))
