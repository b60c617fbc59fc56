"""Whom a small action is for today, and why; who has been left out, and what the team lacks (S2.2)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from salescoach.actions.rules.catalogue import Lacks, Small
from salescoach.actions.rules.habits import Habit, tally
from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import count_days, known_since, latest
from salescoach.coaching.lights import areas_of, reds, spoken, weighing
from salescoach.customers.records import Customer
from salescoach.frozen import frozen
from salescoach.praise.rules import RECENT, silence_of, silences
from salescoach.promises.rules import WEEK, made_late, promises_of
from salescoach.records.absence import absence_on
from salescoach.records.commitment import Commitment
from salescoach.records.contact import Action, Chosen
from salescoach.records.keys import key_form
from salescoach.records.praise import Praise
from salescoach.records.seller import Book, Seller
from salescoach.words.order import Order, plainly

MOST = 4
"""Actions that are built up at a time: more become none (S2.2)."""

LEFT_OUT = 28
"""Days at work without any small action from which somebody is left out."""

_Reason = tuple[Lacks, date, Phrase]
"""What a small action would answer, since when, and why in words."""


@frozen
class Suggestion:
    """An action, and why: the one of today, for a seller or (None) for all; or the one to choose next."""

    action: str
    why: Phrase
    seller: str | None = None
    name: str = ""


@frozen(kw_only=True)
class Tally(Answer):
    """How often each action was done; who was `left` out, by key, name and days at work; today's one and the next."""

    habits: tuple[Habit, ...]
    titles: Mapping[str, str]
    chosen: tuple[str, ...] = ()
    left: tuple[tuple[str, str, int], ...] = ()
    today: Suggestion | None = None
    next: Suggestion | None = None


def chosen_in(me: Book, today: date) -> tuple[str, ...]:
    """Return the actions that are chosen on a day."""
    return next((tuple(one.actions) for one in reversed(me.all(Chosen)) if one.on <= today), ())


def standing(
    sellers: Sequence[Seller], me: Book, actions: Mapping[str, Small], unfit: Callable[[str], object], *,
    silence: int, today: date, order: Order = plainly,
) -> Tally:  # fmt: skip
    """Return how it stands; `silence` is days without praise, what is of health or of how she is is `unfit`."""
    chosen = chosen_in(me, today)
    habits = {one.action: one for one in tally((*sellers, me), today, (*actions, *chosen), me.absences, order)}
    waited = _waited(sellers, me, today, order)
    left = tuple((one.key, one.first_name, days) for one, days in waited if days >= LEFT_OUT)
    work = [_at_work(one) for one in sellers if chosen]
    reasons = {
        who.key: [one for one in _reasons(who, me, today) if not unfit(str(one[2].data["what"]))] for who in work
    }
    lacks = Counter(lack for found in reasons.values() for lack, _, _ in found) + Counter(contact=len(left))
    lacks["praise"] = len(silences(work, today, silence))
    building = [one for one in chosen if not habits[one].in_place]
    rare = sorted((actions.get(name, {"name": name}) for name in chosen), key=lambda one: habits[one["name"]].week)
    return Tally(
        habits=tuple(habits.values()),
        titles={name: row["title"] for name, row in actions.items()},
        chosen=chosen,
        left=left,
        today=None if absence_on(me.absences, today) else _today(rare, waited, reasons, habits, today),
        next=_next(actions, habits, chosen, lacks) if len(building) < min(MOST, len(chosen)) else None,
    )


def _at_work(seller: Seller) -> Seller:
    """Return a seller without how she is, and without what is private, whether it is to be shown or not."""
    shown = {kind: [one.veiled() if one.private else one for one in found] for kind, found in seller.records.items()}
    return weighing(replace(seller, records={kind: [*filter(None, found)] for kind, found in shown.items()}))


def _waited(sellers: Sequence[Seller], me: Book, today: date, order: Order) -> list[tuple[Seller, int]]:
    """Return who is here and for how many days at work no small action was for her, the longest first.

    It counts from the last one, or from her first day; and for nobody from before the first one of all.
    """
    firsts = (one.on for book in (me, *sellers) for one in (*book.all(Action)[:1], *book.all(Chosen)[:1]))
    began = min(firsts, default=today)
    here = [one for one in sellers if not (one.is_to_start(today) or absence_on(one.absences, today))]
    since = [latest(one.all(Action), today) or max(began, known_since(one) or began) for one in here]
    days = [count_days(day, today, (*one.absences, *me.absences)) for one, day in zip(here, since, strict=True)]
    return sorted(zip(here, days, strict=True), key=lambda each: (-each[1], order(each[0].name)))


def _reasons(work: Seller, me: Book, today: date) -> Iterator[_Reason]:
    """Give what is late of mine, red without my help, good without praise, and heard with no praise since."""
    for late in made_late(promises_of([work], today, "me", me))[:1]:
        yield "promise", late.due or today, phrase("habits.why.promise", what=late.what, days=late.days_late)
    mine = [(key_form(one.area or ""), one.on) for one in work.all(Commitment) if one.by == "me" and one.on <= today]
    for red in reds(areas_of(work)):
        if any(area == key_form(red.name) and red.since <= day for area, day in mine):
            continue
        yield "help", red.since, phrase("habits.why.help", what=spoken(red.name), days=(today - red.since).days)
    for good in silence_of(work, today).reasons[:1]:
        yield "praise", good.on, phrase(f"habits.why.{good.code}", what=good.what, day=good.on, giver=good.giver)
    praised = latest(work.all(Praise), today) or date.min
    for heard in [one for one in work.all(Customer) if 0 <= (today - one.on).days <= RECENT and one.on > praised][-1:]:
        key = "habits.why.voice_of" if heard.customer else "habits.why.voice"
        yield "voice", heard.on, phrase(key, what=heard.what, who=heard.customer, day=heard.on)


def _today(
    rare: Sequence[Small], waited: Sequence[tuple[Seller, int]],
    reasons: Mapping[str, Sequence[_Reason]], habits: Mapping[str, Habit], today: date,
) -> Suggestion | None:  # fmt: skip
    """Return an action, `rare` ones first, for who waited longest where something speaks for it, else at all."""
    single = [one for one in rare if not one.get("team")]
    for who, days in waited:
        last = latest(who.all(Action), today) or date.min
        for lack, since, why in reasons.get(who.key, ()):
            fit = next((one["name"] for one in single if one.get("lacks") == lack), None)
            if fit and (since > last or days >= WEEK):
                return Suggestion(fit, why, who.key, who.first_name)
    for who, days in [one for one in waited[:1] if single and one[1] >= WEEK]:
        return Suggestion(single[0]["name"], phrase("habits.why.contact", days=days), who.key, who.first_name)
    undone = [one["name"] for one in rare if one.get("team") and waited and not habits[one["name"]].week]
    return Suggestion(undone[0], phrase("habits.why.team")) if undone else None


def _next(
    actions: Mapping[str, Small], habits: Mapping[str, Habit], chosen: Sequence[str], lacks: Mapping[str, int]
) -> Suggestion | None:
    """Return an action that was never done, for what the team lacks most; any where it lacks nothing."""
    new = [(name, row) for name, row in actions.items() if name not in chosen and not habits[name].total]
    wanted = [code for code, n in sorted(lacks.items(), key=lambda each: -each[1]) if n]
    fit = [(name, code) for code in wanted for name, row in new if row.get("lacks") == code]
    fit += [(name, "none") for name, _ in new]
    return next((Suggestion(name, phrase(f"habits.next.{code}", n=lacks.get(code))) for name, code in fit), None)
