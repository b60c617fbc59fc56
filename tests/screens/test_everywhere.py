from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

import pytest

from salescoach.table import COMMANDS

Spoken = Callable[[str], list[str]]

KEYS = {
    "weekly": {"sellers", "promises", "commitments", "actions", "problems"},
    "prep": {"seller", "agenda", "minutes", "sections", "sources"}, "log": {"seller", "records", "notices"},
    "note": {"seller", "records", "notices"}, "show": {"seller", "levels", "goals", "open", "records"},
    "undo": {"undone"}, "find": {"hits", "problems"},
    "probation": {"ends", "tell_by", "decide_by", "days_left", "surprises", "fair_chance"},
    "export": {"private", "seller", "records"}, "add": {"added"}, "help": {"commands"},
}  # fmt: skip

SPOKEN = [name for name in COMMANDS if name not in {"demo", "edit"}]
"""Every command but the one that brings a journal of its own, and the one that only a terminal can give."""


def lines(coach: Any, example: Spoken) -> Iterator[tuple[str, list[str]]]:
    """Go through the example of every command, each on the same journal as the others."""
    files = coach.bytes()
    for name in SPOKEN:
        coach.again(files)
        if name == "add":  # who is added is not there yet
            coach.path().rename(coach.path("another"))
            coach("set", "another", "--name", "Else")
            coach("doctor", "--accept", "sellers/anna-berg.toml")
        if name in {"undo", "redo"}:
            coach("note", "bo", "x")
        if name == "redo":
            coach("undo")
        yield name, example(name)


def test_the_example_of_every_command_works_plainly_in_a_pipe(ready: Any, example: Spoken) -> None:
    """It is what people copy; no escapes, no wrapping, one record a line, whatever the terminal is said to be."""
    ready.monkeypatch.setenv("COLUMNS", "30")
    ready.monkeypatch.setenv("FORCE_COLOR", "1")
    long = " ".join(["word"] * 60)
    ready("note", "anna", f"topic: {long}; @me {long} by fri; goal: {long} by 31 dec; praise: {long}")
    for name, line in chain([("today", [])], lines(ready, example)):
        ran = ready(*line)
        assert (ran.status, bool(ran.out)) == (0, True), (name, ran.err)
        assert "\x1b" not in ran.out + ran.err, name
        assert all(line == line.rstrip() for line in ran.out.splitlines()), name
        if name == "show":
            assert sum(long in line for line in ran.out.splitlines()) >= 2


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_global_options_work_before_and_after_every_command(ready: Any, example: Spoken, before: bool) -> None:
    """One JSON object, from the day that was asked for, of the journal that was named."""
    ready.monkeypatch.chdir("/")
    for name, line in lines(ready, example):
        options = ["--json", "--today", "2026-11-24", "--lang", "en", "--color", "never", "--private", "--all"]
        with ready.monkeypatch.context() as patched:
            if name != "init":
                patched.delenv("COACH_JOURNAL")
                options += ["--journal", str(ready.root)]
            ran = ready(*(options + line if before else line + options))
        assert ran.status == 0, (name, ran.err)
        assert (ran.json["format"], ran.json["today"]) == (1, "2026-11-24"), name
        assert ran.json.keys() >= KEYS.get(name, set()), name


def test_every_error_is_an_object_too(ready: Any, example: Spoken) -> None:
    """On stdout with --json, as text on stderr always; JSON was asked for, wherever the mistake is."""
    for name, line in lines(ready, example):
        ran = ready(*line, "--json", "--today", "yesteryear")
        if name in {"help", "init", "path", "doctor"}:  # they need no day here; help is what is looked at then
            assert (ran.status, ran.json["format"]) == (0, 1), name
            continue
        assert (ran.status, "“yesteryear” is no date" in ran.err) == (2, True), name
        assert ran.json["error"].keys() == {"code", "text", "hint"}
        assert ran.json["error"]["code"] == "not_a_date"
        assert {"format", "today"} <= ran.json.keys()
    for args in (("weekly", "--nope", "--json"), ("nope", "--json"), ("--json", "prep")):
        assert ready.refused(*args).json["error"]["code"] in {"bad_usage", "no_such_command", "missing"}


def test_colour_is_there_when_it_is_asked_for(coach: Any) -> None:
    """Always, in a pipe too."""
    assert "\x1b[" in coach("weekly", "--color", "always").out
    coach.monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in coach("weekly").out


def test_json_is_strict(coach: Any) -> None:
    """No NaN, no infinity, one newline at the end, whatever is in the files."""
    coach.append('\n[[goal]]\non = 2026-11-04\ntitle = "x"\nstart = nan\ntarget = inf\n')
    for command in (("show", "anna"), ("goal",), ("weekly",), ("prep", "anna"), ()):
        assert coach(*command, "--json").json["format"] == 1


def test_nothing_is_never_written_down(coach: Any) -> None:
    """An empty text, id or day, or no text at all; an empty name is nobody and never everybody."""
    commands = (
        "note _ x", "rate _ a red", "promise _ x --by fri", "praise _ x", "goal _ x", "act hero _", "away _ fri sun",
    )  # fmt: skip
    for line in commands:
        for nobody in ("", ",", " "):
            coach.refused(*(nobody if word == "_" else word for word in line.split()), status=4)
    for args, status in (
        (("progress", "anna", "", "8"), 4), (("done", ""), 4), (("book", "anna", ""), 2), (("add", " "), 2),
        (("rate", "anna", " ", "red"), 2), (("praise", "anna", ""), 0), (("goal", "anna", " "), 0),
        (("promise", "anna", "", "--by", "fri"), 0), (("note", "anna", " "), 2), (("note", "anna", "\udcff"), 2),
    ):  # fmt: skip
        coach.refused(*args, status=status)


def test_an_output_file_is_refused_before_a_command_that_writes(coach: Any) -> None:
    """And before anything was written."""
    assert "There is no option -o here" in coach.refused("-o", "note.md", "note", "anna", "x").err
    assert coach("-o", "week.txt", "weekly").status == 0
    assert coach("-o", "today.txt").status == 0
