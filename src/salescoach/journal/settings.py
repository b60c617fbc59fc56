"""Settings as a file: coach.toml, read when it is there and written once by `coach init`."""

from pathlib import Path

from pydantic import ValidationError

from salescoach.errors import BadSettings
from salescoach.journal import atomic, toml
from salescoach.journal.read import check_format
from salescoach.records.settings import Settings

_DEEPEST = 2
"""Keys of a setting: its table's and its own; what follows in the place of an error is the type that was tried."""


def read_settings(path: Path | None) -> Settings:
    """Return the settings of a journal, the defaults without one; raise BadSettings, BadToml, NewerFormat."""
    if path is None:
        return Settings()
    text = toml.decode(atomic.read(path, path.name), path.name)
    tables = toml.parse(text, path.name)
    check_format(tables, path.name)
    try:
        return Settings.model_validate(tables)
    except ValidationError as error:
        detail = error.errors(include_url=False, include_input=False)[0]
        keys = detail["loc"][:_DEEPEST]
        at = toml.place(text, *keys)
        key = ".".join(map(str, keys))
        raise BadSettings(file=path.name, line=at.line, column=at.column, key=key, why=detail["msg"]) from None
