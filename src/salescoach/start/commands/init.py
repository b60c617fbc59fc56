"""`coach init`: begin a journal."""

from pathlib import Path
from typing import Annotated

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App


def run(
    ctx: typer.Context,
    folder: Annotated[str | None, typer.Argument(metavar="[DIR]")] = None,
    source: Annotated[str | None, typer.Option("--from", metavar="FILE.json")] = None,
) -> Answer:
    """Begin a journal in a folder, and remember it as yours; one that is there is only remembered."""
    from salescoach.custody.files.archive import restore, unpack
    from salescoach.journal.places import SETTINGS, note_root, noted
    from salescoach.start.files import begin

    app: App = ctx.obj
    before, place = noted(), Path(folder or app.named_journal or "coaching").expanduser()
    there = source is None and (place / SETTINGS).exists()
    if source is not None:
        root, lines = restore(place, unpack(Path(source))), ["init.again"]
    elif there:
        note_root(place)
        root, lines = place.resolve(), ["init.there"]
    else:
        root, lines = begin(place), ["init.made", "init.law", "init.law_more", "init.next"]
    notices = (phrase("notice.was_yours", folder=str(before)),) if before and before != root else ()
    return Said(lines=tuple(phrase(line, folder=str(root)) for line in lines), notices=notices)
