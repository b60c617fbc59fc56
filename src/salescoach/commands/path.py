"""`coach path`: print where the journal, or a seller's file, is."""

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.commands.arguments import MaybeSeller

EXAMPLE = "coach path anna"


def run(ctx: typer.Context, seller: MaybeSeller = None) -> Answer:
    """Print where the journal, or a seller's file, is."""
    app: App = ctx.obj
    where = app.journal.root if seller is None else app.journal.file(app.journal.find(seller))
    return Said(lines=(phrase("item.plain", text=str(where.resolve())),))
