"""Drafts: what was typed and not yet written, a file each, kept so that nothing typed is ever lost."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

from salescoach.errors import CoachError
from salescoach.frozen import frozen
from salescoach.journal import atomic
from salescoach.journal.lock import is_open

NOBODY = "_"
"""The key of a draft about somebody who was not found: no seller can have it."""

_NAME = re.compile(r"(?P<key>.+?)\.(?P<on>\d{4}-\d\d-\d\d)\.\d+(\.(?P<typed>.*))?")
"""What the file of a draft is called: about whom, since when, which of that day, and as whom it was typed."""

_ODD = re.compile(r"[^\w ,.'@-]")
"""What was typed for a name and cannot stand in the name of a file."""

_LONGEST = 40
"""Letters of what was typed for a name that are kept: in any alphabet they fit every file system."""


TEAM = "team"
"""The key of a draft about the whole team."""


@frozen
class Draft:
    """A text that was typed `on` a day, the key of the seller it is about, and where it is kept.

    `typed` is what was typed for the name where it means nobody or several; `on` is None in what older versions kept.
    """

    key: str
    text: str
    path: Path
    on: date | None = None
    typed: str = ""


class Drafts:
    """The drafts of a journal, one file a text in `.coach/drafts/`."""

    def __init__(self, folder: Path, name: str = "drafts") -> None:
        """Take the `.coach` folder, and what the one in it is called."""
        self._folder = folder / name

    @property
    def notes(self) -> "Drafts":
        """The drafts of what is no talk, in a folder below: no log offers them."""
        return Drafts(self._folder, "notes")

    def keep(self, key: str, text: str, on: date, typed: str = "", held: Sequence[Draft] = ()) -> Draft:
        """Keep a text, once where the same is kept already, in the place of those it was made of; raise Unwritable."""
        typed = _ODD.sub("_", typed[:_LONGEST])
        same: list[Draft] = []
        with suppress(CoachError):  # one that does not read is no reason to lose another
            same = [one for one in self.all() if (one.key, one.typed, one.text) == (key, typed, text)]
        kept = same[0] if same else self.begin(key, text, on, typed)
        for one in held:
            if one.path != kept.path:
                self.drop(one)
        return kept

    def begin(self, key: str, text: str, on: date, typed: str = "") -> Draft:
        """Put a text into a file that is nobody else's, whoever keeps one at the same time; raise Unwritable."""
        atomic.make_folder(self._folder)
        more = f".{typed}" if typed else ""
        paths = (self._folder / f"{key}.{on.isoformat()}.{number}{more}.txt" for number in count(1))
        path = next(path for path in paths if atomic.claim(path))
        try:
            self.write(path, text)
        except BaseException:
            atomic.remove_quietly(path)
            raise
        return Draft(key, text, path, on, typed)

    def write(self, path: Path, text: str) -> None:
        """Put a text in the place of a draft's."""
        atomic.write(path, text.encode("utf-8", "backslashreplace"), str(path))

    def now(self, draft: Draft) -> str:
        """Return what the file of a draft says now, nothing where an editor removed it."""
        return _read(draft.path).text if draft.path.is_file() else ""

    def all(self) -> list[Draft]:
        """Return all drafts that say something and that nobody has open, the oldest first."""
        paths = [path for path in atomic.listing(self._folder, str(self._folder)) if path.suffix == ".txt"]
        found = [_read(path) for path in paths if path.is_file() and not is_open(path)]
        return sorted((one for one in found if one.text.strip()), key=lambda one: (one.on or date.min, one.path.name))

    def drop(self, draft: Draft) -> None:
        """Forget a draft, and what an editor keeps beside it: it is written, or no longer wanted."""
        for path in (draft.path, draft.path.with_name(f"{draft.path.name}~")):
            atomic.remove_quietly(path)


def owner(name: str) -> str:
    """Return the key of the seller that the file of a draft is named after."""
    stem = name.partition(".txt")[0]
    found = _NAME.fullmatch(stem)
    return found["key"] if found else stem


def _read(path: Path) -> Draft:
    found = _NAME.fullmatch(path.stem)
    text = atomic.read(path, str(path)).decode("utf-8", "replace")
    if found is None:
        return Draft(path.stem, text, path)
    return Draft(found["key"], text, path, date.fromisoformat(found["on"]), found["typed"] or "")
