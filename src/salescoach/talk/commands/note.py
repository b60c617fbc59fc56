"""`coach note`: something between talks, with the same marks."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.arguments import On, Sellers, Text, typed_in
from salescoach.errors import Missing
from salescoach.journal.drafts import NOBODY, Draft

if TYPE_CHECKING:
    from salescoach.records.seller import Seller


def run(
    ctx: typer.Context,
    seller: Sellers,
    text: Text = None,
    on: On = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> Answer:
    """Note something between talks, with the marks of coach log; without a text, what was broken off is offered."""
    app: App = ctx.obj
    typed, held = typed_in(text) or (app.piped() or ""), list[Draft]()
    if not typed.strip():
        held = [_waiting(app, seller)]
        typed = held[0].text
    with app.keeping(NOBODY, typed, note=True, typed=seller):
        keys = app.keys([seller])
    return _noted(app, keys, typed, on, held, dry=dry_run)


def _noted(app: App, keys: list[str], typed: str, on: str | None, held: list[Draft], *, dry: bool) -> Answer:
    """Write a note of these sellers; stopped or refused it is a draft, in the place of what it was made of."""
    from salescoach.promises.commands.brake import Days, braked
    from salescoach.talk.commands.focusing import Chosen, with_one_focus
    from salescoach.talk.commands.noting import note_blocks, notices_of, understood
    from salescoach.waiting import accepted
    from salescoach.writing import write

    kept: dict[str, Any] = {"note": True, "typed": _several(keys), "held": held}
    with app.keeping(keys[0], typed, **kept):
        day = app.on(on)
        sellers = app.by_keys(keys)
        asks = app.ask.possible and not dry
        typed, days = _completed(app, sellers, typed, day) if asks else typed, Days()
        read = [(who, understood(app, who, typed, day)) for who in sellers]
        chosen: Chosen | None = {} if asks else None
        read = [(who, with_one_focus(app, who, notes, chosen)) for who, notes in read]
        read = [(who, braked(app, notes, days)) for who, notes in read] if asks else read
    with app.keeping(keys[0], typed, **kept):
        notices = notices_of(read, offering=not asks)
        entries = [(who, note_blocks(who, notes, day)) for who, notes in read]
        if asks and not accepted(app, write(app, entries, "note", notices=notices, dry=True), phrase("log.keys.stop")):
            app.keep(keys[0], typed, **kept)
            app.kept = ()
            return Said(lines=(phrase("log.note_kept", key=keys[0]),))
        written = write(app, entries, "note", notices=() if asks else notices, dry=dry)
    for one in held if not dry else ():
        app.drafts.notes.drop(one)
    return written


def _completed(app: App, sellers: "Sequence[Seller]", text: str, day: date) -> str:
    """Return a text with what a key makes of it: marks of what almost are some, promises of what is needed."""
    from salescoach.reading import with_marks
    from salescoach.talk.commands.noting import needs, promising, understood

    text = with_marks(app, text, lambda one: understood(app, sellers[0], one, day))
    needed = needs(understood(app, sellers[0], text, day))
    return promising(app, [who.first_name for who in sellers], needed, text)


def _several(keys: list[str]) -> str:
    """Return whom a note was typed for where that is more than one."""
    return ",".join(keys) if len(keys) > 1 else ""


def _waiting(app: App, seller: str) -> Draft:
    """Return what was typed before and is taken up again; raise Missing where there is nothing to note."""
    from salescoach.waiting import offered

    keys = app.keys([seller]) if app.ask.possible else []
    draft = offered(app, app.drafts.notes, keys[0], _several(keys)) if keys else None
    if draft is None:
        raise Missing(what="text", command="note")
    return draft
