"""`coach praise`: note praise given, or see whom to thank today."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import MaybeSellers, On, What, joined


def run(
    ctx: typer.Context,
    seller: MaybeSellers = None,
    what: What = None,
    giver: Annotated[str | None, typer.Option("--from", metavar="WHO")] = None,
    on: On = None,
) -> Answer:
    """Note praise given; without it, show whom to thank today and for what."""
    from salescoach.journal.append import Block
    from salescoach.praise.rules import praises_of
    from salescoach.writing import write

    app: App = ctx.obj
    sellers = app.team() if seller is None else app.sellers([seller])
    if not joined(what):
        return praises_of(sellers, app.today, app.settings.silence.praise, app.dates.order)
    praise = Block("praise", {"on": app.on(on), "what": joined(what), "from": giver})
    return write(app, [(who, [praise]) for who in sellers], "praise")
