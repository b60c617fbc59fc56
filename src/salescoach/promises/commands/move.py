"""`coach move`: another day for a promise, a goal or a step, or another target for a goal."""

from contextlib import suppress
from datetime import date
from typing import Annotated

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import OpenItemsDay, number
from salescoach.errors import Missing, NotADate


def run(
    ctx: typer.Context,
    words: OpenItemsDay = None,
    target: Annotated[str | None, typer.Option("--target", metavar="NUMBER")] = None,
    seller: Annotated[str | None, typer.Option("--seller", metavar="SELLER")] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT")] = None,
) -> Answer:
    """Move what is open to another day, or a goal to another target; the old one stays to be seen."""
    from salescoach.coaching.settling import by_seller, meant, open_items
    from salescoach.journal.append import Block
    from salescoach.records.kinds import movable
    from salescoach.records.matching import match
    from salescoach.team import those_of
    from salescoach.writing import write

    app: App = ctx.obj
    what, due = _split(app, words or [], dated=target is None)
    moved = {name: value for name, value in (("due", due), ("target", number(target))) if value is not None}
    sellers = those_of(app, seller)
    things = open_items(sellers)
    fit = [item for item in things if movable(item.kind, *moved)]
    other = () if match(what, fit).found else match(what, things).found
    if other:
        raise Missing(what="movable", thing=next(item.text for item in other if item not in fit))
    items = meant(what, fit)
    entries = [
        (who, [Block("moved", {"on": app.today, "of": item.id, **moved, "why": why}) for item in hers])
        for who, hers in by_seller(sellers, items)
    ]
    return write(app, entries, "move", notices=app.past(due))


def _split(app: App, words: list[str], *, dated: bool) -> tuple[list[str], date | None]:
    """Return what is meant, and the day: as many of the last words as are one. Raise Missing, NotADate."""
    for at in range(1, len(words)):
        with suppress(NotADate):
            return words[:at], app.read_day(" ".join(words[at:]))
    if dated and len(words) > 1:
        app.read_day(" ".join(words[1:]))
    if dated or not words:
        raise Missing(what="move")
    return words, None
