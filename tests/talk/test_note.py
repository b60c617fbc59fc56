from typing import Any


def test_a_note_writes_no_talk(coach: Any) -> None:
    """The clock of talks runs on."""
    ran = coach("note", "anna", "Met her in the lift", "--json")
    assert [one["kind"] for one in ran.json["records"]] == ["note"]
    assert coach("weekly", "--json").json["sellers"][0]["last_talk"] == "2026-11-03"


def test_marks_become_records(coach: Any) -> None:
    """The same marks as in a log."""
    ran = coach("note", "anna", "Quick word; praise: calm; touch: phone – after the tender", "--json")
    assert [one["kind"] for one in ran.json["records"]] == ["note", "praise", "touch"]


def test_several_sellers_get_the_same_note(coach: Any) -> None:
    """With commas, and a notice that is said once."""
    ran = coach("note", "anna,bo", "gren: discovery", "--json")
    assert ran.json["sellers"] == ["anna-berg", "bo-ek"]
    assert "seller" not in ran.json
    assert len(ran.json["notices"]) == 1
    assert "gren: discovery" in coach.text("bo-ek")


def test_of_several_sellers_all_are_found_or_none_is_written(coach: Any) -> None:
    """A write never guesses."""
    before = coach.bytes()
    assert coach("note", "anna,zebra", "Good.").status == 4
    assert coach.bytes() == before


def test_of_several_files_all_read_or_none_is_written(coach: Any) -> None:
    """A broken file stops the whole command before it begins."""
    coach.path("bo-ek").write_text("broken", "utf-8")
    before = coach.bytes()
    assert coach("note", "anna,bo", "Good.").status == 5
    assert coach.bytes() == before


def test_text_comes_from_a_pipe(coach: Any) -> None:
    """As with a log."""
    assert coach("note", "anna", stdin="Piped.").status == 0
    assert "Piped." in coach.text()


def test_no_text_is_wrong_usage(coach: Any) -> None:
    """There is nothing to note."""
    for ran in (coach("note", "anna"), coach.at_terminal("note", "anna")):
        assert ran.status == 2
        assert "coach note NAME" in ran.err


def test_a_refused_note_is_kept_as_a_draft(coach: Any) -> None:
    """Nothing typed is lost."""
    ran = coach("note", "anna", "next: 31 feb")
    assert ran.status == 2
    assert (coach.drafts(), coach.kept_notes()) == ({}, {"anna-berg": "next: 31 feb"})
    assert "coach note anna-berg offers it" in ran.err


def test_a_day_that_is_none_is_refused(coach: Any) -> None:
    """With the forms that are understood."""
    ran = coach("note", "anna", "Good.", "--on", "05/06/2026")
    assert ran.status == 2
    assert "can be two days" in ran.err


def test_a_need_is_offered_as_a_promise(coach: Any) -> None:
    """It is said how."""
    assert "coach promise anna-berg" in coach("note", "anna", "needs: a desk").err


def test_on_a_terminal_it_is_shown_first_and_written_on_a_key(coach: Any) -> None:
    """Stopped, it is a draft, and nothing is written."""
    before = coach.bytes()
    ran = coach.asked("note", "anna", "praise: calm", answers=["s"])
    assert (ran.status, coach.bytes(), coach.kept_notes()) == (0, before, {"anna-berg": "praise: calm"})
    assert ran.out == "Kept as a draft. coach note anna-berg offers it.\n"
    assert any("Praised: calm" in heard for heard in coach.heard)
    assert coach.asked("note", "anna", "praise: calm", answers=["w"]).status == 0
    assert "calm" in coach.text()


def test_a_dry_run_writes_nothing(coach: Any) -> None:
    """It shows what would be."""
    before = coach.bytes()
    ran = coach("note", "anna", "praise: calm", "--dry-run", "--json")
    assert ran.json["dry_run"]
    assert [one["kind"] for one in ran.json["records"]] == ["praise"]
    assert coach.bytes() == before


def test_a_note_on_a_file_that_does_not_read_is_kept_as_hers(coach: Any) -> None:
    """It is offered when she is meant again, to nobody else, and goes when she is erased."""
    coach.path().write_text(coach.text() + "\nbroken [", "utf-8")
    assert coach("note", "anna", "rang back at once").status == 5
    assert coach.kept_notes() == {"anna-berg": "rang back at once"}


def test_on_a_terminal_what_is_needed_is_promised_on_a_key(coach: Any) -> None:
    """With its day, in the same write; the need is answered, and the promise carries on alone."""
    ran = coach.asked("note", "anna", "needs: a desk", "--json", answers=["y", "fri", "w"])
    assert [one["kind"] for one in ran.json["records"]] == ["need", "commitment"]
    assert ran.json["notices"] == []
    assert [heard for heard in coach.heard if "Anna needs: a desk" in heard]
    shown = [one["text"] for one in coach("show", "anna", "--json").json["open"]]
    assert shown.count("a desk") == 1
    assert coach("done", "desk").status == 0
    assert "a desk" not in coach("prep", "anna").out


def test_what_is_not_promised_stays_a_need(coach: Any) -> None:
    """Of several sellers all are named, and asked about once."""
    ran = coach.asked("note", "anna,bo", "needs: a desk", answers=["n", "w"])
    assert ran.status == 0
    assert "Anna, Bo" in coach.heard[0].replace(" and ", ", ")
    assert "needs: a desk" in coach("prep", "anna").out


def test_a_broken_off_question_keeps_what_was_typed(coach: Any) -> None:
    """Nothing typed is lost."""
    ran = coach.asked("note", "anna", "needs: a desk", answers=[KeyboardInterrupt()])
    assert ran.status == 130
    assert coach.kept_notes() == {"anna-berg": "needs: a desk"}


def test_what_is_promised_in_the_same_note_is_not_offered(coach: Any) -> None:
    """It would be promised twice."""
    ran = coach("note", "anna", "needs: a desk; @me a desk by fri")
    assert "coach promise" not in ran.err


def test_a_red_is_said_not_to_be_told_yet(coach: Any) -> None:
    """Once for all of them, as a command that works; not where the same note tells it."""
    ran = coach("note", "anna,bo", "red: closing – gave in; red: won't ask")
    assert ran.err.count("A light given is not a light told.") == 1
    assert "coach note anna-berg,bo-ek 'told: closing – what you saw – the next step'; the same for won" in ran.err
    shown = coach.asked("note", "anna", "red: closing – gave in", answers=["w"])
    assert (any("A light given" in heard for heard in coach.heard), shown.err) == (True, "")
    assert "A light given" not in coach("note", "anna", "red: closing; told: closing – gave in – hold the price").err


def test_what_was_broken_off_is_offered_again(coach: Any) -> None:
    """Without a text, on a terminal; taken up it is written, and thrown away it is gone."""
    coach.asked("note", "anna", "praise: calm", answers=["s"])
    assert coach.asked("note", "anna", answers=["n"]).status == 2
    ran = coach.asked("note", "anna", "--json", answers=["u", "w"])
    assert [one["kind"] for one in ran.json["records"]] == ["praise"]
    assert coach.kept_notes() == {}
    coach.asked("note", "anna", "praise: calm", answers=["s"])
    assert coach.asked("note", "anna", answers=["t"]).status == 2
    assert coach.kept_notes() == {}


def test_a_recap_belongs_to_the_talk_before_it(coach: Any) -> None:
    """The latest up to that day, one of the same day too; where there is none yet, to none."""
    (record,) = coach("note", "anna", "recap: sent by mail", "--json").json["records"]
    assert (record["kind"], record["talk"], record["sent"], record["note"]) == (
        "recap",
        "k3f7q",
        "2026-11-23",
        "by mail",
    )
    (record,) = coach("note", "anna", "recap: sent", "--on", "3 nov", "--json").json["records"]
    assert record["talk"] == "k3f7q"
    (record,) = coach("note", "anna", "recap: sent", "--on", "2 nov", "--json").json["records"]
    assert "talk" not in record
    (record,) = coach("note", "asa", "recap: sent", "--json").json["records"]
    assert "talk" not in record


def test_a_recap_that_was_not_sent_tells_nothing(coach: Any) -> None:
    """It is kept without a day, it is said how it comes to count, and the red beside it is still to be told."""
    ran = coach("note", "anna", "red: closing; recap: not sent yet", "--json")
    (recap,) = [one for one in ran.json["records"] if one["kind"] == "recap"]
    assert ("sent" in recap, recap["note"]) == (False, "not sent yet")
    assert "Once it is sent, write: recap: sent" in ran.err
    assert "A light given" in ran.err
