"""Holdings: every place of a journal that holds something of one seller, so that all can be shown, or removed."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from salescoach.care.files.edits import RECORD
from salescoach.care.files.uniting import KEPT
from salescoach.custody.rules import Holding
from salescoach.errors import CoachError
from salescoach.journal import atomic, copies, figures, read
from salescoach.journal.drafts import owner
from salescoach.journal.journal import LEFT, SELLERS, Journal, file_of
from salescoach.journal.known import NAME, Known
from salescoach.journal.prepared import Preparations
from salescoach.journal.seen import FOLDER
from salescoach.journal.turn import turn
from salescoach.journal.undo import Entry, Undo

BUG = "coach-bug.txt"
"""What a mistake of the program left; it may hold lines of any file."""

_WHAT = {"drafts": "draft", "edits": "edit", "merged": "copy"}
"""What lies in the folders of `.coach`."""

_SHARED = {"undo.json", "prepared.json", NAME, "lock", "locked", "holder"}
"""Files of `.coach` that are of nobody alone."""

_COUNTED = {"kept", FOLDER}
"""Folders of `.coach` that are told of by what is in them."""


def holdings(journal: Journal, key: str) -> list[Holding]:
    """Return all that would go with a seller, her own files first; raise NotHere where one of them is in iCloud."""
    for file in (*files_of(journal, key), *(one.file for one in beside(journal, key))):
        atomic.check_here(journal.path(file), file)
    own = [Holding("file", file, records_in(journal, file)) for file in files_of(journal, key)]
    links = [Holding("target", str(atomic.real(journal.path(one.file)))) for one in own if _leads_to(journal, one.file)]
    return [*own, *links, *_measured(journal, key), *beside(journal, key), *noted(journal, key)]


def erase(journal: Journal, key: str) -> None:
    """Remove all that is held of a seller, for good; raise Broken, Locked: the next try finds what is left."""
    with turn(journal):
        own, others = files_of(journal, key), beside(journal, key, sure=True)
        for one in others:
            atomic.remove(journal.root / one.file, one.file)
        measured = figures.held(journal, key)
        files = {*own, *(one.file for one in others), *_homes(key), *measured}
        Undo(journal.root).forget(files)
        clear_kept(journal)
        Preparations(journal.folder).forget(key)
        _unsee(journal, files)
        for file, source in measured.items():
            atomic.write(journal.path(file), figures.written(figures.without(source, key)), file)
            journal.accept(file)
        for file in own:
            path = journal.path(file)
            if _leads_to(journal, file):  # then first what it leads to
                atomic.remove(atomic.real(path), str(atomic.real(path)))
            atomic.remove(path, file)


def _measured(journal: Journal, key: str) -> Iterator[Holding]:
    """Give the files of figures that have her, how many months of it, and what they say of her alone."""
    for file, source in figures.held(journal, key).items():
        hers = figures.only(source, key)
        yield Holding("figures", file, len(hers.sellers[key].months), figures.written(hers).decode())


def clear_kept(journal: Journal) -> None:
    """Remove the old bytes that no command is left to bring back; raise Unwritable where they stay."""
    for file in kept(journal, Undo(journal.root).entries()):
        atomic.remove(journal.root / file, file)


def files_of(journal: Journal, key: str) -> list[str]:
    """Return the files of a seller, a link that leads nowhere too; both where she is here and among those who left."""
    return [file for file in _homes(key) if atomic.is_there(journal.path(file)) or journal.path(file).is_symlink()]


def beside(journal: Journal, key: str, *, sure: bool = False) -> list[Holding]:
    """Return the files beside hers: copies that a cloud or an editor made, drafts, unfinished edits, a bug's trace.

    Where it has to be `sure` that none is passed over, raise Broken for one that cannot be looked into.
    """
    made = [file for file, of in journal.copies(sure=sure).items() if PurePath(of).stem == key]
    strays = [file for folder in (SELLERS, LEFT) for file in _strays(journal, folder, key)]
    found = [Holding("copy", file, records_in(journal, file)) for file in dict.fromkeys([*made, *strays])]
    return [*found, *_state(journal, key)]


def noted(journal: Journal, key: str) -> list[Holding]:
    """Return the notes of the program that name her: commands to undo, the last agenda, what was seen and judged."""
    files = {*files_of(journal, key), *(one.file for one in beside(journal, key)), *_homes(key)}
    entries, undone = Undo(journal.root).entries(), Undo(journal.root).undone()
    going = [one for one in (*entries, *undone) if any(step.file in files or step.was in files for step in one.steps)]
    counted = (
        ("undo", "undo.json", len(going)),
        ("prepared", "prepared.json", int(Preparations(journal.folder).knows(key))),
        ("seen", FOLDER, len(files & journal.seen.files())),
        ("known", NAME, len(files & Known(journal.root, journal.follow).files())),
    )
    found = [Holding(what, f".coach/{place}", count) for what, place, count in counted if count]
    return [*found, *(Holding("kept", file) for file in kept(journal, [one for one in entries if one not in going]))]


def kept(journal: Journal, entries: Sequence[Entry]) -> list[str]:
    """Return the files of old bytes that none of these commands would bring back."""
    wanted = {step.old_hash for entry in entries for step in entry.steps}
    found = sorted(path.name for path in atomic.listing(journal.folder / "kept", ".coach/kept"))
    return [f".coach/kept/{name}" for name in found if name not in wanted]


def records_in(journal: Journal, file: str) -> int:
    """Return how many records a file holds, 0 where it does not read."""
    path = journal.path(file)
    try:
        return len(read.source(atomic.read(path, file), file, path.stem).written)
    except CoachError:
        return 0


def _unsee(journal: Journal, files: set[str]) -> None:
    """Forget what her files held, and that they passed; raise Unwritable where that stays."""
    journal.unsee(files)
    journal.vanished = [problem for problem in journal.vanished if problem.file not in files]
    for path in journal.seen.traces(files):
        atomic.remove(path, path.relative_to(journal.root).as_posix())
    if files & Known(journal.root, journal.follow).files():
        atomic.remove(journal.folder / NAME, f".coach/{NAME}")


def _leads_to(journal: Journal, file: str) -> bool:
    """Tell whether a file is a link to one that is nobody else's in the journal."""
    path = journal.path(file)
    others = {journal.path(one) for one in journal.files() if one != file and not journal.path(one).is_symlink()}
    return path.is_symlink() and path.is_file() and atomic.real(path) not in {*map(atomic.real, others)}


def _homes(key: str) -> list[str]:
    return [file_of(key), file_of(key, left=True)]


def _strays(journal: Journal, folder: str, key: str) -> Iterator[str]:
    """Give what stands beside her file under its name and something more: `~`, `.bak`, `.swp`, a temporary file."""
    name = f"{key}.toml"
    for path in sorted(atomic.listing(journal.path(f"{folder}/x").parent, folder)):
        bare = path.name.lstrip(".#")
        if path.name != name and (bare == name or bare.startswith((f"{name}.", f"{name}~", f"{name}#"))):
            yield f"{folder}/{path.name}"


def _state(journal: Journal, key: str) -> Iterator[Holding]:
    """Give the files in `.coach` that are hers by name, and a bug's trace."""
    folder = journal.folder
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder)
        if within.parts[0] in _COUNTED or within.name in _SHARED or not path.is_file():
            continue
        if within.name == BUG:
            yield Holding("bug", f".coach/{BUG}")
        elif _is_hers(journal, path, key) or atomic.TEMPORARY in path.name:
            yield Holding(_WHAT.get(within.parts[0], "other"), f".coach/{within.as_posix()}")


def _is_hers(journal: Journal, path: Path, key: str) -> bool:
    """Tell whether a file is named after her key, or is a copy of hers that was united."""
    if key in (path.stem, path.name.partition(".toml")[0], path.name.partition(RECORD)[0], owner(path.name)):
        return True
    if path.parent != journal.root / KEPT:
        return False
    pages = [copies.Page(file, journal.bytes_of) for file in journal.files()]
    found = copies.whose(copies.Page(path.relative_to(journal.root).as_posix(), journal.bytes_of), pages)
    return found is not None and found.stem == key
