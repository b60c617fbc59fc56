from pathlib import Path
from typing import Any


def test_it_is_written_to_a_file(coach: Any, tmp_path: Path) -> None:
    """The suffix picks the format, one that is not known makes no file; a level is a word there, without a shape."""
    coach("rate", "anna", "closing", "red", "no next step")
    for suffix in (".md", ".html"):
        ran = coach("prep", "anna", "-o", f"anna{suffix}")
        assert (ran.status, ran.out, ran.err) == (0, "", f"Wrote anna{suffix}.\n")
        assert "closing: no next step (red)" in (tmp_path / f"anna{suffix}").read_text("utf-8")
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
