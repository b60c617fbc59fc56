"""`coach find`: words in all that was noted."""

from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import kinds_of
from salescoach.errors import Missing
from salescoach.people.rules.search import ME, SELLER, Scope, found_in, terms_of


def run(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS")] = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="KIND")] = None,
    who: Annotated[list[str] | None, typer.Option("--who", metavar="NAME")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE")] = None,
) -> Answer:
    """Find words in the notes on all sellers, those who left too, and in your own."""
    app: App = ctx.obj
    terms = terms_of(words or ())
    if not terms:
        raise Missing(what="search")
    heads = [typed for typed in kind or () if typed == SELLER]
    names = [name for typed in who or () for name in typed.split(",")]
    scope = Scope(
        kinds=[*heads, *kinds_of(app, [typed for typed in kind or () if typed != SELLER])],
        who=[ME if name.strip().casefold() == ME else app.journal.find(name) for name in names],
        since=None if since is None else app.read_day(since, back=True, due=False),
    )
    team = app.journal.everyone()
    app.problems += team.problems
    return found_in(team.sellers, app.me, terms, scope, (*team.problems, *app.me.problems), app.dates.order)
