"""`coach init`: begin a journal."""

from pathlib import Path
from typing import Annotated

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App

EXAMPLE = "coach init ~/coaching"


def run(
    ctx: typer.Context,
    folder: Annotated[
        str | None, typer.Argument(metavar="[DIR]", help="Where it is to be; coaching, if not said.")
    ] = None,
) -> Answer:
    """Begin a journal in a folder, and remember it as yours; one that is there is only remembered."""
    from salescoach.journal.beginning import begin
    from salescoach.journal.places import SETTINGS, note_root, noted

    app: App = ctx.obj
    before, place = noted(), Path(folder or app.named_journal or "coaching").expanduser()
    there = (place / SETTINGS).exists()
    if there:
        note_root(place)
    root = place.resolve() if there else begin(place)
    notices = (phrase("notice.was_yours", folder=str(before)),) if before and before != root else ()
    lines = ("init.there",) if there else ("init.made", "init.law", "init.law_more", "init.next")
    return Said(lines=tuple(phrase(line, folder=str(root)) for line in lines), notices=notices)
