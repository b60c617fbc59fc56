"""Mentions: where somebody is named in what is about others; the places only, never what is said there."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from salescoach.custody.rules import Mention
from salescoach.errors import CoachError
from salescoach.journal import atomic, read, toml
from salescoach.journal.journal import Journal
from salescoach.journal.names import Called
from salescoach.records.keys import key_form
from salescoach.records.matching import names_any

_TEXTS = (".toml", ".txt", ".base", ".md", ".html")
_KEPT_FOLDERS = ("drafts", "edits", "merged")


def mentions_of(journal: Journal, person: Called, hers: Collection[str]) -> list[Mention]:
    """Return every place that names a seller outside the files that are `hers`: by name, key, alias, first name."""
    forms = {key_form(form) for form in (person.key, person.name, person.name.split()[0], *person.aliases)} - {""}
    found = [one for file in journal.files() if file not in hers for one in _in_records(journal, file, forms)]
    for file, path in _texts(journal):
        if file not in hers:
            found += _in_text(path, file, forms)
    return sorted(found, key=lambda one: (one.file, one.line))


def _texts(journal: Journal) -> Iterator[tuple[str, Path]]:
    """Give the texts of a journal that are no records: settings, own templates, what waits in `.coach`, old bytes."""
    yield "coach.toml", journal.root / "coach.toml"
    for place in (journal.root / "templates", *(journal.folder / one for one in _KEPT_FOLDERS)):
        for path in sorted(place.rglob("*")):
            if path.is_file() and path.suffix in _TEXTS:
                yield path.relative_to(journal.root).as_posix(), path
    for path in sorted(atomic.listing(journal.folder / "kept", ".coach/kept")):
        yield f".coach/kept/{path.name}", path


def _in_records(journal: Journal, file: str, forms: Collection[str]) -> Iterator[Mention]:
    path = journal.path(file)
    try:
        source = read.source(atomic.read(path, file), file, path.stem)
    except CoachError:
        yield from _in_text(path, file, forms)
        return
    for kind, table in source.tables.items():
        for at, row in enumerate(table if isinstance(table, list) else [table]):
            if any(names_any(text, forms) for text in _strings(row)):
                on = row.get("on") if isinstance(row, dict) else None
                line = toml.place(source.text, kind, *([at] if isinstance(table, list) else [])).line
                yield Mention(file, line, kind, on if isinstance(on, date) else None)
    yield from (
        Mention(file, at)
        for at, line in enumerate(source.text.splitlines(), 1)
        if line.lstrip().startswith("#") and names_any(line, forms)
    )


def _in_text(path: Path, file: str, forms: Collection[str]) -> list[Mention]:
    """Return the lines of a text that name her."""
    try:
        lines = atomic.read(path, file).decode("utf-8", "replace").splitlines()
    except CoachError:
        return []
    return [Mention(file, at) for at, line in enumerate(lines, 1) if names_any(line, forms)]


def _strings(value: Any) -> Iterator[str]:
    """Give every text in a value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from (key, *_strings(part))
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
