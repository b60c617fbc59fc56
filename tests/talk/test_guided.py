from typing import Any

SKIPPED = [""] * 6
"""The questions after the first."""


def test_the_answers_become_the_lines_that_somebody_would_have_typed(coach: Any) -> None:
    """One talk with everything that was said."""
    answers = [
        "the new package",
        "k",
        "asked about budget first",
        "call Karin by fri",
        "send the list by 3 dec",
        "calm under pressure",
        "green – enjoys it",
        "in 2 weeks",
        "w",
    ]
    ran = coach.asked("log", "anna", "--json", answers=_ordered(answers))
    assert ran.status == 0
    kinds = [one["kind"] for one in ran.json["records"]]
    assert kinds == ["talk", "commitment", "commitment", "praise", "rating", "booking"]
    assert ran.json["records"][0]["notes"] == "the new package\nasked about budget first\n"


def test_enter_skips_a_question(coach: Any) -> None:
    """Nothing is compulsory; a talk alone is a talk."""
    ran = coach.asked("log", "anna", "--json", answers=["k", "", *SKIPPED, "w"])
    assert [one["kind"] for one in ran.json["records"]] == ["talk"]


def test_what_is_open_can_be_settled_with_one_key(coach: Any) -> None:
    """Done or dropped, topics first."""
    coach("note", "anna", "topic: pricing")
    ran = coach.asked("log", "anna", "--json", answers=["d", "x", "", *SKIPPED, "w"])
    settled = [(one["how"], one["of"]) for one in ran.json["records"] if one["kind"] == "settled"]
    assert [how for how, _ in settled] == ["kept", "dropped"]
    assert settled[1][1] == "p9d1c"


def test_an_answer_with_a_mark_of_its_own_is_left_as_it_is(coach: Any) -> None:
    """She knows the marks already."""
    answers = [
        "k",
        "",
        "",
        "@me call Karin by fri",
        "~ private",
        "praise: calm",
        "motivation: red – tired",
        "next: fri",
        "w",
    ]
    ran = coach.asked("log", "anna", "--json", answers=answers)
    kinds = [one["kind"] for one in ran.json["records"]]
    assert kinds == ["talk", "commitment", "note", "praise", "rating", "booking"]


def test_the_light_that_was_longest_not_asked_for_is_asked_for(coach: Any) -> None:
    """Each of the three has its turn."""
    coach("log", "anna", "performance: green – good; motivation: green – good", "--on", "10 nov")
    coach.asked("log", "anna", answers=["k", "", *SKIPPED, "w"])
    assert any("How is wellbeing" in heard for heard in coach.heard)


def test_ctrl_c_keeps_what_was_answered_so_far(coach: Any) -> None:
    """The next log offers it."""
    before = coach.bytes()
    ran = coach.asked("log", "anna", answers=["k", "pricing", KeyboardInterrupt()])
    assert ran.status == 130
    assert coach.drafts() == {"anna-berg": "pricing"}
    assert coach.bytes() == before


def test_without_a_terminal_nothing_is_asked(coach: Any) -> None:
    """The seller and no text: a script is told what is missing."""
    ran = coach.at_terminal("log", "anna")
    assert ran.status == 2
    assert "There is no text to write down." in ran.err


def _ordered(answers: list[str]) -> list[str]:
    """Put the key for the open promise, which is asked for first, before the questions."""
    return ["k", *(answer for answer in answers if answer != "k")]


def test_a_date_that_is_none_is_asked_for_again(coach: Any) -> None:
    """At once, and not after the last question."""
    ran = coach.asked("log", "bo", answers=["k", "", "", "call by 31 feb", "call by fri", *[""] * 4, "w"])
    assert ran.status == 0, ran.err
    assert any("does not exist" in heard for heard in coach.heard), coach.heard
    assert "due = 2026-11-27" in coach.text("bo-ek")


def test_what_was_asked_in_the_last_talk_is_not_asked_again(coach: Any) -> None:
    """The agenda and the questions after the talk take the same turns."""
    coach.path().write_text(
        coach.text().replace("minutes = 25", 'minutes = 25\nasked = ["light-performance"]'), "utf-8"
    )
    coach.asked("log", "anna", answers=["k", "", *SKIPPED, "w"])
    assert any("How is motivation" in heard for heard in coach.heard)


def test_each_guided_log_asks_about_another_light(coach: Any) -> None:
    """Though nothing was prepared and none was answered."""
    for on, light in (("fri", "performance"), ("sat", "motivation"), ("sun", "wellbeing"), ("mon", "performance")):
        coach.asked("log", "åsa", "--on", on, answers=["", "good", "", "", "", "", "", "w"])
        assert any(f"How is {light}" in heard for heard in coach.heard), (on, light, coach.heard)
