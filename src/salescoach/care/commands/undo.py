"""`coach undo`: take back the last command."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.care.files.turned import command_of, undone
from salescoach.care.rules import UndoList
from salescoach.journal.append import take_back
from salescoach.journal.undo import Undo


def run(ctx: typer.Context, listed: Annotated[bool, typer.Option("--list")] = False) -> Answer:
    """Take back the last command whole, to the exact bytes; again takes back the one before."""
    app: App = ctx.obj
    if listed:
        return UndoList(steps=tuple(command_of(one) for one in reversed(Undo(app.journal.root).entries())))
    return undone(take_back(app.journal), private=app.journal.private)
