"""Make docs/weekly.svg, the picture in the README: `python scripts/picture.py` writes it, a test compares."""

import io
import re
import tempfile
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

from salescoach.app import App
from salescoach.cli import run
from salescoach.kit.console import console
from salescoach.week.rules.weekly import weekly_of
from salescoach.week.view.weekly import screen

PICTURE = Path(__file__).parents[1] / "docs" / "weekly.svg"
DAY = "2026-11-23"
WIDTH = 88
"""Columns: wide enough for the demo's longest reason."""


def picture() -> str:
    """Return the picture of `coach weekly` on the demo team, the same letters every time."""
    with tempfile.TemporaryDirectory() as place:
        folder = str(Path(place) / "coaching")
        with redirect_stdout(io.StringIO()):
            run(["demo", folder, "--today", DAY])
        app = App()
        app.options |= {"journal": folder, "today": DAY}
        look = replace(app.look(), width=WIDTH, terminal=True, color=True)
        team = app.journal.team()
        week = weekly_of(team.sellers, app.me, app.settings, today=app.today)
        desk = console(look, io.StringIO(), record=True)
        for part in screen(week, look):
            desk.print(part)
        drawn = desk.export_svg(title="coach weekly", unique_id="coach")
    return re.sub(r",\s*url\([^)]*\) format\([^)]*\)", "", drawn)  # a picture that loads nothing from anywhere


if __name__ == "__main__":
    PICTURE.write_text(picture(), "utf-8")
