"""Customs: what is wrong in the manager's own settings and templates."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from salescoach.care.files.doubts import unknown
from salescoach.errors import Broken, CoachError, Problem
from salescoach.journal import atomic, toml
from salescoach.journal.journal import as_problem
from salescoach.journal.places import SETTINGS
from salescoach.journal.read import Source, source
from salescoach.journal.settings import read_settings, read_written
from salescoach.journal.templates import SHIPPED, TEMPLATES, Templates, fault_in, languages, shipped
from salescoach.records.base import Kept
from salescoach.records.settings import Settings

_OPEN = {"agendas", "areas", "forms", "onboarding"}
"""Folders of templates in which a name of her own is a new one."""


def settings(root: Path) -> Iterator[Problem]:
    """Give what is wrong in coach.toml: names that nothing is read by, values that cannot be used or contradict."""
    try:
        found = source(atomic.read(root / SETTINGS, SETTINGS), SETTINGS, "coach")
        yield from _unsaid(found, found.tables, _keys(Settings))
        rhythm = read_settings(root / SETTINGS).rhythm
        for key, ideal in (("at_most", "every"), ("new_at_most", "new_every")):
            most, every = getattr(rhythm, key), getattr(rhythm, ideal)
            if key in found.tables.get("rhythm", {}) and most < every:  # only where she says so herself
                yield found.problem("tight_settings", "rhythm", key, key=key, ideal=ideal, every=every, most=most)
    except Broken as error:
        yield as_problem(error)


def own_templates(root: Path, problems: list[Problem], folder: str = TEMPLATES) -> list[tuple[str, Path]]:
    """Return the names in the journal of all own templates, and where they are; folders that do not read are told."""
    try:
        paths = sorted(atomic.listing(root / folder, folder))
    except Broken as error:
        problems.append(as_problem(error))
        return []
    found = []
    for path in paths:
        file = f"{folder}/{path.name}"
        if path.suffix == ".toml":
            found.append((file, path))
        elif (
            atomic.leads_nowhere(path)
            or (path.is_dir() and not path.is_symlink())
            or path.name in {*_OPEN, *languages()}  # names that only folders of templates have
        ):
            found += own_templates(root, problems, file)
    return found


def template(file: str, path: Path) -> Iterator[Problem]:
    """Give what is wrong in an own template: a name that none is read by, or what cannot be used."""
    parts = Path(file).with_suffix("").parts[1:]
    name = "/".join(parts[1:] if parts[0] in languages() else parts)
    known = sorted(one.relative_to(SHIPPED / "en").with_suffix("").as_posix() for one in SHIPPED.glob("en/**/*.toml"))
    if name not in known and name.rpartition("/")[0] not in _OPEN:
        near = next(iter(get_close_matches(name, known, n=1)), "")
        yield Problem(file, "unknown_near" if near else "unknown", data={"name": name, "near": near})
        return
    try:
        text = toml.decode(atomic.read(path, file), file)
        found = Source(file, name, text, toml.parse(text, file))
    except Broken as error:
        yield as_problem(error)
        return
    fault = fault_in(name, dict(found.tables))
    if fault is not None:
        key, why = fault
        yield found.problem("bad_template", *key, key=".".join(map(str, key)), why=why)
    elif name in {"words", "help"}:
        yield from _unsaid(found, found.tables, shipped(name))
    else:
        from salescoach.care.files.slips import slips

        for path_, meant in slips(name, found.tables):
            yield found.problem("unknown_near", *path_, name=path_[-1], near=meant)


def template_of(root: Path) -> Callable[[str], Mapping[str, Any] | None]:
    """Return what reads a template of the journal, own or shipped; None for one that cannot be read."""

    @cache
    def read(name: str) -> Mapping[str, Any] | None:
        try:
            language = str(read_written(root / SETTINGS).get("language", "en"))
            return Templates(root / TEMPLATES, language).table(name)
        except CoachError:
            return None

    return read


def _keys(cls: type[Kept]) -> dict[str, Any]:
    """Return the names that settings can have, those of a table in them below its own."""
    return dict.fromkeys(cls.layout.keys) | {key: _keys(inner) for key, inner in cls.layout.inner.items()}


def _unsaid(found: Source, own: Mapping[str, Any], meant: Mapping[str, Any], *path: str) -> Iterator[Problem]:
    """Give each setting, or phrase of the manager's own, that nothing reads or says."""
    yield from unknown(found, own, meant, *path)
    for name, inner in own.items():
        if isinstance(inner, Mapping) and isinstance(meant.get(name), Mapping):
            yield from _unsaid(found, inner, meant[name], *path, name)
