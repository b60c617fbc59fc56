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


KEPT = """
[[commitment]]
id = "k{0}k0k"
on = 2026-10-01
by = "me"
what = "kept {0}"

[[settled]]
on = 2026-10-10
of = "k{0}k0k"
how = "kept"
"""
ASKED = "1 promise open; yours take 9 days in the middle (n 5); Friday is in 4 days."


def test_a_promise_of_mine_is_asked_about_on_a_terminal_alone(coach: Any) -> None:
    """Wherever one is made: Enter keeps its day, another is read, and a day that is none is asked for again."""
    coach.append("".join(KEPT.format(one) for one in range(5)))
    before = coach.bytes()
    line = ("promise", "anna", "call", "--by", "fri")
    for kind, more in (
        ("promise", line),
        ("log", ("log", "anna", "@me call by fri")),
        ("note", ("note", "anna", "@me call by fri")),
    ):
        for typed, due in (([""], "27"), (["31 feb", "30 nov"], "30")):
            coach.again(before)
            ran = coach.asked(*more, answers=[*typed, *{"promise": [], "note": ["w"], "log": ["w", "", ""]}[kind]])
            assert (ran.status, ASKED in "".join(coach.heard)) == (0, True), (kind, coach.heard)
            assert f"due = 2026-11-{due}" in coach.text(), (kind, typed)
    coach.again(before)
    assert ASKED not in coach(*line).err + coach(*line).out
    coach.asked(*line, "--hers", answers=[])
    coach.asked("promise", "anna", "call", "--by", "3 dec", answers=[])


def test_of_several_promises_each_is_named_and_asked_about_once(coach: Any) -> None:
    """An edit of the text asks about what is new in it; bad settings are told of, and stop nobody from writing."""
    coach.append("".join(KEPT.format(one) for one in range(5)))
    answers = ["30 nov", "", "e", lambda _: "@me call by fri; @me write by wed; @me ask by fri", "1 dec", "w", "", ""]
    ran = coach.asked("log", "anna", "@me call by fri; @me write by wed", "--json", answers=answers)
    assert [one["due"] for one in ran.json["records"] if "due" in one] == ["2026-11-30", "2026-11-25", "2026-12-01"]
    assert any("“write”: 1 promise open" in heard for heard in coach.heard)
    coach.put("coach.toml", "format = 1\n[promises]\nopen = 0\n")
    ran = coach.asked("note", "anna", "@me phone by fri", answers=["w"])
    assert (ran.status, "coach.toml:3" in ran.err) == (0, True)
