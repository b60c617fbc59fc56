"""Erasing: all that is held of one seller goes, her own file last, so that what a kill leaves can be finished."""

from salescoach.custody.files.holdings import beside, files_of, kept, noted, records_in
from salescoach.custody.rules import Holding
from salescoach.journal import atomic
from salescoach.journal.journal import Journal
from salescoach.journal.known import NAME, Known
from salescoach.journal.lock import WAIT
from salescoach.journal.prepared import Preparations
from salescoach.journal.turn import turn
from salescoach.journal.undo import Undo


def holdings(journal: Journal, key: str) -> list[Holding]:
    """Return all that would go with a seller, her own files first."""
    own = [Holding("file", file, records_in(journal, file)) for file in files_of(journal, key)]
    links = [Holding("target", str(journal.path(one.file).resolve())) for one in own if _leads_to(journal, one.file)]
    return [*own, *links, *beside(journal, key), *noted(journal, key)]


def erase(journal: Journal, key: str, wait: float = WAIT) -> None:
    """Remove all that is held of a seller, for good; raise Broken, Locked: the next try finds what is left."""
    with turn(journal, wait):
        own, others = files_of(journal, key), beside(journal, key)
        for one in others:
            atomic.remove(journal.root / one.file, one.file)
        files = {*own, *(one.file for one in others), f"sellers/{key}.toml", f"left/{key}.toml"}
        Undo(journal.root).forget(files)
        clear_kept(journal)
        Preparations(journal.folder).forget(key)
        _unsee(journal, files)
        for file in own:
            _remove(journal, file)


def clear_kept(journal: Journal) -> None:
    """Remove the old bytes that no command is left to bring back; raise Unwritable where they stay."""
    for file in kept(journal, Undo(journal.root).entries()):
        atomic.remove(journal.root / file, file)


def _unsee(journal: Journal, files: set[str]) -> None:
    """Forget what her files held, and that they passed; raise Unwritable where that stays."""
    journal.unsee(files)
    journal.vanished = [problem for problem in journal.vanished if problem.file not in files]
    for path in journal.seen.traces(files):
        atomic.remove(path, path.relative_to(journal.root).as_posix())
    if files & Known(journal.root, journal.follow).files():
        atomic.remove(journal.folder / NAME, f".coach/{NAME}")


def _remove(journal: Journal, file: str) -> None:
    """Remove a file; where it is a link, first what it leads to."""
    path = journal.path(file)
    if _leads_to(journal, file):
        atomic.remove(path.resolve(), str(path.resolve()))
    atomic.remove(path, file)


def _leads_to(journal: Journal, file: str) -> bool:
    """Tell whether a file is a link to one that is nobody else's in the journal."""
    path = journal.path(file)
    others = {journal.path(one) for one in journal.files() if one != file and not journal.path(one).is_symlink()}
    return path.is_symlink() and path.is_file() and path.resolve() not in {one.resolve() for one in others}
