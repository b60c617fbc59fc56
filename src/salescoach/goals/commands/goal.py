"""`coach goal`: set a goal, or see the open ones."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import MaybeSellers, Title, joined, number


def run(
    ctx: typer.Context,
    seller: MaybeSellers = None,
    title: Title = None,
    by: Annotated[str | None, typer.Option("--by", metavar="DATE")] = None,
    measure: Annotated[str | None, typer.Option("--measure", metavar="TEXT")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="NUMBER")] = None,
    target: Annotated[str | None, typer.Option("--to", metavar="NUMBER")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="TEXT")] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT")] = None,
) -> Answer:
    """Set a goal; without a title, show the open ones with their pace."""
    from salescoach.goals.rules import goals_of
    from salescoach.journal.append import Block
    from salescoach.notes.plain import read_aim
    from salescoach.writing import write

    app: App = ctx.obj
    sellers = app.team() if seller is None else app.sellers([seller])
    if not joined(title):
        return goals_of(sellers, app.today)
    due = app.read_day(by) if by else None
    given = {"measure": measure, "start": number(start), "target": number(target), "unit": unit}
    way = read_aim(joined(title)) | {name: value for name, value in given.items() if value is not None}
    goal = Block("goal", {"on": app.today, "title": joined(title), **way, "due": due, "why": why})
    return write(app, [(who, [goal]) for who in sellers], "goal", notices=app.past(due))
