"""`coach set`: change what the head of a seller's file says."""

from dataclasses import replace
from typing import Annotated

import typer

from salescoach.answer import Answer, phrase
from salescoach.app import App
from salescoach.arguments import Seller
from salescoach.errors import Missing
from salescoach.hers import spoken


def run(
    ctx: typer.Context,
    seller: Seller,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME")] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="TEXT")] = None,
    email: Annotated[str | None, typer.Option("--email", metavar="ADDRESS")] = None,
    started: Annotated[str | None, typer.Option("--started", metavar="DATE")] = None,
    every: Annotated[int | None, typer.Option("--every", min=1)] = None,
    at_most: Annotated[int | None, typer.Option("--at-most", min=1)] = None,
    alias: Annotated[list[str] | None, typer.Option("--alias", metavar="NAME")] = None,
    placed_at: Annotated[str | None, typer.Option("--placed-at", metavar="WHERE")] = None,
    language: Annotated[str | None, typer.Option("--language", metavar="LANG")] = None,
) -> Answer:
    """Change what the head of a seller's file says; the old value stays in the file."""
    from salescoach.journal.append import Block
    from salescoach.people.rules.heading import change_of
    from salescoach.writing import write

    app: App = ctx.obj
    who = app.seller(seller)
    first_day = app.read_day(started, back=True, due=False) if started else None
    own = {"name": name, "role": role, "email": email, "started": first_day, "every": every, "at_most": at_most}
    aliases = [*who.header.aliases, *alias] if alias else None
    reads = None if language is None else spoken(language)
    given = {**own, "aliases": aliases, "placed_at": placed_at, "language": reads}
    fields = change_of(replace(app.journal, private=True).by_key(who.key).header, given)
    if not fields:
        raise Missing(what="change")
    if fields.get("was") != change_of(who.header, given).get("was"):
        fields["private"] = True  # else it would tell what a private change had said before
    again = " --again" if "onboarding" in who.records else ""
    arriving = [phrase("notice.arriving", key=who.key, again=again)] if placed_at else []
    return write(app, [(who, [Block("change", {"on": app.today, **fields})])], "set", notices=arriving)
