"""The format of files: which one this version writes, and which it does not know yet."""

from collections.abc import Mapping
from typing import Any

from salescoach.errors import NewerFormat

FORMAT = 1
"""The format of files that this version writes; it reads this and every older one."""


def check_format(tables: Mapping[str, Any], file: str) -> None:
    """Raise NewerFormat where a file is not for this version."""
    found = tables.get("format", FORMAT)
    if not isinstance(found, int) or found > FORMAT:
        raise NewerFormat(file=file, format=found)
