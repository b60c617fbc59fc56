"""`coach done`: settle a promise, a topic, a need or a goal."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import On, OpenItems
from salescoach.errors import Missing


def run(
    ctx: typer.Context,
    words: OpenItems = None,
    dropped: Annotated[bool, typer.Option("--dropped")] = False,
    seller: Annotated[str | None, typer.Option("--seller", metavar="SELLER")] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT")] = None,
    on: On = None,
) -> Answer:
    """Settle what is open: by id, by several ids, or by words that fit one open thing only."""
    from salescoach.coaching.settling import by_seller, meant, open_items
    from salescoach.journal.append import Block
    from salescoach.team import mine
    from salescoach.writing import write

    app: App = ctx.obj
    if not words:
        raise Missing(what="words")
    sellers = [app.seller(seller)] if seller else [*app.team(), mine(app)]
    items = meant(words, open_items(sellers))
    how, day = "dropped" if dropped else "kept", app.on(on)
    for item in items:
        if item.on and day < item.on:
            raise Missing(what="later", thing=item.text, first=item.on, day=day)
    entries = [
        (who, [Block("settled", {"on": day, "of": item.id, "how": how, "why": why}) for item in hers])
        for who, hers in by_seller(sellers, items)
    ]
    return write(app, entries, "done")
