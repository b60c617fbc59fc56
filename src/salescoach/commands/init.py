"""`coach init`: begin a journal."""

from pathlib import Path
from typing import Annotated

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App

EXAMPLE = "coach init ~/coaching"


def run(
    ctx: typer.Context,
    folder: Annotated[
        str | None, typer.Argument(metavar="[DIR]", help="Where it is to be; coaching, if not said.")
    ] = None,
) -> Answer:
    """Begin a journal in a folder, and remember it as yours."""
    from salescoach.journal.beginning import begin

    app: App = ctx.obj
    root = begin(Path(folder or app.named_journal or "coaching").expanduser())
    lines = ("init.made", "init.law", "init.law_more", "init.next")
    return Said(lines=tuple(phrase(line, folder=str(root)) for line in lines))
