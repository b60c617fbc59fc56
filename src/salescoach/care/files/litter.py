"""Litter: what lies about in the folders of a journal and is no file of it, and who else could read them."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from salescoach.errors import Broken, Problem
from salescoach.journal import atomic, copies, figures, places
from salescoach.journal.journal import LEFT, ME, SELLERS, Journal, as_problem
from salescoach.journal.places import SETTINGS
from salescoach.journal.seen import FOLDER, Manifest

NAMED = 3
"""Files that are named of those that others can open; one command mends them all."""

_OTHERS = 0o077
_KEPT = {".coach/undo.json": "entries", ".coach/prepared.json": "prepared"}
"""What the program keeps for itself, and the key that each has."""

_SIGHTS = f".coach/{FOLDER}"
_FOLDERS = {f".coach/{name}" for name in ("drafts", "edits", "merged", "kept", FOLDER)}


def litter(journal: Journal) -> Iterator[Problem]:
    """Give what is in the folders and does not belong there, and folders that cannot be looked into."""
    met = [(journal.root.name + "/", journal.root)]
    for folder in ("", SELLERS, LEFT, figures.FOLDER, ".coach"):
        try:
            inside = _inside(journal, folder)
        except Broken as error:
            yield as_problem(error)
            continue
        for file, path in inside:
            yield from _odd(journal, file, path)
        met += [one for one in inside if folder or one[0] in {ME, SETTINGS, SELLERS, LEFT, figures.FOLDER, ".coach"}]
    yield from _open(journal, met)


def _inside(journal: Journal, folder: str) -> list[tuple[str, Path]]:
    """Return the names and places of all that is in a folder, in the program's own one in the folders in it too."""
    place = places.inside(journal.root, folder, journal.follow) if folder else journal.root
    found = []
    for path in sorted(atomic.listing(place, folder or ".")):
        file = f"{folder}/{path.name}".lstrip("/")
        found.append((file, path))
        if folder.startswith(".coach") and path.is_dir() and not path.is_symlink():
            found += _inside(journal, file)
    return found


def _odd(journal: Journal, file: str, path: Path) -> Iterator[Problem]:
    """Give what is odd about one thing in a folder, by its name alone but for what the program keeps."""
    folder, _, name = file.rpartition("/")
    here = atomic.downloaded(name)
    if name.endswith(atomic.TEMPORARY):
        yield Problem(file, "temporary")
    elif file in _FOLDERS and not path.is_dir():
        yield Problem(file, "not_kept")
    elif here != name:
        yield Problem(file, "not_here", data={"name": here})
    elif file in _KEPT or (folder.startswith(_SIGHTS) and path.suffix == ".txt"):
        yield from [] if _reads(path, _KEPT.get(file)) else [Problem(file, "not_kept")]
    elif folder == figures.FOLDER and (path.suffix != ".toml" or name.startswith(".")):
        yield Problem(file, "not_figures")
    elif folder in {SELLERS, LEFT} and name.startswith(".") == name.endswith(".toml"):
        yield Problem(file, "not_read")  # as a seller's, and it does not hide, as what other programs leave does
    elif not folder and path.suffix == ".toml" and name not in {ME, SETTINGS}:
        yield _beside(journal, file)


def _beside(journal: Journal, file: str) -> Problem:
    """Return what is wrong with a file beside the settings: a copy of them or of the manager's file, or astray."""
    one, mine, settings = (copies.Page(name, journal.bytes_of) for name in (file, ME, SETTINGS))
    if copies.alike(one, mine):
        return Problem(file, "conflict_copy", data={"file": file, "of": ME})
    if copies.alike(one, settings) or one.data == settings.data:
        return Problem(file, "copy", data={"of": SETTINGS})
    return Problem(file, "not_read")


def _reads(path: Path, key: str | None) -> bool:
    """Tell whether what the program keeps has its key, or without one is what a file held when it was last seen."""
    try:
        data = atomic.read(path, path.name)
        return (json.loads(data)[key] if key else Manifest.read(data)) is not None
    except (Broken, ValueError, KeyError, TypeError):
        return False


def _open(journal: Journal, met: list[tuple[str, Path]]) -> Iterator[Problem]:
    """Give the journal once where others than its owner can open anything of it."""
    if os.name != "posix":  # pragma: no cover  # elsewhere modes say nothing
        return
    files = [file for file, path in met if _mode(path) & _OTHERS]
    if files:
        fix = f"chmod -R go= {quote(str(atomic.real(journal.root)))}"
        named = [*files[:NAMED], *(["…"] if len(files) > NAMED else [])]
        data = {"count": len(files), "files": named, "fix": fix}
        yield Problem(met[0][0], "open_to_others", data=data)


def _mode(path: Path) -> int:
    """Return the mode of a file; a link has none that says anything."""
    try:
        return 0 if path.is_symlink() else path.stat().st_mode
    except OSError:  # it was there a moment ago
        return 0
