"""One run of a command as a process of its own: its seconds and its peak memory, into a pipe or on a terminal."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

MEBIBYTE = 1024 * 1024 if sys.platform == "darwin" else 1024
"""In units of ru_maxrss: kilobytes on Linux, bytes on macOS."""

SIZE = (24, 80)
"""Rows and columns of the terminal."""


@dataclass(frozen=True)
class Run:
    """One finished process: its seconds by the wall clock and of work, and its peak memory in MiB."""

    seconds: float
    work: float
    peak: float


def run(command: Sequence[str], home: Path, more: Mapping[str, str] | None = None, *, terminal: bool = False) -> Run:
    """Run a command to its end, with a home of its own; raise CalledProcessError where it fails."""
    environment = _environment(home) | dict(more or {})
    begun = perf_counter()
    process = _on_a_terminal(command, environment) if terminal else _in_a_pipe(command, environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEBIBYTE)


def _in_a_pipe(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start a command and take what it says until it says no more."""
    nothing, piped = subprocess.DEVNULL, subprocess.PIPE
    process = subprocess.Popen(command, env=environment, stdin=nothing, stdout=piped, stderr=nothing)
    assert process.stdout  # noqa: S101  # it was asked for
    with process.stdout as stream:
        while stream.read(1 << 16):
            pass
    return process


def _on_a_terminal(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start a command on a terminal of its own and take what it draws until it draws no more."""
    import termios

    screen, terminal = os.openpty()
    termios.tcsetwinsize(terminal, SIZE)
    process = subprocess.Popen(command, env=environment, stdin=terminal, stdout=terminal, stderr=terminal)
    os.close(terminal)
    with suppress(OSError):  # the end of a terminal that nobody holds any more is an error on Linux
        while os.read(screen, 1 << 16):
            pass
    os.close(screen)
    return process


def _environment(home: Path) -> dict[str, str]:
    """Return an environment without settings of coach, in which modules stay compiled, as installed ones are."""
    ours = ("COACH_", "_COACH_", "COMP_", "PYTHONDONTWRITE", "COLUMNS", "LINES")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "compiled"), "TERM": "xterm-256color"}
