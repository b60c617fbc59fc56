"""`coach away`: note who is away."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import SellerOrMe
from salescoach.errors import Missing


def run(
    ctx: typer.Context,
    seller: SellerOrMe,
    first: Annotated[str, typer.Argument(metavar="FROM")],
    last: Annotated[str, typer.Argument(metavar="TO")],
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT")] = None,
) -> Answer:
    """Note who is away, a seller or you; the clocks stop meanwhile."""
    from salescoach.journal.append import Block
    from salescoach.writing import write, write_mine

    app: App = ctx.obj
    begin = app.ahead(first)
    end = app.ahead(last, since=begin)
    if end < begin:
        raise Missing(what="order", first=begin, last=end)
    block = Block("away", {"on": app.today, "first": begin, "last": end, "why": why})
    if seller.casefold() == "me":
        return write_mine(app, [block], "away")
    return write(app, [(one, [block]) for one in app.sellers([seller])], "away")
