"""`coach act`: note a small action, or see this week's tally."""

from collections.abc import Collection
from typing import Annotated

import typer

from salescoach.actions.rules import NoSuchAction, Tally, meant_action, tally
from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import ActionName, On, SellerList
from salescoach.errors import Missing, NotFound


def run(
    ctx: typer.Context,
    action: ActionName = None,
    sellers: SellerList = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT")] = None,
    on: On = None,
    new: Annotated[bool, typer.Option("--new")] = False,
) -> Answer:
    """Note a small action, with whom or with all; without one, show this week's tally."""
    from salescoach.journal.append import Block
    from salescoach.writing import write, write_mine

    app: App = ctx.obj
    known = {row["name"]: row["title"] for row in app.templates.table("actions")["action"]}
    if action is None:
        habits = tally((*app.team(), app.me), app.today, tuple(known), app.me.absences, app.dates.order)
        return Tally(habits=tuple(habits), titles=known)
    block = Block("action", {"on": app.on(on), "action": _name(app, action, known, new=new), "note": note})
    if not sellers:
        return write_mine(app, [block], "act")
    return write(app, [(who, [block]) for who in app.sellers(sellers)], "act")


def _name(app: App, typed: str, known: Collection[str], *, new: bool) -> str:
    """Return the action that is meant, one that was noted before included; raise NotFound: a typo makes no new one."""
    from salescoach.records.contact import Action

    if typed in known:
        return typed
    done = [one.action for book in (*app.team(), app.me) for one in book.all(Action)]
    try:
        return meant_action(typed, dict.fromkeys((*known, *done)), whole=new)
    except NoSuchAction:
        if new and typed.strip():
            return typed.strip()
        if _is_seller(app, typed):
            raise Missing(what="action", typed=typed) from None
        raise


def _is_seller(app: App, typed: str) -> bool:
    try:
        return bool(app.journal.find(typed))
    except NotFound:
        return False
