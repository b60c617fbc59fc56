"""What times are measured on: the journals of `bench`, and what is promised of it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_goal_is_measured() -> None:
    """A goal for what nobody runs any more is met for ever."""
    probe = (
        "from bench.measures import *; print({n for g in GOALS for n in (g.name, g.base)} - {m.name for m in MEASURES})"
    )
    told = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"


def test_a_figure_is_a_multiple_of_the_floor() -> None:
    """The program that measures runs, into a pipe and on a terminal."""
    words = [sys.executable, "-m", "bench.ratios", "floor", "--rounds", "1"]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in told.splitlines() if line.startswith("floor")]
    assert [(row[-4], row[-2]) for row in rows] == [("1.00", "1.00")] * 2
