"""`coach doctor`: every file looked over, a file accepted as it is, conflict copies united."""

from typing import Annotated

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.care.commands.merging import merged
from salescoach.care.files.check import check
from salescoach.care.rules.checkup import Checkup
from salescoach.errors import CoachError


def run(
    ctx: typer.Context,
    accept: Annotated[str | None, typer.Option("--accept", metavar="FILE")] = None,
    merge: Annotated[str | None, typer.Option("--merge", metavar="FILE")] = None,
) -> Answer:
    """Look over every file: what is wrong in it, where, and what to do; exit 1 where something is."""
    app: App = ctx.obj
    if merge is not None:
        return merged(app, merge)
    if accept is None:
        return _checked(app)
    file = app.journal.named(accept)
    app.journal.accept(file)
    return Said(lines=(phrase("accepted.file", file=file),))


def _checked(app: App) -> Answer:
    root = app.root or app.journal.root
    if not _speaks(app):
        app.root = None  # from here on in plain English: it is the journal's own words or settings that are broken
    found = check(root, app.today, private=bool(app.option("private")))
    return Checkup(problems=found.problems, checked=found.files)


def _speaks(app: App) -> bool:
    """Tell whether the journal's own words and settings can be used, with an App that may fail."""
    probe = App()
    probe.options = dict(app.options)
    try:
        probe.look()
    except CoachError:
        return False
    return True
