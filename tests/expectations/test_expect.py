from pathlib import Path
from typing import Any

OWN = """
[[expectation]]
id = "e{at}x{at}y"
on = 2026-11-05
area = "area {at}"
green = "seen"
"""


def said(coach: Any, area: str, who: str = "anna") -> dict[str, Any]:
    """Return what is expected of somebody in one area."""
    found: list[dict[str, Any]] = coach("expect", who, area, "--json").json["expectations"]
    assert len(found) == 1
    return found[0]


def test_an_own_one_is_said_level_by_level(coach: Any) -> None:
    """What is left open is as of everybody; what was said before is kept; the area is as many words as it is."""
    ran = coach("expect", "anna", "product", "knowledge", "--green", "  teaches   a colleague ", "--json")
    record = ran.json["records"][0]
    assert (record["kind"], record["area"], record["green"]) == (
        "expectation",
        "product knowledge",
        "teaches a colleague",
    )
    assert "red" not in record
    coach("expect", "anna", "Product Knowledge", "--red", "reads aloud")
    one = said(coach, "product knowledge")
    assert (one["red"], one["green"], one["source"]) == ("reads aloud", "teaches a colleague", "own")
    assert one["yellow"].startswith("explains")
    assert "red, green for Anna alone" in coach("expect", "anna").out


def test_a_drop_takes_the_own_one_away(coach: Any) -> None:
    """What holds for everybody holds again, undo brings it back, and a new one begins anew; there may be none."""
    ran = coach.refused("expect", "anna", "discovery", "--drop", status=0)
    assert "Nothing is said for Anna alone in discovery, so nothing was written." in ran.err
    coach("expect", "anna", "discovery", "--green", "sings", "--red", "cries")
    assert "Dropped: discovery" in coach("expect", "anna", "discovery", "--drop").out
    assert said(coach, "discovery")["source"] == "stage"
    assert "points to nothing" not in coach("doctor").out
    coach("undo")
    assert said(coach, "discovery")["green"] == "sings"
    coach("expect", "anna", "discovery", "--drop")
    coach("expect", "anna", "discovery", "--green", "dances")
    assert said(coach, "discovery")["red"] != "cries"


def test_the_three_are_asked_for_in_turn(coach: Any) -> None:
    """Enter keeps what holds, one record is written, nothing typed is none; of a new area the nearest known is told."""
    before = coach.bytes()
    ran = coach.asked("expect", "anna", "discovery", answers=["", " ", ""])
    assert "Nothing was typed, so nothing was written." in ran.err
    assert ("discovery" in ran.out, coach.bytes()) == (True, before)
    assert coach.asked("expect", "anna", "discovery", answers=["talks first", "", "listens"]).status == 0
    assert "shows the offer before asking anything" in coach.heard[0]
    assert coach.heard[1] == "What does red look like for Anna? Enter: as above ()"
    one = said(coach, "discovery")
    assert (one["red"], one["green"]) == ("talks first", "listens")
    assert coach.text().count("[[expectation]]") == 1
    ran = coach.asked("expect", "anna", "discovery", "--for-her", answers=[])
    assert ("talks first" in ran.out, "Asked about" in ran.out) == (True, False), "a sheet of one area is a sheet"
    ran = coach.asked("expect", "anna", "discoverie", answers=["", "", "listens"])
    assert "nobody has said yet what red, yellow and green look like here" in coach.heard[0]
    assert coach.heard[1] == "What does red look like for Anna? Enter: leave it open ()"
    assert "“discoverie” is a new area. The nearest one known is “discovery”." in ran.err


def test_ctrl_c_keeps_what_was_typed(coach: Any) -> None:
    """As plain notes, which no log makes a talk of; the command that gives it as it was meant is said, and works."""
    before = coach.bytes()
    ran = coach.asked("expect", "anna", "discovery", answers=["talks first", "", KeyboardInterrupt()])
    assert ran.status == 130
    assert "To say it again: coach expect anna-berg discovery --red 'talks first'." in ran.err
    assert (coach.drafts(), coach.kept_notes()) == ({}, {"anna-berg": "note: discovery, red: talks first"})
    assert coach.bytes() == before
    assert coach("note", "anna", coach.kept_notes()["anna-berg"], "--json").json["records"][0]["kind"] == "note"
    coach("expect", "anna-berg", "discovery", "--red", "talks first")
    assert said(coach, "discovery")["red"] == "talks first"


def test_what_is_broken_off_twice_is_kept_twice(coach: Any) -> None:
    """Each by itself, the same words once; a write that fails keeps them too."""
    assert coach.asked("expect", "anna", "discovery", answers=["", KeyboardInterrupt()]).status == 130
    assert coach.kept_notes() == {}
    for area, answers in (
        ("closing", ["asks nothing"]),
        ("discovery", ["talks first"]),
        ("discovery", ["talks first"]),
        ("discovery", ["talks only", "asks"]),
    ):
        assert coach.asked("expect", "anna", area, answers=[*answers, KeyboardInterrupt()]).status == 130
    coach.monkeypatch.setattr("salescoach.journal.toml.same", lambda *_: False)
    assert coach("expect", "anna", "discovery", "--green", "listens").status == 5
    assert list(coach.kept_notes().values()) == [
        "note: closing, red: asks nothing", "note: discovery, red: talks first",
        "note: discovery, red: talks only\nnote: discovery, yellow: asks", "note: discovery, green: listens",
    ]  # fmt: skip


def test_past_seven_it_is_pointed_out_that_few_are_meant(coach: Any) -> None:
    """Where it is shown and where one more is written; and a write never guesses which area it is about."""
    coach.append(OWN.format(at=1) + OWN.format(at=2))
    assert coach("expect", "anna").err == ""
    assert coach("expect", "anna", "area 1", "--red", "x").err == ""
    ran = coach("expect", "anna", "tenders", "--green", "wins half")
    few = "8 areas are expected of Anna now. Few are meant: choose the 7 that matter most."
    assert few in ran.err
    assert few in coach("expect", "anna").err
    assert few not in coach("expect", "anna", "area 1", "--drop").err
    for line in (("--drop",), ("--red", "x"), ("!?", "--green", "x"), (" ", "--drop")):
        assert "Which area is it about?" in coach.refused("expect", "anna", *line).err
    assert "discovery" in coach.refused("expect", "anna", "discovery", "--red", " ", status=0).out


def test_the_sheet_that_is_handed_over_has_no_rating(coach: Any) -> None:
    """Only what is expected; nor has it a private expectation, whoever asked for private lines."""
    coach("rate", "anna", "discovery", "red", "SECRET", "--by", "seller")
    coach.append(OWN.format(at=1) + "private = true\n")
    for path in (Path(f"sheet.{suffix}") for suffix in ("md", "html", "txt", "json")):
        assert coach("expect", "anna", "--for-her", "--private", "-o", str(path)).status == 0
        sheet = path.read_text("utf-8")
        assert "shows the offer before asking anything" in sheet, path
        assert not [word for word in ("SECRET", "Asked about", "area 1", "not rated", "coach ") if word in sheet], path
        assert coach("expect", "anna", "--private", "-o", str(path)).status == 0
        assert all(word in path.read_text("utf-8") for word in ("SECRET", "area 1")), path


def test_another_name_of_an_area_says_more_of_the_same(coach: Any) -> None:
    """What was said of it under its one name stays, and goes when it is dropped under yet another."""
    coach("expect", "bo", "follow-up", "--green", "calls first")
    (record,) = coach("expect", "bo", "uppföljning", "--red", "has to be reminded", "--json").json["records"]
    assert (record["area"], record["red"], record["green"]) == ("follow-up", "has to be reminded", "calls first")
    assert coach("expect", "bo", "opfølgning", "--drop").status == 0
    assert "calls first" not in coach("expect", "bo", "follow-up").out
