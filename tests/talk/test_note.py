from typing import Any


def test_a_note_writes_no_talk(coach: Any) -> None:
    """The clock of talks runs on; the marks are those of a log; several sellers get the same, all or none."""
    line = ("note", "anna", "Met her in the lift; praise: calm; touch: phone – after the tender", "--json")
    for ran in (coach.refused(*line, "--dry-run", status=0), coach(*line)):
        assert [one["kind"] for one in ran.json["records"]] == ["note", "praise", "touch"]
    assert {"2026-11-03"} <= {one.get("last_talk") for one in coach("weekly", "--json").json["sellers"]}
    ran = coach("note", "anna,bo", "gren: discovery", "--json")
    assert ran.json["sellers"] == ["anna-berg", "bo-ek"]
    assert "seller" not in ran.json
    assert len(ran.json["notices"]) == 1
    assert "gren: discovery" in coach.text("bo-ek")
    coach.refused("note", "anna,zebra", "Good.", status=4)
    coach.path("bo-ek").write_text("broken", "utf-8")
    coach.refused("note", "anna,bo", "Good.", status=5)


def test_a_refused_note_is_kept_as_a_draft(coach: Any) -> None:
    """On a wrong day, a broken-off question, a file that does not read; without a text there is nothing to keep."""
    for ran in (coach("note", "anna"), coach.at_terminal("note", "anna")):
        assert (ran.status, "coach note NAME" in ran.err) == (2, True)
    assert coach("note", "anna", stdin="Piped.").status == 0
    assert "Piped." in coach.text()
    ran = coach.refused("note", "anna", "next: 31 feb")
    assert (coach.drafts(), coach.kept_notes()) == ({}, {"anna-berg": "next: 31 feb"})
    assert "coach note anna-berg offers it" in ran.err
    ran = coach.asked("note", "bo", "needs: a desk", answers=[KeyboardInterrupt()])
    assert (ran.status, coach.kept_notes()["bo-ek"]) == (130, "needs: a desk")
    coach.append("\nbroken [", "asa-oberg")
    coach.refused("note", "åsa", "rang back at once", status=5)
    assert coach.kept_notes()["asa-oberg"] == "rang back at once"


def test_on_a_terminal_it_is_shown_first_and_written_on_a_key(coach: Any) -> None:
    """What was stopped is offered again without a text; taken up it is written, thrown away it is gone."""
    before = coach.bytes()
    ran = coach.asked("note", "anna", "praise: calm", answers=["s"])
    assert (ran.status, coach.bytes(), coach.kept_notes()) == (0, before, {"anna-berg": "praise: calm"})
    assert ran.out == "Kept as a draft. coach note anna-berg offers it.\n"
    assert any("Praised: calm" in heard for heard in coach.heard)
    assert coach.asked("note", "anna", "praise: calm", answers=["w"]).status == 0
    assert "calm" in coach.text()
    coach.asked("note", "anna", "praise: calm", answers=["s"])
    assert coach.asked("note", "anna", answers=["n"]).status == 2
    ran = coach.asked("note", "anna", "--json", answers=["u", "w"])
    assert [one["kind"] for one in ran.json["records"]] == ["praise"]
    assert coach.kept_notes() == {}
    coach.asked("note", "anna", "praise: calm", answers=["s"])
    assert coach.asked("note", "anna", answers=["t"]).status == 2
    assert coach.kept_notes() == {}


def test_on_a_terminal_what_is_needed_is_promised_on_a_key(coach: Any) -> None:
    """In the same write, and the promise carries on alone; else it stays a need, and a script is told how."""
    ran = coach.asked("note", "anna", "needs: a desk", "--json", answers=["y", "fri", "w"])
    assert [one["kind"] for one in ran.json["records"]] == ["need", "commitment"]
    assert ran.json["notices"] == []
    assert [heard for heard in coach.heard if "Anna needs: a desk" in heard]
    shown = [one["text"] for one in coach("show", "anna", "--json").json["open"]]
    assert shown.count("a desk") == 1
    assert coach("done", "desk").status == 0
    assert "a desk" not in coach("prep", "anna").out
    ran = coach.asked("note", "anna,bo", "needs: a stool", answers=["n", "w"])
    assert ran.status == 0
    assert "Anna, Bo" in coach.heard[0].replace(" and ", ", ")
    assert "needs: a stool" in coach("prep", "anna").out
    assert "coach promise anna-berg" in coach("note", "anna", "needs: a lamp").err
    assert "coach promise" not in coach("note", "anna", "needs: a chair; @me a chair by fri").err


def test_a_red_is_said_not_to_be_told_yet(coach: Any) -> None:
    """Once for all of them, as a command that works; not where the same note tells it."""
    ran = coach("note", "anna,bo", "red: closing – gave in; red: won't ask")
    assert ran.err.count("So far only you know.") == 1
    assert "coach note anna-berg,bo-ek 'told: closing – what you saw – the next step'; the same for won" in ran.err
    shown = coach.asked("note", "anna", "red: closing – gave in", answers=["w"])
    assert (any("So far only you" in heard for heard in coach.heard), shown.err) == (True, "")
    assert "So far only you" not in coach("note", "anna", "red: closing; told: closing – gave in – hold the price").err


def test_a_recap_belongs_to_the_talk_before_it(coach: Any) -> None:
    """The latest up to that day; one that was not sent tells nothing, and it is said how it comes to count."""
    (record,) = coach("note", "anna", "recap: sent by mail", "--json").json["records"]
    assert {"kind": "recap", "talk": "k3f7q", "sent": "2026-11-23", "note": "by mail"}.items() <= record.items()
    for who, on, talk in (("anna", "3 nov", "k3f7q"), ("anna", "2 nov", None), ("asa", "today", None)):
        (record,) = coach("note", who, "recap: sent", "--on", on, "--json").json["records"]
        assert record.get("talk") == talk
    ran = coach("note", "anna", "red: closing; recap: not sent yet", "--json")
    (recap,) = [one for one in ran.json["records"] if one["kind"] == "recap"]
    assert ("sent" in recap, recap["note"]) == (False, "not sent yet")
    assert "Once it is sent, write: recap: sent" in ran.err
    assert "So far only you" in ran.err
