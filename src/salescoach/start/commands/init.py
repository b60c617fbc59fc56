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
    from salescoach.journal import atomic
    from salescoach.journal.places import SETTINGS, at_home, is_journal, note_root, noted
    from salescoach.start.files.beginning import begin

    app: App = ctx.obj
    before, place = noted(), at_home(folder or app.named_journal or "coaching")
    there = source is None and is_journal(place)
    if source is not None:
        root, lines = restore(place, unpack(Path(source))), ["init.again"]
    elif there:
        atomic.read(place / SETTINGS, str(place / SETTINGS))
        note_root(place)
        root, lines = atomic.real(place), ["init.there"]
    else:
        root, lines = begin(place), ["init.made", "init.law", "init.law_more", "init.next"]
    app.written.append(str(root))
    notices = (phrase("notice.was_yours", folder=str(before)),) if before and before != root else ()
    return Said(lines=tuple(phrase(line, folder=str(root)) for line in lines), notices=notices)
