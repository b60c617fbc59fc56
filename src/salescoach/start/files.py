"""Beginning: the folder of a new journal, its settings and its place for sellers."""

from pathlib import Path

from salescoach.errors import JournalExists
from salescoach.journal import atomic
from salescoach.journal.places import SETTINGS, is_journal, note_root
from salescoach.journal.templates import Templates


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
