"""Drafts: what was typed and not yet written, kept so that nothing typed is ever lost."""

from pathlib import Path

from salescoach.frozen import frozen
from salescoach.journal import atomic

NOBODY = "_"
"""The key of a draft about somebody who was not found: no seller can have it."""


@frozen
class Draft:
    """The text of an unfinished log, the key of the seller it is about, and where it is kept."""

    key: str
    text: str
    path: Path


class Drafts:
    """The drafts of a journal, one file a seller in `.coach/drafts/`."""

    def __init__(self, folder: Path, name: str = "drafts") -> None:
        """Take the `.coach` folder, and what the one in it is called."""
        self._folder = folder / name

    @property
    def notes(self) -> "Drafts":
        """The drafts of what is no talk, in a folder below: no log offers them."""
        return Drafts(self._folder, "notes")

    def keep(self, key: str, text: str) -> Draft:
        """Keep a text, after what is kept for that seller already; raise Unwritable."""
        atomic.make_folder(self._folder)
        path = self._folder / f"{key}.txt"
        before = self.find(key)
        whole = text if before is None or before.text in {text, ""} else f"{before.text}\n{text}"
        atomic.write(path, whole.encode("utf-8", "backslashreplace"), str(path))
        return Draft(key, whole, path)

    def write(self, path: Path, text: str) -> None:
        """Put a text in the place of a draft's."""
        atomic.write(path, text.encode("utf-8", "backslashreplace"), str(path))

    def find(self, key: str) -> Draft | None:
        """Return the draft about a seller, if there is one."""
        path = self._folder / f"{key}.txt"
        if not path.is_file():
            return None
        return Draft(key, atomic.read(path, str(path)).decode("utf-8", "replace"), path)

    def drop(self, key: str) -> None:
        """Forget a draft: what it held is written, or no longer wanted."""
        atomic.remove_quietly(self._folder / f"{key}.txt")
