"""`coach onboard`: a new seller's plan, from before the first day to the decision."""

from dataclasses import replace
from shlex import quote
from typing import Annotated

import typer

from salescoach.answer import Answer, phrase
from salescoach.app import App
from salescoach.arguments import MaybeSellerWords, joined, offered
from salescoach.coaching.schedule import Course, course_of, phases_of
from salescoach.errors import BadTemplate, Broken, Missing
from salescoach.expectations.rules import for_her_eyes
from salescoach.hers import language_of, texts_in
from salescoach.onboarding.commands.begin import Changed, Wish, begin, first_day, met, move, plan_named, title_of
from salescoach.onboarding.rules.duties import OWNER
from salescoach.onboarding.rules.retro import RETRO, Lesson, lessons_of
from salescoach.onboarding.rules.standing import newcomers_of, onboarded
from salescoach.onboarding.rules.task_list import TaskList, retold, task_list_of
from salescoach.probation.commands.country_rules import rules_for
from salescoach.probation.rules.deadlines import clock_of, terms_of
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

LONGEST = 183
"""Days at work after which nobody asks for a probation any more: no country here lets one be longer."""


def _plans(app: App, incomplete: str) -> list[tuple[str, str]]:
    del incomplete
    names = app.templates.names("onboarding")
    return [(name, str(app.templates.table(f"onboarding/{name}").get("title", ""))) for name in names]


def run(
    ctx: typer.Context,
    seller: MaybeSellerWords = None,
    plan: Annotated[str | None, typer.Option("--plan", metavar="NAME", autocompletion=offered(_plans))] = None,
    start: Annotated[str | None, typer.Option("--start", metavar="DATE")] = None,
    phase: Annotated[str | None, typer.Option("--phase", metavar="NAME")] = None,
    owner: Annotated[str | None, typer.Option("--for", metavar="OWNER")] = None,
    signed: Annotated[str | None, typer.Option("--signed", metavar="DATE")] = None,
    knows: Annotated[list[str] | None, typer.Option("--knows", metavar="'SUBJECT: NAME'")] = None,
    again: Annotated[bool, typer.Option("--again")] = False,
) -> Answer:
    """Begin a plan, or show where it stands; without a name, all who are in one."""
    app: App = ctx.obj
    if seller is None:
        if plan or start or phase or owner or again or signed or knows:
            raise Missing(what="seller", command="onboard")
        team = app.team()
        return newcomers_of(team, app.settings, rules_for(app, team), app.today, app.dates.order)
    named = plan_named(app, plan) if plan else None
    who, day = met(app, joined(seller), first_day(app, start) if start else None, named)
    contract = app.read_day(signed, back=True, due=False) if signed else None
    wish = Wish(named, day, phase, again, contract, tuple(map(_known, knows or ())))
    changed = _done(app, who, wish, listed=owner is not None)
    who = app.journal.by_key(who.key) if changed.records else who
    who = who if owner is None else for_her_eyes(who)
    course = course_of(who)
    if course is None:
        raise Missing(what="start", name=who.name, key=who.key)
    if owner is not None:
        return _listed(app, task_list_of(who, course, owner, app.today, changed.notices), who)
    return _shown(app, who, course, changed)


def _listed(app: App, listed: TaskList, who: Seller) -> TaskList:
    """Return a list of tasks in the language of the seller: what is in the file as its plan has it is told in that."""
    language = None if key_form(listed.owner) == OWNER else language_of(app, who)
    if not (app.option("output") or app.option("json")):
        hint = phrase("onboard.hint_mail", key=listed.key, owner=quote(listed.owner))
        listed = replace(listed, notices=(*listed.notices, hint))
    return retold(replace(listed, language=language), texts_in(app, f"onboarding/{listed.plan}", language))


def _known(typed: str) -> tuple[str, str]:
    subject, colon, who = (part.strip() for part in typed.partition(":"))
    if not (colon and subject and who):
        raise Missing(what="knows", typed=typed)
    return subject, who


def _done(app: App, who: Seller, wish: Wish, *, listed: bool) -> Changed:
    running = bool(phases_of(who))
    if listed and not (running or wish.plan):
        raise Missing(what="plan", name=who.name, key=who.key)
    if wish.plan or wish.again or not running:
        return begin(app, who, wish)
    return move(app, who, wish) if wish.start or wish.phase or wish.signed or wish.knows else Changed()


def _shown(app: App, who: Seller, course: Course, changed: Changed) -> Answer:
    clock = clock_of(who, app.settings, rules_for(app, [who]), app.today)
    noted = terms_of(who, app.settings)
    return replace(
        onboarded(who, course, title_of(app, course.begun.plan or ""), clock, app.today),
        asks=course.day(app.today) <= LONGEST and not (noted.ends or noted.country or noted.decision),
        begun=changed.begun,
        records=changed.records,
        lessons=_lessons(app) if changed.begun else (),
        notices=changed.notices,
    )


def _lessons(app: App) -> tuple[Lesson, ...]:
    """Return what earlier onboardings taught, those of sellers who left too."""
    from salescoach.forms.commands.returned import askings

    sellers = app.journal.everyone().sellers
    try:
        return tuple(lessons_of(sellers, askings(app, None, RETRO)))
    except (BadTemplate, Broken):  # coach retro tells of it; the lessons that were chosen need no questions
        return tuple(lessons_of(sellers, ()))
