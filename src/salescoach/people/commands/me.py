"""`coach me`: how the manager comes across."""

import typer

from salescoach.answer import Answer
from salescoach.app import App


def run(ctx: typer.Context) -> Answer:
    """Show what they need from you, how you come across, your lessons, and how you kept your promises."""
    from salescoach.people.rules.mirror import mirror_of, names_in

    app: App = ctx.obj
    names = names_in((one.name, one.aliases) for one in app.journal.called())
    return mirror_of(app.team(), app.me, names, app.today, named=bool(app.option("private")))
