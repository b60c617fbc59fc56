"""`coach figures`: figures from a CRM's export, or what is kept of them."""

from pathlib import Path
from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import MaybeSellerWords, joined
from salescoach.errors import Missing


def run(
    ctx: typer.Context,
    seller: MaybeSellerWords = None,
    file: Annotated[str | None, typer.Option("--from", metavar="FILE")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME")] = None,
    maps: Annotated[list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN")] = None,
    who: Annotated[list[str] | None, typer.Option("--who", metavar="NAME=SELLER")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> Answer:
    """Read an export, or show what is kept: of one seller her months, else where it is from."""
    app: App = ctx.obj
    if file is not None:
        from salescoach.figures.commands.importing import bring_in

        return bring_in(app, Path(file), source, maps or [], who or [], dry=dry_run)
    if source or maps or who or dry_run:
        raise Missing(what="export")
    from salescoach.figures.rules.answers import HerFigures, Sources
    from salescoach.figures.rules.compared import past_of
    from salescoach.journal import figures
    from salescoach.records.figures import month_of, months_of

    found = figures.sources(app.journal)
    if not joined(seller):
        return Sources(sources=tuple(found), names={one.key: one.name for one in app.journal.called()})
    one = app.seller(joined(seller))
    hers, months = [each for each in found if one.key in each.sellers], months_of(found, one.key)
    last = month_of(max((each.on for each in hers), default=app.today))
    return HerFigures(key=one.key, name=one.name, months=months, past=past_of(months, last), sources=tuple(hers))
