from typing import Any


def test_a_promise_is_mine_with_its_day(coach: Any) -> None:
    """And its cue."""
    ran = coach("promise", "anna", "call", "Karin", "--by", "fri", "--when", "when the quarter closes", "--json")
    record = ran.json["records"][0]
    assert (record["by"], record["what"], record["due"]) == ("me", "call Karin", "2026-11-27")
    assert record["cue"] == "when the quarter closes"


def test_it_can_be_hers(coach: Any) -> None:
    """Both ways are kept."""
    assert coach("promise", "anna", "call", "--by", "fri", "--hers", "--json").json["records"][0]["by"] == "seller"


def test_a_promise_without_a_day_is_asked_for_one(coach: Any) -> None:
    """Without one nobody knows when it is late."""
    ran = coach("promise", "anna", "call Karin")
    assert ran.status == 2
    assert "By when?" in ran.err


def test_a_past_day_is_pointed_out(coach: Any) -> None:
    """It may be meant."""
    assert "is past" in coach("promise", "anna", "call", "--by", "2026-11-01").err


def test_without_a_promise_what_is_open_is_shown_both_ways(coach: Any) -> None:
    """Late ones first, of one or of all."""
    coach("promise", "bo", "send the list", "--by", "fri", "--hers")
    shown = coach("promise", "--json").json
    assert [one["id"] for one in shown["promises"]] == ["p9d1c"]
    assert [one["seller"] for one in shown["commitments"]] == ["bo-ek"]
    assert coach("promise", "bo", "--json").json["promises"] == []
    assert "Nothing is open" in coach("promise", "åsa").out


def test_a_promise_may_be_for_an_area(coach: Any) -> None:
    """The seller corrects something there, the manager helps; without an area it is neither."""
    line = ("promise", "anna", "ask first", "--by", "fri", "--json")
    hers = coach(*line, "--area", "discovery", "--hers").json["records"][0]
    mine = coach(*line, "--area", " discovery ").json["records"][0]
    assert (hers["area"], hers["remedy"]) == ("discovery", "correction")
    assert (mine["area"], mine["remedy"]) == ("discovery", "resource")
    assert not {"area", "remedy"} & coach(*line, "--area", " ").json["records"][0].keys()
    for view in ("promise", "show", "prep", "weekly"):
        assert "discovery: ask first" in coach(view, *([] if view == "weekly" else ["anna"])).out
    assert coach("promise", "anna", "--json").json["commitments"][0]["area"] == "discovery"
