"""Beginning: the folder of a new journal, its settings and its place for sellers."""

from collections.abc import Callable, Collection
from pathlib import Path

from salescoach.custody.files.archive import FolderTaken
from salescoach.errors import JournalExists
from salescoach.journal import atomic
from salescoach.journal.journal import Journal
from salescoach.journal.places import SETTINGS, is_journal, note_root
from salescoach.journal.templates import Templates

_BEGUN = "begun"
"""Tells in `.coach` that what is in the journal is all ours, and not whole yet."""


def begin(root: Path, *, remember: bool = True) -> Path:
    """Make a journal in a folder and note it as the user's; a failure leaves no journal, and hers noted as before.

    Raises:
        JournalExists: there is one in that folder.
        Unwritable: the folder, or the note of it, cannot be written.
    """
    if is_journal(root):
        raise JournalExists(folder=str(root))
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


def make_whole(root: Path, files: Collection[str], write: Callable[[Journal], None]) -> Journal:
    """Make a journal of these files, which `write` writes; one that was cut off in the middle is made anew.

    Until all of them are there it has no settings, so it is no journal that anybody could write to.

    Raises:
        JournalExists: there is one in that folder.
        FolderTaken: one of the files is there, and it is somebody's own.
        Unreadable: it cannot be told whether one is.
        Unwritable: the folder cannot be written.
    """
    if is_journal(root):
        raise JournalExists(folder=str(root))
    journal = Journal(root)
    begun, there = journal.folder / _BEGUN, [file for file in files if atomic.is_there(journal.path(file))]
    if there and not atomic.is_there(begun):
        atomic.read(journal.path(there[0]), there[0])  # what only cannot be looked at may be nobody's
        raise FolderTaken(folder=str(root), file=there[0])
    for folder in (root, journal.folder):
        atomic.make_folder(folder)
    atomic.note(begun, b"", str(begun))
    for file in there:
        atomic.remove(journal.path(file), file)
    journal.unsee(journal.seen.files())
    write(journal)
    begin(root, remember=False)
    atomic.remove(begun, str(begun))
    return Journal(atomic.real(root))
