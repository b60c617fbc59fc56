"""The check: every file of a journal looked over, whatever state it is in; nothing is written."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from salescoach.care.files import customs
from salescoach.care.files.doubts import conflict, doubts, of_no_team
from salescoach.care.files.litter import litter
from salescoach.care.rules.checkup import Checkup
from salescoach.errors import Broken, CoachError, Problem
from salescoach.journal import atomic, copies, figures, read
from salescoach.journal.journal import LEFT, ME, SELLERS, Journal, as_problem
from salescoach.journal.places import SETTINGS, followed
from salescoach.journal.settings import read_written
from salescoach.records.seller import Seller

Template = Callable[[str], Mapping[str, Any] | None]

CHECKS = ("onboarding.schema", "probation.schema")
"""What capabilities check of the kinds that they write: `faults(source, seller, template, private=...)` of each."""


def check(root: Path, today: date, *, private: bool) -> Checkup:
    """Look over every file of the journal in a folder, the settings and templates of her own among them."""
    problems = list(customs.settings(root))
    templates = customs.own_templates(root, problems)
    for file, path in templates:
        problems += customs.template(file, path)
    journal = _journal(root)
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


def _journal(root: Path) -> Journal:
    """Return the journal; where its settings do not read, one that follows no link out."""
    try:
        return Journal(root, follow=followed(read_written(root / SETTINGS)))
    except CoachError:
        return Journal(root)


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
