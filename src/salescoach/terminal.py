"""What a terminal is: how wide, and whether it takes colours; App says what the environment wishes."""

import os
from collections.abc import Mapping
from typing import Any

USUAL = 80
"""Columns where nobody says how many there are."""


def columns(stream: Any, environ: Mapping[str, str]) -> int:
    """Return the columns of what a stream goes to: those of $COLUMNS, of the terminal, or the usual ones."""
    try:
        found = os.get_terminal_size(stream.fileno()).columns
    except OSError:
        found = 0
    typed = environ.get("COLUMNS", "")
    return int(typed) if typed.isascii() and typed.isdigit() and int(typed) else found or USUAL


def in_color(wish: str, environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Tell whether to draw in colour: always, never, or (auto) on a terminal that does not say otherwise."""
    if wish == "auto":
        return terminal and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
    return wish == "always"
