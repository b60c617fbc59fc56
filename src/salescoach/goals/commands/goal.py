"""`coach goal`: set a goal, or see the open ones."""

from typing import Annotated, Literal

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
    figure: Annotated[
        Literal["opened", "won", "lost", "value"] | None, typer.Option("--figure", metavar="FIGURE")
    ] = None,
) -> Answer:
    """Set a goal; without a title, show the open ones with their pace."""
    from salescoach.goals.rules import goals_of
    from salescoach.reading import blocks_of, read_as
    from salescoach.writing import write

    app: App = ctx.obj
    sellers = app.team() if seller is None else app.sellers([seller])
    if not joined(title):
        return goals_of(sellers, app.today)
    due = app.read_day(by) if by else None
    way = {"measure": measure, "unit": unit, "start": number(start), "target": number(target)}
    given = {**way, "due": due, "why": why, "figure": figure}
    read = [(who, read_as(app, who, "goal", joined(title), given, "goal")) for who in sellers]
    notices = (*app.past(due), *(one for _, notes in read for one in notes.notices))
    return write(app, blocks_of(read, app.today), "goal", notices=notices)
