import shlex
from typing import Any

import pytest

from salescoach.app import App
from salescoach.table import COMMANDS

SPOKEN = [name for name in COMMANDS if name not in {"demo", "add", "edit"}]
"""Every command but those that are about nobody in the journal, and the one that opens the file itself."""

PRIVATE = """
[[talk]]
id = "x0t0a"
on = 2026-11-05
private = true
notes = "CANARY-notes"
lesson = "CANARY-lesson"
one_skill = "CANARY-skill"

[[note]]
on = 2026-11-05
private = true
text = "CANARY-note"

[[rating]]
on = 2026-11-05
private = true
area = "CANARY-area"
level = "red"
evidence = "CANARY-evidence"

[[goal]]
id = "x0g0a"
on = 2026-11-05
private = true
title = "CANARY-goal"
due = 2026-11-10

[[progress]]
on = 2026-11-05
private = true
goal = "x0g0a"
note = "CANARY-progress"

[[commitment]]
id = "x0c0a"
on = 2026-11-05
private = true
by = "me"
what = "CANARY-promise"
cue = "CANARY-cue"
due = 2026-11-06

[[settled]]
on = 2026-11-05
private = true
of = "t0p1a"
how = "kept"
why = "CANARY-why"

[[topic]]
id = "t0p1a"
on = 2026-11-05
private = true
what = "CANARY-topic"

[[topic]]
on = 2026-11-05
private = true
what = "CANARY-open-topic"

[[need]]
on = 2026-11-05
private = true
what = "CANARY-need"

[[lesson]]
on = 2026-11-05
private = true
text = "CANARY-lesson-alone"

[[praise]]
on = 2026-11-05
private = true
what = "CANARY-praise"

[[feedback]]
on = 2026-11-05
private = true
area = "discovery"
what = "CANARY-feedback"
next = "CANARY-next"

[[step]]
on = 2026-11-05
private = true
what = "CANARY-step"
owner = "CANARY-owner"
phase = "deliver"
day = 61

[[milestone]]
on = 2026-11-05
private = true
milestone = "CANARY-milestone"

[[retro]]
on = 2026-11-05
private = true
lesson = "CANARY-retro"

[[expectation]]
on = 2026-11-05
private = true
area = "CANARY-expected"
red = "CANARY-red"

[[action]]
on = 2026-11-05
private = true
action = "CANARY-action"
note = "CANARY-action-note"

[[touch]]
on = 2026-11-05
private = true
channel = "CANARY-channel"
note = "CANARY-touch"

[[booking]]
on = 2026-11-05
private = true
next = 2026-11-24
where = "CANARY-where"

[[away]]
on = 2026-11-05
private = true
first = 2026-12-20
last = 2026-12-28
why = "CANARY-away"
"""


@pytest.fixture
def ready(coach: Any) -> Any:
    """Give the journal what the examples speak of."""
    coach("goal", "anna", "12 first meetings")
    coach("promise", "anna", "send the call list", "--by", "fri", "--hers")
    return coach


def spoken(name: str) -> list[str]:
    """Return the example of a command."""
    return shlex.split(App(bare=True).words.say(f"help.{name}.example"))[1:]


@pytest.fixture
def secret(ready: Any) -> Any:
    """Put a private line of every kind into two files."""
    for path in (ready.path(), ready.root / "me.toml"):
        with path.open("a", encoding="utf-8") as file:
            file.write(PRIVATE)
    ready("note", "bo", "Something to take back.")
    return ready


@pytest.mark.parametrize("extra", [(), ("--json",), ("--all",), ("--all", "--json")], ids=" ".join)
@pytest.mark.parametrize("name", ["today", *SPOKEN])
def test_private_lines_never_leave_without_being_asked_for(secret: Any, name: str, extra: tuple[str, ...]) -> None:
    """Not in the answer, not in the talk, of no command."""
    lines = [[]] if name == "today" else [spoken(name), *([[name, "--why"]] if name == "weekly" else [])]
    if name in {"goal", "promise", "praise", "act"}:
        lines += [[name], *([[name, "anna"]] if name != "act" else [])]
    if name in {"done", "progress"}:
        lines += [["done", "canary"], ["progress", "anna", "canary", "7"]]
    if name == "onboard":
        lines += [
            ["onboard", *more] for more in ([], ["anna", "--for", "buddy"], ["anna", "--plan", "placed", "--again"])
        ]
    if name == "expect":
        lines += [["expect", "anna"], ["expect", "anna", "discovery"]]
    if name in {"find", "export"}:
        lines += [["find", "CAN\u00c4RY"], ["find", "canar", "--who", "me,anna"], ["export"]]
    for line in lines:
        ran = secret(*line, *extra)
        assert ran.status == (4 if "canary" in line else 0), ran.err
        assert "CANARY" not in ran.out + ran.err


@pytest.mark.parametrize("suffix", [".txt", ".json", ".md", ".html", ".ics"])
@pytest.mark.parametrize("name", [name for name, row in COMMANDS.items() if row.renders])
def test_private_lines_never_leave_in_a_file(secret: Any, name: str, suffix: str) -> None:
    """Of no form."""
    path = secret.root / f"out{suffix}"
    ran = secret(*spoken(name), "--all", "-o", str(path))
    assert ran.status in {0, 2}
    assert ran.status == 2 or "CANARY" not in path.read_text("utf-8")


def test_private_lines_are_shown_when_asked_for(secret: Any) -> None:
    """In text and in JSON; otherwise the tests above could not fail."""
    assert "CANARY-note" in secret("show", "anna", "--private").out
    assert "CANARY-evidence" in secret("show", "anna", "--private", "--json").out
    assert "CANARY-note" in secret("find", "can\u00e4ry", "--private").out
    assert "CANARY-note" in secret("export", "--private").out


MORE = [
    "find canary",
    "find canary --all --json",
    "export",
    "export anna",
    "export anna --json",
    "dossier anna",
    "dossier anna --json",
    "erase anna --dry-run",
    "erase anna --dry-run --json",
    "erase --older 1d --dry-run",
    "doctor",
    "doctor --json",
    "undo --list",
    "undo --list --json",
    "leave anna",
    "path anna",
]


@pytest.mark.parametrize("words", MORE)
def test_private_lines_never_leave_with_what_is_handed_over(secret: Any, words: str) -> None:
    """Not found, exported, held up or named; nor do drafts, and the copy of an edit, that were typed about her."""
    folder = secret.root / ".coach"
    secret("log", "nobody", "private: CANARY-draft")
    for name in ("drafts/anna-berg.txt", "edits/anna-berg.toml", "edits/anna-berg.base"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("CANARY-kept", "utf-8")
    secret("note", "anna", "private: CANARY-typed")
    ran = secret(*words.split())
    assert ran.status in {0, 1}, ran.err
    assert "CANARY" not in ran.out + ran.err


def test_the_sentence_of_a_bug_holds_no_private_line(secret: Any) -> None:
    """The traceback is in a file for her alone; where that has no room, it names places in the program."""

    def fail(*_: object) -> None:
        raise ValueError(secret.text())

    secret.monkeypatch.setattr("salescoach.goals.rules.goals_of", fail)
    for options in ((), ("--json",), ("--private",)):
        ran = secret("goal", *options)
        assert ran.status == 3
        assert "CANARY" not in ran.out + ran.err
    kept = secret.root / ".coach" / "coach-bug.txt"
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.unlink()
    kept.mkdir()
    ran = secret("goal")
    assert "ValueError" in ran.err
    assert "CANARY" not in ran.out + ran.err


@pytest.mark.parametrize("typed", ["prep ", "rate anna ", "done ", "progress anna ", "act "])
def test_one_tab_offers_no_private_line(secret: Any, typed: str) -> None:
    """Neither an area nor what is open."""
    secret.monkeypatch.setenv("_COACH_COMPLETE", "complete_zsh")
    secret.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"coach {typed}")
    with pytest.raises(SystemExit):
        secret()
    assert "CANARY" not in secret.read()[0]
