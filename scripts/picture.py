"""Make the pictures in the README, docs/*.svg: `python scripts/picture.py` writes them, a test compares."""

import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from salescoach.answer import Answer
from salescoach.app import App
from salescoach.cli import run
from salescoach.kit.console import console
from salescoach.kit.screen import view
from salescoach.talk.commands import preparing
from salescoach.week.commands import weekly

DOCS = Path(__file__).parents[1] / "docs"
DAY = "2026-11-23"
_WEEK, _TALK = 88, 96
"""Columns of each picture: wide enough for the demo's longest reason."""

DEALS = "Owner,Stage,Created,Closed\n" + "".join(
    f"Anna Berg,{stage},2026-{opened},{closed and f'2026-{closed}'}\n"
    for stage, opened, closed in (
        ("Won", "03-03", "04-20"), ("Lost", "03-09", "05-04"), ("Won", "04-01", "05-11"), ("Lost", "05-06", "06-22"),
        ("Won", "05-20", "06-29"), ("Lost", "06-08", "07-13"), ("Won", "07-06", "08-17"), ("Lost", "07-01", "08-24"),
        ("Won", "08-03", "09-21"), ("Lost", "08-10", "10-05"), ("Won", "08-24", "10-12"), ("Lost", "09-01", "10-26"),
        ("Open", "08-28", ""), ("Open", "09-07", ""), ("Open", "09-14", ""), ("Open", "11-02", ""),
    )
)  # fmt: skip
"""What a CRM says of a seller whose sheet is back."""


def pictures() -> Iterator[tuple[str, str]]:
    """Give the name of each picture and what it shows of the demo team, the same letters every time."""
    with tempfile.TemporaryDirectory() as place:
        folder = str(Path(place) / "coaching")
        app = _after(folder, ("demo", folder))
        ctx: Any = SimpleNamespace(obj=app)
        yield "weekly", _drawn(app, weekly.run(ctx), "weekly", _WEEK)
        (Path(place) / "deals.csv").write_text(DEALS, "utf-8")
        app = _after(folder, ("figures", "--from", f"{place}/deals.csv"))
        talk = preparing.agenda(app, app.seller("anna"), "development")
        yield "development-talk", _drawn(app, talk, "prep anna --agenda development", _TALK)


def _after(folder: str, *lines: tuple[str, ...]) -> App:
    """Return the program on the demo team after some commands."""
    for line in lines:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            run([*line, "--journal", folder, "--today", DAY])
    app = App()
    app.options |= {"journal": folder, "today": DAY}
    return app


def _drawn(app: App, answer: Answer, typed: str, width: int) -> str:
    look = replace(app.look(), width=width, terminal=True, color=True)
    desk = console(look, io.StringIO(), record=True)
    for part in view(answer).screen(answer, look):
        desk.print(part)
    drawn = desk.export_svg(title=f"coach {typed}", unique_id="coach")
    return re.sub(r",\s*url\([^)]*\) format\([^)]*\)", "", drawn)  # a picture that loads nothing from anywhere


if __name__ == "__main__":
    for name, drawn in pictures():
        (DOCS / f"{name}.svg").write_text(drawn, "utf-8")
