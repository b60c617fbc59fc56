"""A turn at writing: one command at a time holds the journal, and finds it as a killed one may have left it."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager

from salescoach.errors import Broken
from salescoach.journal import atomic
from salescoach.journal.journal import LEFT, SELLERS, Journal
from salescoach.journal.lock import locked
from salescoach.journal.seen import FOLDER

SIGHTS = (FOLDER, f"{FOLDER}/{SELLERS}", f"{FOLDER}/{LEFT}")
"""Where in `.coach` it is kept what files held."""


@contextmanager
def turn(journal: Journal) -> Iterator[AbstractSet[str]]:
    """Hold the journal, its litter swept; give the files that records vanished from. Raise Locked, Unwritable."""
    with locked(journal.folder):
        mine = [journal.folder / one for one in ("", "drafts", "drafts/notes", "edits", *SIGHTS)]
        for folder in (journal.root, *mine, *map(journal.path, (SELLERS, LEFT))):
            atomic.sweep(folder)
        yield {problem.file for problem in journal.check_vanished()}


@contextmanager
def naming(journal: Journal) -> Iterator[list[str]]:
    """Give the list of what is written, for its writer to go on with; a failure names what is in it."""
    written = list[str]()
    try:
        yield written
    except Broken as error:
        raise type(error)(**{**error.data, "written": list(written)}) from None
    finally:
        journal.wrote(written)
