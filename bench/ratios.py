"""Ratios: how long commands take as whole processes, against the floor; from the checkout: python -m bench.ratios."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, rmtree
from statistics import median
from time import perf_counter

from bench import journals

TODAY = "2026-11-18"
TEAM = 12
TEXT = "Good pace; green: discovery – asked about budget; @me introduce her to Karin by fri; next: in 2 weeks"
SCRIPT = Path(sys.executable).with_name("coach")
COACH = (str(SCRIPT),) if SCRIPT.exists() else (sys.executable, "-m", "salescoach")
FLOOR = (sys.executable, str(Path(__file__).with_name("floor.py")), "anna")
MEBIBYTE = 1024 * 1024 if sys.platform == "darwin" else 1024
"""In units of ru_maxrss: kilobytes on Linux, bytes on macOS."""


@dataclass(frozen=True)
class Run:
    """One finished process: its seconds by the wall clock and its peak memory in MiB."""

    seconds: float
    peak: float


@dataclass(frozen=True)
class Measure:
    """One command line and what is to be put back before each run of it."""

    name: str
    command: Sequence[str]
    reset: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class Goal:
    """What a figure is held against: the time of `name` is to be at most `most` times that of `base`."""

    name: str
    base: str
    most: float


GOALS = (
    Goal("--help", "floor", 0.9),
    Goal("prep, five years", "floor", 1.25),
    Goal("weekly, twelve sellers", "floor", 1.6),
    Goal("log, ten years", "log, fresh file", 1.25),
)


def measures(place: Path) -> list[Measure]:
    """Make the journals and return what is measured on them."""
    five, team = (_journal(place / name, sellers, 5) for name, sellers in (("five", 1), ("team", TEAM)))
    ten, fresh = (_journal(place / name, 1, years) for name, years in (("ten", 10), ("fresh", 0)))
    return [
        Measure("floor", FLOOR),
        Measure("--help", (*COACH, "--help")),
        Measure("prep, five years", (*_on(five), "prep", "anna")),
        Measure("weekly, twelve sellers", (*_on(team), "weekly")),
        Measure("log, ten years", (*_on(ten), "log", "anna", TEXT), _putting_back(ten)),
        Measure("log, fresh file", (*_on(fresh), "log", "anna", TEXT), _putting_back(fresh)),
    ]


def run(command: Sequence[str], home: Path) -> Run:
    """Run a command to its end, with a home of its own; raise CalledProcessError where it fails."""
    quiet = subprocess.DEVNULL
    begun = perf_counter()
    process = subprocess.Popen(command, env=_environment(home), stdin=quiet, stdout=quiet, stderr=quiet)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds, usage.ru_maxrss / MEBIBYTE)


def main() -> None:
    """Measure everything in turn, as many rounds as asked, and print the medians and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        measured = measures(place)
        runs: dict[str, list[Run]] = {one.name: [] for one in measured}
        for _ in range(rounds + 1):
            for one in measured:
                one.reset()
                runs[one.name].append(run(one.command, place))
    _print({name: all_runs[1:] for name, all_runs in runs.items()})  # the first run of each warms up


def _environment(home: Path) -> dict[str, str]:
    """Return an environment without settings of coach, in which modules stay compiled, as installed ones are."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COACH_", "PYTHONDONTWRITE"))}
    return kept | {"HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "compiled")}


def _on(root: Path) -> tuple[str, ...]:
    return (*COACH, "--journal", str(root), "--today", TODAY)


def _journal(root: Path, sellers: int, years: int) -> Path:
    """Make a journal that was read once: what the program remembers of its files is part of everyday use."""
    journals.write(root, sellers, years)
    run((*_on(root), "weekly"), root.parent)
    return root


def _putting_back(root: Path) -> Callable[[], None]:
    """Return what makes a journal as it is now, again."""
    kept = root.with_suffix(".kept")
    copytree(root, kept)

    def put_back() -> None:
        rmtree(root)
        copytree(kept, root)

    return put_back


def _print(runs: dict[str, list[Run]]) -> None:
    medians = {name: median(one.seconds for one in found) for name, found in runs.items()}
    print(f"{'':24}{'median ms':>10}{'min':>7}{'max':>7}{'peak MiB':>10}")
    for name, found in runs.items():
        seconds = [one.seconds for one in found]
        row = (medians[name], min(seconds), max(seconds))
        print(f"{name:24}{row[0] * 1000:10.1f}{row[1] * 1000:7.1f}{row[2] * 1000:7.1f}", end="")
        print(f"{max(one.peak for one in found):10.1f}")
    print()
    for goal in GOALS:
        print(f"{goal.name:24} / {goal.base:16}{medians[goal.name] / medians[goal.base]:6.2f}   at most {goal.most}")


if __name__ == "__main__":
    main()
