from typing import Any

import pytest

from salescoach.table import COMMANDS


def test_help_is_its_page_either_way(coach: Any) -> None:
    """The everyday commands, or one; no escape in a pipe, and without a journal: a new manager reads it first."""
    ran = coach("help")
    assert ran.status == 0
    assert ran.out.strip() == coach("--help").out.strip()
    assert "prep" in ran.out
    assert "  doctor" not in ran.out
    coach.monkeypatch.delenv("COACH_JOURNAL")
    coach.monkeypatch.chdir("/")
    for name in COMMANDS:
        ran = coach("help", name)
        assert ran.status == 0
        assert ran.out.strip() == coach(name, "--help").out.strip()
        assert "\x1b" not in ran.out
    ran = coach("help", "fly")
    assert (ran.status, "There is no command “fly”." in ran.err) == (2, True)


def test_help_speaks_as_the_journal_says(coach: Any) -> None:
    """One line in a help.toml of the manager's own is enough; the rest stays, and a wrong gap in it is told."""
    own = coach.root / "templates" / "help.toml"
    own.parent.mkdir()
    own.write_text('[prep]\nline = "Vor dem Gespräch."\ntakes.minutes = "Wie lange."\n', "utf-8")
    assert "  prep    Vor dem Gespräch.\n" in coach("--help").out
    assert "Wie lange." in coach("prep", "--help").out
    coach("init", "other")
    assert "Wie lange." not in coach("--journal", "other", "prep", "--help").out
    assert "coach prep anna" in coach("prep", "--help").out
    coach.monkeypatch.setenv("_COACH_COMPLETE", "complete_zsh")
    for typed, said in (("coach pr", "Vor dem Gespräch."), ("coach prep --m", "Wie lange.")):
        coach.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", typed)
        with pytest.raises(SystemExit):
            coach()
        assert said in coach.read()[0]
    coach.monkeypatch.delenv("_COACH_COMPLETE")
    own.write_text('[prep]\nlime = "x"\n', "utf-8")
    assert "lime" in coach("doctor").out


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("coach.toml", "x = = 1\n"),
        ("coach.toml", 'language = "xx"\n'),
        ("coach.toml", "language = 3\n"),
        ("templates/help.toml", '[prep]\nline = "{x}"\n'),
        ("templates/words.toml", "x = = 1"),
    ],
)
def test_help_works_where_the_journal_does_not_speak(coach: Any, file: str, text: str) -> None:
    """It is what a manager reads when something is broken."""
    (coach.root / "templates").mkdir()
    (coach.root / file).write_text(text, "utf-8")
    spoken_anyway(coach)


@pytest.mark.parametrize(
    ("name", "value"), [("COACH_JOURNAL", "nowhere"), ("COACH_JOURNAL", __file__), ("COACH_TODAY", "x")]
)
def test_help_works_whatever_the_environment_says(coach: Any, name: str, value: str) -> None:
    """A journal that was moved away, a file for a folder, a day that is none."""
    coach.monkeypatch.setenv(name, value)
    spoken_anyway(coach)


def spoken_anyway(coach: Any) -> None:
    """Hold that each way to help ends well, names options, and is completed."""
    for line in HELP:
        ran = coach(*line)
        assert (ran.status, ran.err) == (0, ""), line
        assert "coach 0" in ran.out if line == ["--version"] else "Usage: coach" in ran.out, line
    assert coach("help", "--json").json["commands"]
    coach.monkeypatch.setenv("_COACH_COMPLETE", "complete_zsh")
    for typed, offered in (("coach pr", "prep"), ("coach prep --m", "--minutes"), ("coach prep a", "")):
        coach.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", typed)
        with pytest.raises(SystemExit):
            coach()
        assert offered in coach.read()[0]


HELP = [["--help"], ["prep", "--help"], ["help"], ["help", "all"], ["help", "prep"], ["--version"]]
"""Every way to help."""
