"""`coach path`: print where the journal, or a seller's file, is."""

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.arguments import MaybeSellerWords, joined
from salescoach.journal.atomic import real


def run(ctx: typer.Context, seller: MaybeSellerWords = None) -> Answer:
    """Print where the journal, or a seller's file, is."""
    app: App = ctx.obj
    where = app.journal.file(app.journal.find(joined(seller))) if seller else app.journal.root
    return Said(lines=(phrase("item.plain", text=str(real(where))),))
