"""Beginning: the folder of a new journal, its settings and its place for sellers."""

from pathlib import Path

from salescoach.errors import JournalExists
from salescoach.journal import atomic
from salescoach.journal.places import SETTINGS, note_root
from salescoach.journal.templates import Templates


def begin(root: Path, *, remember: bool = True) -> Path:
    """Make a journal in a folder and note it as the user's, first, so that a failure leaves nothing half made.

    Raises:
        JournalExists: there is one in that folder.
        Unwritable: the folder, or the note of it, cannot be written.
    """
    if (root / SETTINGS).exists():
        raise JournalExists(folder=str(root))
    if remember:
        note_root(root)
    for folder in (root, root / "sellers", root / ".coach"):
        atomic.make_folder(folder)
    settings = Templates(None, "en").text("settings.txt")
    atomic.write(root / SETTINGS, settings.encode(), str(root / SETTINGS))
    return root.resolve()
