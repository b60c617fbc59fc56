from pathlib import Path
from typing import Any

import pytest

WRITTEN = 'role = "buddy"\nquestion = "{}"\ntext = "{}"\n'
ANSWERS = ("At lunch.", "The CRM.", "A phone on day one.")


@pytest.fixture
def filled(coach: Any) -> str:
    """Return the buddy's form about Anna as a mail program brings it back, with three answers."""
    coach("ask", "anna", "retro", "--of", "buddy", "-o", "form.txt")
    form = Path("form.txt").read_text("utf-8")
    for text in ANSWERS:
        form = form.replace("?\n\n\n", f"?\n{text}\n", 1)
    return "Hi,\nhere it is.\n\n" + "".join(f"> {line}\n" for line in form.splitlines())


def test_what_comes_back_is_placed_and_written_once(coach: Any, filled: str) -> None:
    """Under the role that the form names; what stands under no question is kept, and said; what is new is added."""
    line = ("ask", "anna", "--on", "20 nov", "--from", "-")
    ran = coach(*line, stdin=filled)
    for one, text in zip(("what-helped", "what-was-missing", "next-time"), ANSWERS, strict=True):
        assert WRITTEN.format(one, text) in coach.text()
    assert 'role = "buddy"\ntext = "Hi, here it is."\n' in coach.text()
    assert coach.text().count("on = 2026-11-20") == 4
    assert "Under none of the questions, and kept as it is: 1 thing." in ran.err
    again = coach.refused(*line, stdin=filled, status=0)
    assert again.out == "All of it was noted before. Nothing was written.\n"
    ran = coach(*line, stdin=filled.replace("The CRM.", "The phones."))
    assert coach.text().count("[[answer]]") == 5
    assert "Noted before, in the same words: 3 things." in ran.err


def test_what_a_tilde_keeps_back_is_kept_once_and_keeps_back_no_answer(coach: Any) -> None:
    """Beside an answer, in a light, or for the whole of one: a note each; none where a form leaves no trace."""
    coach("ask", "anna", "development", "-o", "form.txt")
    form = Path("form.txt").read_text("utf-8").replace("discovery:", "discovery: red ~ afraid of Bo", 1)
    for said in ("Skogsberg ~ by luck", "~ all of it, since June"):
        form = form.replace("?\n\n\n" if said[0] == "~" else "with.\n\n\n", f"\n{said}\n", 1)
    ran = coach("ask", "anna", "--from", "-", stdin=form)
    assert ran.status == 0, ran.err
    for secret in ("by luck", "afraid of Bo", "all of it, since June"):
        assert coach.text().count(secret) == 1, secret
        assert secret not in ran.out
    assert coach.text().count("private = true") == 3
    assert coach("ask", "anna", "--from", "-", stdin=form).out == "All of it was noted before. Nothing was written.\n"
    form, before = coach("ask", "anna", "purpose").out, coach.text()
    coach("ask", "anna", "--from", "-", stdin=form.replace("?\n\n\n", "?\nA boat ~ and a divorce\n", 1))
    assert coach.text() == before


def test_what_is_private_stays_so_where_a_mail_breaks_its_line(coach: Any) -> None:
    """In a list of lights, with bullets or without; the light below it is hers and open."""
    coach("ask", "anna", "development", "-o", "form.txt")
    form = Path("form.txt").read_text("utf-8")
    head, tail = form.index("\n4. "), form.index("\n5. ")
    question = form[head : form.index("\n- ", head)]
    for said in (
        "- closing: red ~ afraid of Bo who\nturned GREENEYED and green\n- follow-up: green, always",
        "closing: yellow ~\nGREENEYED Bo\nfollow-up green, always",
    ):
        text = f"{form[:head]}{question}\n{said}\n{form[tail:]}"
        ran = coach("ask", "anna", "--from", "-", stdin=text)
        assert "GREENEYED" not in ran.out + ran.err, said
        assert coach("show", "anna", "--kind", "rating").out.count("follow-up green: always") == 1, said
        assert "GREENEYED" in coach("show", "anna", "--private").out
        coach("undo")


def test_at_a_terminal_what_was_understood_is_shown_before_it_is_written(coach: Any, filled: str) -> None:
    """One key writes it."""
    Path("back.txt").write_text(filled, "utf-8")
    before = coach.text()
    stopped = coach.asked("ask", "anna", "--from", "back.txt", answers=["s"])
    assert stopped.out == "Nothing was written.\n"
    assert coach.text() == before
    assert "At lunch." in coach.heard[0]
    assert "Under none of the questions" in coach.heard[0]
    assert coach.asked("ask", "anna", "--from", "back.txt", answers=[""]).status == 0
    assert "At lunch." in coach.text()


def test_a_text_that_does_not_say_who_answered_is_asked_about(coach: Any) -> None:
    """The roles are offered by number; to stop writes nothing."""
    Path("a.txt").write_text("1. The plan.", "utf-8")
    coach.asked("ask", "anna", "--from", "a.txt", answers=["7", ""])
    assert 'role = "manager"' in coach.text()
    before = coach.text()
    assert coach.asked("ask", "anna", "--from", "a.txt", answers=["s"]).status == 2
    assert coach.text() == before


def test_the_role_in_the_file_goes_before_the_one_that_was_typed(coach: Any) -> None:
    """And that is said, as a signature is, which is not kept; what was typed counts where the file says none or two."""
    line = ("ask", "anna", "--from", "-", "--of")
    ran = coach(*line, "leader", stdin="Role: buddy\n\n1. At lunch.\n\n-- \nKarin\n+46 70")
    assert 'role = "buddy"' in coach.text()
    assert ran.err.splitlines() == [
        "The file says that it is the form retro, from the buddy, and so it was noted.",
        "Left out as a mail's heading or signature: Karin · +46 70",
    ]
    assert "+46 70" not in coach.text()
    assert coach(*line, "buddy", stdin="Role: buddy\n\n1. At work.").err == ""
    coach(*line, "leader", stdin="Role: buddy\n\nRole: manager\n\n1. The plan.")
    assert 'role = "leader"' in coach.text()


def test_a_form_about_somebody_else_is_refused(coach: Any, filled: str) -> None:
    """What was said of one seller is not written into the file of another; nor is a form without an answer."""
    said = coach.refused("ask", "bo", "--from", "-", stdin=filled).err
    assert said.splitlines()[0] == "- is about Anna Berg, not about Bo Ek. Nothing was written."
    coach("ask", "anna", "retro", "--of", "buddy", "-o", "form.md")
    said = coach.refused("ask", "anna", "--from", "form.md").err
    assert said.splitlines()[0] == "There is no answer in form.md. Nothing was written."
    ran = coach.asked("ask", "anna", "--from", "-", "--of", "buddy", answers=[])  # nobody pipes anything in
    assert (ran.status, ran.err.splitlines()[0]) == (2, "There is no answer in -. Nothing was written.")


def test_three_lessons_are_chosen(coach: Any) -> None:
    """One that was chosen before is not written twice; a fourth is refused with the three: more are not acted on."""
    coach("retro", "anna", "--lesson", "A phone on day one", "--lesson", "Lunch with  Karin")
    assert 'lesson = "Lunch with Karin"\n' in coach.text()
    ran = coach("retro", "anna", "--lesson", "A phone on day one", "--lesson", "Fewer forms")
    assert coach.text().count("lesson = ") == 3
    assert ran.err == "Noted before, in the same words: 1 thing. Not written again.\n"
    assert coach("retro", "anna", "--lesson", "Fewer forms").out == "All of it was noted before. Nothing was written.\n"
    ran = coach.refused("retro", "anna", "--lesson", "d4")
    assert "A phone on day one · Lunch with Karin · Fewer forms · d4" in ran.err
    assert "coach edit anna-berg" in ran.err
