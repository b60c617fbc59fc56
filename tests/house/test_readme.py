"""The README shows what the program is, not what it was."""

import re
import runpy
import shlex
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.golden
def test_the_pictures_are_what_the_demo_shows() -> None:
    """Those in the README are drawn anew and compared: `python scripts/picture.py` renews them."""
    made, readme = runpy.run_path(str(ROOT / "scripts" / "picture.py")), (ROOT / "README.md").read_text("utf-8")
    pictures = dict(made["pictures"]())
    assert {f"docs/{name}.svg" for name in pictures} == {*re.findall(r"\((docs/[\w-]+\.svg)\)", readme)}
    for name, picture in pictures.items():
        assert (made["DOCS"] / f"{name}.svg").read_text("utf-8") == picture, name
        assert "url(" not in picture.replace("url(#", ""), "whoever reads the README is seen by nobody"


def test_what_it_shows_works_as_it_stands(coach: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each command in order, in a new folder, at a terminal where Enter is pressed."""
    readme = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", readme.partition("## Your first week")[2], re.DOTALL)
    lines = [shlex.split(line, comments=True)[1:] for block in blocks for line in block.splitlines()]
    assert len(lines) > 15
    monkeypatch.delenv("COACH_JOURNAL")
    monkeypatch.setattr("fixtures.terminal.Script._next", lambda _: "")
    monkeypatch.chdir(tmp_path / "home")
    Path("team.csv").write_text("name,start date\nBo Ek,2024-02-01\n", "utf-8")
    for line in lines:
        ran = coach.asked(*line, answers=[])
        assert (ran.status, ran.out + ran.err != "") == (0, True), (line, ran)
