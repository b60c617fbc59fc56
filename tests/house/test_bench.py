"""What times are measured on: the journals of `bench`, and what is promised of it."""

import runpy
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
JOURNALS = runpy.run_path(str(ROOT / "bench" / "journals.py"))


def test_every_seller_of_a_made_journal_has_a_name_of_her_own() -> None:
    """A thousand sellers are a thousand files, and the first twelve are called as they ever were."""
    names = [JOURNALS["name_of"](at) for at in range(5000)]
    assert len(set(names)) == len(names)
    assert names[:12:4] == ["Anna Berg", "Eva Holm", "Ida Krogh"]


def test_the_same_arguments_make_the_same_bytes(tmp_path: Path) -> None:
    """Figures of two days can be compared."""
    for name in ("one", "two"):
        JOURNALS["write"](tmp_path / name, 140, 0)
    made = [
        {path.name: path.read_bytes() for path in (tmp_path / name / "sellers").iterdir()} for name in ("one", "two")
    ]
    assert made[0] == made[1]
    assert len(made[0]) == 140


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
