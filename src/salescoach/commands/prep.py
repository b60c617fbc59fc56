"""`coach prep`: the agenda before a talk."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.commands.arguments import SellerWords, joined

EXAMPLE = "coach prep anna"


def run(
    ctx: typer.Context,
    seller: SellerWords,
    agenda: Annotated[
        str | None,
        typer.Option(
            "--agenda",
            metavar="NAME",
            help="check-in, development, onboarding, probation, or your own. Else: what fits.",
        ),
    ] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=480, help="How long the talk is.")] = None,
    for_her: Annotated[bool, typer.Option("--for-her", help="What the seller may see beforehand.")] = False,
) -> Answer:
    """Show the agenda for the next talk, made from what is known."""
    from salescoach.coaching.agenda import agenda_for_her
    from salescoach.commands.preparing import agenda as prepared
    from salescoach.commands.preparing import hers
    from salescoach.journal.prepared import Prepared

    app: App = ctx.obj
    who = app.seller(joined(seller))
    made = prepared(app, who, agenda, minutes)
    if for_her:
        return agenda_for_her(made, who, app.today, hers(app, who))
    app.preparations.note(Prepared(made.key, app.today.isoformat(), made.template, made.asked))
    return made
