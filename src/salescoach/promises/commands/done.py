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
    from salescoach.journal.names import ME
    from salescoach.promises.rules import vows_of
    from salescoach.team import those_of
    from salescoach.writing import write

    app: App = ctx.obj
    if not words:
        raise Missing(what="words")
    sellers = those_of(app, seller)
    items = meant(words, open_items(sellers))
    day, how = app.on(on), "dropped" if dropped else "kept"
    held = {} if dropped else {(ME, vow.id): "held" for vow in vows_of(app.me, app.today)}
    for item in items:
        if item.on and day < item.on:
            raise Missing(what="later", thing=item.text, first=item.on, day=day)

    said = {"on": day, "why": why}
    entries = [
        (who, [Block("settled", {**said, "of": one.id, "how": held.get((one.seller, one.id), how)}) for one in hers])
        for who, hers in by_seller(sellers, items)
    ]
    return write(app, entries, "done")
