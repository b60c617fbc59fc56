"""`coach act`: note a small action, or see this week's tally."""

from typing import Annotated

import typer

from salescoach.actions.rules import Tally, tally
from salescoach.answer import Answer, phrase
from salescoach.app import App
from salescoach.arguments import ActionName, On, SellerList
from salescoach.errors import Missing, NotFound


def run(
    ctx: typer.Context,
    action: ActionName = None,
    sellers: SellerList = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT")] = None,
    on: On = None,
) -> Answer:
    """Note a small action, with whom or with all; without one, show this week's tally."""
    from salescoach.journal.append import Block
    from salescoach.writing import write, write_mine

    app: App = ctx.obj
    known = {row["name"]: row["title"] for row in app.templates.table("actions")["action"]}
    if action is None:
        return Tally(habits=tuple(tally((*app.team(), app.me), app.today, tuple(known))), titles=known)
    if action not in known and not sellers and _is_seller(app, action):
        raise Missing(what="action", typed=action)
    block = Block("action", {"on": app.on(on), "action": action, "note": note})
    notices = () if action in known else (phrase("notice.unknown_action", action=action),)
    if not sellers:
        return write_mine(app, [block], "act", notices=notices)
    return write(app, [(who, [block]) for who in app.sellers(sellers)], "act", notices=notices)


def _is_seller(app: App, typed: str) -> bool:
    try:
        return bool(app.journal.find(typed))
    except NotFound:
        return False
