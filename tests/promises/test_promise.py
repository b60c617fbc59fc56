from typing import Any


def test_a_promise_is_mine_with_its_day(coach: Any) -> None:
    """With its cue; a day that is past may be meant; for an area it is a correction or a resource, else neither."""
    ran = coach("promise", "anna", "call", "Karin", "--by", "fri", "--when", "when the quarter closes", "--json")
    record = ran.json["records"][0]
    assert (record["by"], record["what"], record["due"]) == ("me", "call Karin", "2026-11-27")
    assert record["cue"] == "when the quarter closes"
    assert "is past" in coach("promise", "anna", "call", "--by", "2026-11-01").err
    line = ("promise", "anna", "ask first", "--by", "fri", "--json")
    hers = coach(*line, "--area", "discovery", "--hers").json["records"][0]
    mine = coach(*line, "--area", " discovery ").json["records"][0]
    assert (hers["area"], hers["remedy"]) == ("discovery", "correction")
    assert (mine["area"], mine["remedy"]) == ("discovery", "resource")
    assert not {"area", "remedy"} & coach(*line, "--area", " ").json["records"][0].keys()
    for area, new in (("discovry", True), ("discovery", False), ("closing", False)):  # closing is expected of all
        assert ("new area. The nearest one known is “discovery”" in coach(*line, "--area", area).err) is new, area
    for view in ("promise", "show", "prep", "weekly"):
        assert "discovery: ask first" in coach(view, *([] if view == "weekly" else ["anna"])).out
    assert coach("promise", "anna", "--json").json["commitments"][0]["area"] == "discovery"


def test_without_a_promise_what_is_open_is_shown_both_ways(coach: Any) -> None:
    """Late ones first, of one or of all."""
    coach("promise", "bo", "send the list", "--by", "fri", "--hers")
    shown = coach("promise", "--json").json
    assert [one["id"] for one in shown["promises"]] == ["p9d1c"]
    assert [one["seller"] for one in shown["commitments"]] == ["bo-ek"]
    assert coach("promise", "bo", "--json").json["promises"] == []
    assert "Nothing is open" in coach("promise", "åsa").out
