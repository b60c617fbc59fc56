from pathlib import Path
from typing import Any

import pytest

OWN = (
    '[[role]]\nname = "buddy"\ntitle = "Buddy"\n\n'
    '[[role.question]]\nid = "rule"\ntext = "Which rule helped {name}?"\nlesson = true\n'
)


def test_nobody_has_looked_back_yet(coach: Any) -> None:
    """The empty screen says how to begin."""
    assert coach("retro").out == (
        "Nobody has looked back on an onboarding yet. "
        "Ask the new seller first: coach retro NAME --ask new-hire -o retro-new-hire.md\n"
    )


def test_a_form_is_written_to_be_mailed(coach: Any) -> None:
    """It says what to do with what comes back, and holds nothing that was noted."""
    ran = coach("retro", "anna", "--ask", "buddy", "-o", "for Karin.md")
    text = Path("for Karin.md").read_text("utf-8")
    assert "is read with: coach retro anna-berg --from 'for Karin.md'" in ran.err
    assert "Role: buddy" in text
    assert "Nordbygg" not in text
    assert "discovery" not in text


@pytest.mark.parametrize("suffix", [".txt", ".html", ".json"])
def test_a_form_is_written_in_every_way(coach: Any, suffix: str) -> None:
    """With its three questions, and about whom they are."""
    assert coach("retro", "anna", "--ask", "leader", "-o", f"form{suffix}").status == 0
    text = Path(f"form{suffix}").read_text("utf-8")
    assert "What one thing should we decide on before we hire the next seller?" in text
    assert "Anna Berg" in text


def test_a_form_is_shown_with_how_to_mail_it(coach: Any) -> None:
    """On screen, where no file was named."""
    ran = coach("retro", "anna", "--ask", "Buddy")
    assert "1. When were you of most use to Anna?" in ran.out
    assert "As a file to mail: coach retro anna-berg --ask buddy -o retro-buddy.md" in ran.err


def test_all_sides_are_shown_together(coach: Any) -> None:
    """Who answered what, who is still to be asked, and how to choose a lesson."""
    Path("a.txt").write_text("Role: buddy\n\n3. A phone on day one\n", "utf-8")
    coach("retro", "anna", "--from", "a.txt")
    shown = coach("retro", "anna").out
    assert "What would make it easier to be a buddy the next time?  Mon 23 Nov\n  A phone on day one\n" in shown
    assert "coach retro anna-berg --ask leader -o retro-leader.md" in shown
    assert "buddy: A phone on day one · Mon 23 Nov\nChoose up to 3" in shown


def test_every_retrospective_stands_in_one_list(coach: Any) -> None:
    """Those of sellers who left, too."""
    coach("retro", "anna", "--lesson", "A phone on day one")
    coach("leave", "anna")
    found = coach("retro", "--json").json["retrospectives"]
    assert [(one["key"], one["left"], one["lessons"][0]["text"]) for one in found] == [
        ("anna-berg", True, "A phone on day one")
    ]


def test_a_file_that_does_not_read_hides_no_retrospective(coach: Any) -> None:
    """It is named on stderr."""
    coach("retro", "anna", "--lesson", "A phone on day one")
    coach.path("bo-ek").write_text("[seller]\n", "utf-8")
    ran = coach("retro")
    assert "A phone on day one" in ran.out
    assert "bo-ek.toml" in ran.err


@pytest.mark.parametrize("options", [("--ask", "buddy"), ("--from", "a.txt"), ("--lesson", "x")])
def test_what_is_asked_or_written_is_about_somebody(coach: Any, options: tuple[str, str]) -> None:
    """Without a seller there is nobody to ask about."""
    ran = coach("retro", *options)
    assert (ran.status, ran.err.splitlines()[0]) == (2, "Whom is it about?")


@pytest.mark.parametrize("options", [("--ask", "buddy"), ("--from", "a.txt")])
def test_a_lesson_is_given_by_itself(coach: Any, options: tuple[str, str]) -> None:
    """One thing at a time, so that nothing typed is passed over."""
    ran = coach("retro", "anna", "--lesson", "x", *options)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Give one of --ask, --from and --lesson at a time")


def test_own_questions_take_the_place_of_the_shipped_ones(coach: Any) -> None:
    """And answers to them are read back."""
    (coach.root / "templates").mkdir()
    (coach.root / "templates" / "retro.toml").write_text(OWN, "utf-8")
    form = coach("retro", "anna", "--ask", "buddy").out
    assert "Which rule helped Anna?" in form
    assert "To be on time." in coach("retro", "anna", "--from", "-", stdin=form + "To be on time.").out


def test_the_lesson_of_an_own_question_is_shown_when_a_plan_begins(coach: Any) -> None:
    """Under its own id; where the questions cannot be used, the plan begins, with the lessons that were chosen."""
    path = coach.root / "templates" / "retro.toml"
    path.parent.mkdir()
    path.write_text(OWN, "utf-8")
    coach("retro", "bo", "--from", "-", stdin="Role: buddy\n\n1. To be on time.")
    assert "To be on time." in coach("onboard", "anna", "--start", "1 dec").out
    coach("undo")
    path.write_text("[[role]]\n", "utf-8")
    coach("retro", "bo", "--lesson", "A phone on day one")
    ran = coach("onboard", "anna", "--start", "1 dec")
    assert (ran.status, "A phone on day one" in ran.out) == (0, True)


def test_an_own_template_that_cannot_be_used_is_named(coach: Any) -> None:
    """With its line and the key."""
    (coach.root / "templates").mkdir()
    (coach.root / "templates" / "retro.toml").write_text(OWN.replace("lesson = true\n", ""), "utf-8")
    ran = coach("retro", "anna")
    assert ran.status == 2
    assert "retro.toml:" in ran.err
    assert "exactly one question of a role has lesson = true" in ran.err
