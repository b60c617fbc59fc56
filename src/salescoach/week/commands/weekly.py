"""`coach weekly`: who needs the manager, and why."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.probation.commands.country_rules import rules_for
from salescoach.week.rules.weekly import weekly_of


def run(
    ctx: typer.Context,
    why: Annotated[bool, typer.Option("--why")] = False,
    check: Annotated[bool, typer.Option("--check")] = False,
) -> Answer:
    """Show who needs you this week, most urgent first, with the reason."""
    app: App = ctx.obj
    team = app.journal.team()
    rules = rules_for(app, team.sellers)
    return weekly_of(
        team.sellers, app.me, app.settings, today=app.today, problems=team.problems, rules=rules, why=why, check=check
    )
