"""The agenda of a talk: who she is to you now, what matters, in what order and for how many minutes (S1.3 to S1.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import Purpose, PurposeClock, Rhythm, booked_agenda, clock_of, rhythm_of
from salescoach.coaching.lights import weighing
from salescoach.coaching.schedule import course_of
from salescoach.expectations.rules import Expected
from salescoach.frozen import frozen
from salescoach.records.seller import NOBODY, Book, Seller
from salescoach.records.talk import Talk
from salescoach.talk.rules import newcomer, sections, views
from salescoach.talk.rules.details import rest_of
from salescoach.talk.rules.items import AgendaContext, Item, Section
from salescoach.talk.rules.memory import Memory, memory_of
from salescoach.talk.rules.questions import Question, choose, fill, opening_of, signals_of

USUAL = "check-in"
"""The agenda of a talk with somebody who is in no onboarding."""

_WELCOME = "first-days"
_WELCOME_DAYS = 7
"""The agenda of the first talk at work, and the days from the first within which it is held: the rest comes later."""

_ANSWER = 2
"""Minutes that a question of a first talk takes to be answered."""


@frozen(kw_only=True)
class Agenda(Answer):
    """The agenda of one talk: `first` sections make the first screen and share `minutes`, `rest` are one line each.

    `asked` are the ids of its questions, `sources` what it was built from; `for_her` is the version she may see: it has
    no `memory`, which is the manager's own.
    """

    key: str
    name: str
    title: str
    template: str
    minutes: int
    rhythm: Rhythm
    days_employed: int | None
    first: tuple[Section, ...]
    rest: tuple[Section, ...]
    asked: tuple[str, ...]
    sources: Mapping[str, object]
    purpose: PurposeClock | None = None
    memory: Memory = Memory()
    sheet: Phrase | None = None
    for_her: bool = False


def agenda_of(
    known: AgendaContext,
    template: Mapping[str, Any],
    catalogue: Sequence[Mapping[str, Any]],
    name: str = USUAL,
    minutes: int | None = None,
) -> Agenda:
    """Return the agenda of the next talk, after the template `name`; minutes as given, else the template's."""
    seller, today, me = known.seller, known.today, known.me
    rhythm = rhythm_of(seller, me, known.settings, today)
    seller = weighing(seller) if template.get("decides") else seller
    talks = seller.all(Talk)
    signals = signals_of(seller, rhythm, known.settings, today, me)
    chosen, opening = choose(catalogue, signals, talks), opening_of(catalogue, signals, talks)
    known = replace(known, seller=seller, chosen=chosen, opening=opening)
    made = [_section(known, part) for part in template["section"]]
    days, most = _employed(seller, today), template.get("first_talk_days")
    if not talks and template.get("first_talk") and (days is None or most is None or days < most):
        made = _first_talk(seller, template, made)
    length, every, memory = minutes or template["minutes"], template.get("every"), memory_of(seller, today)
    rest = rest_of(known, memory, stepping=any(part.key == "steps" for part in made))
    return Agenda(
        key=seller.key,
        name=seller.name,
        title=template["title"],
        template=name,
        minutes=length,
        rhythm=rhythm,
        days_employed=days,
        first=share([part for part in made if part.items], length),
        rest=tuple(part for part in rest if part.items),
        asked=tuple(id_ for part in made if part.key in sections.ASKED for item in part.items for id_ in item.ids),
        sources=_sources(seller),
        purpose=clock_of(seller, me, Purpose(name, template["title"], every), today) if every else None,
        memory=memory,
        sheet=views.sheet_line(known),
    )


def usual(seller: Seller, today: date) -> str:
    """Return the agenda of the next talk: as booked, else a welcome, that of an onboarding that lasts, the check-in."""
    days, talk = _employed(seller, today), seller.last(Talk)
    if booked := booked_agenda(seller, today):
        return booked
    if days is not None and 0 <= days < _WELCOME_DAYS and (talk is None or (today - talk.on).days > days):
        return _WELCOME
    return "onboarding" if in_onboarding(seller, today) else USUAL


def in_onboarding(seller: Seller, today: date) -> bool:
    """Tell whether her onboarding lasts: from before her first day until it is over, or her probation is decided."""
    course = course_of(seller)
    return course is not None and course.now(today) is not None and not newcomer.decided(seller)


def agenda_for_her(
    agenda: Agenda, seller: Seller, today: date, expected: Sequence[Expected] = (), me: Book = NOBODY
) -> Agenda:
    """Return what she may see beforehand: topics, goals, what is agreed, what green looks like, and no light (S0.2)."""
    opening = [item.hers or item for part in agenda.first if part.key == "open" for item in part.items]
    title = "section.expected_from" if seller.is_to_start(today) else "section.expected_hers"
    made = [
        Section("open", phrase("section.open_hers"), tuple(item for item in opening if not item.private)),
        Section("agreed", phrase("section.agreed"), sections.agreed(seller, today, me)),
        Section("goals", phrase("section.goals"), sections.her_goals(seller, today)),
        Section("expected", phrase(title, day=seller.header.started), sections.her_greens(expected)),
        Section("yours", phrase("section.yours"), (Item(phrase("item.hers_to_add"), phrase("why.yours")),)),
    ]
    shown = tuple(part for part in made if part.items)
    return replace(agenda, first=shown, rest=(), asked=(), sources={}, memory=Memory(), sheet=None, for_her=True)


def share(parts: Sequence[Section], total: int) -> tuple[Section, ...]:
    """Return the sections with their minutes scaled to a total, whole minutes by largest remainder."""
    weights = [part.minutes or 0 for part in parts]
    whole = sum(weights) or 1
    shared = [weight * total // whole for weight in weights]
    by_remainder = sorted(range(len(parts)), key=lambda at: weights[at] * total % whole, reverse=True)
    for at in by_remainder[: total - sum(shared) if any(weights) else 0]:
        shared[at] += 1
    return tuple(replace(part, minutes=minutes) for part, minutes in zip(parts, shared, strict=True))


def heading(agenda: Agenda) -> Phrase:
    """Return the line on top: who, and how long since."""
    rhythm, days = agenda.rhythm, agenda.days_employed or 0
    if agenda.for_her:
        return phrase("heading.her", name=agenda.name)
    if rhythm.last_talk is None and days < 0:
        return phrase("heading.to_start", name=agenda.name, days=-days)
    if not rhythm.days_since:
        return phrase("heading.first" if rhythm.last_talk is None else "heading.today", name=agenda.name)
    if clock := agenda.purpose:
        every = clock.purpose.every
        return phrase("heading.purpose", name=agenda.name, days=clock.days_since, day=clock.last, every=every)
    key = "heading.over" if rhythm.over else "heading.since"
    return phrase(key, name=agenda.name, days=rhythm.days_since, day=rhythm.last_talk, limit=rhythm.limit)


def _section(known: AgendaContext, part: Mapping[str, Any]) -> Section:
    """Fill a section of a template; its prompt turns from talk to talk, and may be another before her first day."""
    seller, key, title = known.seller, part["key"], part["title"]
    prompts, ahead = [part["prompt"], *part.get("prompts", ())], seller.is_to_start(known.today)
    if ahead:
        prompts = [part["before"]] if part.get("before") else prompts
        title = part.get("title_before") or title
    prompt = fill(prompts[len(seller.all(Talk)) % len(prompts)], {"name": seller.first_name})
    fill_in = sections.FILLERS.get(key)
    items = fill_in(known) if fill_in else ()
    bare = key in sections.NEVER_EMPTY and not items and not (ahead and key in sections.OF_WORK)
    if not fill_in or key in sections.SPOKEN or bare:
        why = phrase(f"why.{key}" if key in sections.SAID_WHY else "why.prompt")
        why = sections.last_praise(seller, known.today) if key == "thanks" else why
        asked = Item(phrase("item.prompt", text=prompt), why)
        items = (_heeding(asked, known.opening) if key == "open" else asked, *items)
    return Section(key, phrase("item.plain", text=title), items, part["minutes"])


def _heeding(asked: Item, opening: Question | None) -> Item:
    """Return the opening that heeds a red light, where there is one; she is shown the agenda's own, and no light."""
    if opening is None:
        return asked
    why = phrase(f"signal.{opening.signal.code}", **opening.signal.gaps)
    return Item(phrase("item.prompt", text=opening.text), why, private=True, hers=asked)


def _first_talk(seller: Seller, template: Mapping[str, Any], made: Sequence[Section]) -> list[Section]:
    """Put what a good first talk is about in the place of questions and of what there is nothing about yet."""
    prompts = (fill(text, {"name": seller.first_name}) for text in template.get("first_talk", ()))
    items = tuple(Item(phrase("item.prompt", text=text), phrase("why.first_talk")) for text in prompts)
    bare = [part for part in made if part.key in sections.NEVER_EMPTY and not any(item.ids for item in part.items)]
    taken = [part for part in made if part.key in sections.ASKED or part in bare]
    kept = [part for part in made if part not in taken]
    minutes = max(sum(part.minutes or 0 for part in taken), _ANSWER * len(items))
    first = Section("first_talk", phrase("section.first_talk"), items, minutes)
    return [*kept[:1], first, *kept[1:]]


def _employed(seller: Seller, today: date) -> int | None:
    return None if seller.header.started is None else (today - seller.header.started).days


def _sources(seller: Seller) -> dict[str, object]:
    counts = {kind: len(records) for kind, records in seller.records.items() if records}
    days = [record.on for records in seller.records.values() for record in records[:1]]
    return {"records": sum(counts.values()), "kinds": counts, "since": min(days, default=None)}
