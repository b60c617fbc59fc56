"""Beginning and moving an onboarding: whom it is for, from which day, and the records that it takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from salescoach.answer import Phrase, phrase
from salescoach.app import App
from salescoach.coaching.schedule import Course, course_of, day_of, phases_of, plan_of
from salescoach.errors import FarAway, Misplaced, Missing, NobodyYet, NoSuchSeller, NotADate, NoTemplate, Unusable
from salescoach.expectations.rules import FEW
from salescoach.frozen import frozen
from salescoach.journal.append import Block, Ref
from salescoach.journal.names import key_for
from salescoach.onboarding.rules.planning import Draft, drafted, phase_named, phases_in
from salescoach.onboarding.rules.standing import Task, known_in, tasks_of
from salescoach.people.rules.heading import change_of
from salescoach.probation.commands.country_rules import all_rules
from salescoach.probation.rules.deadlines import Rule
from salescoach.records.base import Record
from salescoach.records.keys import key_form
from salescoach.records.onboarding import Onboarding, Phase, Step
from salescoach.records.seller import Seller
from salescoach.records.settings import Settings
from salescoach.writing import enrol, member, write


class PlanRuns(Unusable):
    """A seller is in an onboarding, and a second plan was to be begun."""


class SignedLate(Unusable):
    """A contract was to be signed on the first day at work, `started`, or after it."""


class BeforeStart(Unusable):
    """A phase of the time at work was asked for before the first day at work; `known` are those that can be now."""


USUAL, PLACED = "new-seller", "placed"
"""The plans that are begun where none is named: the second for who is placed at a customer or another office."""

_BRIEFED = 7
"""Days within which whoever knows a subject is to be briefed, once named."""


@frozen
class Wish:
    """What was asked for: a plan, the first day at work, a phase, and that a second plan is meant.

    `signed` is the day of the contract, `knows` who inside the firm knows a subject.
    """

    plan: str | None = None
    start: date | None = None
    phase: str | None = None
    again: bool = False
    signed: date | None = None
    knows: tuple[tuple[str, str], ...] = ()


@frozen
class Changed:
    """What was done: the records that were written, what is to be said of them, and whether a plan was begun."""

    records: tuple[Record, ...] = ()
    notices: tuple[Phrase, ...] = ()
    begun: bool = False


def plan_named(app: App, typed: str) -> str:
    """Return the name of the plan that is meant, in whatever case; raise NoTemplate, or BadTemplate for a bad one."""
    wanted = key_form(typed)
    name = next((one for one in app.templates.names("onboarding") if key_form(one) == wanted), typed)
    app.templates.table(f"onboarding/{name}")
    return name


def title_of(app: App, name: str) -> str:
    """Return what a plan is called; one whose template is gone goes by its name."""
    try:
        return str(app.templates.table(f"onboarding/{name}")["title"])
    except NoTemplate:
        return name


def first_day(app: App, typed: str) -> date:
    """Return the first day at work: without a year it is the next such day, or the last where that is far ahead."""
    try:
        return app.ahead(typed)
    except (NotADate, FarAway) as error:
        if isinstance(error, NotADate) and error.data.get("why") != "gone_by":
            raise
        return app.read_day(typed, back=True, due=False)  # who began lately, began lately


def met(app: App, typed: str, start: date | None, plan: str | None = None) -> tuple[Seller, date | None]:
    """Return who is meant and the first day; nobody yet is added if agreed. Raise NoSuchSeller, NobodyYet."""
    try:
        return app.seller(typed), start
    except NoSuchSeller as error:
        if " " not in typed.strip():
            raise
        near = list(map(str, error.data["near"]))  # type: ignore[call-overload]  # the nearest names
        if not app.ask.possible and not near:
            raise NobodyYet(typed=typed) from None
        add = phrase("onboard.ask_add_near" if near else "onboard.ask_add", typed=typed, near=near)
        if not app.ask.possible or not app.agreed(add):
            raise
    day = start or _asked(app, typed)
    _needed(app, plan or USUAL)
    new = member(app, typed, started=day)
    enrol(app, [new], "add")
    return app.journal.by_key(new.key), day


def begin(app: App, seller: Seller, wish: Wish) -> Changed:
    """Write a plan into a seller's file as records; raise PlanRuns where one is there, Missing, BeforeStart."""
    _there(seller)
    name = wish.plan or (PLACED if seller.header.placed_at else USUAL)
    _may_begin(app, seller, wish, name)
    _needed(app, name)
    plan = app.templates.table(f"onboarding/{name}")
    started = wish.start or seller.header.started or _asked(app, seller.name, seller.key)
    _signed_before(wish, started)
    phases = phases_in(plan, app.today)
    phase = _placed(app, seller, wish, started, phases)
    made = drafted(
        seller, plan, name, started=started, phase=phase.phase if phase else None, today=app.today, signed=wish.signed
    )
    if made is None:
        known = [one.phase for one in phases]
        raise Missing(what="phase", name=seller.name, started=started, key=seller.key, plan=name, known=known)
    change, moved = _started(app, seller, started)
    blocks = [*_blocks(app, seller, made), *change]
    blocks += _briefings(app, seller, wish, made.course, {"onboarding": Ref(0)})
    notices = (*_left_out(made, seller), *moved, *_many(plan))
    return Changed(write(app, [(seller, blocks)], "onboard").pages[0].records, notices, begun=True)


def move(app: App, seller: Seller, wish: Wish) -> Changed:
    """Put a seller in a phase of the plan under way, or give it another first day; raise Missing, BeforeStart."""
    _there(seller)
    running = plan_of(seller)
    _needed(app, _called(running))
    started = wish.start or seller.header.started
    course = course_of(replace(seller, header=replace(seller.header, started=started)))
    if started is None or course is None:
        raise Missing(what="start", name=seller.name, key=seller.key)
    _signed_before(wish, started)
    blocks, notices = _started(app, seller, started)
    before = course_of(seller)
    if wish.signed and before and wish.signed == before.signed:
        notices.append(phrase("notice.signed_already", name=seller.name, signed=wish.signed))
    elif wish.signed:
        blocks.append(Block("onboarding", {"on": app.today, "signed": wish.signed}))
    known = known_in(tasks_of(seller, course, app.today))
    blocks += _briefings(app, seller, wish, course, {}, known)
    notices += _known_already(wish, known)
    if phase := _placed(app, seller, wish, started, phases_of(seller)):
        now = course.now(app.today)
        if not blocks and now and now.name == phase.phase and now.begins <= app.today:
            notices.append(phrase("notice.in_phase", name=seller.name, phase=now.title, since=now.begins))
        else:
            blocks.append(Block("onboarding", {"on": app.today, "phase": phase.phase}))
    return Changed(write(app, [(seller, blocks)], "onboard").pages[0].records if blocks else (), tuple(notices))


def _signed_before(wish: Wish, started: date) -> None:
    if wish.signed and wish.signed >= started:
        raise SignedLate(signed=wish.signed, started=started)


def _needed(app: App, plan: str) -> tuple[str, Settings, Sequence[Rule]]:
    """Return what the answer is made of besides the seller: nothing is written where it could not be shown."""
    return title_of(app, plan), app.settings, all_rules(app)


def _called(plan: Onboarding | None) -> str:
    return plan.plan or "" if plan else ""


def _asked(app: App, name: str, key: str = "") -> date:
    typed = app.ask.line(app.words.say("onboard.ask_start", name=name), "7 dec") if app.ask.possible else ""
    if not typed:
        raise Missing(what="start", name=name, key=key or key_for(name))
    return first_day(app, typed)


def _there(seller: Seller) -> None:
    if seller.left:
        raise Misplaced(why="left", name=seller.name, command=f"leave {seller.key} --undo")


def _may_begin(app: App, seller: Seller, wish: Wish, name: str) -> None:
    """Have a second plan agreed to, also where a part of the first is gone; raise PlanRuns where it is not."""
    running = plan_of(seller)
    if wish.again or not (running or any(one.onboarding for one in seller.all(Phase))):
        return
    title = title_of(app, _called(running)) if running else "?"
    gaps = {"name": seller.name, "plan": title, "key": seller.key, "wished": name}
    day = _on_day(seller, app.today)
    if not app.ask.possible or not app.agreed(phrase("onboard.ask_again", day=day, **gaps)):
        raise PlanRuns(day=day, **gaps)


def _on_day(seller: Seller, today: date) -> Phrase:
    course = course_of(seller)
    if course is None:
        return phrase("onboard.no_day" if phases_of(seller) else "onboard.no_phases")
    day = course.day(today)
    return phrase("onboard.on_day" if day > 0 else "onboard.before_day", day=day, days=abs(day))


def _placed(app: App, seller: Seller, wish: Wish, started: date, phases: Sequence[Phase]) -> Phase | None:
    """Return the phase that is meant, if any; raise BeforeStart for one of a time at work that has not begun."""
    phase = phase_named(wish.phase, phases) if wish.phase else None
    if phase and app.today < started and phase.day > 0:
        early = [one.phase for one in phases if one.day < 0]
        raise BeforeStart(name=seller.name, started=started, phase=phase.phase, known=early, key=seller.key)
    return phase


def _blocks(app: App, seller: Seller, made: Draft) -> Iterator[Block]:
    """Give the blocks of a plan, each linked with the onboarding, which comes first, and what settles an earlier one.

    Open steps that she wrote by hand for any plan stay.
    """
    yield Block("onboarding", {**made.course.begun.to_table(written=True), "id": None})
    for one in (*made.phases, *made.steps):
        yield Block(one.kind, one.to_table(written=True) | {"onboarding": Ref(0)})
    for step in seller.open(Step):
        if step.onboarding:
            yield Block("settled", {"on": app.today, "of": step.id, "how": "dropped"})


def _started(app: App, seller: Seller, started: date) -> tuple[list[Block], list[Phrase]]:
    """Return the change of the one start date, if it is one, and what is said of what moves with it."""
    fields, old = change_of(seller.header, {"started": started}), seller.header.started
    blocks = [Block("change", {"on": app.today, **fields})] if fields else []
    if old is None or old == started:
        return blocks, []
    key = "notice.start_moved" if "onboarding" in seller.records else "notice.start_changed"
    days, later = abs((started - old).days), phrase("onboard.later" if started > old else "onboard.sooner")
    return blocks, [phrase(key, name=seller.name, old=old, new=started, days=days, later=later)]


def _many(plan: Mapping[str, Any]) -> Iterator[Phrase]:
    """Say of which phase more is expected than anybody can keep in mind (S0.6)."""
    for one in plan["phase"]:
        if (number := len(one.get("expectation", ()))) > FEW:
            yield phrase("notice.plan_many", phase=one["title"], n=number, most=FEW)


def _left_out(made: Draft, seller: Seller) -> Iterator[Phrase]:
    if count := sum(made.left_out.values()):
        titles = [title for title, steps in made.left_out.items() if steps]
        yield phrase("notice.steps_left_out", count=count, phases=titles, name=seller.first_name)


def _briefings(
    app: App, seller: Seller, wish: Wish, course: Course, links: Mapping[str, Any], known: Sequence[Task] = ()
) -> Iterator[Block]:
    """Give the step of the manager's to brief each who knows a subject, due in a week, in the phase of that day (S0.1).

    It takes the place of an open one for somebody else; who is named already is not named again.
    """
    due = app.today + timedelta(_BRIEFED)
    phase = course.now(due) or course.stretches[-1]
    there = {key_form(one.subject or ""): one for one in known}
    for subject, who in {key_form(one[0]): one for one in wish.knows}.values():
        before = there.get(key_form(subject))
        if before and _same(before, who):
            continue
        if before and before.waits:
            yield Block("settled", {"on": app.today, "of": before.id, "how": "dropped"})
        what = app.words.say("onboard.brief", who=who, subject=subject, name=seller.first_name)
        day = {"phase": phase.name, "day": day_of(course.started, due), "due": due}
        named = {"what": what, "owner": "manager", "subject": subject, "knows": who}
        yield Block("step", {"on": app.today, **named, **day, **links})


def _known_already(wish: Wish, known: Sequence[Task]) -> Iterator[Phrase]:
    for subject, who in wish.knows:
        if any(key_form(one.subject or "") == key_form(subject) and _same(one, who) for one in known):
            yield phrase("notice.knows_already", who=who, subject=subject)


def _same(known: Task, who: str) -> bool:
    return key_form(known.knows or "") == key_form(who)
