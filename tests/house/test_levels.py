"""The names of the levels are a setting: ready sets and own names, wherever a level is shown or typed."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from salescoach.cli import run
from salescoach.records.values import LEVELS

SETS = {
    "colours": {"red": "red", "yellow": "yellow", "green": "green"},
    **tomllib.loads((Path(__file__).parents[2] / "templates" / "en" / "levels.toml").read_text("utf-8")),
    "own": {"red": "låg", "yellow": "sådär", "green": "toppen"},
}
LETTERS = {"colours": "ryg", "plus": "mpP", "great": "gGa", "own": "lst"}
SHAPES = dict(zip(LEVELS, "■▲●", strict=True))


@pytest.fixture(params=SETS)
def called(request: pytest.FixtureRequest, journal: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """Set the names of the levels in a journal."""
    name = str(request.param)
    own = "".join(f'{level} = "{word}"\n' for level, word in SETS[name].items())
    settings = own if name == "own" else f'set = "{name}"\n'
    (journal.root / "coach.toml").write_text(f"format = 1\n[levels]\n{settings}", "utf-8")
    monkeypatch.setenv("COACH_TODAY", "2026-11-23")
    monkeypatch.setenv("COACH_JOURNAL", str(journal.root))
    return name


def test_a_level_goes_by_its_name_wherever_it_is_typed_and_shown(
    called: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the command, in marks and on screen, where the week has a letter of it; in JSON and files it is English."""

    def said(*args: str) -> str:
        assert run(args) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    legend = []
    for level, letter in zip(LEVELS, LETTERS[called], strict=True):
        word = SETS[called][level]
        for line in (
            ("rate", "anna", "closing", word),
            ("note", "anna", f"{word}: closing – asked"),
            ("note", "anna", f"motivation: {word} – calm"),
            ("rate", "anna", "motivation", level),
        ):
            assert f'"level": "{level}"' in said(*line, "--json"), line
        assert f'"closing": "{level}"' in said("show", "anna", "--json")
        assert f'"motivation": "{level}"' in said("weekly", "--json")
        for screen in ("show", "expect"):
            assert f"{SHAPES[level]} {word}" in said(screen, "anna")
        assert f"{SHAPES[level]}{letter}" in said("weekly").splitlines()[1]
        legend.append(f"{SHAPES[level]}{letter} {word}")
    assert (" · ".join(legend) in said("weekly")) == (called != "colours"), "red, yellow, green need no telling"
