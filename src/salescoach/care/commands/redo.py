"""`coach redo`: do again what was taken back."""

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.care.files.turned import undone
from salescoach.journal.append import take_back


def run(ctx: typer.Context) -> Answer:
    """Do again the command that was taken back last, to the exact bytes; again does the one before it."""
    app: App = ctx.obj
    return undone(take_back(app.journal, again=True), private=app.journal.private, again=True)
