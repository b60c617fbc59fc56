"""`coach act`: note a small action, choose a few of them, look at the catalogue, or see this week's tally."""

from collections.abc import Collection, Mapping, Sequence
from typing import Annotated

import typer

from salescoach.actions.rules.catalogue import SmallAction, actions_from, listed
from salescoach.actions.rules.habits import NoSuchAction, meant_action, tally
from salescoach.answer import Answer, phrase
from salescoach.app import App
from salescoach.arguments import ActionName, On, SellerList
from salescoach.errors import Missing, NotFound, Unusable


class TooMany(Unusable):
    """More small actions than `most` would be built into habits at a time: `names`."""


class NotChosen(NotFound):
    """A small action is to be let go that is none of the chosen."""


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
    if choose or drop:
        return _choose(app, known, typed, drop or (), on, new=new)
    if action is None:
        return _standing(app, known)
    block = Block("action", {"on": app.on(on), "action": _name(app, action, known, new=new), "note": note})
    if not sellers:
        return write_mine(app, [block], "act")
    return write(app, [(who, [block]) for who in app.sellers(sellers)], "act")


def _standing(app: App, known: Mapping[str, SmallAction], *, hint: bool = False) -> Answer:
    from salescoach.actions.rules.whom import standing
    from salescoach.reading import word_in

    def unfit(text: str) -> bool:
        return word_in(app, text, "felt", "health") is not None

    silence, order = app.settings.silence.praise, app.dates.order
    return standing(app.team(), app.me, known, silence, unfit, today=app.today, order=order, hint=hint)


def _choose(
    app: App,
    known: Mapping[str, SmallAction],
    typed: Sequence[str],
    dropped: Sequence[str],
    on: str | None,
    *,
    new: bool,
) -> Answer:
    """Add to the chosen actions, let some of them go, or show them; what is chosen already is not written again."""
    from salescoach.actions.rules.whom import chosen_in
    from salescoach.journal.append import Block
    from salescoach.writing import write_mine

    day = app.on(on)
    before = chosen_in(app.me, day)
    gone = [_let_go(one, before) for one in dropped]
    names = [_name(app, name, known, new=new) for one in typed for name in one.split(",")]
    wanted = tuple(dict.fromkeys((*(one for one in before if one not in gone), *names)))
    wanted = _room(app, before, wanted) if {*wanted} - {*before} else wanted
    if wanted == before:
        return _standing(app, known, hint=True)
    notices = [phrase("habits.drop", action=wanted[0])] if wanted else []
    return write_mine(app, [Block("chosen", {"on": day, "actions": list(wanted)})], "act", notices=notices)


def _let_go(typed: str, chosen: Sequence[str]) -> str:
    try:
        return meant_action(typed, chosen)
    except NoSuchAction:
        raise NotChosen(typed=typed) from None


def _room(app: App, before: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is chosen once there is room: what is in place takes none; ask what to let go, or raise TooMany."""
    from salescoach.actions.rules.whom import MOST

    done = tally((*app.team(), app.me), app.today, (), app.me.absences)
    strong = {one.action for one in done if one.in_place}
    while len(building := [one for one in wanted if one not in strong]) > MOST:
        keys = {str(at): one for at, one in enumerate(building, 1)}
        if not app.ask.possible or "10" in keys:
            raise TooMany(most=MOST, names=building, new=building[-1], old=building[0])
        asked = app.words.say("habits.too_many", n=len(building), most=MOST)
        pressed = app.ask.key(asked, {**keys, "0": app.words.say("habits.as_before")}, "0")
        if pressed == "0":
            return before
        wanted = tuple(one for one in wanted if one != keys[pressed])
    return wanted


def _name(app: App, typed: str, known: Collection[str], *, new: bool) -> str:
    """Return the action that is meant, one that was noted before included; raise NotFound: a typo makes no new one."""
    from salescoach.actions.rules.whom import chosen_in
    from salescoach.records.contact import Action

    if typed in known:
        return typed
    done = [one.action for book in (*app.team(), app.me) for one in book.all(Action)]
    try:
        return meant_action(typed, dict.fromkeys((*known, *done, *chosen_in(app.me, app.today))), whole=new)
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
