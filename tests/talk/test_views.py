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
