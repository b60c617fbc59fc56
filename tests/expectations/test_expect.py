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
    [found] = coach("expect", who, area, "--json").json["expectations"]
    return dict(found)


def test_an_own_one_is_said_level_by_level_until_it_is_dropped(coach: Any) -> None:
    """By any name of the area, in as many words as it is; what is open is as of everybody, a new one begins anew."""
    ran = coach.refused("expect", "anna", "product knowledge", "--drop", status=0)
    assert "Nothing is said for Anna alone in product knowledge, so nothing was written." in ran.err
    ran = coach("expect", "anna", "product", "knowledge", "--green", "  teaches   a colleague ", "--json")
    [record] = ran.json["records"]
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
    assert "Dropped: product knowledge" in coach("expect", "anna", "product knowledge", "--drop").out
    assert said(coach, "product knowledge")["source"] == "stage"
    coach("undo")
    assert said(coach, "product knowledge")["red"] == "reads aloud"
    coach("expect", "anna", "product knowledge", "--drop")
    coach("expect", "anna", "product knowledge", "--green", "dances")
    assert said(coach, "product knowledge")["red"] != "reads aloud"
    coach("expect", "bo", "follow-up", "--green", "calls first")
    [record] = coach("expect", "bo", "uppföljning", "--red", "has to be reminded", "--json").json["records"]
    assert (record["area"], record["red"], record["green"]) == ("follow-up", "has to be reminded", "calls first")
    assert coach("expect", "bo", "opfølgning", "--drop").status == 0
    assert "calls first" not in coach("expect", "bo", "follow-up").out


def test_the_three_are_asked_for_in_turn(coach: Any) -> None:
    """Enter keeps what holds, one record is written, nothing typed is none; of a new area the nearest known is told."""
    before = coach.bytes()
    ran = coach.asked("expect", "anna", "discovery", answers=["", " ", ""])
    assert "Nothing was typed, so nothing was written." in ran.err
    assert ("discovery" in ran.out, coach.bytes()) == (True, before)
    assert coach.asked("expect", "anna", "discovery", answers=["talks first", "", "listens"]).status == 0
    assert "shows the offer before asking anything" in coach.heard[0]
    assert coach.heard[1] == "What does red look like for Anna? Enter: as above ()"
    assert (said(coach, "discovery")["red"], said(coach, "discovery")["green"]) == ("talks first", "listens")
    assert coach.text().count("[[expectation]]") == 1
    ran = coach.asked("expect", "anna", "discovery", "--for-her", answers=[])
    assert ("talks first" in ran.out, "Asked about" in ran.out) == (True, False), "a sheet of one area is a sheet"
    ran = coach.asked("expect", "anna", "discoverie", answers=["", "", "listens"])
    assert "nobody has said yet what red, yellow and green look like here" in coach.heard[0]
    assert coach.heard[1] == "What does red look like for Anna? Enter: leave it open ()"
    assert "“discoverie” is a new area. The nearest one known is “discovery”." in ran.err


def test_what_is_broken_off_is_kept_by_itself(coach: Any) -> None:
    """As plain notes, no part of a log, the same once; the command that gives it again is said, and works."""
    before = coach.bytes()
    assert coach.asked("expect", "anna", "discovery", answers=["", KeyboardInterrupt()]).status == 130
    assert coach.kept_notes() == {}
    for area, answers in (
        ("closing", ["asks nothing"]), ("discovery", ["talks only", "asks"]), ("discovery", ["talks first"]),
        ("discovery", ["talks first"]),
    ):  # fmt: skip
        ran = coach.asked("expect", "anna", area, answers=[*answers, KeyboardInterrupt()])
        assert ran.status == 130
    assert "To say it again: coach expect anna-berg discovery --red 'talks first'." in ran.err
    assert (coach.bytes(), coach.drafts()) == (before, {})
    with coach.monkeypatch.context() as patch:
        patch.setattr("salescoach.journal.toml.same", lambda *_: False)
        assert coach("expect", "anna", "discovery", "--green", "listens").status == 5
    kept = list(coach.kept_notes().values())
    assert sorted(kept) == [
        "note: closing, red: asks nothing", "note: discovery, green: listens", "note: discovery, red: talks first",
        "note: discovery, red: talks only\nnote: discovery, yellow: asks",
    ]  # fmt: skip
    assert coach("note", "anna", kept[0], "--json").json["records"][0]["kind"] == "note"
    coach("expect", "anna-berg", "discovery", "--red", "talks first")
    assert said(coach, "discovery")["red"] == "talks first"


def test_past_seven_it_is_pointed_out_that_few_are_meant(coach: Any) -> None:
    """Where it is shown and where one more is written; and a write never guesses which area it is about."""
    coach.append(OWN.format(at=1) + OWN.format(at=2))
    assert coach("expect", "anna").err == ""
    assert coach("expect", "anna", "area 1", "--red", "x").err == ""
    few = "8 areas are expected of Anna now. Few are meant: choose the 7 that matter most."
    assert few in coach("expect", "anna", "tenders", "--green", "wins half").err
    assert few in coach("expect", "anna").err
    assert few not in coach("expect", "anna", "area 1", "--drop").err
    for line in (("--drop",), ("--red", "x"), ("!?", "--green", "x"), (" ", "--drop")):
        assert "Which area is it about?" in coach.refused("expect", "anna", *line).err
    assert "discovery" in coach.refused("expect", "anna", "discovery", "--red", " ", status=0).out


def test_the_sheet_that_is_handed_over_has_no_rating(coach: Any) -> None:
    """Only what is expected; nor has it a private expectation, whoever asked for private lines."""
    coach("rate", "anna", "discovery", "red", "SECRET", "--by", "seller")
    coach.append(OWN.format(at=1) + "private = true\n")
    for path in (Path(f"sheet.{suffix}") for suffix in ("md", "html", "json")):
        assert coach("expect", "anna", "--for-her", "--private", "-o", str(path)).status == 0
        sheet = path.read_text("utf-8")
        assert "shows the offer before asking anything" in sheet, path
        assert not [word for word in ("SECRET", "Asked about", "area 1", "not rated", "coach ") if word in sheet], path
    assert coach("expect", "anna", "--private", "-o", "sheet.md").status == 0
    assert all(word in Path("sheet.md").read_text("utf-8") for word in ("SECRET", "area 1"))
