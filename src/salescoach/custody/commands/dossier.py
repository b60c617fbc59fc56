"""`coach dossier`: all that is held of one seller."""

from dataclasses import replace

import typer

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.arguments import SellerWords, joined


def run(ctx: typer.Context, seller: SellerWords) -> Answer:
    """Show all that is held of a seller, in order: to answer her when she asks, or to check before you give it."""
    from salescoach.custody.files.holdings import holdings
    from salescoach.custody.files.leftovers import leftovers
    from salescoach.custody.files.mentions import mentions_of
    from salescoach.custody.rules import Dossier, entries_of
    from salescoach.journal import atomic
    from salescoach.journal.names import Called

    app: App = ctx.obj
    one, journal = app.seller(joined(seller)), app.journal
    (head, scraps, hidden), held = leftovers(journal, one.key), holdings(journal, one.key)
    person = Called(one.key, one.name, tuple(one.header.aliases))
    for at, part in enumerate(held):
        if journal.private and part.what in {"draft", "edit"}:
            text = atomic.read(journal.root / part.file, part.file).decode("utf-8", "replace")
            held[at] = replace(part, text=text)
    return Dossier(
        key=one.key,
        name=one.name,
        left=one.left,
        header=one.header,
        head=head,
        entries=tuple(entries_of(one, private=journal.private)),
        scraps=tuple(scraps),
        holdings=tuple(held),
        mentions=tuple(mentions_of(journal, person, {part.file for part in held})),
        hidden=hidden,
    )
