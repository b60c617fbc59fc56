from typing import Any

import pytest

COMMANDS = [
    ("log", "anna", "Good; topic: pricing; @me call Karin by fri; next: fri"), ("note", "anna,bo", "Both."),
    ("add", "Cia Dahl"), ("leave", "bo"), ("act", "explain-why"), ("rate", "anna", "discovery", "red"),
    ("away", "me", "fri", "sun"), ("done", "p9"), ("set", "anna", "--name", "Anna Berg Holm"),
]  # fmt: skip


def test_what_was_done_is_taken_back_and_done_again_to_the_exact_bytes(coach: Any) -> None:
    """Several, in their order, moved and new files too, and my own; undo takes them back once more."""
    states = [coach.bytes()]
    for command in COMMANDS:
        assert coach(*command).status == 0, command
        states.append(coach.bytes())
    for does, reached in (("undo", states[-2::-1]), ("redo", states[1:]), ("undo", states[-2::-1])):
        for state in reached:
            assert (coach(does).status, coach.bytes()) == (0, state)
        assert "nothing" in coach.refused(does, status=4).err


def test_both_say_what_they_took_back_and_did_again(coach: Any) -> None:
    """How many of each kind, whose, and a few words; of a private line only that there is one."""
    coach("log", "anna", "Good pace and more of it; @me call Karin; @me write to Per\n~ tired")
    for command, does in (("undo", "Took back"), ("redo", "Did again")):
        out = coach(command).out
        assert f"{does}, Anna Berg: 1 talk, 1 note, 2 promises" in out
        assert ("call Karin" in out, "tired" in out) == (True, False)
    undone = coach("undo", "--json").json["undone"]
    assert undone == {"label": "log anna-berg", "on": "2026-11-23", "files": ["sellers/anna-berg.toml"]}
    assert [one["kind"] for one in coach("redo", "--json").json["records"]] == ["talk", "note", *["commitment"] * 2]


@pytest.mark.parametrize("between", [("note", "bo", "New."), ("erase", "--older", "1d", "--yes")])
def test_nothing_is_done_again_once_something_else_was_written(coach: Any, between: tuple[str, ...]) -> None:
    """What was kept for it goes with it."""
    coach("note", "anna", "Secret.")
    coach("undo")
    coach(*between)
    assert coach("redo").status == 4
    kept = coach.root / ".coach" / "kept"
    assert not [path for path in kept.iterdir() if b"Secret" in path.read_bytes()]


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_a_file_changed_since_by_hand_is_not_written_over(coach: Any, command: str) -> None:
    """Of two files neither is; nor where what is to be written again is no longer as it was."""
    coach("note", "anna,bo", "Both.")
    if command == "redo":
        coach("undo")
        for path in (kept := coach.root / ".coach" / "kept").iterdir():
            path.write_bytes(path.read_bytes() + b"other")
        assert "changed since" in coach.refused("redo", status=6).err
        for path in kept.iterdir():
            path.write_bytes(path.read_bytes().removesuffix(b"other"))
    coach.append("# mine\n")
    assert "changed since" in coach.refused(command, status=6).err


def test_what_can_be_taken_back_is_listed_the_last_first(coach: Any) -> None:
    """And nothing is taken back."""
    coach("note", "anna", "One.")
    coach("note", "bo", "Two.")
    ran = coach("undo", "--list")
    assert [line.partition("note ")[2] for line in ran.out.splitlines()[1:]] == ["bo-ek", "anna-berg"]
    assert [one["label"] for one in coach("undo", "--list", "--json").json["undo"]] == ["note bo-ek", "note anna-berg"]
    assert "Two." in coach.text("bo-ek")
