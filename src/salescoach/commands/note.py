"""`coach note`: something between talks, with the same marks."""

from collections.abc import Sequence
from typing import Annotated

import typer

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.coaching.written import Written
from salescoach.commands.arguments import On, Sellers, Text, joined
from salescoach.commands.noting import needs, note_blocks, offers, promising, understood
from salescoach.errors import Missing
from salescoach.intake.marks import Notes
from salescoach.journal.drafts import NOBODY
from salescoach.records.seller import Seller
from salescoach.writing import write

EXAMPLE = "coach note anna 'praise: stayed calm when the buyer pushed back'"


def run(
    ctx: typer.Context,
    seller: Sellers,
    text: Text = None,
    on: On = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written; write nothing.")] = False,
) -> Answer:
    """Note something between talks: plain text, or the marks that coach log knows; no talk is written."""
    app: App = ctx.obj
    day = app.on(on)
    typed = joined(text) or (app.piped() or "")
    if not typed.strip():
        raise Missing(what="text", command="note")
    with app.keeping(NOBODY, typed):
        keys = app.keys([seller])
    with app.keeping(keys[0], typed):
        sellers = app.by_keys(keys)
    asks = app.ask.possible and not dry_run
    with app.keeping(sellers[0].key, typed):
        read = [(one, understood(app, one, typed, day)) for one in sellers]
        if asks and (needed := needs(read[0][1])):
            typed = promising(app, [one.first_name for one in sellers], needed, typed)
            read = [(one, understood(app, one, typed, day)) for one in sellers]
    with app.keeping(sellers[0].key, typed):
        notices = _notices(read, offered=not asks)
        entries = [(one, note_blocks(one, notes, day)) for one, notes in read]
        if asks and not _accepted(app, write(app, entries, "note", notices=notices, dry=True)):
            app.drafts.keep(sellers[0].key, typed)
            return Said(lines=(phrase("log.draft_kept", key=sellers[0].key),))
        return write(app, entries, "note", notices=notices, dry=dry_run)


def _notices(read: Sequence[tuple[Seller, Notes]], *, offered: bool) -> list[Phrase]:
    """Return what is to be pointed out, each once; what was offered in a question needs no notice."""
    said = [
        notice for one, notes in read for notice in (*notes.notices, *(offers(one, needs(notes)) if offered else ()))
    ]
    return [notice for at, notice in enumerate(said) if notice not in said[:at]]


def _accepted(app: App, preview: Written) -> bool:
    """Show what was understood, and let it be written or stopped with one key."""
    from salescoach.render.written import screen

    app.ask.tell(*screen(preview, app.ask.look), *map(app.words.say, preview.notices))
    choices = {"w": app.words.say("log.keys.accept"), "s": app.words.say("log.keys.stop")}
    return app.ask.key(app.words.say("log.accept"), choices, "w") == "w"
