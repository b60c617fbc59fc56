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
    agenda: Annotated[str | None, typer.Option("--agenda", metavar="NAME")] = None,
) -> Answer:
    """Note when the next talk is, and what it is for; the latest booking of an agenda wins."""
    from salescoach.journal.append import Block
    from salescoach.records.veil import veiled
    from salescoach.writing import private_note, write

    app: App = ctx.obj
    if agenda is not None:
        app.templates.table(f"agendas/{agenda}")
    typed, secret = veiled(" ".join(day))
    at = app.dates.timed(typed).at
    following = app.ahead(typed, timed=at is not None)
    block = Block("booking", {"on": app.today, "next": following, "agenda": agenda, "at": at})
    blocks = [block, *([private_note(app.today, secret)] if secret else [])]
    return write(app, [(one, blocks) for one in app.sellers([seller])], "book", notices=app.past(following))
