"""`coach progress`: note where a goal stands."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import Goal, On, Seller, level_of, number
from salescoach.errors import Missing


def run(
    ctx: typer.Context,
    seller: Seller,
    goal: Goal,
    value: Annotated[str | None, typer.Argument(metavar="[VALUE]")] = None,
    level: Annotated[str | None, typer.Option("--level", metavar="LEVEL")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT")] = None,
    on: On = None,
) -> Answer:
    """Note where a goal stands: a value, a level, or a note."""
    from salescoach.coaching.settling import meant, open_items
    from salescoach.goals.rules import suggestion
    from salescoach.journal.append import Block
    from salescoach.writing import write

    app: App = ctx.obj
    if value is None and level is None and note is None:
        raise Missing(what="value")
    who = app.seller(seller)
    goals = [item for item in open_items([who]) if item.kind == "goal"]
    of = {"on": app.on(on), "goal": meant(goal.split() or [goal], goals)[0].id}
    stands = {"value": number(value), "level": level_of(app, level) if level else None, "note": note}
    written = {**of, **stands}
    return write(app, [(who, [Block("progress", written)])], "progress", notices=suggestion(who, written, app.today))
