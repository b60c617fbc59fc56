from typing import Any

import pytest

COMMANDS = [
    ("log", "anna", "Good; topic: pricing; @me call Karin by fri"), ("note", "anna,bo", "Both."), ("add", "Cia Dahl"),
    ("leave", "bo"), ("act", "explain-why"), ("done", "p9"),
]  # fmt: skip


def test_what_was_taken_back_is_done_again_to_the_exact_bytes(coach: Any) -> None:
    """Several, in their order, moved and new files too; undo takes them back once more."""
    states = [coach.bytes()]
    for command in COMMANDS:
        assert coach(*command).status == 0, command
        states.append(coach.bytes())
    for _ in range(2):
        for state in reversed(states[:-1]):
            assert coach("undo").status == 0
            assert coach.bytes() == state
        for state in states[1:]:
            assert coach("redo").status == 0
            assert coach.bytes() == state
    assert "nothing to do again" in coach.refused("redo", status=4).err


def test_both_say_what_they_took_back_and_did_again(coach: Any) -> None:
    """How many of each kind, whose, and a few words; of a private line only that there is one."""
    coach("log", "anna", "Good pace and more of it; @me call Karin; @me write to Per\n~ tired")
    for command, does in (("undo", "Took back"), ("redo", "Did again")):
        out = coach(command).out
        assert f"{does}, Anna Berg: 1 talk, 1 note, 2 promises" in out
        assert "call Karin" in out
        assert "tired" not in out
    coach("undo")
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


@pytest.mark.parametrize("spoil", ["sellers/anna-berg.toml", "kept"])
def test_a_file_changed_since_by_hand_is_not_written_over(coach: Any, spoil: str) -> None:
    """Of two files neither is; nor where what is to be written is no longer as it was."""
    coach("note", "anna,bo", "Both.")
    coach("undo")
    before = coach.bytes()
    for path in (coach.root / ".coach" / "kept").iterdir() if spoil == "kept" else ():
        path.write_bytes(b"other")
    if spoil != "kept":
        coach.append("# mine\n")
        before = coach.bytes()
    assert "changed since" in coach.refused("redo", status=6).err
    assert coach.bytes() == before
