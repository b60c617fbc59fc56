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
        assert (ran.status, ran.out.strip()) == (0, coach(name, "--help").out.strip())
        assert "\x1b" not in ran.out
    ran = coach("help", "fly")
    assert (ran.status, "There is no command “fly”." in ran.err) == (2, True)


def test_help_speaks_as_the_journal_says(coach: Any) -> None:
    """One line in a help.toml of the manager's own is enough; the rest stays, and a wrong gap in it is told."""
    coach.put("templates/help.toml", '[prep]\nline = "Vor dem Gespräch."\ntakes.minutes = "Wie lange."\n')
    assert "  prep    Vor dem Gespräch.\n" in coach("--help").out
    assert "Wie lange." in coach("prep", "--help").out
    coach("init", "other")
    assert "Wie lange." not in coach("--journal", "other", "prep", "--help").out
    assert "coach prep anna" in coach("prep", "--help").out
    completes(coach, ("coach pr", "Vor dem Gespräch."), ("coach prep --m", "Wie lange."))
    coach.put("templates/help.toml", '[prep]\nlime = "x"\n')
    assert "lime" in coach("doctor").out


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("coach.toml", "x = = 1\n"), ("coach.toml", 'language = "xx"\n'), ("coach.toml", "language = 3\n"),
        ("templates/help.toml", '[prep]\nline = "{x}"\n'), ("templates/words.toml", "x = = 1"),
        ("COACH_JOURNAL", "nowhere"), ("COACH_JOURNAL", __file__), ("COACH_TODAY", "x"),
    ],
)  # fmt: skip
def test_help_works_where_the_journal_does_not_speak(coach: Any, name: str, value: str) -> None:
    """It is what a manager reads when something is broken, a journal was moved away, or a day is none."""
    if name.isupper():
        coach.monkeypatch.setenv(name, value)
    else:
        coach.put(name, value)
    for line in ("--help", "prep --help", "--version", "help", "help all", "help marks", "help dates"):
        ran = coach(*line.split())
        assert (ran.status, ran.err) == (0, ""), line
        assert any(said in ran.out for said in ("Usage: coach", "coach 0", "praise:", "tomorrow")), line
    assert coach("help", "--json").json["commands"]
    completes(coach, ("coach pr", "prep"), ("coach prep --m", "--minutes"), ("coach prep a", ""))


def completes(coach: Any, *cases: tuple[str, str]) -> None:
    """Hold that what is typed is completed with what is said of it."""
    coach.monkeypatch.setenv("_COACH_COMPLETE", "complete_zsh")
    for typed, said in cases:
        coach.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", typed)
        with pytest.raises(SystemExit):
            coach()
        assert said in coach.read()[0], typed
    coach.monkeypatch.delenv("_COACH_COMPLETE")


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
