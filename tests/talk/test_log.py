from pathlib import Path
from typing import Any

import pytest

TALK = (
    "Good pace today; green: discovery – asked about budget before the demo; @me introduce her to Karin by fri; "
    "@anna send the call list by 3 dec; praise: calm under price pressure; topic: the new package; "
    "goal: 12 first meetings a month by 31 dec; next: in 2 weeks"
)


def test_a_line_of_marks_becomes_a_talk_six_records_and_the_next_date(coach: Any) -> None:
    """The promise of the first page, kept to the field."""
    ran = coach("log", "anna berg", TALK, "--json")
    assert ran.status == 0
    assert [one["kind"] for one in ran.json["records"]] == [
        *("talk", "rating", "commitment", "commitment", "praise", "topic", "goal", "booking")
    ]
    talk, rating, mine, hers, *_, booking = ran.json["records"]
    assert talk["notes"] == "Good pace today\n"
    assert (rating["area"], rating["level"]) == ("discovery", "green")
    assert (mine["by"], mine["due"], hers["by"], hers["due"]) == ("me", "2026-11-27", "seller", "2026-12-03")
    assert booking["next"] == "2026-12-07"
    assert {one["talk"] for one in ran.json["records"][1:]} == {talk["id"]}


def test_what_was_there_stays_to_the_byte(coach: Any) -> None:
    """The program only ever appends."""
    before = coach.path().read_bytes()
    coach("log", "anna", TALK)
    assert coach.path().read_bytes().startswith(before)


def test_the_screen_shows_what_was_understood_and_how_to_take_it_back(coach: Any) -> None:
    """In a script the records are shown after they were written."""
    ran = coach("log", "anna", "green: discovery – asked first")
    assert "discovery green: asked first" in ran.out
    assert "coach undo" in ran.out


def test_two_lines_are_a_full_talk(coach: Any) -> None:
    """Nothing is compulsory."""
    ran = coach("log", "anna", "Short one.\nAll is well.", "--json")
    assert [one["kind"] for one in ran.json["records"]] == ["talk"]
    assert ran.json["records"][0]["notes"] == "Short one.\nAll is well.\n"


def test_text_comes_from_a_pipe(coach: Any) -> None:
    """Without a text on the command line, stdin is the text."""
    assert coach("log", "anna", stdin="Piped.\n").status == 0
    assert "Piped." in coach.text()


def test_text_on_the_command_line_wins_over_the_pipe(coach: Any) -> None:
    """What is typed is what is meant."""
    coach("log", "anna", "Typed.", stdin="Piped.\n")
    assert "Typed." in coach.text()
    assert "Piped." not in coach.text()


@pytest.mark.parametrize("stdin", ["", " \n\n"])
def test_an_empty_pipe_is_wrong_usage(coach: Any, stdin: str) -> None:
    """A log without a word in it is an accident."""
    before = coach.bytes()
    ran = coach("log", "anna", stdin=stdin)
    assert ran.status == 2
    assert "There is no text to write down." in ran.err
    assert coach.bytes() == before


def test_without_a_seller_a_script_is_told_to_name_one(coach: Any) -> None:
    """Nobody can be asked in a script."""
    ran = coach("log", stdin="Good talk.")
    assert ran.status == 2
    assert "coach log NAME" in ran.err


@pytest.mark.parametrize("text", ["- a list", "-good pace"])
def test_a_text_with_a_dash_first_is_told_to_stand_after_two_dashes(coach: Any, text: str) -> None:
    """The parser takes it for an option; the error says what to type."""
    ran = coach("log", "anna", text)
    assert ran.status == 2
    assert "coach log NAME -- " in ran.err


def test_a_text_with_a_dash_first_is_taken_after_two_dashes(coach: Any) -> None:
    """And then it is a list item like any other."""
    ran = coach("log", "anna", "--json", "--", "- topic: pricing")
    assert [one["kind"] for one in ran.json["records"]] == ["talk", "topic"]


def test_a_wrong_option_is_still_called_one(coach: Any) -> None:
    """Only what has a space in it looks like a text."""
    ran = coach("log", "anna", "Good.", "--minuts", "5")
    assert ran.status == 2
    assert "--minuts" in ran.err


def test_a_sentence_in_the_place_of_the_name_is_kept_and_explained(coach: Any) -> None:
    """Nothing typed is lost, whoever it is about."""
    ran = coach("log", "Good talk with everybody")
    assert ran.status == 2
    assert "The seller comes first: coach log NAME" in ran.err
    assert "kept as a draft" in ran.err
    assert coach.drafts() == {"_": "Good talk with everybody"}


def test_the_text_about_nobody_is_kept(coach: Any) -> None:
    """A mistyped name does not cost the notes."""
    ran = coach("log", "zebra", "Good talk.")
    assert ran.status == 4
    assert coach.drafts() == {"_": "Good talk."}


def test_a_mistyped_name_alone_keeps_nothing(coach: Any) -> None:
    """There is nothing to keep."""
    assert coach("log", "zebra").status == 4
    assert coach.drafts() == {}


def test_a_refused_log_keeps_a_draft_and_a_script_is_told_of_it(coach: Any) -> None:
    """A date that does not exist refuses the log, not the text."""
    before = coach.bytes()
    ran = coach("log", "anna", "@me call Karin by 31 feb")
    assert ran.status == 2
    assert "31 feb" in ran.err
    assert "kept as a draft" in ran.err
    assert coach.bytes() == before
    assert coach.drafts() == {"anna-berg": "@me call Karin by 31 feb"}
    later = coach("log", "anna", "Another talk.")
    assert later.status == 0
    assert "A draft about Anna waits" in later.err
    assert coach.drafts() == {"anna-berg": "@me call Karin by 31 feb"}


def test_a_dry_run_writes_nothing(coach: Any) -> None:
    """It shows what would be written."""
    before = coach.bytes()
    ran = coach("log", "anna", TALK, "--dry-run")
    assert ran.status == 0
    assert "Would be noted for Anna Berg" in ran.out
    assert coach.bytes() == before
    again = coach("log", "anna", TALK, "--dry-run", "--json")
    assert again.json["dry_run"] is True
    assert len(again.json["records"]) == 8


def test_dates_count_from_the_day_of_the_talk(coach: Any) -> None:
    """Yesterday was Sunday; its Friday is this one, its two weeks end on a Sunday."""
    ran = coach("log", "anna", "@me call Karin by fri; next: in 2 weeks", "--on", "yesterday", "--json")
    talk, promise, booking = ran.json["records"]
    assert (talk["on"], promise["due"], booking["next"]) == ("2026-11-22", "2026-11-27", "2026-12-06")


def test_length_and_agenda_of_a_talk_are_kept(coach: Any) -> None:
    """What is known of the talk stands in it."""
    ran = coach("log", "anna", "Good.", "--minutes", "25", "--agenda", "development", "--json")
    assert (ran.json["records"][0]["minutes"], ran.json["records"][0]["agenda"]) == (25, "development")


def test_the_talk_remembers_what_it_was_prepared_with(coach: Any) -> None:
    """The questions of the agenda that was shown are those that were asked."""
    asked = coach("prep", "anna", "--json").json["asked"]
    ran = coach("log", "anna", "Good.", "--json")
    assert ran.json["records"][0]["asked"] == asked
    assert ran.json["records"][0]["agenda"] == "check-in"


def test_it_says_quietly_what_a_talk_ended_without(coach: Any) -> None:
    """One line each, and no blame."""
    ran = coach("log", "bo", "Good.")
    assert "It ended without a goal or a promise." in ran.err
    assert "It ended without a next date." in ran.err
    assert "ended" not in coach("log", "bo", "@me call him by fri; next: in 2 weeks").err


def test_a_private_line_is_written_and_not_shown(coach: Any) -> None:
    """It is hers to read later, and nobody's over her shoulder."""
    for extra in ((), ("--json",)):
        ran = coach("log", "anna", "Good. ; ~ I was abrupt", *extra)
        assert ran.status == 0
        assert "abrupt" not in ran.out + ran.err
    assert "I was abrupt" in coach.text()


def test_a_need_is_offered_as_a_promise(coach: Any) -> None:
    """In a script it is only said how."""
    ran = coach("log", "anna", "needs: a quieter place")
    assert "coach promise anna-berg" in ran.err


def test_a_lesson_stands_in_the_talk(coach: Any) -> None:
    """It returns in the next agenda."""
    ran = coach("log", "anna", "lesson: I talked too much", "--json")
    assert ran.json["records"][0]["lesson"] == "I talked too much"


def test_an_editor_needs_somebody_to_type(coach: Any) -> None:
    """A script cannot be shown one."""
    ran = coach("log", "anna", "-e")
    assert ran.status == 2
    assert "An editor needs a terminal." in ran.err


def test_a_file_that_does_not_read_keeps_the_text(coach: Any) -> None:
    """A broken file is no reason to lose a log."""
    coach.path().write_text(coach.text() + "\nbroken", "utf-8")
    before = coach.bytes()
    ran = coach("log", "anna", "Good talk.")
    assert ran.status == 5
    assert "sellers/anna-berg.toml:" in ran.err
    assert coach.bytes() == before
    assert coach.drafts() == {"anna-berg": "Good talk."}


def test_a_name_of_several_keeps_the_text(coach: Any) -> None:
    """It is asked for again, not typed again."""
    coach("add", "Anna Lind")
    ran = coach("log", "anna", "Good talk.")
    assert ran.status == 4
    assert coach.drafts() == {"_": "Good talk."}


def test_a_mistake_of_the_program_keeps_the_text(coach: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong, what was typed is there."""
    monkeypatch.setattr("salescoach.talk.commands.conversation.write", lambda *_, **__: 1 / 0)
    ran = coach("log", "anna", "Good talk.")
    assert ran.status == 3
    assert "kept as a draft" in ran.err
    assert coach.drafts() == {"anna-berg": "Good talk."}


def test_a_record_that_does_not_validate_is_named_and_may_be_added_to(coach: Any) -> None:
    """The rest of the file works."""
    with coach.path().open("a", encoding="utf-8") as file:
        file.write('\n[[rating]]\non = 2026-11-04\narea = "closing"\nlevel = "blue"\n')
    ran = coach("log", "anna", "Good.")
    assert ran.status == 0
    assert "sellers/anna-berg.toml:35:9:" in ran.err
    assert coach.text().endswith("Good.\n'''\n")


def test_it_works_from_a_folder_inside_the_journal(coach: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The nearest folder upward with coach.toml is the journal."""
    monkeypatch.delenv("COACH_JOURNAL")
    monkeypatch.chdir(tmp_path / "coaching" / "sellers")
    assert coach("log", "anna", "Good.").status == 0


def test_days_that_have_gone_by_since_the_talk_are_pointed_out(coach: Any) -> None:
    """A talk logged late: what was due then is late now."""
    ran = coach("log", "bo", "Good; @me call by fri; next: in 1 week", "--on", "9 nov", "--minutes", "40")
    assert ran.err.count("which is past") == 1
    assert "The next talk, Mon 16 Nov 2026, is past." in ran.err
    assert "Noted for Bo Ek, Mon 9 Nov 2026" in ran.out
    assert "40 min" in ran.out


def test_an_agenda_that_is_not_there_is_refused(coach: Any) -> None:
    """As prep does; nothing is written."""
    before = coach.bytes()
    assert coach("log", "bo", "Good.", "--agenda", "nope").status == 2
    assert coach.bytes() == before
    assert coach("log", "bo", "Good.", "--agenda", "development").status == 0
