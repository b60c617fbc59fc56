from typing import Any


def test_text_comes_from_a_pipe(coach: Any) -> None:
    """Without a text on the command line, stdin is the text; an empty one is an accident, two lines are a full talk."""
    ran = coach("log", "anna", "--json", stdin="Short one.\nlesson: I talked too much\n")
    assert [one["kind"] for one in ran.json["records"]] == ["talk"]
    assert (ran.json["records"][0]["notes"], ran.json["records"][0]["lesson"]) == ("Short one.\n", "I talked too much")
    coach("log", "anna", "Typed.", stdin="Piped.\n")
    assert ("Typed." in coach.text(), "Piped." in coach.text()) == (True, False)
    ran = coach("log", "anna", "--json", "--", "- topic: pricing")
    assert [one["kind"] for one in ran.json["records"]] == ["talk", "topic"]
    for stdin in ("", " \n\n"):
        assert "There is no text to write down." in coach.refused("log", "anna", stdin=stdin).err
    assert "coach log NAME" in coach.refused("log", stdin="Good talk.").err


def test_a_dash_stands_for_what_is_piped(coach: Any) -> None:
    """As `--from -` does: the words are written down and no dash; where nothing comes, there is no text."""
    for command in ("log", "note"):
        assert coach(command, "anna", "-", stdin=f"Piped to {command}.\n").status == 0
        assert f"Piped to {command}." in coach.text()
        assert "There is no text to write down." in coach.refused(command, "anna", "-", stdin="").err


def test_what_cannot_be_written_is_kept(coach: Any) -> None:
    """A sentence in the place of the name, nobody's name, two of a name, a broken file: nothing typed is lost."""
    coach.refused("log", "zebra", status=4)
    assert coach.drafts() == {}
    ran = coach.refused("log", "Good talk with everybody")
    assert ("The seller comes first: coach log NAME" in ran.err, "kept as a draft" in ran.err) == (True, True)
    assert coach.drafts() == {"_": "Good talk with everybody"}
    coach.refused("log", "zebra", "About zebra.", status=4)
    assert coach.drafts()["_.zebra"] == "About zebra."
    coach("add", "Anna Lind")
    coach.refused("log", "anna", "About two.", status=4)
    assert coach.drafts()["_.anna"] == "About two."
    coach.append("\nbroken")
    ran = coach.refused("log", "anna-berg", "About Anna.", status=5)
    assert "sellers/anna-berg.toml:" in ran.err
    assert coach.drafts()["anna-berg"] == "About Anna."
    for line in (("log", "zoe"), ("log",), ("log", "bo", "--on", "31 feb"), ("log", "bo", "--agenda", "nope")):
        assert coach(*line, stdin=f"{line}").status
        assert f"{line}" in coach.drafts().values()


def test_a_refused_log_keeps_a_draft_and_a_script_is_told_of_it(coach: Any) -> None:
    """A date that does not exist refuses the log, not the text."""
    kept = {"anna-berg": "@me call Karin by 31 feb"}
    ran = coach.refused("log", "anna", kept["anna-berg"])
    assert ("31 feb" in ran.err, "kept as a draft" in ran.err, coach.drafts()) == (True, True, kept)
    later = coach("log", "anna", "Another talk.")
    assert "typed for Anna Berg, Mon 23 Nov; coach log anna-berg" in later.err
    assert (later.status, coach.drafts()) == (0, kept)


def test_days_count_from_the_day_of_the_talk(coach: Any) -> None:
    """Of a talk logged late, what was due then is late now, and pointed out."""
    ran = coach("log", "anna", "@me call Karin by fri; next: in 2 weeks", "--on", "yesterday", "--json")
    talk, promise, booking = ran.json["records"]
    assert (talk["on"], promise["due"], booking["next"]) == ("2026-11-22", "2026-11-27", "2026-12-06")
    ran = coach("log", "bo", "Good; @me call by fri; next: in 1 week", "--on", "9 nov", "--minutes", "40")
    assert ran.err.count("which is past") == 1
    assert "The next talk, Mon 16 Nov 2026, is past." in ran.err
    assert "Noted for Bo Ek, Mon 9 Nov 2026" in ran.out
    assert "40 min" in ran.out


def test_the_talk_remembers_what_it_was_prepared_with(coach: Any) -> None:
    """The questions of the agenda that was shown; its length; another agenda, if there is one of that name."""
    asked = coach("prep", "anna", "--json").json["asked"]
    talk = coach("log", "anna", "Good.", "--json").json["records"][0]
    assert (talk["asked"], talk["agenda"]) == (asked, "check-in")
    talk = coach("log", "anna", "Good.", "--minutes", "25", "--agenda", "development", "--json").json["records"][0]
    assert (talk["minutes"], talk["agenda"]) == (25, "development")
    coach.refused("log", "bo", "Good.", "--agenda", "nope")


def test_it_says_quietly_what_a_talk_ended_without(coach: Any) -> None:
    """Only where all three lack, and no blame; a need is offered as a promise; a private line is not shown."""
    ran = coach("log", "bo", "needs: a quieter place")
    assert "It ended without a goal, a promise or a next date." in ran.err
    assert "coach promise bo-ek" in ran.err
    for one in ("@me call him by fri", "next: in 2 weeks", "goal: ten calls"):
        assert "ended" not in coach("log", "bo", one).err
        coach("undo")
    for extra in ((), ("--json",)):
        ran = coach("log", "anna", "Good. ; ~ I was abrupt", *extra)
        assert ran.status == 0
        assert "abrupt" not in ran.out + ran.err
    assert "I was abrupt" in coach.text()
