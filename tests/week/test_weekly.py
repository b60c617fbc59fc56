import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CHECKS = Path(__file__).parents[3] / "shared" / "checks"


def test_a_line_and_a_reason_each_most_urgent_first(coach: Any) -> None:
    """Who needs me, and why."""
    ran = coach("weekly")
    assert ran.status == 0
    assert [line[:9].strip() for line in ran.out.splitlines()[1:4]] == ["Anna Berg", "Bo Ek", "Åsa Öberg"]
    assert "over the limit of 10 days" in ran.out.splitlines()[1]


def test_json_has_what_others_build_on(coach: Any) -> None:
    """Every key of the page, of every list."""
    coach("note", "anna", "@anna send the list by 3 dec")
    coach("act", "explain-why", "anna")
    coach.path("bo-ek").write_text("broken", "utf-8")
    week = coach("weekly", "--json").json
    assert {"key", "name", "status", "last_talk", "days_since", "limit_days", "reasons", "levels"} <= {
        *week["sellers"][0]
    }
    assert all({"code", "text"} <= {*reason} for one in week["sellers"] for reason in one["reasons"])
    for key in ("promises", "commitments"):
        assert all({"id", "seller", "what", "due", "days_late"} <= {*one} for one in week[key])
    assert [len(week[key]) for key in ("promises", "commitments", "actions", "problems")] == [1, 1, 1, 1]
    assert {"action", "week", "total", "strength", "in_place"} <= {*week["actions"][0]}
    assert {"file", "line", "text"} <= {*week["problems"][0]}


def test_a_broken_file_hides_nobody_and_is_named(coach: Any) -> None:
    """The others still show, status 0; a check says 1."""
    coach.path("bo-ek").write_text("broken", "utf-8")
    ran = coach("weekly")
    assert ran.status == 0
    assert "Anna Berg" in ran.out
    assert "sellers/bo-ek.toml:1:" in ran.out
    assert coach("weekly", "--check").status == 1


def test_a_check_finds_who_is_overdue(coach: Any) -> None:
    """And is content when nobody is."""
    assert coach("weekly", "--check").status == 1
    for who in ("anna", "bo", "åsa"):
        coach("log", who, "Good.")
    assert coach("weekly", "--check").status == 0


def test_the_parts_of_the_order_can_be_seen(coach: Any) -> None:
    """No score without them."""
    parts = coach("weekly", "--why").out.splitlines()[2]
    assert [word for word in parts.split() if word[0].isdigit()] == ["1.50", "1.00", "0.50"]
    urgency = coach("weekly", "--json").json["sellers"][0]["urgency"]
    assert urgency == {"total": 1.5, "overdue": 1.0, "promises": 0.5, "reds": 0.0, "probation": 0.0}


def test_a_probation_that_is_to_be_decided_has_a_line_of_its_own(coach: Any) -> None:
    """From sixty days before its end: by when, and how much of what weighs was not told."""
    coach("rate", "anna", "closing", "red", "no next step")
    coach("probation", "anna", "--ends", "2027-01-23")
    assert "Probation, near its end" not in coach("weekly", "--today", "2026-11-23").out
    shown = coach("weekly", "--today", "2026-11-24").out
    assert (
        "Probation, near its end: 1\nAnna Berg  decide by Sat 2 Jan 2027, tell by Sat 9 Jan 2027 · 1 not told" in shown
    )
    found = coach("weekly", "--today", "2026-11-24", "--json").json["sellers"]
    assert [one["probation"] for one in found if one["key"] == "anna-berg"] == [
        {
            "ends": "2027-01-23",
            "tell_by": "2027-01-09",
            "decide_by": "2027-01-02",
            "days_left": 60,
            "stage": "decide",
            "untold": 1,
        }
    ]
    assert [one["key"] for one in found if "probation" in one] == ["anna-berg"]


def test_near_the_end_of_a_quarter_ten_minutes_are_proposed(coach: Any) -> None:
    """Where a talk is due, in the last fourteen days; rather than none."""
    said = "ten minutes each are better than none: coach prep asa-oberg --minutes 10"
    assert said not in coach("weekly", "--today", "2026-12-17").out
    assert f"The quarter ends in 13 days: {said}" in coach("weekly", "--today", "2026-12-18").out
    assert "The quarter ends today: ten minutes" in coach("weekly", "--today", "2026-12-31").out
    assert coach("weekly", "--today", "2026-12-18", "--json").json["quarter_ends_in"] == 13
    for who in ("anna", "bo", "åsa"):
        coach("log", who, "Good.", "--today", "2026-12-18")
    assert said not in coach("weekly", "--today", "2026-12-18").out


def test_an_empty_journal_says_what_to_do_next(coach: Any) -> None:
    """Every empty screen does."""
    for path in (coach.root / "sellers").iterdir():
        path.unlink()
    ran = coach("weekly")
    assert ran.status == 0
    assert "coach add NAME" in ran.out


def test_the_booked_talks_become_a_calendar(coach: Any, tmp_path: Path) -> None:
    """One event each, for its owner alone."""
    coach("book", "anna", "fri")
    ran = coach("weekly", "-o", "week.ics")
    assert ran.status == 0
    text = (tmp_path / "week.ics").read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20261127" in text
    if not (CHECKS / "ics_check.py").exists():
        pytest.skip("the shared checks are not here")
    check = [sys.executable, str(CHECKS / "ics_check.py"), str(tmp_path / "week.ics")]
    referee = subprocess.run(check, capture_output=True, text=True, check=False)
    assert referee.returncode == 0, referee.stdout + referee.stderr


def test_a_week_has_no_page_layout(coach: Any) -> None:
    """Text, JSON and a calendar are its forms."""
    assert coach("weekly", "-o", "week.html").status == 2
    assert coach("weekly", "-o", "week.txt").status == 0


def test_a_broken_file_of_ones_own_hides_nobody(coach: Any) -> None:
    """Where me.toml does not read, the week is shown all the same, and the file is named."""
    (coach.root / "me.toml").write_text("format = 1\n[[away]\n", "utf-8")
    ran = coach("weekly", "--json")
    assert (ran.status, len(ran.json["sellers"])) == (0, 3)
    assert [(one["file"], one["line"]) for one in ran.json["problems"]] == [("me.toml", 2)]
    assert coach("weekly", "--check").status == 1
    assert "me.toml:2" in coach("prep", "anna").err
