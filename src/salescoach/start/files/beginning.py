"""Beginning: the folder of a new journal, its settings and its place for sellers."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from salescoach.custody.files.archive import FolderTaken
from salescoach.errors import JournalExists
from salescoach.journal import atomic
from salescoach.journal.append import Addition, add
from salescoach.journal.journal import Journal
from salescoach.journal.places import SETTINGS, is_journal, note_root
from salescoach.journal.templates import Templates

_BEGUN = "begun"
"""Tells in `.coach` that what is in the journal is all ours, and not whole yet."""


def begin(root: Path, *, remember: bool = True) -> Path:
    """Make a journal in a folder and note it as the user's; a failure leaves no journal, and hers noted as before.

    Raises:
        Unwritable: the folder, or the note of it, cannot be written.
    """
    for folder in (root, root / "sellers", root / ".coach"):
        atomic.make_folder(folder)
    settings = Templates(None, "en").text("settings.txt")
    atomic.write(root / SETTINGS, settings.encode(), str(root / SETTINGS))
    if remember:
        try:
            note_root(root)
        except BaseException:
            atomic.remove_quietly(root / SETTINGS)
            raise
    return atomic.real(root)


def make_whole(root: Path, cast: Sequence[Addition], today: date) -> Journal:
    """Make a journal of these files; one that was cut off in the middle is made anew.

    Until all of them are there it has no settings, so it is no journal that anybody could write to. Nobody can take
    back what they are begun with: an undo must not empty the demo.

    Raises:
        JournalExists: there is one in that folder.
        FolderTaken: one of the files is there, and it is somebody's own.
        Unreadable: it cannot be told whether one is.
        Unwritable: the folder cannot be written.
    """
    if is_journal(root):
        raise JournalExists(folder=str(root))
    journal = Journal(root)
    begun, there = journal.folder / _BEGUN, [one.file for one in cast if atomic.is_there(journal.path(one.file))]
    if there and not atomic.is_there(begun):
        atomic.read(journal.path(there[0]), there[0])  # what only cannot be looked at may be nobody's
        raise FolderTaken(folder=str(root), file=there[0])
    for folder in (root, journal.folder):
        atomic.make_folder(folder)
    atomic.note(begun, b"", str(begun))
    for file in there:
        atomic.remove(journal.path(file), file)
    journal.unsee(journal.seen.files())
    add(journal, cast, "demo", today.isoformat())
    atomic.remove_quietly(journal.folder / "undo.json")
    begin(root, remember=False)
    atomic.remove(begun, str(begun))
    return Journal(atomic.real(root))
