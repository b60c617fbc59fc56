"""`coach rate`: give an area a level, with the evidence."""

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.commands.arguments import Area, Level, On, Sellers, Text, joined

EXAMPLE = "coach rate anna discovery green 'asked about budget before the demo'"


def run(ctx: typer.Context, seller: Sellers, area: Area, level: Level, evidence: Text = None, on: On = None) -> Answer:
    """Give an area a level, with what you saw."""
    from salescoach.journal.append import Block

    app: App = ctx.obj
    fields = {"on": app.on(on), "area": area, "level": app.level(level), "evidence": joined(evidence) or None}
    return app.write([(one, [Block("rating", fields)]) for one in app.sellers([seller])], "rate")
