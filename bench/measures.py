"""What is measured: the command lines, the journals under them, and what each figure is held against."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree, rmtree

from bench import journals
from bench.processes import run

TODAY = "2026-11-18"
TEXT = "Good pace; green: discovery – asked about budget; @me introduce her to Karin by fri; next: in 2 weeks"
SCRIPT = Path(sys.executable).with_name("coach")
COACH = (str(SCRIPT),) if SCRIPT.exists() else (sys.executable, "-m", "salescoach")
FLOOR = (sys.executable, str(Path(__file__).with_name("floor.py")), "anna")
TAB = {"_COACH_COMPLETE": "complete_bash", "COMP_WORDS": "coach prep an", "COMP_CWORD": "2"}

FLOORS = ("floor", "floor, terminal")
"""What every other figure is a multiple of: that of its own kind of output."""

JOURNALS = {"five": (1, 5), "team": (12, 5), "ten": (1, 10), "fresh": (1, 0), "export": (12, 0), "thousand": (1000, 1)}
"""The journals by name: sellers, and years of each."""


DEALS = 8800
"""Deals of an export: two years of a team of thirty."""


@dataclass(frozen=True)
class Goal:
    """What a figure is held against: its time is at most `most` times that of `base`, its peak at most `peak` MiB."""

    name: str
    base: str
    most: float
    peak: float | None = None


GOALS = (
    Goal("--help", "floor", 0.45),
    Goal("TAB", "floor", 0.5),
    Goal("prep", "floor", 0.75),
    Goal("weekly", "floor", 1.2),
    Goal("log, fresh", "floor", 0.95),
    Goal("log, ten years", "log, fresh", 1.2),
    Goal("figures", "floor", 4, peak=150),
    Goal("thousand", "floor", 10, peak=200),
)


@dataclass(frozen=True)
class Measure:
    """One command line; `state` is that of its journal before each run, and `heavy` what is run a few times only."""

    name: str
    args: Sequence[str]
    journal: str | None = None
    state: str = "warm"
    terminal: bool = False
    heavy: bool = False
    command: Sequence[str] = COACH
    environment: Mapping[str, str] = field(default_factory=dict)


PREP, WEEKLY, LOG = ("prep", "anna"), ("weekly",), ("log", "anna", TEXT)

MEASURES = (
    Measure("floor", (), command=FLOOR),
    Measure("floor, terminal", (), command=FLOOR, terminal=True),
    Measure("--help", ("--help",)),
    Measure("--help, terminal", ("--help",), terminal=True),
    Measure("TAB", (), "team", environment=TAB),
    Measure("prep", PREP, "five"),
    Measure("prep, terminal", PREP, "five", terminal=True),
    Measure("prep, changed", PREP, "five", "changed"),
    Measure("prep, cold", PREP, "five", "cold"),
    Measure("weekly", WEEKLY, "team"),
    Measure("weekly, terminal", WEEKLY, "team", terminal=True),
    Measure("weekly, changed", WEEKLY, "team", "changed"),
    Measure("weekly, cold", WEEKLY, "team", "cold"),
    Measure("log, fresh", LOG, "fresh", "again"),
    Measure("log, ten years", LOG, "ten", "again"),
    Measure("log, ten years, cold", LOG, "ten", "cold again"),
    Measure("figures", ("figures", "--from", "{root}/deals.csv"), "export", "again"),
    Measure("thousand", WEEKLY, "thousand", heavy=True),
    Measure("thousand, terminal", WEEKLY, "thousand", terminal=True, heavy=True),
    Measure("thousand, changed", WEEKLY, "thousand", "changed", heavy=True),
    Measure("thousand, cold", WEEKLY, "thousand", "cold", heavy=True),
    Measure("thousand, TAB", (), "thousand", environment=TAB, heavy=True),
    Measure("thousand, prep", ("prep", "anna-berg"), "thousand", heavy=True),
)


@dataclass(frozen=True)
class Ready:
    """A measure on a journal that is there: the whole command line, its environment, what comes before each run."""

    measure: Measure
    command: Sequence[str]
    environment: Mapping[str, str]
    reset: Callable[[], None]


def chosen(words: Sequence[str]) -> list[Measure]:
    """Return the measures whose names begin with one of these words, all without words, and the floors they need."""
    found = [one for one in MEASURES if not words or one.name.startswith(tuple(words))]
    floors = {FLOORS[one.terminal] for one in found}
    return [one for one in MEASURES if one in found or one.name in floors]


def ready(measure: Measure, place: Path) -> Ready:
    """Make what a measure needs: its journal, read once, for what the program remembers is part of everyday use."""
    if measure.journal is None:
        return Ready(measure, (*measure.command, *measure.args), {}, _nothing)
    root = place / f"{measure.journal}, {measure.state}"
    if not root.exists():
        journals.write(root, *JOURNALS[measure.journal])
        if measure.journal == "export":
            journals.deals(root / "deals.csv", DEALS)
        run((*COACH, "--journal", str(root), "--today", TODAY, "weekly"), place)
        if "again" in measure.state:
            copytree(root, _kept(root))
    environment = {"COACH_JOURNAL": str(root), "COACH_TODAY": TODAY, **measure.environment}
    args = [one.format(root=root) for one in measure.args]
    return Ready(measure, (*measure.command, *args), environment, lambda: _STATES[measure.state](root))


def _nothing(*_: Path) -> None:
    """Leave a journal as it is: read before, unchanged since."""


def _forgotten(root: Path) -> None:
    """Delete all that the program remembers of a journal."""
    rmtree(root / ".coach")


def _changed(root: Path) -> None:
    """Change every file of a journal by hand, as little as can be."""
    for path in (root / "sellers").iterdir():
        with path.open("ab") as file:
            file.write(b"#\n")


def _again(root: Path) -> None:
    """Put a journal back as it was before it was written to."""
    rmtree(root)
    copytree(_kept(root), root)


def _forgotten_again(root: Path) -> None:
    _again(root)
    _forgotten(root)


def _kept(root: Path) -> Path:
    return root.with_name(f"{root.name}, kept")


_STATES: Mapping[str, Callable[[Path], None]] = {
    "warm": _nothing,
    "cold": _forgotten,
    "changed": _changed,
    "again": _again,
    "cold again": _forgotten_again,
}
