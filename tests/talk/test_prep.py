from pathlib import Path
from typing import Any


def test_it_says_what_matters_on_one_screen(coach: Any) -> None:
    """Only what was prepared is remembered; what the seller may see has no rating, and nothing about me."""
    ran = coach.refused("prep", "anna", status=0)
    assert ran.out.startswith("Anna Berg · 20 days since")
    assert "you owe: Introduce Anna to Karin at Nordbygg" in ran.out
    made = coach("prep", "anna", "--agenda", "development", "--minutes", "45", "--json").json
    assert (made["agenda"], made["minutes"]) == ("development", 45)
    coach("log", "anna", "about me: I interrupt")
    assert "Anna on working with you: I interrupt" in coach("prep", "anna").out
    out = coach("prep", "anna", "--for-her").out
    assert "to think about before we talk" in out
    assert ("green" in out, "I interrupt" in out) == (False, False)


def test_it_is_written_to_a_file_for_its_owner_alone(coach: Any, tmp_path: Path) -> None:
    """The suffix picks the format, one that is not known makes no file; a level is a word there, without a shape."""
    coach("rate", "anna", "closing", "red", "no next step")
    for suffix in (".md", ".html", ".txt", ".json"):
        path = tmp_path / f"anna{suffix}"
        ran = coach("prep", "anna", "-o", f"anna{suffix}")
        assert (ran.status, ran.out, ran.err) == (0, "", f"Wrote anna{suffix}.\n")
        assert path.stat().st_mode & 0o777 == 0o600
        assert "Nordbygg" in path.read_text("utf-8")
        assert suffix not in {".md", ".html"} or "closing: no next step (red)" in path.read_text("utf-8")
    for name in ("anna.pdf", "anna", "anna.ics"):
        assert ".txt, .json, .md, .html" in coach.refused("prep", "anna", "-o", name).err
        assert not (tmp_path / name).exists()


def test_somebody_new_sees_beforehand_what_is_expected_and_no_light(coach: Any) -> None:
    """By what green looks like; private expectations and ratings are the manager's own."""
    coach("onboard", "åsa", "--plan", "new-seller")
    coach("rate", "åsa", "asking for help", "red", "stuck for days")
    private = '\n[[expectation]]\non = 2026-11-20\narea = "secret"\ngreen = "canary"\nprivate = true\n'
    coach.append(private, "asa-oberg")
    shown = coach("prep", "åsa", "--for-her", "--private").out
    assert "What is expected now" in shown
    assert "asking for help, for green: asks early, and says what was tried" in shown
    assert not any(word in shown for word in ("stuck for days", "■", "canary"))
    assert "What is expected now" not in coach("prep", "bo", "--for-her").out
