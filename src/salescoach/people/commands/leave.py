"""`coach leave`: put away the file of a seller who left, or bring it back."""

from typing import Annotated

import typer

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.arguments import SellerWords, joined
from salescoach.errors import Broken, Misplaced


def run(ctx: typer.Context, seller: SellerWords, undo: Annotated[bool, typer.Option("--undo")] = False) -> Answer:
    """Put away the file of a seller who left: out of the weekly, still shown and found."""
    from salescoach.journal.journal import LEFT, file_of
    from salescoach.journal.rewrite import Move, change

    app: App = ctx.obj
    key = app.journal.find(joined(seller))
    name = next(one.name for one in app.journal.called() if one.key == key)
    here, away = file_of(key), f"{LEFT}/{key}.toml"
    there = [file for file in app.journal.files() if file in (here, away)]
    if len(there) > 1:
        raise Misplaced(name=name, file=here, other=away)
    if there == [here] and undo:
        raise Misplaced(why="here", name=name, command=f"leave {key}")
    if there == [away] and not undo:
        raise Misplaced(why="left", name=name, command=f"leave {key} --undo")
    still = () if undo else _still_open(app, key, name)
    if still and app.ask.possible:
        app.ask.tell(*map(app.words.say, still))
        if not app.agreed(phrase("leave.sure"), default="y"):
            return Said(lines=(phrase("leave.stays"),))
    label, move = (f"leave {key} --undo", Move(away, here)) if undo else (f"leave {key}", Move(here, away))
    change(app.journal, label, app.today.isoformat(), moves=[move])
    if undo:
        return Said(lines=(phrase("leave.back", name=name), phrase("leave.back_next", key=key)))
    said = (phrase("leave.left", name=name, file=away), phrase("leave.left_next", key=key))
    return Said(lines=said, notices=() if app.ask.possible else still)


def _still_open(app: App, key: str, name: str) -> tuple[Phrase, ...]:
    """Return what is open both ways, for who is to leave; nothing where the file does not read."""
    from salescoach.people.rules.story import open_of

    try:
        found = open_of(app.journal.by_key(key), app.today)
    except Broken:
        return ()
    sides = ((one, one.promise.by if one.promise else one.kind) for one in found)
    lines = (phrase(f"leave.open_{side}", name=name, what=one.text) for one, side in sides)
    return (phrase("leave.open", name=name), *lines) if found else ()
