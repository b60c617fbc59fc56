"""The archive: all files of a journal as they are, and a journal made from them again, byte for byte."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from salescoach.answer import phrase
from salescoach.errors import NewerFormat, Problem, Unreadable, Unusable
from salescoach.journal import atomic, figures
from salescoach.journal.journal import LEFT, ME, SELLERS, Journal
from salescoach.journal.places import SETTINGS, note_root


class NotAnExport(Unusable):
    """A file is no whole journal as `coach export` writes it; `why` is a phrase under [export]."""


class NotWhole(Unusable):
    """An export was made without private lines, so that no equal journal can be made from it."""


class FolderTaken(Unusable):
    """A journal was to be made in a folder that is not empty; `file` is one that is there."""


FORMAT = 1
"""The format of exports that this version writes and reads."""

_TEMPLATES = "templates"
_LONGEST = 240
"""Bytes of the name of a file; its temporary one is longer, and every file system takes 255."""

_NOT_IN_NAMES = set('/\\:*?"<>|')
"""What Windows has in no name; a colon writes there into another file than it looks."""

_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
"""What Windows keeps for devices, whatever the suffix."""


def collect(journal: Journal) -> tuple[dict[str, bytes], list[Problem]]:
    """Return every file of a journal that is the manager's, whether it reads or not, by its name in it.

    With them those that cannot be carried; raise Unreadable, LeadsOut.
    """
    files, problems = {}, []
    for name, path in sorted(_found(journal)):
        if fits(name):
            files[name] = atomic.read(path, name)
        else:
            problems.append(Problem(name, "odd_file"))
    return files, problems


def unpack(path: Path) -> dict[str, bytes]:
    """Return the files of an export by name; raise Unreadable, NotAnExport, NotWhole (private lines), NewerFormat."""
    made = _loaded(path)
    files: dict[str, bytes] = {}
    for entry in (*made["sellers"], *made["files"]):
        name, content = _entry(entry, path)
        if name in files:
            _refuse(path, "twice")
        files[name] = content
    if SETTINGS not in files:
        _refuse(path, "no_settings")
    return files


def restore(root: Path, files: Mapping[str, bytes]) -> Path:
    """Make a journal of these files, all or none, in an empty folder, and note it; raise FolderTaken, Unwritable."""
    there = next(_taken(root), None)
    if there is not None:
        raise FolderTaken(folder=str(root), file=there)
    for folder in (root, root / SELLERS, root / ".coach"):
        atomic.make_folder(folder)
    written: list[Path] = []
    try:
        for name in sorted(files, key=lambda one: one == SETTINGS):  # the settings last: they make it a journal
            written.append(root / name)
            atomic.make_folder(written[-1].parent)
            atomic.write(written[-1], files[name], name)
        note_root(root)
    except BaseException:
        for path in written:
            atomic.remove_quietly(path)
        raise
    return atomic.real(root)


def fits(name: str) -> bool:
    """Tell whether a name is one that a file of a journal can have, on every system."""
    parts = name.split("/")
    if not all(map(_carried, parts)):
        return False
    match parts:
        case [file]:
            return file in {SETTINGS, ME}
        case [folder, file] if folder in {SELLERS, LEFT, figures.FOLDER}:
            return file.endswith(".toml")
        case _:
            return parts[0] == _TEMPLATES


def _found(journal: Journal) -> Iterator[tuple[str, Path]]:
    """Give the name and the place of every file that is the manager's; templates that are links are not hers."""
    yield from ((name, path) for name in (SETTINGS, ME) if atomic.is_there(path := journal.root / name))
    for folder in (SELLERS, LEFT, figures.FOLDER):
        listed = atomic.listing(journal.path(folder), folder)
        for name in {atomic.downloaded(path.name) for path in listed}:  # an export without one would seem whole
            if name.endswith(".toml") and not name.startswith("."):
                yield f"{folder}/{name}", journal.path(f"{folder}/{name}")
    yield from ((path.relative_to(journal.root).as_posix(), path) for path in _below(journal.root / _TEMPLATES))


def _below(folder: Path) -> Iterator[Path]:
    """Give the files in a folder and those below it, no links and nothing hidden."""
    for path in [] if folder.is_symlink() else atomic.listing(folder, folder.name):
        if path.is_symlink() or path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _below(path)
        else:
            yield path


def _carried(part: str) -> bool:
    """Tell whether a part of a name is whole on every system: not empty, hidden, too long or read as something else."""
    if not part or part[0] in ". " or part[-1] in ". " or not part.isprintable() or _NOT_IN_NAMES & set(part):
        return False
    return not _DEVICE.fullmatch(part) and len(part.encode()) <= _LONGEST


def _loaded(path: Path) -> dict[str, Any]:
    """Return what an export holds, its lists known to be some; raise as unpack does."""
    try:
        made = json.loads(path.read_bytes())
    except OSError as error:
        raise Unreadable(file=str(path), why=error.strerror or str(error)) from None
    except (ValueError, RecursionError):
        _refuse(path, "no_json")
    if not isinstance(made, dict) or not isinstance(made.get("format"), int) or "sellers" not in made:
        _refuse(path, "no_journal")
    if made["format"] > FORMAT:
        raise NewerFormat(file=str(path), format=made["format"])
    if made.get("private") is not True:
        raise NotWhole(file=str(path))
    if not all(isinstance(made.get(key), list) for key in ("sellers", "files")):
        _refuse(path, "no_files")
    return made


def _entry(entry: Any, path: Path) -> tuple[str, bytes]:
    """Return the name and the bytes of one file of an export."""
    match entry:
        case {"file": str(name), "base64": str(coded)}:
            text = None
        case {"file": str(name), "text": str(text)}:
            coded = ""
        case _:
            _refuse(path, "no_files")
    if not fits(name):
        _refuse(path, "odd_name")
    try:
        return name, b64decode(coded, validate=True) if text is None else text.encode()
    except ValueError:
        _refuse(path, "no_files")


def _refuse(path: Path, why: str) -> NoReturn:
    raise NotAnExport(file=str(path), why=phrase(f"export.{why}"))


def _taken(root: Path) -> Iterator[str]:
    """Give the files in a folder that is to be a journal; what is hidden, but for `.coach`, is none of ours."""
    for path in sorted(atomic.listing(root, str(root)), key=lambda one: (one.name != SETTINGS, one.name)):
        if path.name.startswith(".") and path.name != ".coach":
            continue
        if path.is_symlink() or not path.is_dir():
            yield path.name
        else:
            yield from (f"{path.name}/{name}" for name in _taken(path))
