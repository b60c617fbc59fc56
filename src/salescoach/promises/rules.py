"""Promises: what is open both ways, and how late it is (S3.1)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.lights import areas_of
from salescoach.frozen import frozen
from salescoach.records.absence import days_late
from salescoach.records.commitment import Commitment, behind
from salescoach.records.keys import key_form
from salescoach.records.seller import NOBODY, Book, Seller
from salescoach.records.settled import Settled
from salescoach.records.values import Level, Person
from salescoach.words.order import Order, plainly

WEEK = 7

YEAR = 365
"""Days over which kept promises are measured: long enough for enough of them, short enough to be of today."""

QUARTER = 90
"""Days over which promises are counted, and without a look at a standing one: long enough to show a habit."""

ENOUGH = 5
"""Promises from which a middle or a share says something: of fewer, one alone would be it."""


@frozen
class Promise:
    """One open commitment: `seller` is the key of her file; `days_late` is below 0 until due, `was` its day before."""

    id: str
    seller: str
    name: str
    by: Person
    what: str
    made: date
    due: date | None = None
    days_late: int | None = None
    was: date | None = None
    cue: str | None = None
    area: str | None = None

    @property
    def cued(self) -> str:
        """What was promised, behind the moment that reminds of it."""
        return f"{self.cue}, {self.what}" if self.cue else self.what

    @property
    def said(self) -> str:
        """The same, behind the area that it is to help with."""
        return behind(self.area, self.cued)

    @property
    def late(self) -> bool:
        """Tell whether its day has gone by."""
        return self.days_late is not None and self.days_late > 0


@frozen
class Vow:
    """A standing promise to the whole team; `looked` is the day on which it was last found to hold, if ever."""

    id: str
    what: str
    made: date
    days: int
    looked: date | None = None

    @property
    def waits(self) -> bool:
        """Tell whether a quarter went by without a look at it."""
        return self.days >= QUARTER

    @property
    def asks(self) -> Phrase:
        """Whether it is still true."""
        return phrase("today.look", what=self.what, days=self.days, id=self.id[:3])


@frozen
class Word:
    """How promises of one side stand, of the last `days`; `kept_late` of the `kept` were kept after their day."""

    kept: int
    kept_late: int
    dropped: int
    late: int
    open: int
    days: int = QUARTER

    @property
    def whole(self) -> int:
        """The promises that were to be kept by now."""
        return self.kept + self.dropped + self.late

    @property
    def share(self) -> float | None:
        """The part of them that was kept, None where they are too few to tell."""
        return self.kept / self.whole if self.whole >= ENOUGH else None


@frozen
class Helped:
    """What a seller did with a colleague (`helper`, a key): her light on the `area` before, and after (None: grey)."""

    id: str
    what: str
    area: str
    helper: str
    since: date
    before: Level | None
    after: Level | None


@frozen(kw_only=True)
class Promises(Answer):
    """What is open both ways, late first, what stands without a day, and how both kept their word; `one` is she."""

    mine: tuple[Promise, ...]
    hers: tuple[Promise, ...]
    standing: tuple[Vow, ...] = ()
    words: tuple[Word, ...] = ()
    one: str = ""


@frozen
class Brake:
    """What a new promise comes on top of: how many are `open`, and the days that the `kept` took, where enough were."""

    open: int
    kept: int
    days: int | None = None
    left: int | None = None


def both_ways(sellers: Sequence[Seller], today: date, me: Book = NOBODY, order: Order = plainly) -> Promises:
    """Return what is open between the manager and these sellers, the whole team being one of them."""
    mine, hers = promises_of(sellers, today, "me", me, order), promises_of(sellers, today, "seller", order=order)
    return Promises(
        mine=tuple(mine),
        hers=tuple(hers),
        standing=tuple(vow for one in sellers if isinstance(one, Seller) and one.mine for vow in vows_of(one, today)),
        words=words_of(sellers, today, me),
        one=sellers[0].first_name if len(sellers) == 1 else "",
    )


def vows_of(me: Book, today: date) -> list[Vow]:
    """Return the standing promises in the manager's own file, the one that was longest without a look first."""
    looks = {one.of: one.on for one in me.all(Settled) if one.how == "held" and one.on <= today}
    found = [one for one in me.open(Commitment) if stands(me, one) and one.on <= today]
    vows = (Vow(one.id, one.what, one.on, (today - looks.get(one.id, one.on)).days, looks.get(one.id)) for one in found)
    return sorted(vows, key=lambda vow: -vow.days)


def stands(book: Book, made: Commitment) -> bool:
    """Tell whether a promise is one to the whole team that has no day: it is kept by holding."""
    mine = not isinstance(book, Seller) or book.mine
    return mine and made.by == "me" and book.due(made) is None


def words_of(sellers: Sequence[Book], today: date, me: Book = NOBODY) -> tuple[Word, ...]:
    """Return how the manager's promises to these stand, and theirs: settled in the last quarter, or open now."""
    return _word(sellers, "me", today, me), _word(sellers, "seller", today, me)


def _word(books: Sequence[Book], by: Person, today: date, me: Book) -> Word:
    made = [(book, one) for book in books for one in book.all(Commitment) if one.by == by and one.on <= today]
    whose = [(book, one, me if by == "me" else book) for book, one in made if not stands(book, one)]
    settled = [(book.closing(one), book.due(one), who.absences) for book, one, who in whose]
    closed = [(end, due, away) for end, due, away in settled if end and 0 <= (today - end.on).days < QUARTER]
    kept = [due is not None and days_late(due, end.on, away) > 0 for end, due, away in closed if end.how == "kept"]
    late = [due is not None and days_late(due, today, away) > 0 for end, due, away in settled if end is None]
    return Word(len(kept), sum(kept), dropped=len(closed) - len(kept), late=sum(late), open=late.count(False))


def promises_of(
    sellers: Iterable[Seller], today: date, by: Person | None = None, me: Book = NOBODY, order: Order = plainly
) -> list[Promise]:
    """Return what is open of both, or `by` one, late first, then by due date; who is away, as `me` is, is not late."""
    made = ((one, each) for one in sellers for each in one.open(Commitment) if not stands(one, each))
    found = (_promise(seller, each, today, me) for seller, each in made)
    return in_order((promise for promise in found if by in (None, promise.by)), order)


def in_order(promises: Iterable[Promise], order: Order = plainly) -> list[Promise]:
    """Return promises most days late first, then by due date, what has none last."""
    return sorted(promises, key=lambda each: (each.due or date.max, each.made, order(each.name), each.seller))


def pressing(promises: Iterable[Promise]) -> list[Promise]:
    """Return those that are late or due within a week."""
    return [promise for promise in promises if promise.days_late is not None and promise.days_late >= -WEEK]


def in_next_week(promise: Promise, today: date) -> bool:
    """Tell whether a promise is due from Monday to Sunday of next week."""
    return promise.due is not None and 0 < (promise.due - today).days - (WEEK - today.isoweekday()) <= WEEK


def made_late(promises: Iterable[Promise]) -> list[Promise]:
    """Return those whose day has gone by."""
    return [promise for promise in promises if promise.late]


def helped_of(seller: Seller, today: date) -> list[Helped]:
    """Return what was done with a colleague, the latest first: what was kept, or is open some weeks after its day."""
    helped = []
    for one in seller.all(Commitment):
        end, due = seller.closing(one), seller.due(one) or one.on
        if not one.helper or not one.area or (end.how != "kept" if end else (today - due).days < 4 * WEEK):
            continue
        since, key = end.on if end else due, key_form(one.area)
        lights = [light for area in areas_of(seller) if key_form(area.name) == key for light in area.ratings]
        before = [light.level for light in lights if light.on <= one.on]
        after = [light.level for light in lights if light.on >= since and light.on > one.on]
        levels = (found[-1] if found else None for found in (before, after))
        helped.append(Helped(one.id, one.what, one.area, one.helper, since, *levels))
    return sorted(helped, key=lambda one: one.since, reverse=True)


def brake_of(books: Sequence[Book], due: date | None, today: date, most: int) -> Brake | None:
    """Return what speaks for another day than `due`: mine take longer, or `most` are open already; else None.

    A day that has gone by is told of elsewhere.
    """
    left = None if due is None else (due - today).days
    mine = [(book, made) for book in books for made in book.all(Commitment) if made.by == "me" and made.on <= today]
    mine = [(book, made) for book, made in mine if not stands(book, made)]
    ends = [(made, book.closing(made)) for book, made in mine]
    since = today - timedelta(YEAR)
    took = sorted(
        (end.on - made.on).days for made, end in ends if end and end.how == "kept" and since < end.on <= today
    )
    days = -(-(took[(len(took) - 1) // 2] + took[len(took) // 2]) // 2) if len(took) >= ENOUGH else None
    brake = Brake(sum(end is None for _, end in ends), len(took), days, left)
    soon = left is not None and days is not None and left < days
    return brake if (soon or brake.open >= most) and (left is None or left >= 0) else None


def _promise(seller: Seller, commitment: Commitment, today: date, me: Book) -> Promise:
    due, who = seller.due(commitment), me if commitment.by == "me" else seller
    return Promise(
        id=commitment.id,
        seller=seller.key,
        name=seller.name,
        by=commitment.by,
        what=commitment.what,
        made=commitment.on,
        due=due,
        days_late=None if due is None else days_late(due, today, who.absences),
        was=seller.was(commitment, "due"),
        cue=commitment.cue,
        area=commitment.area,
    )
