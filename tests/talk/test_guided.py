from typing import Any

SKIPPED = [""] * 6
"""The questions after the first."""


def test_the_answers_become_the_lines_that_somebody_would_have_typed(coach: Any) -> None:
    """One talk with everything said; Enter skips a question, and an answer with a mark of its own is left as it is."""
    for answers, kinds, notes in (
        (["", "", "", "", "", "", ""], [], None),
        (["the package", "asked", "call by fri", "write", "calm", "green – enjoys it", "in 2 weeks"],
         ["commitment", "commitment", "praise", "rating", "booking"], "the package\nasked\n"),
        (["", "", "@me call by fri", "~ private", "praise: calm", "motivation: red – tired", "next: fri"],
         ["commitment", "note", "praise", "rating", "booking"], None),
    ):  # fmt: skip
        talk, *others = coach.asked("log", "anna", "--json", answers=["k", *answers, "w", "", ""]).json["records"]
        assert ([one["kind"] for one in others], talk.get("notes")) == (kinds, notes), answers
        coach("undo")


def test_an_answer_that_is_none_is_asked_for_again(coach: Any) -> None:
    """A light that is no level, a next talk that is no day: neither becomes a line of the notes."""
    answers = ["k", *[""] * 5, "n", "yellow", "maybe", "", "w", "", ""]
    ran = coach.asked("log", "anna", "--json", answers=answers)
    assert [one["kind"] for one in ran.json["records"]] == ["talk", "rating"]
    assert "notes" not in ran.json["records"][0]


def test_what_is_open_can_be_settled_with_one_key(coach: Any) -> None:
    """Done or dropped, topics first."""
    coach("note", "anna", "topic: pricing")
    ran = coach.asked("log", "anna", "--json", answers=["d", "x", "", *SKIPPED, "w", "", ""])
    settled = [(one["how"], one["of"]) for one in ran.json["records"] if one["kind"] == "settled"]
    assert [how for how, _ in settled] == ["kept", "dropped"]
    assert settled[1][1] == "p9d1c"


def test_ctrl_c_keeps_what_was_answered_so_far(coach: Any) -> None:
    """The next log offers it; a date that is none is asked for again at once, not after the last question."""
    before = coach.bytes()
    ran = coach.asked("log", "anna", answers=["k", "pricing", KeyboardInterrupt()])
    assert ran.status == 130
    assert coach.drafts() == {"anna-berg": "pricing"}
    assert coach.bytes() == before
    ran = coach.asked("log", "bo", answers=["k", "", "", "call by 31 feb", "call by fri", *[""] * 4, "w", "", ""])
    assert ran.status == 0, ran.err
    assert any("does not exist" in heard for heard in coach.heard), coach.heard
    assert "due = 2026-11-27" in coach.text("bo-ek")


def test_the_light_that_was_longest_not_asked_for_is_asked_for(coach: Any) -> None:
    """Each of the three has its turn, whether it was answered or not."""
    for light in ("performance", "motivation"):
        coach.asked("log", "anna", answers=["k", "", *SKIPPED, "w", "", ""])
        assert any(f"How is {light}" in heard for heard in coach.heard), light
