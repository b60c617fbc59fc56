"""Settings as a file: coach.toml, read when it is there and written once by `coach init`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from salescoach.answer import phrase
from salescoach.errors import BadSettings
from salescoach.journal import atomic, toml
from salescoach.journal.templates import languages
from salescoach.journal.toml import check_format

if TYPE_CHECKING:
    from salescoach.journal.known import Known
    from salescoach.records.settings import Settings

_DEEPEST = 2
"""Keys of a setting: its table's and its own; what follows in the place of an error is the type that was tried."""


def read_written(path: Path | None) -> dict[str, Any]:
    """Return the settings as they are written, not yet checked; raise BadToml, NewerFormat."""
    return {} if path is None else _tables(toml.decode(atomic.read(path, path.name), path.name), path)


def read_settings(path: Path | None, known: "Known | None" = None) -> "Settings":
    """Return the settings, judged where not `known`, or the defaults; raise BadSettings, BadToml, NewerFormat."""
    from salescoach.records.settings import Settings

    if path is None:
        return Settings()
    data = atomic.read(path, path.name)
    text = toml.decode(data, path.name)
    tables = _tables(text, path)
    if known is None or not known.has(path.name, data):
        from salescoach.journal import door

        wrong = door.mistake(Settings, tables)
        if wrong is not None:
            raise _bad(text, path, wrong.path[:_DEEPEST], wrong.why)
        if known is not None:
            known.note(path.name, data)
    if tables.get("language", "en") not in languages():  # judged each time: which there are is not in the file
        why = phrase("fault.no_language", text=tables["language"], known=languages())
        raise _bad(text, path, ("language",), why)
    return Settings.from_table(tables)


def _bad(text: str, path: Path, keys: Sequence[str | int], why: object) -> BadSettings:
    at = toml.place(text, *keys)
    return BadSettings(file=path.name, line=at.line, column=at.column, key=".".join(map(str, keys)), why=why)


def _tables(text: str, path: Path) -> dict[str, Any]:
    tables = toml.parse(text, path.name)
    check_format(tables, path.name)
    return tables
