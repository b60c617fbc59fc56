"""`coach note`: something between talks, with the same marks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.arguments import On, Sellers, Text, joined
from salescoach.errors import Missing

if TYPE_CHECKING:
    from salescoach.notes.marks import Notes
    from salescoach.records.seller import Seller


def run(
    ctx: typer.Context,
    seller: Sellers,
    text: Text = None,
    on: On = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> Answer:
    """Note something between talks, with the marks of coach log; without a text, what was broken off is offered."""
    from salescoach.journal.drafts import NOBODY
    from salescoach.talk.commands.noting import needs, note_blocks, promising, understood
    from salescoach.waiting import accepted
    from salescoach.writing import write

    app: App = ctx.obj
    day = app.on(on)
    typed = joined(text) or (app.piped() or "")
    if not typed.strip():
        typed = _waiting(app, seller)
    with app.keeping(NOBODY, typed, note=True):
        keys = app.keys([seller])
    with app.keeping(keys[0], typed, note=True):
        sellers = app.by_keys(keys)
    asks = app.ask.possible and not dry_run
    with app.keeping(sellers[0].key, typed, note=True):
        read = [(one, understood(app, one, typed, day)) for one in sellers]
        if asks and (needed := needs(read[0][1])):
            typed = promising(app, [one.first_name for one in sellers], needed, typed)
            read = [(one, understood(app, one, typed, day)) for one in sellers]
    with app.keeping(sellers[0].key, typed, note=True):
        notices = _notices(read, offering=not asks)
        entries = [(one, note_blocks(one, notes, day)) for one, notes in read]
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


def _notices(read: "Sequence[tuple[Seller, Notes]]", *, offering: bool) -> list[Phrase]:
    """Return what is to be pointed out, each once; what was offered in a question needs no notice."""
    from salescoach.coaching.untold import to_be_told
    from salescoach.talk.commands.noting import needs, offers

    said = [
        notice for one, notes in read for notice in (*notes.notices, *(offers(one, needs(notes)) if offering else ()))
    ]
    red = to_be_told(",".join(one.key for one, _ in read), [(one.kind, one.fields) for one in read[0][1].records])
    return [*(notice for at, notice in enumerate(said) if notice not in said[:at]), *red]
