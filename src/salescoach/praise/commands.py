"""`coach praise`: note praise given, or see whom to thank today."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import MaybeSellers, On, What, joined
from salescoach.journal.names import ME
from salescoach.records.keys import key_form


def run(
    ctx: typer.Context,
    seller: MaybeSellers = None,
    what: What = None,
    giver: Annotated[str | None, typer.Option("--from", metavar="WHO")] = None,
    on: On = None,
    lasting: Annotated[bool, typer.Option("--lasting")] = False,
) -> Answer:
    """Note praise given, or what you value somebody for; without it, show whom to thank today and for what."""
    from salescoach.journal.append import Block
    from salescoach.praise.rules import praises_of
    from salescoach.records.praise import Valued
    from salescoach.writing import write

    app: App = ctx.obj
    sellers = app.team() if seller is None else app.sellers([seller])
    if not joined(what):
        return praises_of(sellers, app.today, app.settings.silence.praise, app.dates.order)
    said = {"on": app.on(on), "what": joined(what)}
    if not lasting:
        praise = Block("praise", {**said, "from": None if key_form(giver or "") == ME else giver})
        return write(app, [(who, [praise]) for who in sellers], "praise")
    before = {"on": app.today, "how": "dropped"}  # what stood there unsaid is over, and stays to be seen
    new = [
        (who, [Block("valued", said), *(Block("settled", {**before, "of": one.id}) for one in who.open(Valued))])
        for who in sellers
    ]
    return write(app, new, "praise")
