"""`coach weekly`: who needs the manager, and why."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.coaching.weekly import weekly_of
from salescoach.commands.rules import Rules
from salescoach.errors import Problem

EXAMPLE = "coach weekly --why"


def run(
    ctx: typer.Context,
    why: Annotated[bool, typer.Option("--why", help="Show what makes each place in the list.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Exit 1 if someone is overdue or a file has problems.")
    ] = False,
) -> Answer:
    """Show who needs you this week, most urgent first, with the reason."""
    app: App = ctx.obj
    problems: list[Problem] = []
    sellers, rules = app.journal.each(problems), Rules(app)
    return weekly_of(
        sellers, app.me, app.settings, today=app.today, problems=problems, rules=rules, why=why, check=check
    )
