from typing import Any


def test_a_note_about_nobody_is_offered_with_the_next_one(coach: Any) -> None:
    """A name that was misspelt loses nothing."""
    assert coach("note", "zebra", "praise: calm").status == 4
    ran = coach.asked("note", "anna", "--json", answers=["u", "w"])
    assert [one["kind"] for one in ran.json["records"]] == ["praise"]


def test_an_empty_draft_is_not_offered(coach: Any) -> None:
    """There is nothing to take up."""
    coach.asked("note", "anna", "praise: calm", answers=["s"])
    (coach.root / ".coach/drafts/notes/anna-berg.txt").write_text(" \n", "utf-8")
    assert coach.asked("note", "anna", answers=[]).status == 2


def test_what_waits_goes_when_the_seller_is_erased(coach: Any) -> None:
    """It is hers as much as her file."""
    coach.asked("note", "anna", "praise: calm", answers=["s"])
    assert "drafts/notes/anna-berg.txt" in coach("dossier", "anna").out
    assert coach("erase", "anna", "--name", "Anna Berg").status == 0
    assert coach.kept_notes() == {}
