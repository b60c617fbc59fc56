import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from salescoach.table import COMMANDS

SPOKEN = [name for name in COMMANDS if name not in {"demo", "add", "edit"}]
"""Every command but those that are about nobody in the journal, and the one that opens the file itself."""

KINDS: dict[str, dict[str, Any]] = {
    "talk": {"id": "x0t0a", "notes": "CANARY-notes", "lesson": "CANARY-lesson", "one_skill": "CANARY-skill"},
    "note": {"text": "CANARY-note"}, "rating": {"area": "CANARY-area", "level": "red", "evidence": "CANARY-evidence"},
    "goal": {"id": "x0g0a", "title": "CANARY-goal", "due": date(2026, 11, 10)},
    "progress": {"goal": "x0g0a", "note": "CANARY-progress"},
    "commitment": {"id": "x0c0a", "by": "me", "what": "CANARY", "cue": "CANARY-cue", "due": date(2026, 11, 6)},
    "settled": {"of": "t0p1a", "how": "kept", "why": "CANARY-why"}, "topic": {"id": "t0p1a", "what": "CANARY-topic"},
    "need": {"what": "CANARY-need"},
    "focus": {"area": "CANARY-focus", "what": "CANARY-practised"},
    "lesson": {"text": "CANARY-lesson-alone"}, "praise": {"what": "CANARY-praise"},
    "feedback": {"area": "discovery", "what": "CANARY-feedback", "next": "CANARY-next"},
    "step": {"what": "CANARY-step", "owner": "CANARY-owner", "phase": "deliver", "day": 61},
    "milestone": {"milestone": "CANARY-milestone"}, "retro": {"lesson": "CANARY-retro"},
    "asked": {"form": "recap", "role": "seller", "subject": "CANARY-subject"},
    "answer": {"form": "recap", "role": "seller", "question": "i-do", "text": "CANARY-answer"},
    "expectation": {"area": "CANARY-expected", "red": "CANARY-red"},
    "customer": {"customer": "CANARY-customer", "what": "CANARY-voice"},
    "action": {"action": "CANARY-action", "note": "CANARY-action-note"},
    "touch": {"channel": "CANARY-channel", "note": "CANARY-touch"},
    "booking": {"next": date(2026, 11, 24), "where": "CANARY-where"},
    "away": {"first": date(2026, 12, 20), "last": date(2026, 12, 28), "why": "CANARY-away"},
}  # fmt: skip
"""A line of every kind that holds what somebody typed."""

MORE = {
    "weekly": ["weekly --why"], "goal": ["goal", "goal anna"], "promise": ["promise", "promise anna"],
    "praise": ["praise", "praise anna"], "act": ["act"], "done": ["done canary"],
    "progress": ["progress anna canary 7"],
    "onboard": ["onboard", "onboard anna --for buddy", "onboard anna --plan placed --again"],
    "expect": ["expect anna", "expect anna discovery"], "find": ["find CAN\u00c4RY", "find canar --who me,anna"],
    "export": ["export", "export anna"], "dossier": ["dossier anna"],
    "erase": ["erase anna --dry-run", "erase --older 1d --dry-run"], "undo": ["undo --list"],
    "redo": ["undo --list"], "leave": ["path anna"],
}  # fmt: skip
"""What is tried of a command besides its example."""


def private(kind: str, **fields: Any) -> str:
    """Return a private record as a file has it."""
    values = {key: value if isinstance(value, date) else json.dumps(value) for key, value in fields.items()}
    lines = "".join(f"{key} = {value}\n" for key, value in values.items())
    return f"\n[[{kind}]]\non = 2026-11-05\nprivate = true\n{lines}"


Spoken = Callable[[str], list[str]]


@pytest.fixture
def secret(ready: Any) -> Any:
    """Put a private line of every kind into two files, and more that was typed about her into drafts."""
    lines = [private(kind, **fields) for kind, fields in KINDS.items()] + [private("topic", what="CANARY-open")]
    ready.append("".join(lines))
    ready.put("me.toml", "".join(lines))
    ready("log", "nobody", "private: CANARY-draft")
    ready("note", "anna", "private: CANARY-typed")
    for name in ("drafts/anna-berg.txt", "edits/anna-berg.toml", "edits/anna-berg.base"):
        ready.put(f".coach/{name}", "CANARY-kept")
    return ready


@pytest.mark.parametrize("extra", [(), ("--json",), ("--all",), ("--all", "--json")], ids=" ".join)
def test_private_lines_never_leave_without_being_asked_for(
    secret: Any, example: Spoken, extra: tuple[str, ...]
) -> None:
    """Not in the answer, not in the talk, of no command; drafts and unfinished edits neither."""
    files = {
        path.relative_to(secret.root).as_posix(): path.read_bytes()
        for path in secret.root.rglob("*.*")
        if path.is_file()
    }
    for name in ("today", *SPOKEN):
        secret.again(files)
        if name == "redo":
            secret("note", "bo", "x")
            secret("undo")
        for line in ([] if name == "today" else example(name), *(line.split() for line in MORE.get(name, []))):
            ran = secret(*line, *extra)
            assert ran.status in ({4} if "canary" in line[1:] and name != "find" else {0, 1}), (line, ran.err)
            assert "CANARY" not in ran.out + ran.err, line


def test_private_lines_never_leave_in_a_file(secret: Any, example: Spoken) -> None:
    """Of no form."""
    for name in (name for name, row in COMMANDS.items() if row.renders):
        for suffix in (".txt", ".json", ".md", ".html", ".ics"):
            path = secret.root / f"out{suffix}"
            path.unlink(missing_ok=True)
            ran = secret(*example(name), "--all", "-o", str(path))
            assert ran.status in {0, 2}, (name, suffix)
            assert ran.status == 2 or "CANARY" not in path.read_text("utf-8"), (name, suffix)


def test_private_lines_are_shown_when_asked_for(secret: Any) -> None:
    """In text and in JSON; otherwise the tests above could not fail."""
    assert "CANARY-note" in secret("show", "anna", "--private").out
    assert "CANARY-evidence" in secret("show", "anna", "--private", "--json").out
    assert "CANARY-note" in secret("find", "can\u00e4ry", "--private").out
    assert "CANARY-note" in secret("export", "--private").out


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
    assert "ValueError" in kept.read_text("utf-8")
    kept.unlink()
    kept.mkdir()
    ran = secret("goal")
    assert "ValueError" in ran.err
    assert "CANARY" not in ran.out + ran.err


def test_one_tab_offers_no_private_line(secret: Any) -> None:
    """Neither an area nor what is open."""
    secret.monkeypatch.setenv("_COACH_COMPLETE", "complete_zsh")
    for typed in ("prep ", "rate anna ", "done ", "progress anna ", "act "):
        secret.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"coach {typed}")
        with pytest.raises(SystemExit):
            secret()
        assert "CANARY" not in secret.read()[0], typed
