"""`coach book`: note when the next talk is."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import Sellers


def run(
    ctx: typer.Context,
    seller: Sellers,
    day: Annotated[list[str], typer.Argument(metavar="DATE")],
) -> Answer:
    """Note when the next talk is; the latest booking wins."""
    from salescoach.journal.append import Block
    from salescoach.writing import write

    app: App = ctx.obj
    following = app.ahead(" ".join(day))
    block = Block("booking", {"on": app.today, "next": following})
    return write(app, [(one, [block]) for one in app.sellers([seller])], "book", notices=app.past(following))
