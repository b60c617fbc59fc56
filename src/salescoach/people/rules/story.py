"""The story of one seller: all that is known, folded to today, and all that was noted, newest first."""

from collections.abc import Collection, Mapping
from datetime import date

from salescoach.answer import Answer
from salescoach.coaching.examples import examples_of
from salescoach.coaching.lights import Area, areas_of
from salescoach.coaching.settling import open_in
from salescoach.coaching.telling import titles
from salescoach.frozen import frozen
from salescoach.goals.rules import Standing, standings_of
from salescoach.promises.rules import Helped, Promise, Word, helped_of, promises_of, words_of
from salescoach.records.base import Record
from salescoach.records.commitment import Commitment
from salescoach.records.example import Example
from salescoach.records.kinds import KINDS
from salescoach.records.seller import NOBODY, Book, Seller
from salescoach.records.settled import Settled
from salescoach.records.talk import Talk


@frozen
class Entry:
    """One open thing; `promise` where it is one."""

    id: str
    kind: str
    text: str
    on: date
    promise: Promise | None = None


@frozen(kw_only=True)
class Story(Answer):
    """One seller, `who` she is; `records` newest first, `narrowed` where only some of them were asked for.

    `values` are the examples of each value, newest first; `first` are the records without those that plans write and
    drop by the dozen, which the record of an onboarding tells of in one line. `kept` is how both kept their promises,
    `helped` what colleagues helped with.
    """

    who: Seller
    areas: tuple[Area, ...]
    goals: tuple[Standing, ...]
    open: tuple[Entry, ...]
    records: tuple[Record, ...]
    titles: Mapping[str, str]
    values: Mapping[str, tuple[Example, ...]]
    first: tuple[Record, ...] = ()
    narrowed: bool = False
    kept: tuple[Word, ...] = ()
    helped: tuple[Helped, ...] = ()


def story_of(
    seller: Seller, today: date, *, since: date | None = None, kinds: Collection[str] = (), me: Book = NOBODY
) -> Story:
    """Return the story of a seller, of some kinds and from a day on where that was asked for."""
    kept = [
        record
        for kind, records in seller.records.items()
        for record in records
        if (not kinds or kind in kinds) and (since is None or record.on >= since)
    ]
    return Story(
        who=seller,
        areas=tuple(areas_of(seller)),
        goals=tuple(standings_of(seller, today)),
        open=tuple(open_of(seller, today, me)),
        records=tuple(_newest_first(kept)),
        first=tuple(_newest_first(_unplanned(kept, seller))),
        titles=titles(seller),
        values=examples_of(seller),
        narrowed=bool(kinds or since),
        kept=words_of([seller], today, me),
        helped=tuple(helped_of(seller, today)),
    )


def open_of(seller: Seller, today: date, me: Book = NOBODY) -> list[Entry]:
    """Return what is open both ways, late promises first, then what else as it came; what has a list of its own not."""
    found = promises_of([seller], today, me=me)
    promises = [Entry(one.id, Commitment.kind, one.said, one.made, one) for one in found]
    kinds = [kind for kind in KINDS if kind in seller.records and kind != Commitment.kind]
    others = [
        Entry(record.id, kind, str(getattr(record, KINDS[kind].titled)), record.on)
        for kind in kinds
        if "kept" in KINDS[kind].settles and not KINDS[kind].apart
        for record in open_in(seller, kind)
    ]
    return [*promises, *others]


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
    noted = [record for record in _unplanned(found, seller) if not isinstance(record, Talk)]
    return sorted(noted, key=lambda record: record.on)


def _unplanned(records: list[Record], seller: Seller) -> list[Record]:
    """Return the records without those that a plan writes by the dozen: its phases and steps, and steps dropped."""
    steps = {step.id for step in seller.records.get("step", ())}
    dropped = {one.id for one in seller.all(Settled) if one.how == "dropped" and one.of in steps}
    return [record for record in records if record.kind not in {"phase", "step"} and record.id not in dropped]


def _newest_first(records: list[Record]) -> list[Record]:
    """Sort by day; within one, in the order of the kinds: the talk, then what came out of it, newest first."""
    order = {kind: at for at, kind in enumerate(KINDS)}
    latest = records[::-1]
    return sorted(latest, key=lambda record: (-record.on.toordinal(), order[record.kind]))
