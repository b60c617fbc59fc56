"""`coach act`: note a small action, choose a few of them, look at the catalogue, or see this week's tally."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Annotated

import typer

from salescoach.actions.rules.catalogue import Small, actions_from, listed
from salescoach.actions.rules.habits import NoSuchAction, meant_action
from salescoach.actions.rules.whom import MOST, Tally, chosen_in, standing
from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import ActionName, On, SellerList
from salescoach.errors import Missing, NotFound, Unusable


class TooMany(Unusable):
    """More small actions than `most` would be built up at a time: `names`."""


def run(
    ctx: typer.Context,
    action: ActionName = None,
    sellers: SellerList = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT")] = None,
    on: On = None,
    new: Annotated[bool, typer.Option("--new")] = False,
    catalogue: Annotated[bool, typer.Option("--list")] = False,
    choose: Annotated[bool, typer.Option("--choose")] = False,
    drop: Annotated[list[str] | None, typer.Option("--drop", metavar="ACTION")] = None,
) -> Answer:
    """Note a small action, with whom or with all; without one, show this week's tally."""
    from salescoach.journal.append import Block
    from salescoach.writing import write, write_mine

    app: App = ctx.obj
    tables, typed = app.templates.tables("actions"), [one for one in (action, *(sellers or ())) if one is not None]
    if catalogue:
        return listed(tables, " ".join(typed))
    known = actions_from(tables)
    if action is None and not drop:
        if note or on:
            raise Missing(what="which_action")
        return _standing(app, known)
    if choose or drop:
        wanted = [_name(app, name, known, new=new) for one in typed for name in one.split(",")]
        now, dropped = _standing(app, known), [_name(app, one, known, new=False) for one in drop or ()]
        left = _chosen(app, now, wanted, dropped)
        if left == [*now.chosen]:
            return now
        return write_mine(app, [Block("chosen", {"on": app.today, "actions": left})], "act")
    block = Block("action", {"on": app.on(on), "action": _name(app, typed[0], known, new=new), "note": note})
    if not sellers:
        return write_mine(app, [block], "act")
    return write(app, [(who, [block]) for who in app.sellers(sellers)], "act")


def _standing(app: App, known: Mapping[str, Small]) -> Tally:
    from salescoach.reading import word_in

    return standing(
        app.team(), app.me, known, lambda text: word_in(app, text, "felt", "health"),
        silence=app.settings.silence.praise, today=app.today, order=app.dates.order,
    )  # fmt: skip


def _chosen(app: App, now: Tally, wanted: list[str], dropped: list[str]) -> list[str]:
    """Return what is chosen then; where too much is not in place yet, ask what to let go, or raise TooMany (S2.2)."""
    left = [one for one in dict.fromkeys((*now.chosen, *wanted)) if one not in dropped]
    strong = {one.action for one in now.habits if one.in_place}
    while len(building := [one for one in left if one not in strong]) > MOST and {*left} - {*now.chosen}:
        keys = {str(at): one for at, one in enumerate(building[: MOST + 1], 1)}
        if not app.ask.possible:
            raise TooMany(most=MOST, names=building, new=building[-1], old=building[0])
        asked = app.words.say("habits.too_many", n=len(building), most=MOST)
        pressed = app.ask.key(asked, {**keys, "0": app.words.say("habits.as_before")}, "0")
        left = [one for one in left if one != keys[pressed]] if pressed in keys else [*now.chosen]
    return left


def _name(app: App, typed: str, known: Collection[str], *, new: bool) -> str:
    """Return the action that is meant, one that was noted before included; raise NotFound: a typo makes no new one."""
    from salescoach.records.contact import Action

    if typed in known:
        return typed
    done = [one.action for book in (*app.team(), app.me) for one in book.all(Action)]
    try:
        return meant_action(typed, dict.fromkeys((*known, *done, *chosen_in(app.me, app.today))), whole=new)
    except NoSuchAction:
        if new and typed.strip():
            return typed.strip()
        with suppress(NotFound):
            if app.journal.find(typed):
                raise Missing(what="action", typed=typed) from None
        raise
