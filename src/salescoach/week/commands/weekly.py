"""`coach weekly`: who needs the manager, and why."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.errors import Problem
from salescoach.probation.commands.country_rules import Rules
from salescoach.week.rules.weekly import weekly_of


def run(
    ctx: typer.Context,
    why: Annotated[bool, typer.Option("--why")] = False,
    check: Annotated[bool, typer.Option("--check")] = False,
) -> Answer:
    """Show who needs you this week, most urgent first, with the reason."""
    app: App = ctx.obj
    problems: list[Problem] = []
    sellers, rules = app.journal.each(problems), Rules(app)
    return weekly_of(
        sellers, app.me, app.settings, today=app.today, problems=problems, rules=rules, why=why, check=check
    )
