from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from salescoach.answer import Answer
from salescoach.kit.screen import text as drawn
from salescoach.notes.marks import Notes
from salescoach.start.rules.sheet import dates_of, marks_of
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
        assert any(said in ran.out for said in ("Usage: coach", "coach 0", "praise:", "tomorrow")), line
    assert coach("help", "--json").json["commands"]
    coach.monkeypatch.setenv("_COACH_COMPLETE", "complete_zsh")
    for typed, offered in (("coach pr", "prep"), ("coach prep --m", "--minutes"), ("coach prep a", "")):
        coach.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", typed)
        with pytest.raises(SystemExit):
            coach()
        assert offered in coach.read()[0]


HELP = [
    ["--help"],
    ["prep", "--help"],
    ["--version"],
    *(["help", *one.split()] for one in ("", "all", "prep", "marks", "dates")),
]
"""Every way to help."""

SWEDISH = {
    "level": {"green": ["grön", "grönt"]},
    "text": {"praise": ["beröm"], "told": [], "goal": ["Goál"]},
    "who": {"me": ["mig", "me"]},
}
"""Marks of another language: they stand beside those of the journal's."""


def test_each_example_of_a_mark_is_one(
    english_marks: Mapping[str, Any], notes: Callable[[str], Notes], coach: Any, looks: Any
) -> None:
    """Typed as it stands there, it becomes what it says; the words of all languages are shown, each once."""
    rows = coach("help", "marks", "--json").json["rows"]
    assert len(rows) > 20
    for row in rows:
        whole = row["example"] if row["example"].startswith("@") else f"{row['head']} {row['example']}"
        assert notes(whole).records or row["head"] in {"note:", "idea:"}, whole  # it counts in a talk of its own
        assert notes(whole).notices == () or row["head"] in {"told:", "red:"}, whole
    sheet = marks_of([english_marks, SWEDISH])
    found = {row.head: row.words for row in sheet.rows}
    shown = [("yellow", "green", "grön"), ("fault", "beröm"), ("mig",), ()]
    assert [found[one] for one in ("red:", "praise:", "@me", "goal:")] == shown
    fits(sheet, looks)


def test_each_date_of_help_has_the_day_that_it_means(coach: Any, looks: Any, templates: Any) -> None:
    """Each way to type one, beside others for the same day; one that would be asked about has none."""
    rows = coach("help", "dates", "--json").json["rows"]
    found = {text: row["head"] for row in rows for text in row["words"]}
    assert {found[text] for text in ("2026-11-27", "27 nov", "fri", "week 48")} == {"2026-11-27"}
    assert (found["tomorrow"], found["in 3 days"]) == ("2026-11-24", "2026-11-26")
    sheet = dates_of([{**templates.table("dates"), "accepted": "fri, 31 feb", "same": {}}], date(2026, 11, 23))
    assert [(row.head, row.words) for row in sheet.rows] == [(date(2026, 11, 27), ("fri",)), (None, ("31 feb",))]
    fits(sheet, looks)


def fits(sheet: Answer, looks: Any) -> None:
    """Hold that a sheet is one screen of 80 columns, and loses nothing at 40."""
    lines = drawn(sheet, looks(terminal=True, width=80)).splitlines()
    assert len(lines) < 30
    assert "…" not in "".join(lines).replace("'…'", "")
    assert "…" not in drawn(sheet, looks(terminal=True, width=40)).replace("'…'", "")
