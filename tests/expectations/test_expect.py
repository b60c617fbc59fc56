from pathlib import Path
from typing import Any

import pytest

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


def test_all_that_is_expected_is_shown_with_its_lights(coach: Any) -> None:
    """What each level looks like, the latest light with its evidence and day, and the seller's own beside it."""
    coach("rate", "anna", "discovery", "yellow", "likes to ask", "--by", "seller")
    ran = coach("expect", "anna")
    assert "What is expected of Anna Berg now" in ran.out
    assert "discovery  ● green  Asked about budget and timing before showing anything · Tue 3 Nov" in ran.out
    assert "Anna: ▲ yellow  likes to ask · Mon 23 Nov" in ran.out
    assert "■ red     shows the offer before asking anything" in ran.out
    assert "product knowledge  not rated yet" in ran.out
    assert "coach rate anna-berg" in ran.out


def test_json_has_every_area_whole(coach: Any) -> None:
    """The definitions, where they come from, the level with its day and evidence; what is unknown is absent."""
    coach("rate", "anna", "discovery", "yellow", "--by", "seller")
    made = coach("expect", "anna", "--json").json
    assert made["seller"] == {"key": "anna-berg", "name": "Anna Berg"}
    assert "phase" not in made
    found = {one["area"]: one for one in made["expectations"]}
    one = found["discovery"]
    assert (one["level"], one["on"], one["source"], one["hers"]) == ("green", "2026-11-03", "stage", "yellow")
    assert one["evidence"].startswith("Asked about budget")
    assert {"red", "yellow", "green"} <= one.keys()
    assert not {"level", "on", "evidence", "hers", "id"} & found["activity"].keys()


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
    """What holds for everybody holds again, undo brings it back, and a new one begins anew."""
    coach("expect", "anna", "discovery", "--green", "sings", "--red", "cries")
    ran = coach("expect", "anna", "discovery", "--drop")
    assert "Dropped: discovery" in ran.out
    assert said(coach, "discovery")["source"] == "stage"
    assert "points to nothing" not in coach("doctor").out
    coach("undo")
    assert said(coach, "discovery")["green"] == "sings"
    coach("expect", "anna", "discovery", "--drop")
    coach("expect", "anna", "discovery", "--green", "dances")
    assert said(coach, "discovery")["red"] != "cries"


def test_there_may_be_nothing_to_drop(coach: Any) -> None:
    """It is said, and nothing is written."""
    before = coach.bytes()
    ran = coach("expect", "anna", "discovery", "--drop")
    assert ran.status == 0
    assert "Nothing is said for Anna alone in discovery, so nothing was written." in ran.err
    assert coach.bytes() == before


def test_the_three_are_asked_for_in_turn(coach: Any) -> None:
    """Enter keeps what holds; what was typed is written in one record."""
    ran = coach.asked("expect", "anna", "discovery", answers=["talks first", "", "listens"])
    assert ran.status == 0
    assert "shows the offer before asking anything" in coach.heard[0]
    assert coach.heard[1] == "What does red look like for Anna? Enter: as above ()"
    one = said(coach, "discovery")
    assert (one["red"], one["green"]) == ("talks first", "listens")
    assert coach.text().count("[[expectation]]") == 1


def test_nothing_typed_is_nothing_written(coach: Any) -> None:
    """It is said, and the area is shown."""
    before = coach.bytes()
    ran = coach.asked("expect", "anna", "discovery", answers=["", " ", ""])
    assert "Nothing was typed, so nothing was written." in ran.err
    assert "discovery" in ran.out
    assert coach.bytes() == before


def test_a_new_area_is_said_to_be_new(coach: Any) -> None:
    """With the nearest that is known; its levels are asked for without any to keep."""
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


def test_what_is_broken_off_twice_is_kept_once(coach: Any) -> None:
    """Level by level, the latest words; what was said of another area stays."""
    for area, answers in (
        ("closing", ["asks nothing"]),
        ("discovery", ["talks first"]),
        ("discovery", ["talks only", "asks"]),
    ):
        assert coach.asked("expect", "anna", area, answers=[*answers, KeyboardInterrupt()]).status == 130
    assert coach.kept_notes()["anna-berg"].splitlines() == [
        "note: closing, red: asks nothing",
        "note: discovery, red: talks only",
        "note: discovery, yellow: asks",
    ]


def test_a_write_that_fails_keeps_what_was_typed(coach: Any) -> None:
    """Nothing typed is ever lost."""
    coach.monkeypatch.setattr("salescoach.journal.toml.same", lambda *_: False)
    assert coach("expect", "anna", "discovery", "--green", "listens").status == 5
    assert coach.kept_notes() == {"anna-berg": "note: discovery, green: listens"}


def test_ctrl_c_before_anything_was_typed_keeps_nothing(coach: Any) -> None:
    """No empty draft is offered."""
    assert coach.asked("expect", "anna", "discovery", answers=["", KeyboardInterrupt()]).status == 130
    assert coach.kept_notes() == {}


@pytest.mark.parametrize("line", [("--drop",), ("--red", "x"), ("!?", "--green", "x"), (" ", "--drop")])
def test_the_area_must_be_named(coach: Any, line: tuple[str, ...]) -> None:
    """A write never guesses."""
    before = coach.bytes()
    ran = coach("expect", "anna", *line)
    assert ran.status == 2
    assert "Which area is it about?" in ran.err
    assert coach.bytes() == before


def test_an_empty_text_is_no_text(coach: Any) -> None:
    """A script with an empty variable writes nothing."""
    before = coach.bytes()
    assert "discovery" in coach("expect", "anna", "discovery", "--red", " ").out
    assert coach.bytes() == before


def test_past_seven_it_is_pointed_out_that_few_are_meant(coach: Any) -> None:
    """When it is shown, and when one more is written."""
    with coach.path().open("a", encoding="utf-8") as file:
        file.write(OWN.format(at=1) + OWN.format(at=2))
    assert coach("expect", "anna").err == ""
    ran = coach("expect", "anna", "tenders", "--green", "wins half")
    few = "8 areas are expected of Anna now. Few are meant: choose the 7 that matter most."
    assert few in ran.err
    assert few in coach("expect", "anna").err
    assert few not in coach("expect", "anna", "area 1", "--drop").err


def test_an_area_that_is_there_already_is_counted_once(coach: Any) -> None:
    """An own level of one of the seven makes no eighth."""
    with coach.path().open("a", encoding="utf-8") as file:
        file.write(OWN.format(at=1) + OWN.format(at=2))
    assert coach("expect", "anna", "area 1", "--red", "x").err == ""


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt", ".json"])
def test_the_sheet_that_is_handed_over_has_no_rating(coach: Any, suffix: str) -> None:
    """Only what is expected; nor has it a private expectation, whoever asked for private lines."""
    coach("rate", "anna", "discovery", "red", "SECRET", "--by", "seller")
    with coach.path().open("a", encoding="utf-8") as file:
        file.write(OWN.format(at=1) + "private = true\n")
    path = Path(f"sheet{suffix}")
    assert coach("expect", "anna", "--for-her", "--private", "-o", str(path)).status == 0
    sheet = path.read_text("utf-8")
    assert "shows the offer before asking anything" in sheet
    assert not [word for word in ("SECRET", "Asked about", "area 1", "not rated", "coach ") if word in sheet]
    assert coach("expect", "anna", "--private", "-o", str(path)).status == 0
    assert "SECRET" in path.read_text("utf-8")
    assert "area 1" in path.read_text("utf-8")


def test_one_area_for_her_asks_nothing(coach: Any) -> None:
    """A sheet of one area is a sheet."""
    ran = coach.asked("expect", "anna", "discovery", "--for-her", answers=[])
    assert "shows the offer" in ran.out
    assert "Asked about" not in ran.out


def test_where_nothing_is_expected_the_next_command_is_said(coach: Any, tmp_path: Path) -> None:
    """On screen and on paper."""
    path = coach.root / "templates" / "expectations" / "settled.toml"
    path.parent.mkdir(parents=True)
    path.write_text("expectation = []\n", "utf-8")
    assert "Nothing is expected yet. Say what is: coach expect bo-ek discovery" in coach("expect", "bo").out
    coach("expect", "bo", "-o", str(tmp_path / "bo.md"))
    assert "Nothing is expected yet" in (tmp_path / "bo.md").read_text("utf-8")


def test_what_an_area_has_no_words_for_is_written_as_it_is(coach: Any) -> None:
    """å, quotation marks, dashes; nothing acts on a terminal."""
    coach("expect", "åsa", "Följa upp – själv", "--green", 'säger "ja"\x1b[2J')
    ran = coach("expect", "åsa", "följa upp – själv")
    assert 'säger "ja"␛[2J' in ran.out
    assert "\x1b" not in ran.out
