"""The names of the levels are a setting: ready sets and own names, wherever a level is shown or typed."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from salescoach.cli import run
from salescoach.records.values import LEVELS, Level

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


def said(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    """Run a command line and return what it answers."""
    assert run(args) == 0, capsys.readouterr().err
    return capsys.readouterr().out


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_goes_by_its_name_wherever_it_is_typed(
    called: str, level: Level, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the command and in marks; in JSON it is English, and in the file as well."""
    word = SETS[called][level]
    for line in (
        ("rate", "anna", "closing", word),
        ("note", "anna", f"{word}: closing – asked"),
        ("note", "anna", f"motivation: {word} – calm"),
    ):
        made = said(capsys, *line, "--json")
        assert f'"level": "{level}"' in made
    assert f'"closing": "{level}"' in said(capsys, "show", "anna", "--json")


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_is_shown_under_its_name_with_its_shape(
    called: str, level: Level, capsys: pytest.CaptureFixture[str]
) -> None:
    """Shape and word where there is room; in the week the shape and a letter that no other level has."""
    said(capsys, "rate", "anna", "motivation", level)
    assert f"{SHAPES[level]} {SETS[called][level]}" in said(capsys, "show", "anna")
    assert f"{SHAPES[level]} {SETS[called][level]}" in said(capsys, "expect", "anna")
    week = said(capsys, "weekly")
    assert f"{SHAPES[level]}{LETTERS[called][LEVELS.index(level)]}" in week.splitlines()[1]
    assert f'"motivation": "{level}"' in said(capsys, "weekly", "--json")


def test_the_week_tells_own_names_beside_their_shapes(called: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Two words may begin with the same letter; red, yellow and green need no telling."""
    told = " · ".join(
        f"{SHAPES[level]}{letter} {SETS[called][level]}" for level, letter in zip(LEVELS, LETTERS[called], strict=True)
    )
    assert (told in said(capsys, "weekly")) == (called != "colours")
