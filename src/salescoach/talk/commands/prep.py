"""`coach prep`: the agenda before a talk."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import AboutInitiative, SellerWords, joined
from salescoach.errors import Unusable


class ForYourHead(Unusable):
    """What is for the manager's head is to go to a file, or to the seller."""


def run(
    ctx: typer.Context,
    seller: SellerWords,
    agenda: Annotated[str | None, typer.Option("--agenda", metavar="NAME")] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=480)] = None,
    initiative: AboutInitiative = None,
    for_her: Annotated[bool, typer.Option("--for-her")] = False,
    mind: Annotated[bool, typer.Option("--mind")] = False,
) -> Answer:
    """Show the agenda for the next talk, made from what is known."""
    from salescoach.journal.prepared import Prepared
    from salescoach.talk.commands import preparing

    app: App = ctx.obj
    who = app.seller(joined(seller))
    if initiative is not None:
        from salescoach.talk.commands.about import named

        agenda, _ = named(app, who, app.today, agenda, initiative)
    if mind:
        if for_her or app.option("output"):
            raise ForYourHead(key=who.key)
        return preparing.mind(app, who, agenda)
    if for_her:
        return preparing.for_her(app, who, agenda, minutes)
    made = preparing.agenda(app, who, agenda, minutes)
    app.preparations.note(Prepared(made.key, app.today.isoformat(), made.template, made.asked))
    return made
