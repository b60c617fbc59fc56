from typing import Any

import pytest

COMMANDS = [
    ("log", "anna", "Good; topic: pricing; next: fri"),
    ("note", "anna,bo", "Both."),
    ("add", "Cia Dahl"),
    ("act", "explain-why"),
    ("rate", "anna", "discovery", "red"),
    ("away", "me", "fri", "sun"),
    ("done", "p9"),
    ("set", "anna", "--name", "Anna Berg Holm"),
]


def test_it_takes_back_the_last_command_whole_again_and_again(coach: Any) -> None:
    """To the exact bytes, of every file, me.toml and new ones included."""
    states = [coach.bytes()]
    for command in COMMANDS:
        assert coach(*command).status == 0, command
        states.append(coach.bytes())
    for state in reversed(states[:-1]):
        assert coach("undo").status == 0
        assert coach.bytes() == state
    assert coach("undo").status == 4


@pytest.mark.parametrize("ending", ["# a comment", "", "\r\n"])
def test_the_bytes_are_exact_whatever_the_file_ends_with(coach: Any, ending: str) -> None:
    """No newline at the end, or another kind of it."""
    text = coach.path().read_bytes().rstrip(b"\n")
    coach.path().write_bytes((text.replace(b"\n", b"\r\n") if "\r" in ending else text) + ending.encode())
    before = coach.path().read_bytes()
    coach("note", "anna", "Good.")
    assert coach.path().read_bytes().startswith(before)
    assert coach("undo").status == 0
    assert coach.path().read_bytes() == before


def test_a_file_changed_since_by_hand_is_left_alone(coach: Any) -> None:
    """What was written by hand is worth more than an undo."""
    coach("note", "anna,bo", "Good.")
    coach.path().write_text(coach.text() + "# mine\n", "utf-8")
    before = coach.bytes()
    ran = coach("undo")
    assert ran.status == 6
    assert "note anna-berg" in ran.err
    assert coach.bytes() == before


def test_what_can_be_taken_back_is_listed_the_last_first(coach: Any) -> None:
    """And nothing is taken back."""
    coach("note", "anna", "One.")
    coach("note", "bo", "Two.")
    ran = coach("undo", "--list")
    assert [line.partition("note ")[2] for line in ran.out.splitlines()[1:]] == ["bo-ek", "anna-berg"]
    labels = [one["label"] for one in coach("undo", "--list", "--json").json["undo"]]
    assert labels == ["note bo-ek", "note anna-berg"]
    assert "Two." in coach.text("bo-ek")


def test_it_says_what_was_taken_back(coach: Any) -> None:
    """The command and its files."""
    coach("note", "anna", "One.")
    ran = coach("undo", "--json")
    assert ran.json["undone"] == {"label": "note anna-berg", "on": "2026-11-23", "files": ["sellers/anna-berg.toml"]}
