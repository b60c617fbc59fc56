"""What a terminal is: how wide, in which colours, and what becomes of what it does not take."""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from salescoach.errors import Broken


class Unshown(Broken):
    """What a command returned cannot be shown: stdout takes no more; `written` are the files written before."""


class Refused(Broken):
    """The system refuses something of a file, and nobody else has said what became of it."""


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


def speak_utf8() -> bool:
    """Speak UTF-8 whatever the locale says: an old terminal shows a wrong letter, a crash shows nothing.

    A stream that was closed (`coach weekly >&-`, a service without a terminal) becomes one that leads nowhere; tell
    whether stdout is one.
    """
    blind = sys.stdout is None
    for name, mode in {"stdin": "r", "stdout": "w", "stderr": "w"}.items():
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # open until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a test may put another stream here
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return blind


def offer(text: str, stream: IO[str]) -> None:
    """Write to a stream that may take no more: nobody reads it, or it is what failed."""
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        mute(stream)


def mute(stream: IO[str]) -> None:
    """Send what is left for a stream that takes no more to nowhere, so that leaving does not fail on it."""
    with suppress(io.UnsupportedOperation):  # what is no file of the system keeps nothing back
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def refused(error: OSError, written: Sequence[str]) -> Broken:
    """Return what the system refuses: a file, or else to show what was printed, which `written` files outlast."""
    why = error.strerror or str(error)
    if error.filename is not None:
        return Refused(file=os.fsdecode(error.filename), why=why)
    mute(sys.stdout)
    return Unshown(why=why, written=[*dict.fromkeys(written)])
