"""`coach goal`: set a goal, or see the open ones."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.commands.arguments import MaybeSellers, Title, joined, number

EXAMPLE = "coach goal anna '12 first meetings a month' --by '31 dec' --from 6 --to 12"


def run(
    ctx: typer.Context,
    seller: MaybeSellers = None,
    title: Title = None,
    by: Annotated[str | None, typer.Option("--by", metavar="DATE", help="By when.")] = None,
    measure: Annotated[str | None, typer.Option("--measure", metavar="TEXT", help="What is counted.")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="NUMBER", help="Where it starts.")] = None,
    target: Annotated[str | None, typer.Option("--to", metavar="NUMBER", help="Where it is to be.")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="TEXT", help="The unit of both.")] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="What it is good for.")] = None,
) -> Answer:
    """Set a goal; without a title, show the open ones with their pace."""
    from salescoach.coaching.goals import goals_of
    from salescoach.journal.append import Block
    from salescoach.writing import write

    app: App = ctx.obj
    sellers = app.team() if seller is None else app.sellers([seller])
    if not joined(title):
        return goals_of(sellers, app.today)
    due = app.read_day(by) if by else None
    fields = {
        "on": app.today,
        "title": joined(title),
        "measure": measure,
        "unit": unit,
        "start": number(start),
        "target": number(target),
        "due": due,
        "why": why,
    }
    return write(app, [(one, [Block("goal", fields)]) for one in sellers], "goal", notices=app.past(due))
