"""`coach note`: something between talks, with the same marks."""

from typing import Annotated

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.arguments import On, Sellers, Text, joined
from salescoach.errors import Missing


def run(
    ctx: typer.Context,
    seller: Sellers,
    text: Text = None,
    on: On = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> Answer:
    """Note something between talks, with the marks of coach log; without a text, what was broken off is offered."""
    from salescoach.journal.drafts import NOBODY
    from salescoach.promises.commands.brake import Days, braked
    from salescoach.reading import with_marks
    from salescoach.talk.commands.noting import needs, note_blocks, notices_of, promising, understood
    from salescoach.waiting import accepted
    from salescoach.writing import write

    app: App = ctx.obj
    day = app.on(on)
    typed = joined(text) or app.piped() or ""
    typed = typed if typed.strip() else _waiting(app, seller)
    with app.keeping(NOBODY, typed, note=True):
        keys = app.keys([seller])
    with app.keeping(keys[0], typed, note=True):
        sellers = app.by_keys(keys)
    asks = app.ask.possible and not dry_run
    with app.keeping(sellers[0].key, typed, note=True):
        if asks:
            typed = with_marks(app, typed, lambda text: understood(app, sellers[0], text, day))
        read = [(who, understood(app, who, typed, day)) for who in sellers]
        if asks and (needed := needs(read[0][1])):
            typed = promising(app, [who.first_name for who in sellers], needed, typed)
            read = [(who, understood(app, who, typed, day)) for who in sellers]
        days = Days()
        read = [(who, braked(app, notes, days)) for who, notes in read] if asks else read
    with app.keeping(sellers[0].key, typed, note=True):
        notices = notices_of(read, offering=not asks)
        entries = [(who, note_blocks(who, notes, day)) for who, notes in read]
        if asks and not accepted(app, write(app, entries, "note", notices=notices, dry=True), phrase("log.keys.stop")):
            app.drafts.notes.keep(sellers[0].key, typed)
            return Said(lines=(phrase("log.note_kept", key=sellers[0].key),))
        return write(app, entries, "note", notices=() if asks else notices, dry=dry_run)


def _waiting(app: App, seller: str) -> str:
    """Return what was typed before and is taken up again; raise Missing where there is nothing to note."""
    from salescoach.waiting import offered

    text = offered(app, app.drafts.notes, app.keys([seller])[0]) if app.ask.possible else None
    if text is None:
        raise Missing(what="text", command="note")
    return text
