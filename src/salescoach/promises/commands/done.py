"""`coach done`: settle a promise, a topic, a need or a goal."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import OpenItems
from salescoach.errors import Missing


def run(
    ctx: typer.Context,
    words: OpenItems = None,
    dropped: Annotated[bool, typer.Option("--dropped")] = False,
    seller: Annotated[str | None, typer.Option("--seller", metavar="SELLER")] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT")] = None,
) -> Answer:
    """Settle what is open: by id, by several ids, or by words that fit one open thing only."""
    from salescoach.coaching.settling import meant, open_items
    from salescoach.journal.append import Block
    from salescoach.writing import write

    app: App = ctx.obj
    if not words:
        raise Missing(what="words")
    sellers = [app.seller(seller)] if seller else app.team()
    items = meant(words, open_items(sellers))
    how = "dropped" if dropped else "kept"
    entries = []
    for who in sellers:
        hers = [item.id for item in items if item.seller == who.key]
        entries.append((who, [Block("settled", {"on": app.today, "of": id_, "how": how, "why": why}) for id_ in hers]))
    return write(app, [entry for entry in entries if entry[1]], "done")
