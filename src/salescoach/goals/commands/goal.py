"""`coach goal`: set a goal, or see the open ones."""

import re
from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import FigureName, MaybeSellers, Title, joined, number
from salescoach.errors import NotANumber

_DAYS = re.compile("[1-9][0-9]{0,2}")
"""Days between two looks at a goal: more than that is no checkpoint."""


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
    figure: FigureName = None,
    horizon: Annotated[str | None, typer.Option("--horizon", metavar="TEXT")] = None,
    serves: Annotated[str | None, typer.Option("--serves", metavar="TEXT")] = None,
    resources: Annotated[str | None, typer.Option("--resources", metavar="TEXT")] = None,
    every: Annotated[str | None, typer.Option("--every", metavar="DAYS")] = None,
) -> Answer:
    """Set a goal; without a title, show the open ones with their pace."""
    from salescoach.goals.rules import goals_of, lacks
    from salescoach.reading import blocks_of, read_as
    from salescoach.writing import write

    app: App = ctx.obj
    sellers = app.team() if seller is None else app.sellers([seller])
    if not joined(title):
        return goals_of(sellers, app.today)
    sellers = [app.journal.with_figures(one) for one in sellers] if figure else sellers
    due = app.read_day(by) if by else None
    way = {"measure": measure, "unit": unit, "start": number(start), "target": number(target)}
    about = {"why": why, "horizon": horizon, "serves": _serving(app, serves), "resources": resources}
    given = {**way, "due": due, **about, "figure": figure, "every": _days(app, every) if every else None}
    read = [(who, read_as(app, who, "goal", joined(title), given, "goal")) for who in sellers]
    notices = (*app.past(due), *(one for _, notes in read for one in notes.notices))
    now = {"on": app.today}
    drafted = ((who, [(one.kind, {**now, **one.fields}) for one in notes.records]) for who, notes in read)
    lacking = (line for who, written in drafted for line in lacks(who, written))
    return write(app, blocks_of(read, app.today), "goal", notices=(*notices, *lacking))


def _serving(app: App, typed: str | None) -> str | None:
    """Return the aim that a goal serves; her own sentence goes by one word in every language."""
    from salescoach.reading import marks

    head = marks(app).head(f"{typed}:") if typed and ":" not in typed else None
    return head[0].name if head and head[0].name == "purpose" else typed


def _days(app: App, typed: str) -> int:
    """Return an interval in days, typed as their number or as a length of time; raise NotADate, NotANumber."""
    days = int(typed) if _DAYS.fullmatch(typed.strip()) else (app.ahead(typed) - app.today).days
    if days < 1:
        raise NotANumber(text=typed)
    return days
