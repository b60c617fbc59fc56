import shlex
from typing import Any

import pytest

from salescoach.app import App
from salescoach.table import COMMANDS

SPOKEN = [name for name in COMMANDS if name not in {"demo", "edit"}]
"""Every command but the one that brings a journal of its own, and the one that only a terminal can give."""

KEYS = {
    "weekly": {"sellers", "promises", "commitments", "actions", "problems"},
    "prep": {"seller", "agenda", "minutes", "sections", "sources"},
    "log": {"seller", "records", "notices"},
    "note": {"seller", "records", "notices"},
    "show": {"seller", "levels", "goals", "open", "records"},
    "undo": {"undone"},
    "find": {"hits", "problems"},
    "probation": {"ends", "tell_by", "decide_by", "days_left", "surprises", "fair_chance"},
    "export": {"private", "seller", "records"},
    "add": {"added"},
    "help": {"commands"},
}


@pytest.fixture
def ready(coach: Any) -> Any:
    """Give the journal what the examples speak of."""
    coach("goal", "anna", "12 first meetings")
    coach("promise", "anna", "send the call list", "--by", "fri", "--hers")
    return coach


def spoken(name: str, coach: Any) -> list[str]:
    """Return the example of a command, which is a command line that works."""
    if name == "add":
        coach.path().rename(coach.path("another"))
        coach("set", "another", "--name", "Else")
        coach("doctor", "--accept", "sellers/anna-berg.toml")
    return shlex.split(App(bare=True).words.say(f"help.{name}.example"))[1:]


@pytest.mark.parametrize("name", SPOKEN)
def test_the_example_of_every_command_works(ready: Any, name: str) -> None:
    """It is what people copy."""
    ran = ready(*spoken(name, ready))
    assert ran.status == 0, ran.err
    assert ran.out


@pytest.mark.parametrize("name", SPOKEN)
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_global_options_work_before_and_after_every_command(ready: Any, name: str, before: bool) -> None:
    """One JSON object, from the day that was asked for, of the journal that was named."""
    line = spoken(name, ready)
    options = ["--json", "--today", "2026-11-24", "--lang", "en", "--color", "never", "--private", "--all"]
    if name != "init":
        ready.monkeypatch.delenv("COACH_JOURNAL")
        ready.monkeypatch.chdir("/")
        options += ["--journal", str(ready.root)]
    ran = ready(*(options + line if before else line + options))
    assert ran.status == 0, ran.err
    assert ran.json["format"] == 1
    assert ran.json["today"] == "2026-11-24"
    assert ran.json.keys() >= KEYS.get(name, set())
    assert ran.out.endswith("}\n")


@pytest.mark.parametrize("name", SPOKEN)
def test_every_error_is_an_object_too(ready: Any, name: str) -> None:
    """On stdout with --json, as text on stderr always."""
    ran = ready(*spoken(name, ready), "--json", "--today", "yesteryear")
    assert ran.status == 2
    assert "“yesteryear” is no date" in ran.err
    assert ran.json["error"].keys() == {"code", "text", "hint"}
    assert ran.json["error"]["code"] == "not_a_date"
    assert {"format", "today"} <= ran.json.keys()


@pytest.mark.parametrize("name", ["today", *SPOKEN])
def test_a_pipe_gets_no_escapes_and_no_wrapping(ready: Any, name: str) -> None:
    """One record a line, whatever the width of the terminal is said to be."""
    ready.monkeypatch.setenv("COLUMNS", "30")
    ready.monkeypatch.setenv("FORCE_COLOR", "1")
    long = "word " * 60
    ready("note", "anna", f"topic: {long}; @me {long} by fri; goal: {long} by 31 dec; praise: {long}")
    ran = ready(*([] if name == "today" else spoken(name, ready)))
    assert "\x1b" not in ran.out + ran.err
    assert all(line == line.rstrip() for line in ran.out.splitlines())


def test_a_record_is_one_line_in_a_pipe(coach: Any) -> None:
    """However long it is."""
    long = " ".join(["word"] * 60)
    coach("note", "anna", f"topic: {long}; praise: {long}")
    assert sum(long in line for line in coach("show", "anna").out.splitlines()) >= 2


def test_colour_is_there_when_it_is_asked_for(coach: Any) -> None:
    """Always, in a pipe too."""
    assert "\x1b[" in coach("weekly", "--color", "always").out
    coach.monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in coach("weekly").out


def test_json_is_strict(coach: Any) -> None:
    """No NaN, no infinity, one newline at the end, whatever is in the files."""
    with coach.path().open("a", encoding="utf-8") as file:
        file.write('\n[[goal]]\non = 2026-11-04\ntitle = "x"\nstart = nan\ntarget = inf\n')
    for command in (("show", "anna"), ("goal",), ("weekly",), ("prep", "anna"), ()):
        assert coach(*command, "--json").json["format"] == 1


@pytest.mark.parametrize("args", [("weekly", "--nope", "--json"), ("nope", "--json"), ("--json", "prep")])
def test_a_line_that_cannot_be_read_is_answered_as_it_wished(coach: Any, args: tuple[str, ...]) -> None:
    """JSON was asked for, wherever the mistake is."""
    ran = coach(*args)
    assert ran.status == 2
    assert ran.json["error"]["code"] in {"bad_usage", "no_such_command"}


@pytest.mark.parametrize("nobody", ["", ",", " "])
@pytest.mark.parametrize(
    "line",
    ["note _ x", "rate _ a red", "promise _ x --by fri", "praise _ x", "goal _ x", "act hero _", "away _ fri sun"],
)
def test_an_empty_name_is_nobody_and_never_everybody(coach: Any, line: str, nobody: str) -> None:
    """A script with an empty variable writes nothing."""
    before = coach.bytes()
    ran = coach(*(nobody if word == "_" else word for word in line.split()))
    assert ran.status == 4
    assert coach.bytes() == before


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (("progress", "anna", "", "8"), 4),
        (("done", ""), 4),
        (("book", "anna", ""), 2),
        (("add", " "), 2),
        (("rate", "anna", " ", "red"), 2),
        (("praise", "anna", ""), 0),
        (("goal", "anna", " "), 0),
        (("promise", "anna", "", "--by", "fri"), 0),
        (("note", "anna", " "), 2),
        (("note", "anna", "\udcff"), 2),
    ],
)
def test_nothing_is_never_written_down(coach: Any, args: tuple[str, ...], status: int) -> None:
    """An empty text, id or day, or one that is no text at all."""
    before = coach.bytes()
    assert coach(*args).status == status
    assert coach.bytes() == before


def test_an_output_file_is_refused_before_a_command_that_writes(coach: Any) -> None:
    """And before anything was written."""
    before = coach.bytes()
    ran = coach("-o", "note.md", "note", "anna", "x")
    assert ran.status == 2
    assert "No such option: -o" in ran.err
    assert coach.bytes() == before
    assert coach("-o", "week.txt", "weekly").status == 0
    assert coach("-o", "today.txt").status == 0
