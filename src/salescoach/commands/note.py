"""`coach note`: something between talks, with the same marks."""

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.commands.arguments import On, Sellers, Text, joined
from salescoach.commands.noting import needs, note_blocks, offers, understood
from salescoach.errors import Missing
from salescoach.writing import write

EXAMPLE = "coach note anna 'praise: stayed calm when the buyer pushed back'"


def run(ctx: typer.Context, seller: Sellers, text: Text = None, on: On = None) -> Answer:
    """Note something between talks: plain text, or the marks that coach log knows; no talk is written."""
    app: App = ctx.obj
    day = app.on(on)
    sellers = app.sellers([seller])
    typed = joined(text) or (app.piped() or "")
    if not typed.strip():
        raise Missing(what="text", command="note")
    with app.keeping(sellers[0].key, typed):
        read = [(one, understood(app, one, typed, day)) for one in sellers]
        said = [notice for one, notes in read for notice in (*notes.notices, *offers(one, needs(notes)))]
        notices = [notice for at, notice in enumerate(said) if notice not in said[:at]]
        return write(app, [(one, note_blocks(notes, day)) for one, notes in read], "note", notices=notices)
