"""`coach doctor`: accept a file as it is after records vanished from it."""

from typing import Annotated

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.errors import Missing

EXAMPLE = "coach doctor --accept sellers/anna-berg.toml"


def run(
    ctx: typer.Context,
    accept: Annotated[
        str | None, typer.Option("--accept", metavar="FILE", help="This file is as it should be.")
    ] = None,
) -> Answer:
    """Take a file as it is now for whole, after records vanished from it on purpose."""
    app: App = ctx.obj
    if accept is None:
        raise Missing(what="file")
    file = app.journal.named(accept)
    app.journal.accept(file)
    return Said(lines=(phrase("accepted.file", file=file),))
