"""Order: what people sort names and words by, in the alphabet of their language."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from unicodedata import combining, normalize

Order = Callable[[str], tuple[str, str]]
"""Gives what a text is sorted by."""

_AFTER_Z = 0xE000
"""The first of the characters that stand for letters after z: they come behind all letters, and nobody writes them."""


def order(table: Mapping[str, Any]) -> Order:
    """Return the order of a language, dates.toml parsed: `alphabet` has the letters after z, `like` those like others.

    It is blind to case and to accents that make no letter of its own, as CLDR has it; equals keep apart by spelling.
    """
    after = {one: chr(_AFTER_Z + place) for place, same in enumerate(table.get("alphabet", ())) for one in same}
    letters = {**table.get("like", {}), **after}
    own = re.compile("|".join(map(re.escape, sorted(letters, key=len, reverse=True))) or r"(?!)")

    def key(text: str) -> tuple[str, str]:
        spelled = own.sub(lambda found: str(letters[found[0]]), normalize("NFC", text).casefold())
        return "".join(char for char in normalize("NFKD", spelled) if not combining(char)), text

    return key


plainly = order({})
"""The order of whoever has no letters after z."""
