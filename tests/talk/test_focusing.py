from typing import Any


def kinds(ran: Any) -> list[tuple[str, Any]]:
    """Return what was written, by kind, and what it is about."""
    assert ran.status == 0, ran
    return [(one["kind"], one.get("area") or one.get("how")) for one in ran.json["records"]]


def test_a_focus_is_marked_in_every_language_and_by_every_name_of_an_area(coach: Any) -> None:
    """What is no area is what she practises all the same; what of it stands behind a dash."""
    for text, area, what in (
        ("focus: Discovery", "discovery", None), ("fokus: uppföljning – ring innan", "follow-up", "ring innan"),
        ("øver på: stille etter prisen", "stille etter prisen", None),
    ):  # fmt: skip
        (made,) = coach("note", "bo", text, "--json").json["records"]
        assert (made["kind"], made["area"], made.get("what")) == ("focus", area, what)
        coach("undo")
    assert "focus:" in coach("note", "bo", "focus: –").out


def test_a_second_focus_is_refused_in_a_script_until_the_first_is_settled(coach: Any) -> None:
    """By id or by its words, in the same line too; of a note of several nothing is written, and all of it is kept."""
    coach("note", "anna", "focus: discovery")
    for line in (("note", "anna,bo"), ("log", "anna")):
        ran = coach.refused(*line, "Good pace; focus: closing")
        assert "Anna practises discovery already" in ran.err
        assert "kept as a draft" in ran.err
    coach.refused("note", "bo", "focus: closing; focus: calm")
    made = kinds(coach("log", "anna", "Good pace; done discovery; fokus: avslut", "--json"))
    assert made == [("talk", None), ("settled", "kept"), ("focus", "closing")]
    assert "already" in coach("note", "anna", "focus: Closing").err
    assert coach.text().count("[[focus]]") == 2
    assert "practises" in coach("show", "anna").out


def test_at_a_terminal_one_key_says_which_to_let_go(coach: Any) -> None:
    """In place, let go, or gone on with: then the next one stays in the notes. It is asked once, before the preview."""
    coach("note", "anna", "focus: discovery")
    for key, made in (("p", "kept"), ("l", "dropped")):
        ran = coach.asked("note", "anna", "focus: closing", "--json", answers=[key, "w"])
        assert kinds(ran) == [("settled", made), ("focus", "closing")]
        coach("undo")
    ran = coach.asked("log", "anna", "focus: closing", "--json", answers=["", "w", "", ""])
    assert [(one["kind"], one.get("notes")) for one in ran.json["records"]] == [("talk", "Next to practise: closing\n")]
    assert sum("one thing at a time is enough" in heard for heard in coach.heard) == 1
