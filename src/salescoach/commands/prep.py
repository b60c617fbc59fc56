"""`coach prep`: the agenda before a talk."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.coaching.agenda import agenda_for_her, agenda_of
from salescoach.commands.arguments import SellerWords, joined
from salescoach.journal.prepared import Prepared

EXAMPLE = "coach prep anna"


def run(
    ctx: typer.Context,
    seller: SellerWords,
    agenda: Annotated[
        str, typer.Option("--agenda", metavar="NAME", help="check-in, development, or your own.")
    ] = "check-in",
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=480, help="How long the talk is.")] = None,
    for_her: Annotated[bool, typer.Option("--for-her", help="What the seller may see beforehand.")] = False,
) -> Answer:
    """Show the agenda for the next talk, made from what is known."""
    app: App = ctx.obj
    who = app.seller(joined(seller))
    template = app.templates.table(f"agendas/{agenda}")
    catalogue = app.templates.table("questions")["question"]
    made = agenda_of(
        who, app.me, template, catalogue, settings=app.settings, today=app.today, name=agenda, minutes=minutes
    )
    if for_her:
        return agenda_for_her(made, who, app.today)
    app.preparations.note(Prepared(made.key, app.today.isoformat(), agenda, made.asked))
    return made
