"""How far an initiative has come: who was talked with one by one, who is left, and when all will have been."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches

from dateutil.relativedelta import relativedelta

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import count_days, latest
from salescoach.errors import NoSuchItem, SeveralItems
from salescoach.frozen import frozen
from salescoach.initiatives.records import Dialogue, Initiative
from salescoach.promises.rules import Promise, promises_of
from salescoach.records.absence import absence_on
from salescoach.records.calendar import Booking
from salescoach.records.commitment import Commitment
from salescoach.records.figures import Source, first_day, month_of, months_before, months_of, reached
from salescoach.records.keys import key_form
from salescoach.records.matching import named
from salescoach.records.rating import Rating
from salescoach.records.seller import Book, Seller
from salescoach.records.settled import Settled
from salescoach.records.talk import Talk
from salescoach.records.values import Number

AGENDA = "initiative"
"""The agenda of a talk about an initiative: no other talk counts for one, a kick-off least of all (S4.1)."""

_ENOUGH, _FORTNIGHT = 3, 14
"""Sellers talked with, and days since it began, from which there is a pace: before that it is too few to tell."""

_AGAIN = (3, 6, 12)
"""Months after a dialogue at which it is asked what has become of it."""


@frozen
class Row:
    """One seller: talked with last `on` a day, or left; `until` when away, `new` since it began, `booked` for it.

    `owed` are tools promised in these talks, `given` those that were kept; `lights` those of the area since it began.
    After `again` months it is to be asked what has become of it.
    """

    key: str
    name: str
    on: date | None
    idea: str | None
    trains: str | None
    owed: Sequence[Promise]
    given: Sequence[str]
    lights: Sequence[Rating]
    until: date | None
    new: bool
    booked: date | None
    again: int | None


@frozen
class Course:
    """One initiative: sellers `held` a talk with, oldest first, and `left`; `done_by` at the pace of the `days` so far.

    Days on which the manager was away do not count. `beside` is its figure since it began, and before for as long.
    """

    one: Initiative
    ended: Settled | None
    held: Sequence[Row]
    left: Sequence[Row]
    days: int
    done_by: date | None
    beside: tuple[Number, Number] | None

    @property
    def of(self) -> int:
        """How many sellers there are to talk with."""
        return len(self.held) + len(self.left)


@frozen(kw_only=True)
class Initiatives(Answer):
    """The initiatives that are open, or the one that was `named`."""

    courses: Sequence[Course]
    named: bool = False


@dataclass
class Following:
    """Initiatives, followed over all sellers who go by; each seller may be let go of."""

    ones: Sequence[Initiative]
    me: Book
    today: date
    rows: list[list[Row]] = field(default_factory=list)

    def each(self, sellers: Iterable[Seller]) -> Iterator[Seller]:
        """Give the sellers on; of those who are at work it is noted where they are."""
        for seller in sellers:
            if not seller.is_to_start(self.today):
                self.rows.append([_row(seller, one, self.me, self.today) for one in self.ones])
            yield seller

    def courses(self, figures: Sequence[Source] = ()) -> list[Course]:
        """Return how far each has come."""
        return [self._course(one, [rows[at] for rows in self.rows], figures) for at, one in enumerate(self.ones)]

    def lines(self) -> Iterator[Phrase]:
        """Give how many each has reached, where it is open, or whom to ask what has become of it."""
        for each in self.courses():
            again = [row.name for row in each.held if row.again]
            if again or not each.ended:
                gaps = {"name": each.one.name, "held": len(each.held), "of": each.of, "again": again}
                yield phrase("weekly.initiative_again" if again else "weekly.initiative", **gaps)

    def _course(self, one: Initiative, rows: Sequence[Row], figures: Sequence[Source]) -> Course:
        held = sorted((row for row in rows if row.on), key=lambda row: str(row.on))
        left, days = [row for row in rows if not row.on], count_days(one.on, self.today, self.me.absences)
        paced = left and len(held) >= _ENOUGH and days >= _FORTNIGHT
        done = self.today + timedelta(-(-len(left) * days // len(held))) if paced else None
        return Course(one, self.me.closing(one), held, left, days, done, _beside(one, rows, figures))


def meant(typed: str, found: Sequence[Initiative]) -> Initiative:
    """Return the initiative of that name, the latest of equal ones, or the one whose name begins so.

    Raise NoSuchItem, SeveralItems.
    """
    fitting = named(typed, ((one.name, one) for one in found)) if typed else found
    latest_of = {key_form(one.name): one for one in fitting}
    if len(latest_of) != 1:
        told = {"typed": typed, "near": near(typed, found), "command": "initiative"}
        if fitting:
            raise SeveralItems(items=[one.name for one in latest_of.values()], why="initiative", **told)
        raise NoSuchItem(why="initiative" if found else "no_initiative", **told)
    return fitting[-1]


def near(typed: str, found: Iterable[Initiative]) -> list[str]:
    """Return the names of which what was typed may be a slip of the finger."""
    names = {key_form(one.name): one.name for one in found}
    return [names[key] for key in get_close_matches(key_form(typed), list(names))]


def lasting(me: Book) -> list[Initiative]:
    """Return the initiatives that are open, and those that ended as they were meant to: both are asked about again."""
    return [one for one in me.all(Initiative) if not (end := me.closing(one)) or end.how == "kept"]


def about(seller: Seller, one: Initiative, today: date) -> list[Dialogue]:
    """Return what was said about an initiative with one seller alone since it began, oldest first (S4.4)."""
    key, talks = key_form(one.name), {talk.id: talk for talk in seller.all(Talk)}
    found = [said for said in seller.all(Dialogue) if key_form(said.initiative) == key and one.on <= said.on <= today]
    held = [(said, talks.get(said.talk or "")) for said in found if not said.team]
    return [said for said, talk in held if not talk or talk.private or talk.agenda == AGENDA]  # gone: nobody knows


def ask_again(seller: Seller, said: Sequence[Dialogue], today: date) -> int | None:
    """Return after how many months it is to be asked what has become of it, until a talk was held since then."""
    gone = [(n, day) for n in _AGAIN if said and (day := said[-1].on + relativedelta(months=n)) <= today]
    talk = latest(seller.all(Talk), today)
    return gone[-1][0] if gone and (talk is None or talk < gone[-1][1]) else None


def _row(seller: Seller, one: Initiative, me: Book, today: date) -> Row:
    said, area, away = about(seller, one, today), key_form(one.area or ""), absence_on(seller.absences, today)
    talks = {each.talk for each in said if each.talk}
    mine = {made.id: made for made in seller.all(Commitment) if made.by == "me" and made.talk in talks}
    booked = [each.next for each in seller.all(Booking) if each.agenda == AGENDA and each.on <= today]
    return Row(
        key=seller.key,
        name=seller.name,
        on=said[-1].on if said else None,
        idea=next((each.idea for each in reversed(said) if each.idea), None),
        trains=next((each.trains for each in reversed(said) if each.trains), None),
        owed=[made for made in promises_of([seller], today, "me", me) if made.id in mine],
        given=[made.what for made in mine.values() if (end := seller.closing(made)) and end.how == "kept"],
        lights=[each for each in seller.all(Rating) if key_form(each.area) == area and one.on <= each.on <= today],
        until=away.last if away else None,
        new=(seller.header.started or one.on) > one.on,
        booked=booked[-1] if booked and booked[-1] >= today else None,
        again=ask_again(seller, said, today),
    )


def _beside(one: Initiative, rows: Sequence[Row], figures: Sequence[Source]) -> tuple[Number, Number] | None:
    figure, hers = one.figure, [months_of(figures, row.key) for row in rows]
    long = len({each.month for months in hers for each in months if each.month >= month_of(one.on)})
    if figure is None or not long:
        return None
    since = first_day(months_before(month_of(one.on), long))
    now, both = (sum(reached(months, figure, day) or 0 for months in hers) for day in (one.on, since))
    return now, both - now
