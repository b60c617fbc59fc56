from typing import Any

COMMANDS = [
    ("log", "anna", "Good; topic: pricing; next: fri"), ("note", "anna,bo", "Both."), ("add", "Cia Dahl"),
    ("act", "explain-why"), ("rate", "anna", "discovery", "red"), ("away", "me", "fri", "sun"), ("done", "p9"),
    ("set", "anna", "--name", "Anna Berg Holm"),
]  # fmt: skip


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


def test_a_file_changed_since_by_hand_is_left_alone(coach: Any) -> None:
    """What was written by hand is worth more than an undo."""
    coach("note", "anna,bo", "Good.")
    coach.append("# mine\n")
    assert "note anna-berg" in coach.refused("undo", status=6).err


def test_what_can_be_taken_back_is_listed_the_last_first(coach: Any) -> None:
    """And nothing is taken back; when it is, the command and its files are said."""
    coach("note", "anna", "One.")
    coach("note", "bo", "Two.")
    ran = coach("undo", "--list")
    assert [line.partition("note ")[2] for line in ran.out.splitlines()[1:]] == ["bo-ek", "anna-berg"]
    labels = [one["label"] for one in coach("undo", "--list", "--json").json["undo"]]
    assert labels == ["note bo-ek", "note anna-berg"]
    assert "Two." in coach.text("bo-ek")
    undone = coach("undo", "--json").json["undone"]
    assert undone == {"label": "note bo-ek", "on": "2026-11-23", "files": ["sellers/bo-ek.toml"]}
