"""The check: every file of a journal and all else in its folders looked over, in whatever state; nothing is written."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from shlex import quote
from typing import Any

from salescoach.care.files import customs
from salescoach.care.files.doubts import conflict, doubts, of_no_team
from salescoach.care.rules import Checkup
from salescoach.errors import Broken, CoachError, Problem
from salescoach.journal import atomic, copies, figures, places, read
from salescoach.journal.journal import LEFT, ME, SELLERS, Journal, as_problem
from salescoach.journal.places import SETTINGS, followed
from salescoach.journal.seen import FOLDER, Manifest
from salescoach.journal.settings import read_written
from salescoach.records.seller import Seller

Template = Callable[[str], Mapping[str, Any] | None]

CHECKS = ("onboarding.schema", "probation.schema")
"""What capabilities check of the kinds that they write: `faults(source, seller, template, private=...)` of each."""

NAMED = 3
"""Files that are named of those that others can open; one command mends them all."""

_OTHERS = 0o077
_KEPT = {".coach/undo.json": "entries", ".coach/prepared.json": "prepared"}
"""What the program keeps for itself, and the key that each has."""

_SIGHTS = f".coach/{FOLDER}"
_FOLDERS = {f".coach/{name}" for name in ("drafts", "edits", "merged", "kept", FOLDER)}


def check(root: Path, today: date, *, private: bool) -> Checkup:
    """Look over every file of the journal in a folder, the settings and templates of her own among them."""
    problems = list(customs.settings(root))
    templates = customs.own_templates(root, problems)
    for file, path in templates:
        problems += customs.template(file, path)
    try:
        journal = Journal(root, follow=followed(read_written(root / SETTINGS)))
    except CoachError:
        journal = Journal(root)  # it follows no link out
    files = _files(journal)
    template = customs.template_of(root)
    for file in files:
        problems += _in_file(journal, file, today, template, private=private)
    with suppress(Broken):
        problems += journal.look_over()
    problems += _copies(journal)
    problems += litter(journal)
    problems += _figures(journal)
    order = {file: at for at, file in reversed([*enumerate(problem.file for problem in problems)])}
    problems.sort(key=lambda one: (order[one.file], one.line, one.column))
    return Checkup(problems=tuple(problems), checked=1 + len(templates) + len(files))


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


def _files(journal: Journal) -> list[str]:
    """Return all files of records that are here; a folder that cannot be looked into is named with the litter."""
    files = [ME] if atomic.is_there(journal.path(ME)) else []
    for folder in (SELLERS, LEFT):
        with suppress(Broken):
            files += [f"{folder}/{key}.toml" for key in journal.keys(folder)]
    return [file for file in files if not atomic.away(journal.path(file))]


def _in_file(journal: Journal, file: str, today: date, template: Template, *, private: bool) -> Iterator[Problem]:
    """Give what is wrong in one file; where two versions stand side by side in it, that alone."""
    try:
        data = atomic.read(journal.path(file), file)
    except Broken as error:
        yield as_problem(error)
        return
    try:
        found = read.source(data, file, journal.path(file).stem)
        book = read.book(found, private=True) if file == ME else read.seller(found, private=True)
    except Broken as error:
        line = conflict(data.decode("utf-8", "replace"))
        yield Problem(file, "conflict", line, data={"file": file}) if line else as_problem(error)
        return
    yield from book.problems
    yield from doubts(found, book, today, private=private)
    yield from of_no_team(found, journal)
    if isinstance(book, Seller):
        for place in CHECKS:
            yield from import_module(f"salescoach.{place}").faults(found, book, template, private=private)


def _figures(journal: Journal) -> Iterator[Problem]:
    """Give the files of figures that do not read, and those with figures of somebody who is not here."""
    try:
        files, keys = figures.files(journal), {*journal.keys(), *journal.keys(LEFT)}
    except Broken:  # a folder that cannot be looked into is told of with the litter
        return
    for file in files:
        try:
            odd = sorted({*figures.read(figures.data_of(journal, file), file).sellers} - keys)
        except Broken as error:
            yield as_problem(error)
            continue
        if odd:
            yield Problem(file, "figures_of_nobody", data={"names": odd})


def _copies(journal: Journal) -> Iterator[Problem]:
    """Give the copies of a seller's file, and those whose file is both here and among those who left."""
    with suppress(Broken):
        made = journal.copies(every=True)
        for file, of in made.items():
            yield Problem(file, "conflict_copy", data={"file": file, "of": of})
        for file, of in copies.alone(journal.files(), journal.bytes_of).items():
            if file not in made:
                yield Problem(file, "copy_alone", data={"of": of})
        here = set(journal.keys())
        for key in journal.keys(LEFT):
            if key in here:
                yield Problem(f"{LEFT}/{key}.toml", "both", data={"of": f"{SELLERS}/{key}.toml"})


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
