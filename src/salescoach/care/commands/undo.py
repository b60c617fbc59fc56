"""`coach undo`: take back the last command."""

from datetime import date
from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.care.rules.undone import Command, UndoList, Undone
from salescoach.journal.append import take_back
from salescoach.journal.undo import Entry, Undo


def run(ctx: typer.Context, listed: Annotated[bool, typer.Option("--list")] = False) -> Answer:
    """Take back the last command whole, to the exact bytes; again takes back the one before."""
    app: App = ctx.obj
    if listed:
        return UndoList(steps=tuple(_command(one) for one in reversed(Undo(app.journal.root).entries())))
    return Undone(step=_command(take_back(app.journal)))


def _command(entry: Entry) -> Command:
    return Command(entry.label, date.fromisoformat(entry.on), tuple(step.file for step in entry.steps))
