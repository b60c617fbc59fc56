"""The sections of an agenda: what goes into each, and why each item is there."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.coaching.lights import areas_of, red_felt, reds, spoken, weighing
from salescoach.coaching.needs import unanswered
from salescoach.coaching.settling import team_topics
from salescoach.expectations.rules import Expected
from salescoach.goals.rules import standings_of
from salescoach.praise.rules import silence_of, unsaid_of
from salescoach.promises.rules import made_late, promises_of
from salescoach.records.commitment import Commitment
from salescoach.records.keys import key_form
from salescoach.records.praise import Feedback
from salescoach.records.rating import LIGHTS
from salescoach.records.seller import NOBODY, Book, Seller
from salescoach.records.talk import Talk
from salescoach.records.topic import Focus, Lesson, Topic
from salescoach.talk.rules import newcomer, sale, turns, views
from salescoach.talk.rules.items import AgendaContext, Item, area_item, due, goal_item, promise_item, said, voice_item
from salescoach.talk.rules.questions import carried


def topics(known: AgendaContext) -> tuple[Item, ...]:
    """Return what she wants to talk about, the longest carried first; last what the whole team goes on with."""
    items = list[Item]()
    for topic in sorted(known.seller.open(Topic), key=lambda topic: (topic.raised_by == "me", topic.on)):
        times, mine = carried(known.seller, topic), topic.private or topic.raised_by == "me"
        why = phrase("why.carried" if times else "why.said", day=topic.on, times=times)
        items.append(Item(phrase("item.topic", what=topic.what), why, (topic.id,), private=mine))
    return (*items, *_of_team(known.me))


def _of_team(me: Book) -> Iterator[Item]:
    """Give the topics of the team, all in one line (S3.4)."""
    found = [one for one in team_topics(me) if not one.private] if Topic.kind in me.records else []
    if found:
        text = phrase("item.team", what=" · ".join(one.what for one in found))
        yield Item(text, phrase("why.team", day=found[-1].on), tuple(one.id for one in found))


def promises(known: AgendaContext) -> tuple[Item, ...]:
    """Return what I can take off her where she is not well, what is open both ways, mine and late first, and needs."""
    needs = [Item(phrase("item.need", what=one.what), said(one), (one.id,)) for one in unanswered(known.seller)]
    return (*newcomer.parting(known), *care(known.seller), *owed(known), *needs)


def care(seller: Seller) -> Iterator[Item]:
    """Give what a red of how she is asks of the manager; it corrects nothing."""
    for area in red_felt(seller):
        why = phrase("why.care", light=spoken(area.name), day=area.since)
        yield Item(phrase("item.care", name=seller.first_name), why, (area.now.id,), private=True)


def owed(known: AgendaContext) -> tuple[Item, ...]:
    """Return what is open both ways, mine first, late first; then in one line what is of handovers to delivery."""
    seller = known.seller
    found = promises_of([seller], known.today, me=known.me)
    open_ = tuple(promise_item(one, seller) for by in ("me", "seller") for one in found if one.by == by)
    line, why = phrase("item.handovers", handovers=known.handovers), phrase("why.handovers", key=seller.key)
    return (*open_, Item(line, why, private=True)) if known.handovers else open_


def thanks(known: AgendaContext) -> tuple[Item, ...]:
    """Return what to thank for, newest first, customers beside it; what was never told first where it is long quiet."""
    quiet, silence = last_praise(known.seller, known.today), silence_of(known.seller, known.today)
    praise = [Item(one.said, quiet, one.ids) for one in silence.reasons]
    if unsaid := unsaid_of(known.seller):
        first = not silence.hero and (silence.days is None or silence.days > known.settings.silence.praise)
        why = phrase("why.written", day=unsaid.on)
        praise.insert(0 if first else 1, Item(phrase("item.unsaid", what=unsaid.what), why, (unsaid.id,), private=True))
    return (*praise[:1], *_heard(known), *praise[1:])


def _heard(known: AgendaContext) -> Iterator[Item]:
    """Give what customers say of her, in their own words."""
    if "customer" not in known.seller.records:  # most sellers: then nothing of it is imported
        return
    from salescoach.customers.rules import voices_of

    for one in voices_of(known.seller, known.today):
        yield voice_item(one, beside=True)


def looking_back(known: AgendaContext) -> tuple[Item, ...]:
    """Return what was reached, what to thank for first of all, and what the seller says of it in her own words."""
    return (*map(goal_item, standings_of(known.seller, known.today)), *thanks(known)[:1], *views.heard(known, "back"))


def last_praise(seller: Seller, today: date) -> Phrase:
    """Return how long it has been quiet with praise."""
    days = silence_of(seller, today).days
    if days is None:
        return phrase("why.never_praised")
    return phrase("why.praised" if days else "why.praised_today", days=days)


def work(known: AgendaContext) -> tuple[Item, ...]:
    """Return the one thing to work on: what she practises, a red beside it, else a red, what else says so, a goal."""
    parts = sale.parts_of(known)
    for focus in known.seller.open(Focus)[-1:]:
        red = [one for one in parts if one.red and key_form(one.name) != key_form(focus.area)]
        beside = [sale.worked_on(one, known)[0] for one in red[:1]]
        return (*sale.focused(focus, parts, known), *beside)
    lights = [area for area in areas_of(weighing(known.seller)) if area.name in LIGHTS]
    fallen = [area for area in lights if area.trend == "down"]
    for part in parts[:1]:
        if part.red or not reds(lights):
            return sale.worked_on(part, known)
    for area in (*reds(lights), *fallen):
        return (area_item(area, *sale.by_me(area, known)),)
    for goal in (one for one in standings_of(known.seller, known.today) if one.pace == "behind"):
        return (goal_item(goal),)
    practised = [talk for talk in known.seller.all(Talk) if talk.one_skill][-1:]
    return tuple(Item(phrase("item.skill", what=one.one_skill), said(one), (one.id,)) for one in practised)


def figures(known: AgendaContext) -> tuple[Item, ...]:
    """Return what her figures say against her own past, in two lines at most: nothing is read where there are none."""
    if not known.figures:
        return ()
    from salescoach.figures.rules.compared import brief

    return tuple(Item(text, phrase("why.figures", day=on)) for text, on in brief(known.figures, known.seller.key))


def questions(known: AgendaContext) -> tuple[Item, ...]:
    """Return the two questions, each with what the data shows."""
    return tuple(
        Item(phrase("item.question", text=one.text), phrase(f"signal.{one.signal.code}", **one.signal.gaps), (one.id,))
        for one in known.chosen
    )


def lesson(known: AgendaContext) -> tuple[Item, ...]:
    """Return the manager's last lesson with her, and what she said about the manager since the last talk began."""
    seller, talk = known.seller, known.seller.last(Talk)
    found = [(talk.on, talk.lesson, talk.id) for talk in seller.all(Talk) if talk.lesson]
    found += [(one.on, one.text, one.id) for one in seller.all(Lesson)]
    last = sorted(found)[-1:]
    mine = [Item(phrase("item.lesson", text=text), phrase("why.said", day=day), (id_,)) for day, text, id_ in last]
    heard = [one for one in seller.all(Feedback) if one.to == "me" and (talk is None or one.on >= talk.on)]
    gaps = [(phrase("item.about_me", name=seller.first_name, what=one.what), one) for one in reversed(heard)]
    return (*mine, *(Item(text, said(one), (one.id,), private=True) for text, one in gaps))


def goals(known: AgendaContext) -> tuple[Item, ...]:
    """Return the open goals against their pace."""
    return tuple(map(goal_item, standings_of(known.seller, known.today)))


def her_goals(seller: Seller, today: date) -> tuple[Item, ...]:
    """Return the open goals for her own eyes, without private ones."""
    return tuple(goal_item(one, hers=True) for one in standings_of(seller, today) if not one.goal.private)


def her_greens(expected: Sequence[Expected]) -> tuple[Item, ...]:
    """Return what is expected for her own eyes: what green looks like in each area in which that is said."""
    return tuple(
        Item(phrase("item.expected", area=spoken(one.area), looks=green), ids=(one.id,) if one.id else ())
        for one in expected
        if (green := one.levels.get("green"))
    )


def agreed(seller: Seller, today: date, me: Book = NOBODY) -> tuple[Item, ...]:
    """Return what both have promised, without private lines, for her eyes."""
    hidden = {one.id for one in seller.all(Commitment) if one.private or not (one.talk or one.team)}
    found = [one for one in promises_of([seller], today, me=me) if one.id not in hidden]
    said_ = ((phrase(f"item.agreed_{one.by}", what=one.cued, name=seller.first_name), one) for one in found)
    return tuple(Item(text, due(one), (one.id,)) for text, one in said_)


def initiatives(known: AgendaContext) -> tuple[Item, ...]:
    """Return what is to be asked again (S4.4); else the first initiative that waits, where nothing more presses."""
    if "initiative" not in known.me.records:  # most managers: then nothing of it is imported
        return ()
    from salescoach.initiatives.rules import about, ask_again, lasting

    seller, today = known.seller, known.today
    pressed = made_late(promises_of([seller], today, "me", known.me)) or reds(areas_of(seller)) or seller.open(Topic)
    again, waits = list[Item](), list[Item]()
    for one in lasting(known.me):
        found = about(seller, one, today)
        if months := ask_again(seller, found, today):
            again.append(Item(phrase("item.initiative_again", name=one.name, months=months), said(found[-1])))
        elif not (found or pressed or known.me.closing(one) or seller.is_to_start(today)):
            why = phrase("why.initiative_left", key=seller.key)
            waits.append(Item(phrase("item.initiative_left", name=one.name), why, (one.id,)))
    return tuple(again or waits[:1])


def aims(known: AgendaContext) -> tuple[Item, ...]:
    """Return what each open initiative wants and why, and what was said about it with this seller."""
    from salescoach.initiatives.records import Initiative
    from salescoach.initiatives.rules import about

    items = list[Item]()
    for one in known.me.open(Initiative):
        items.append(Item(phrase("item.initiative", name=one.name, what=one.what), said(one), (one.id,)))
        last = about(known.seller, one, known.today)[-1:]
        for record, key in ((record, key) for record in (one, *last) for key in ("why", "so_far", "trains", "gain")):
            if what := getattr(record, key, None):
                line = phrase(f"item.initiative_{key}", what=what, name=known.seller.first_name)
                items.append(Item(line, said(record), (record.id,), private=key == "gain"))
    return tuple(items)


Filler = Callable[[AgendaContext], tuple[Item, ...]]

MEASURED = "figures"
"""The section that looks at figures."""

FILLERS: dict[str, Filler] = {
    "open": topics,
    "promises": promises,
    "thanks": thanks,
    "work": work,
    "goals": goals,
    "questions": questions,
    "lesson": lesson,
    "light": turns.light,
    "value": turns.value,
    "expected": newcomer.where_we_stand,
    "stands": newcomer.all_stands,
    "steps": newcomer.steps,
    "untold": newcomer.untold,
    "views": views.both,
    "back": looking_back,
    MEASURED: figures,
    "ahead": views.ahead,
    "resources": views.resources,
    "owed": owed,
    "help": newcomer.helped,
    "initiative": initiatives,
    "aims": aims,
    "tools": owed,
}
"""What is known and goes into a section of a template, by the section's key."""

EXPECTING = {"expected", "stands"}
"""Sections that look at what is expected of a seller."""

ASKED = {"questions", "light", "value"}
"""Sections whose items are asked, so that the talk remembers their ids."""

SPOKEN = {"open", "goals", "tools"}
"""Sections that begin with their prompt, whatever is known; so do those that nothing known goes into."""

SAID_WHY = {"open", "goals", "back", "ahead", "resources", "plan", "close", "work"}
"""Sections whose prompt has a reason of its own."""

NEVER_EMPTY = {"work", "thanks", "back", "ahead", "resources"}
"""Sections that have their prompt alone where nothing is known."""

OF_WORK = {"work", "thanks"}
"""Sections that are about what she has done at work: before the first day there they are left out."""
