"""`coach doctor`: every file looked over, a file accepted as it is, conflict copies united."""

from pathlib import PurePath
from typing import Annotated

import typer

from salescoach.answer import Answer, Said, phrase
from salescoach.app import App
from salescoach.care.files.check import check
from salescoach.care.files.uniting import unite
from salescoach.errors import CoachError
from salescoach.journal.ids import SHOWN


def run(
    ctx: typer.Context,
    accept: Annotated[str | None, typer.Option("--accept", metavar="FILE")] = None,
    merge: Annotated[str | None, typer.Option("--merge", metavar="FILE")] = None,
) -> Answer:
    """Look over every file: what is wrong in it, where, and what to do; exit 1 where something is."""
    app: App = ctx.obj
    if merge is not None:
        return _merged(app, merge)
    if accept is None:
        root = app.root or app.journal.root
        if not _speaks(app):
            app.root = None  # from here on in plain English: it is the journal's own words or settings that are broken
        return check(root, app.today, private=bool(app.option("private")))
    file = app.journal.named(accept)
    app.journal.accept(file)
    return Said(lines=(phrase("accepted.file", file=file),))


def _speaks(app: App) -> bool:
    """Tell whether the journal's own words and settings can be used, with an App that may fail."""
    probe = App()
    probe.options = dict(app.options)
    try:
        probe.look()
    except CoachError:
        return False
    return True


def _merged(app: App, typed: str) -> Answer:
    """Unite a conflict copy with its original, or both sides of a file in which git left a conflict."""
    done = unite(app.journal, typed, app.today.isoformat())
    found, key = done.merged, PurePath(done.file).stem
    if found is None:
        taken = phrase("merged.broken", file=done.file, copy=done.copy, kept=done.kept)
        return Said(lines=(taken, phrase("merged.undo")))
    ours, theirs = found.only
    counts = {"file": done.file, "copy": done.copy, "ours": ours, "theirs": theirs, "both": found.both}
    lines = [phrase("merged.copy" if done.copy else "merged.conflict", **counts)]
    for one in found.doubled:
        name = f"kind.{one.kind}"
        kind = app.words.say(name) if app.words.has(name) else one.kind
        lines.append(phrase("merged.doubled", kind=kind, id=one.id[:SHOWN], on=one.on, key=key))
    if found.beside:
        lines.append(phrase("merged.beside", lines=len(found.beside), key=key))
    if done.kept:
        lines.append(phrase("merged.kept", kept=done.kept))
    if done.kept or not done.copy:
        lines.append(phrase("merged.undo"))
    return Said(lines=tuple(lines))
