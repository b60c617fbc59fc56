"""Copies: what a cloud folder makes of a file that was changed on two machines, told by its name."""

import re
from collections.abc import Collection

_COPY = re.compile(
    r"(?P<base>.+?)(?P<mark> \([^()]*conflict[^()]*\)|\.sync-conflict-[\w-]+|[ ._-]conflict(ed)?([ ._-].*)?)",
    re.IGNORECASE,
)
"""As Dropbox and Nextcloud, Syncthing, and others call it."""

_NUMBERED = re.compile(r"(?P<base>.+?)( \(\d+\)| \d+)")
"""As iCloud and Google Drive call it: a copy only where the file without the number is there as well."""


def original(key: str, keys: Collection[str]) -> str | None:
    """Return the key of the file that one of `keys` is a conflict copy of, None where it is none."""
    if " " not in key and "conflict" not in key.casefold():
        return None
    found = _COPY.fullmatch(key)
    if found is None:
        found = _NUMBERED.fullmatch(key)
        if found is None or found["base"] not in keys:
            return None
    return found["base"]
