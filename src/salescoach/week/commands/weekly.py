"""`coach weekly`: who needs the manager, and why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from salescoach.answer import Answer, Phrase
from salescoach.app import App
from salescoach.coaching.clocks import Purpose
from salescoach.errors import BadTemplate, Broken, Problem
from salescoach.probation.commands.country_rules import Rules
from salescoach.records.seller import Seller
from salescoach.week.rules.quality import Talks
from salescoach.week.rules.weekly import weekly_of


def run(
    ctx: typer.Context,
    why: Annotated[bool, typer.Option("--why")] = False,
    check: Annotated[bool, typer.Option("--check")] = False,
) -> Answer:
    """Show who needs you this week, most urgent first, with the reason."""
    app: App = ctx.obj
    problems: list[Problem] = []
    talks = Talks(app.today)
    week = weekly_of(
        talks.each(app.journal.each(problems)) if why else app.journal.each(problems),
        app.me,
        app.settings,
        today=app.today,
        problems=problems,
        rules=Rules(app),
        purposes=tuple(_purposes(app)),
        order=app.dates.order,
        why=why,
        check=check,
        look=_unlooked if app.option("all") else None,
    )
    return replace(week, quality=talks.quality) if why else week


def _unlooked(seller: Seller, today: date) -> list[Phrase]:
    from salescoach.coaching.unlooked import unlooked

    return unlooked(seller, today)


def _purposes(app: App) -> Iterator[Purpose]:
    """Give what talks are for that have a clock of their own; an own agenda that cannot be used is a problem."""
    for name in app.templates.names("agendas"):
        try:
            agenda = app.templates.table(f"agendas/{name}")
        except (BadTemplate, Broken) as error:
            app.note(error)
            continue
        if "every" in agenda:
            yield Purpose(name, agenda["title"], agenda["every"])
