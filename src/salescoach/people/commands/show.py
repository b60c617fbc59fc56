"""`coach show`: all about one seller."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import SellerWords, joined, kinds_of


def run(
    ctx: typer.Context,
    seller: SellerWords,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE")] = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="KIND")] = None,
) -> Answer:
    """Show who she is, her lights, her goals, what is open, and her story."""
    from salescoach.people.rules.story import story_of

    app: App = ctx.obj
    day = None if since is None else app.read_day(since, back=True, due=False)
    who, kinds = app.seller(joined(seller)), kinds_of(app, kind or ())
    return story_of(who, app.today, since=day, kinds=kinds, me=app.me)
