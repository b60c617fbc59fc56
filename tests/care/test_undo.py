from typing import Any


def test_what_can_be_taken_back_is_listed_the_last_first(coach: Any) -> None:
    """And nothing is taken back."""
    coach("note", "anna", "One.")
    coach("note", "bo", "Two.")
    ran = coach("undo", "--list")
    assert [line.partition("note ")[2] for line in ran.out.splitlines()[1:]] == ["bo-ek", "anna-berg"]
    assert [one["label"] for one in coach("undo", "--list", "--json").json["undo"]] == ["note bo-ek", "note anna-berg"]
    assert "Two." in coach.text("bo-ek")
