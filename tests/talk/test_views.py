from typing import Any

SHEET = """\
1. What has gone well since we last sat down? Take one example you are pleased with.
The tender at Järnvik.
2. What has been hard, or taken more than it gave?
nothing
3. What do you want to have reached in three months, and in two years? What would make it worth the effort?
To lead one myself.
4. How do you see your own work here: red, yellow or green, with an example of each?
- closing: yellow
- discovery: red, I talk too much
5. What do you need to get there: from me, from colleagues, from the firm?
a quieter place to call from
"""


def sections(coach: Any, *args: str) -> dict[str, list[str]]:
    """Return what stands in each section of the agenda of a development talk."""
    found = coach("prep", "anna", "--agenda", "development", "--json", *args).json["sections"]
    return {one["key"]: [item["text"] for item in one["items"]] for one in found}


def test_both_views_stand_side_by_side_the_gap_first(coach: Any) -> None:
    """With whose each is and both examples; what only one of them rated has no gap."""
    coach("ask", "anna", "--from", "-", stdin=SHEET)
    shown = coach("prep", "anna", "--agenda", "development", "--all").out
    assert "discovery  you ●g  Anna ■r  your example: Asked about budget and timing" in shown
    assert "Anna: “I talk too much”" in shown
    assert shown.index("discovery  you") < shown.index("closing  you ○   Anna ▲y")


def test_the_sheet_fills_the_parts_that_it_was_asked_for(coach: Any) -> None:
    """Until that talk is held; what says that there is nothing is left out, and need and goals have their place."""
    coach("ask", "anna", "--from", "-", stdin=SHEET)
    found = sections(coach)
    assert "Anna: “The tender at Järnvik.”" in found["back"]
    assert found["ahead"] == ["Anna: “To lead one myself.”"]
    assert found["resources"] == ["a quieter place to call from"]
    assert "nothing" not in " ".join(found["back"])
    coach("log", "anna", "good talk", "--agenda", "development")
    assert not any("Järnvik" in text for text in sections(coach, "--today", "2026-12-20")["back"])


def test_where_the_sheet_is_stands_on_top(coach: Any) -> None:
    """Not out, out since, back; an agenda without a form of its name says nothing."""
    line = ("prep", "anna", "--agenda", "development", "--today", "2026-11-25")
    assert coach(*line).out.splitlines()[1] == "No sheet is out: coach ask anna-berg development"
    coach("ask", "anna", "development")
    assert coach(*line).out.splitlines()[1] == "Sheet out since Mon 23 Nov, 2 days, and not back"
    coach("ask", "anna", "--from", "-", stdin=SHEET)
    assert coach(*line).out.splitlines()[1] == "Sheet back Mon 23 Nov"
    assert "sheet" not in coach("prep", "anna", "--json").json


def test_how_she_sees_herself_decides_nothing(coach: Any) -> None:
    """Neither her place in the week, nor what was told and helped before a probation ends."""
    before = coach("weekly", "--json").json["sellers"], coach("probation", "anna", "--json").json
    coach("ask", "anna", "--from", "-", stdin=SHEET.partition("5.")[0])
    assert (coach("weekly", "--json").json["sellers"], coach("probation", "anna", "--json").json) == before
