from typing import Any

import pytest


def test_a_broken_file_is_in_nobodys_way(coach: Any) -> None:
    """After a silence a script is told; of what is wrong the worst is named, and the rest counted."""
    assert "20 days" in coach.refused(status=0).out
    coach.path("bo-ek").write_text("broken", "utf-8")
    for number in (2, 3):
        coach.path(f"anna-berg {number}").write_bytes(coach.path("anna-berg").read_bytes())
    out = coach().out
    assert ("sellers/bo-ek.toml" in out, "anna-berg 2" in out, "and 2 more: coach doctor" in out) == (True, False, True)


def test_without_a_journal_it_says_how_to_begin(coach: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 0: nothing is wrong; the nearest one upward is taken, as git does it."""
    monkeypatch.delenv("COACH_JOURNAL")
    monkeypatch.chdir(coach.root / "sellers")
    assert "Anna Berg" in coach().out
    monkeypatch.chdir("/")
    ran = coach()
    assert (ran.status, "coach init" in ran.out) == (0, True)


def test_after_a_silence_a_few_people_are_gone_through_one_key_each(coach: Any) -> None:
    """We talked, away this week, not yet; Enter is: not yet, and a walk without news writes nothing."""
    before = coach.bytes()
    ran = coach.asked(answers=["", "", ""])
    assert (ran.status, "Next: coach prep" in ran.out, coach.bytes()) == (0, True, before)
    assert coach.asked(answers=["a", "t", "n"]).status == 0
    assert "20 days" in coach.heard[0]
    assert coach.text().endswith("\n[[talk]]\n" + coach.text().rpartition("[[talk]]\n")[2])
    assert "on = 2026-11-23" in coach.text()
    assert "first = 2026-11-23\nlast = 2026-11-29" in coach.text("bo-ek")
    assert coach("undo", "--json").json["undone"]["files"] == ["sellers/bo-ek.toml", "sellers/anna-berg.toml"]


def test_a_talk_in_the_walk_says_which_step_it_may_be(coach: Any) -> None:
    """Nothing is known of what it was about: it settles none."""
    coach("onboard", "anna", "--start", "2026-11-16")
    answers = ["t", "t", "t"]
    later = ("--today", "2026-12-10")
    ran = coach.asked(*later, answers=answers)
    assert ran.status == 0
    assert "A step that is a talk is open: Be there on the first" in " ".join(ran.err.split())
    assert "[[settled]]" not in coach.text()
