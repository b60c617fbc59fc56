"""`coach onboard`: a new seller's plan, from before the first day to the decision."""

from typing import Annotated

import typer

from salescoach.answer import Answer, Phrase
from salescoach.app import App
from salescoach.coaching.course import Course, course_of, phases_of
from salescoach.coaching.onboarding import errands, newcomers_of, onboarded
from salescoach.coaching.probation import clock_of
from salescoach.coaching.retro import Lesson, lessons_of
from salescoach.commands.arguments import MaybeSellerWords, joined, offered
from salescoach.commands.beginning import Wish, begin, first_day, met, move
from salescoach.commands.rules import rules_for
from salescoach.errors import Missing, NoTemplate
from salescoach.records.base import Record
from salescoach.records.seller import Seller

EXAMPLE = "coach onboard anna --start 2026-09-01"


def _plans(app: App, incomplete: str) -> list[tuple[str, str]]:
    del incomplete
    names = app.templates.names("onboarding")
    return [(name, str(app.templates.table(f"onboarding/{name}").get("title", ""))) for name in names]


def run(
    ctx: typer.Context,
    seller: MaybeSellerWords = None,
    plan: Annotated[
        str | None,
        typer.Option("--plan", metavar="NAME", help="new-seller, experienced, placed.", autocompletion=offered(_plans)),
    ] = None,
    start: Annotated[str | None, typer.Option("--start", metavar="DATE", help="The first day at work.")] = None,
    phase: Annotated[str | None, typer.Option("--phase", metavar="NAME", help="Put in this phase, from today.")] = None,
    owner: Annotated[
        str | None, typer.Option("--for", metavar="OWNER", help="What one of them does: buddy, HR ...")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Begin a second plan, and drop the first.")] = False,
) -> Answer:
    """Begin a plan, or show where it stands; without a name, all who are in one."""
    app: App = ctx.obj
    if seller is None:
        if plan or start or phase or owner or again:
            raise Missing(what="seller", command="onboard")
        team = app.team()
        return newcomers_of(team, app.settings, rules_for(app, team), app.today)
    who, day = met(app, joined(seller), first_day(app, start) if start else None)
    records, notices, begun = _done(app, who, Wish(plan, day, phase, again), listed=owner is not None)
    who = app.journal.by_key(who.key) if records else who
    course = course_of(who)
    if course is None:
        raise Missing(what="start", name=who.name, key=who.key)
    if owner is not None:
        return errands(who, course, owner, app.today, notices)
    return _shown(app, who, course, records, notices, begun=begun)


def _done(app: App, who: Seller, wish: Wish, *, listed: bool) -> tuple[tuple[Record, ...], tuple[Phrase, ...], bool]:
    """Begin a plan, or change the one that is under way, as it was asked for; tell whether one was begun."""
    running = bool(phases_of(who))
    if listed and not (running or wish.plan):
        raise Missing(what="plan", name=who.name, key=who.key)
    if wish.plan or wish.again or not running:
        return (*begin(app, who, wish), True)
    return (*move(app, who, wish), False) if wish.start or wish.phase else ((), (), False)


def _shown(
    app: App, who: Seller, course: Course, records: tuple[Record, ...], notices: tuple[Phrase, ...], *, begun: bool
) -> Answer:
    clock = clock_of(who, app.settings, rules_for(app, [who]), app.today)
    return onboarded(
        who,
        course,
        _title(app, course),
        clock,
        app.today,
        begun=begun,
        records=records,
        lessons=_lessons(app) if begun else (),
        notices=notices,
    )


def _title(app: App, course: Course) -> str:
    """Return what a plan is called; one whose template is gone goes by its name."""
    name = course.begun.plan or ""
    try:
        return str(app.templates.table(f"onboarding/{name}")["title"])
    except NoTemplate:
        return name


def _lessons(app: App) -> tuple[Lesson, ...]:
    """Return what earlier onboardings taught, those of sellers who left too."""
    return tuple(lessons_of(app.journal.everyone().sellers))
