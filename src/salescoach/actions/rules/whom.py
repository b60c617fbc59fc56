"""Whom a small action is for today, and why; who has been left out, and what the team lacks (S2.2)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from salescoach.actions.records import Chosen
from salescoach.actions.rules.catalogue import Lacks, SmallAction
from salescoach.actions.rules.habits import Habit, tally
from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import count_days, known_since, latest
from salescoach.coaching.lights import Area, areas_of, reds, spoken, weighing
from salescoach.customers.records import Customer
from salescoach.frozen import frozen
from salescoach.praise.rules import RECENT, silence_of, silences
from salescoach.promises.rules import made_late, promises_of
from salescoach.records.absence import absence_on
from salescoach.records.commitment import Commitment
from salescoach.records.contact import Action
from salescoach.records.keys import key_form
from salescoach.records.praise import Praise
from salescoach.records.seller import Book, Seller
from salescoach.words.order import Order, plainly

MOST = 4
"""Actions that are to become habits at a time: more are none (S2.2)."""

LEFT_OUT = 28
"""Days at work without any small action from which somebody is left out."""

_WEEK = 7


@frozen
class LeftOut:
    """A seller whom no small action was for, for so many `days` at work."""

    seller: str
    name: str
    days: int


@frozen
class Suggestion:
    """The one small action of today, for a seller or (`seller` is None) for all, and why now."""

    action: str
    why: Phrase
    seller: str | None = None
    name: str = ""


@frozen
class Next:
    """The action to take up next, and what there is `n` of in the team that it answers; None where nothing lacks."""

    action: str
    lacks: str | None = None
    n: int = 0


@frozen(kw_only=True)
class Tally(Answer):
    """The small actions that are known, how often each was done, and what they are; and of the `chosen` what is next.

    `hint` asks for how they are chosen and let go.
    """

    habits: tuple[Habit, ...]
    titles: Mapping[str, str]
    chosen: tuple[str, ...] = ()
    left: tuple[LeftOut, ...] = ()
    today: Suggestion | None = None
    next: Next | None = None
    hint: bool = False


@frozen
class _Reason:
    """Why a small action now: what it answers, the text it rests on, the day that is from, and all of it in words."""

    lacks: Lacks
    text: str
    on: date
    why: Phrase


Unfit = Callable[[str], bool]
"""Tells that a text is of health or of how somebody is: that is no reason for anything."""


def chosen_in(me: Book, today: date) -> tuple[str, ...]:
    """Return the actions that are chosen on a day."""
    return next((tuple(one.actions) for one in reversed(me.all(Chosen)) if one.on <= today), ())


def standing(
    sellers: Sequence[Seller], me: Book, actions: Mapping[str, SmallAction], silence: int, unfit: Unfit, *,
    today: date, order: Order = plainly, hint: bool = False,
) -> Tally:  # fmt: skip
    """Return how the small actions stand; `silence` is the days without praise that are pointed out."""
    chosen = chosen_in(me, today)
    habits = {one.action: one for one in tally((*sellers, me), today, (*actions, *chosen), me.absences, order)}
    mine = [actions.get(name, SmallAction(name, "")) for name in chosen]
    waited = _waited(sellers, me, today, order)
    left = tuple(LeftOut(one.key, one.first_name, days) for one, days in waited if days >= LEFT_OUT)
    seen = {one.key: _seen(at_work(one), me, today) for one in sellers if chosen}
    reasons = {key: [one for one in found if not unfit(one.text)] for key, found in seen.items()}
    lacks = Counter(reason.lacks for found in reasons.values() for reason in found) + Counter(contact=len(left))
    lacks["praise"] = len(silences(map(at_work, sellers), today, silence)) if chosen else 0
    building = [one for one in chosen if not habits[one].in_place]
    return Tally(
        habits=tuple(habits.values()),
        titles={one.name: one.title for one in actions.values()},
        chosen=chosen,
        left=left,
        today=_today(mine, waited, reasons, habits, today) if chosen and not absence_on(me.absences, today) else None,
        next=_next(actions, habits, chosen, lacks) if len(building) < min(MOST, len(chosen)) else None,
        hint=hint,
    )


def at_work(seller: Seller) -> Seller:
    """Return a seller without how she is, and without what is private, whether it is to be shown or not."""
    shown = {kind: [one.veiled() if one.private else one for one in found] for kind, found in seller.records.items()}
    return weighing(replace(seller, records={kind: [*filter(None, found)] for kind, found in shown.items()}))


def _waited(sellers: Sequence[Seller], me: Book, today: date, order: Order) -> list[tuple[Seller, int]]:
    """Return who is here, the longest without any small action first, and for how many days at work.

    It counts from the last one, or from the first day; and for nobody from before the first one of all.
    """
    firsts = (one.on for book in (me, *sellers) for one in (*book.all(Action)[:1], *book.all(Chosen)[:1]))
    began = min(firsts, default=today)
    here = [one for one in sellers if not (one.is_to_start(today) or absence_on(one.absences, today))]
    days = [(one, latest(one.all(Action), today) or max(began, known_since(one) or began)) for one in here]
    found = [(one, count_days(day, today, (*one.absences, *me.absences))) for one, day in days]
    return sorted(found, key=lambda each: (-each[1], order(each[0].name)))


def _seen(work: Seller, me: Book, today: date) -> Iterator[_Reason]:
    """Give what is late of mine, red without my help, good without praise, and heard without her knowing."""
    for late in made_late(promises_of([work], today, "me", me))[:1]:
        why = phrase("habits.why.promise", what=late.what, days=late.days_late)
        yield _Reason("promise", late.what, late.due or today, why)
    for red in [one for one in reds(areas_of(work)) if not _helped(work, one, today)][:1]:
        why = phrase("habits.why.help", area=spoken(red.name), days=(today - red.since).days)
        yield _Reason("help", red.name, red.since, why)
    for good in silence_of(work, today).reasons[:1]:
        yield _Reason("praise", good.what, good.on, phrase(f"habits.why.{good.code}", what=good.what, day=good.on))
    praised = latest(work.all(Praise), today) or date.min
    for heard in [one for one in work.all(Customer) if 0 <= (today - one.on).days <= RECENT and one.on > praised][-1:]:
        key = "habits.why.voice_of" if heard.customer else "habits.why.voice"
        yield _Reason("voice", heard.what, heard.on, phrase(key, what=heard.what, who=heard.customer, day=heard.on))


def _helped(work: Seller, red: Area, today: date) -> bool:
    """Tell whether the manager promised any help in an area since it is red."""
    about = (one for one in work.all(Commitment) if one.by == "me" and red.since <= one.on <= today)
    return any(key_form(one.area or "") == key_form(red.name) for one in about)


def _today(
    mine: Sequence[SmallAction], waited: Sequence[tuple[Seller, int]],
    reasons: Mapping[str, Sequence[_Reason]], habits: Mapping[str, Habit], today: date,
) -> Suggestion | None:  # fmt: skip
    """Return one action for one seller: who waited longest for one that something speaks for, else who waited longest.

    Of several that fit it is the one that was done least this week; what is done with all waits for its own turn.
    """
    rare = sorted(mine, key=lambda one: habits[one.name].week)
    single = [one for one in rare if not one.team]
    for who, _ in waited:
        for reason in [each for each in reasons[who.key] if _is_news(each, latest(who.all(Action), today), today)]:
            for one in single:
                if one.lacks == reason.lacks:
                    return Suggestion(one.name, reason.why, who.key, who.first_name)
    if single and waited and waited[0][1] >= _WEEK:
        who, days = waited[0]
        return Suggestion(single[0].name, phrase("habits.why.contact", days=days), who.key, who.first_name)
    undone = [one.name for one in rare if one.team and waited and not habits[one.name].week]
    return Suggestion(undone[0], phrase("habits.why.team")) if undone else None


def _is_news(reason: _Reason, last: date | None, today: date) -> bool:
    """Tell whether no small action was for her since, or none this last week."""
    return last is None or reason.on > last or (today - last).days >= _WEEK


def _next(
    actions: Mapping[str, SmallAction], habits: Mapping[str, Habit], chosen: Sequence[str], lacks: Mapping[str, int]
) -> Next | None:
    """Return an action that was never done, for what the team lacks most; any where it lacks nothing."""
    new = [one for name, one in actions.items() if name not in chosen and not habits[name].total]
    for code, n in sorted(lacks.items(), key=lambda each: -each[1]):
        for one in new:
            if n and one.lacks == code:
                return Next(one.name, code, n)
    return Next(new[0].name) if new else None
