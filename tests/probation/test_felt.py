from pathlib import Path
from typing import Any

import pytest

FELT = """\

[[rating]]
id = "f1red"
on = 2026-11-10
area = "Wellbeing"
level = "red"
evidence = "canary sleeps badly"

[[rating]]
id = "f2yel"
on = 2026-11-10
area = "motivation"
level = "yellow"
evidence = "canary bored"

[[probation]]
id = "f3pro"
on = 2026-11-10
country = "FI"
counts = ["motivation", "wellbeing"]

[[expectation]]
id = "f4exp"
on = 2026-11-10
area = "motivation"
green = "canary whistles"
"""


@pytest.fixture
def unwell(coach: Any) -> Any:
    """Give Anna a probation and two lights of how she is, one of which an older file says is to count."""
    coach.append(FELT)
    return coach


def test_how_she_is_stands_nowhere_in_what_decides(unwell: Any, tmp_path: Path) -> None:
    """Not in the checks, the document, the agenda, the questions or the table, whatever is asked for."""
    lines = [
        ("probation", "anna", "--all"), ("probation", "anna", "--json"), ("probation", "anna", "-o", "it.md"),
        ("probation", "anna", "end", "--yes"), ("prep", "anna", "--agenda", "probation", "--all"),
        ("prep", "anna", "--agenda", "probation", "--json"), ("prep", "anna", "--for-her"), ("probation",),
        ("expect", "anna"), ("expect", "anna", "--for-her"),
    ]  # fmt: skip
    for line in lines:
        ran = unwell(*line)
        assert ran.status == 0, ran
        written = (tmp_path / "it.md").read_text("utf-8") if "-o" in line else ""
        said = (ran.out + ran.err + written).lower()
        assert "canary" not in said, line
        assert '"wellbeing"' not in said, line
        assert "wellbeing is" not in said, line
    unwell("undo")
    unwell("probation", "bo", "--ends", "2026-12-31")
    assert "nothing rated yet" in unwell("probation", "--today", "2026-11-20").out


def test_a_red_of_how_she_is_asks_the_manager_one_thing(unwell: Any) -> None:
    """What can be taken off or arranged: on the agenda, after a log, a note and a rating; never a correction."""
    said = " ".join(unwell("prep", "anna", "--all").out.split())
    assert "ask yourself: what can you take off Anna, or arrange?" in said
    for line in (("note", "anna", "red: motivation – bored"), ("rate", "anna", "Wellbeing", "red", "tired")):
        err = " ".join(unwell(*line).err.split())
        assert ("what can you take off, or arrange?" in err, "told:" in err, "@seller" in err) == (True, False, False)
    err = unwell("log", "anna", "red: wellbeing; red: closing").err
    assert ("told: closing" in err, "told: wellbeing" in err, "take off" in err) == (True, False, True)


def test_nobody_is_corrected_in_how_she_is(unwell: Any) -> None:
    """What you promise there is a promise; nothing can be expected, corrected, or made to count, in any language."""
    before = unwell.text().count('by = "me"')
    unwell("note", "anna", "@seller wellbeing: leave at five by fri; @me motivation: ask Karin by fri")
    unwell("note", "anna", "told: trivsel – tired – sleep more")
    line = ("promise", "anna", "ring the doctor", "--area", "trivsel", "--by", "fri")
    assert "Nothing is expected in" in unwell.refused(*line, "--hers").err
    unwell(*line)
    text = unwell.text()
    assert text.count('by = "me"') == before + 2
    assert ("[[feedback]]" in text, "remedy" in text) == (False, False)
    assert "A probation never rests on wellbeing" in unwell.refused("probation", "anna", "--counts", "Trivsel").err
    assert "Nothing is expected in motivation" in unwell.refused("expect", "anna", "Motivation", "--green", "x").err
