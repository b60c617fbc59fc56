from typing import Any

OWN = (
    'title = "Looking back"\n\n[[role]]\nname = "buddy"\ntitle = "Buddy"\nheading = "How was it?"\n\n'
    '[[role.question]]\nid = "rule"\ntext = "Which rule helped {name}?"\nbecomes = "lesson"\n'
)


def test_every_retrospective_stands_in_one_list(coach: Any) -> None:
    """Those of sellers who left, too; a file that does not read hides none; a lesson is about somebody."""
    assert coach("retro").out.endswith(
        "Ask the new seller first: coach ask NAME retro --of new-hire -o retro-new-hire.md\n"
    )
    assert coach.refused("retro", "--lesson", "x").err.splitlines()[0] == "Whom is it about?"
    coach("retro", "anna", "--lesson", "A phone on day one")
    coach("leave", "anna")
    coach.path("bo-ek").write_text("[seller]\n", "utf-8")
    ran = coach("retro", "--json")
    [one] = ran.json["retrospectives"]
    assert (one["key"], one["left"], one["lessons"][0]["text"]) == ("anna-berg", True, "A phone on day one")
    assert "bo-ek.toml" in ran.err


def test_whose_form_is_out_is_not_to_be_asked_again(coach: Any) -> None:
    """Since when it is out stands in the place of the command that asks."""
    coach("ask", "anna", "retro", "--of", "leader", "-o", "leader.md", "--today", "2026-11-12")
    said = coach("retro", "anna").out
    assert "The leader           out since Thu 12 Nov" in said
    assert "coach ask anna-berg retro --of manager" in said
    assert "retro --of leader" not in said
    assert coach("retro", "anna", "--json").json["out"] == {"leader": "2026-11-12"}


def test_own_questions_take_the_place_of_the_shipped_ones(coach: Any) -> None:
    """Answers are read back; a plan that begins shows their lesson, and the chosen ones where they cannot be used."""
    place = "templates/forms/retro.toml"
    coach.put(place, OWN)
    form = coach("ask", "bo", "retro", "--of", "buddy").out
    assert "Which rule helped Bo?" in form
    assert "To be on time." in coach("ask", "bo", "--from", "-", stdin=form + "To be on time.").out
    assert "To be on time." in coach("onboard", "anna", "--start", "1 dec").out
    coach("undo")
    coach("retro", "bo", "--lesson", "A phone on day one")
    coach.put(place, OWN.replace('"lesson"', '"gold"'))
    ran = coach("onboard", "anna", "--start", "1 dec")
    assert (ran.status, "A phone on day one" in ran.out) == (0, True)
    said = coach.refused("retro", "anna").err
    assert ("retro.toml:" in said, "question.0.becomes" in said) == (True, True)
