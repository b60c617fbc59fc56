"""`coach rate`: give an area a level, with the evidence."""

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.commands.arguments import Area, Level, On, Sellers, Text, joined
from salescoach.errors import Missing

EXAMPLE = "coach rate anna discovery green 'asked about budget before the demo'"


def run(ctx: typer.Context, seller: Sellers, area: Area, level: Level, evidence: Text = None, on: On = None) -> Answer:
    """Give an area a level, with what you saw."""
    from salescoach.journal.append import Block
    from salescoach.writing import write

    app: App = ctx.obj
    if not area.strip():
        raise Missing(what="area")
    fields = {"on": app.on(on), "area": area, "level": app.level(level), "evidence": joined(evidence) or None}
    return write(app, [(one, [Block("rating", fields)]) for one in app.sellers([seller])], "rate")
