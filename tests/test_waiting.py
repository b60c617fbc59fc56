from typing import Any


def test_a_note_about_nobody_is_offered_with_the_next_one(coach: Any) -> None:
    """A name that was misspelt loses nothing."""
    assert coach("note", "zebra", "praise: calm").status == 4
    ran = coach.asked("note", "anna", "--json", answers=["u", "w"])
    assert [one["kind"] for one in ran.json["records"]] == ["praise"]


def test_what_waits_goes_when_the_seller_is_erased(coach: Any) -> None:
    """It is hers as much as her file; what is empty is not offered."""
    coach.asked("note", "anna", "praise: calm", answers=["s"])
    assert "drafts/notes/anna-berg.txt" in coach("dossier", "anna").out
    coach.put(".coach/drafts/notes/bo-ek.txt", " \n")
    assert coach.asked("note", "bo", answers=[]).status == 2
    assert coach("erase", "anna", "--name", "Anna Berg").status == 0
    assert "anna-berg" not in coach.kept_notes()
