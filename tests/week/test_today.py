from pathlib import Path
from typing import Any

import pytest


def test_it_says_today_in_a_few_sentences(coach: Any) -> None:
    """And the one next command."""
    coach("note", "bo", "x")
    ran = coach()
    assert ran.status == 0
    assert "You owe Anna Berg" in ran.out
    assert "coach prep anna-berg" in ran.out
    assert len(ran.out.splitlines()) < 10


def test_json_has_the_sentences_and_the_command(coach: Any) -> None:
    """For a status bar."""
    today = coach("--json").json
    assert {"format", "today", "lines", "next"} <= today.keys()
    assert today["next"] == "coach prep anna-berg"


def test_without_a_journal_it_says_how_to_begin(coach: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 0: nothing is wrong."""
    monkeypatch.delenv("COACH_JOURNAL")
    monkeypatch.chdir("/")
    ran = coach()
    assert ran.status == 0
    assert "coach init" in ran.out


def test_an_empty_journal_says_what_to_do_next(coach: Any) -> None:
    """Add somebody."""
    for path in (coach.root / "sellers").iterdir():
        path.unlink()
    assert "coach add NAME" in coach().out


def test_after_a_silence_a_script_is_only_told(coach: Any) -> None:
    """Nobody can be asked."""
    before = coach.bytes()
    assert "20 days" in coach().out
    assert coach.bytes() == before


def test_after_a_silence_a_few_people_are_gone_through_one_key_each(coach: Any) -> None:
    """We talked, away this week, not yet."""
    ran = coach.asked(answers=["t", "a", "n"])
    assert ran.status == 0
    assert "20 days" in coach.heard[0]
    assert coach.text().endswith("\n[[talk]]\n" + coach.text().rpartition("[[talk]]\n")[2])
    assert "on = 2026-11-23" in coach.text()
    assert "first = 2026-11-23\nlast = 2026-11-29" in coach.text("bo-ek")
    assert coach("undo", "--json").json["undone"]["files"] == ["sellers/anna-berg.toml", "sellers/bo-ek.toml"]


def test_a_walk_without_news_writes_nothing(coach: Any) -> None:
    """Enter is: not yet."""
    before = coach.bytes()
    ran = coach.asked(answers=["", "", ""])
    assert ran.status == 0
    assert "Next: coach prep" in ran.out
    assert coach.bytes() == before


def test_a_broken_file_does_not_stand_in_the_way(coach: Any) -> None:
    """The rest of the day goes on."""
    coach.path("bo-ek").write_text("broken", "utf-8")
    ran = coach()
    assert ran.status == 0
    assert "sellers/bo-ek.toml" in ran.out + ran.err


def test_the_journal_is_the_nearest_one_upward(coach: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As git does it."""
    monkeypatch.delenv("COACH_JOURNAL")
    monkeypatch.chdir(tmp_path / "coaching" / "sellers")
    assert "Anna Berg" in coach().out
