"""What `coach doctor --merge` does: a conflict copy, or both sides of a conflict, become one file."""

from collections.abc import Iterator
from pathlib import PurePath

from salescoach.answer import Answer, Phrase, Said, phrase
from salescoach.app import App
from salescoach.care.files.merge import Doubled, Merged
from salescoach.care.files.uniting import United, unite

_SHOWN = 3
"""Characters of an id on screen."""


def merged(app: App, typed: str) -> Answer:
    """Unite a conflict copy with its original, or both sides of a file in which git left a conflict."""
    done = unite(app.journal, typed, app.today.isoformat())
    if done.merged is None:
        return Said(lines=(phrase("merged.became", copy=done.copy, file=done.file),))
    return Said(lines=(_first(done, done.merged), *_pointed_out(app, done.file, done.merged), *_last(done)))


def _first(done: United, found: Merged) -> Phrase:
    ours, theirs = found.only
    counts = {"file": done.file, "copy": done.copy, "ours": ours, "theirs": theirs, "both": found.both}
    return phrase("merged.copy", **counts) if done.copy else phrase("merged.conflict", **counts)


def _pointed_out(app: App, file: str, found: Merged) -> Iterator[Phrase]:
    key = PurePath(file).stem
    yield from (_doubled(app, one, key) for one in found.doubled)
    if found.beside:
        yield phrase("merged.beside", lines=len(found.beside), key=key)


def _doubled(app: App, one: Doubled, key: str) -> Phrase:
    name = f"kind.{one.kind}"
    kind = app.words.say(name) if app.words.has(name) else one.kind
    return phrase("merged.doubled", kind=kind, id=one.id[:_SHOWN], on=one.on, key=key)


def _last(done: United) -> Iterator[Phrase]:
    if done.kept:
        yield phrase("merged.kept", kept=done.kept)
    if done.kept or not done.copy:
        yield phrase("merged.undo")
