from typing import Any


def test_the_latest_booking_wins(coach: Any) -> None:
    """On the same day, the one that stands last."""
    coach("book", "anna", "fri")
    coach("book", "anna", "in", "2", "weeks")
    assert coach("prep", "anna", "--json").json["seller"]["next_talk"] == "2026-12-07"


def test_a_day_that_is_past_is_taken_and_pointed_out(coach: Any) -> None:
    """It may be meant."""
    ran = coach("book", "anna", "2026-11-02")
    assert ran.status == 0
    assert "is past" in ran.err


def test_a_talk_is_booked_with_several(coach: Any) -> None:
    """With commas."""
    assert coach("book", "anna,bo", "fri", "--json").json["sellers"] == ["anna-berg", "bo-ek"]


def test_a_day_that_does_not_exist_is_refused(coach: Any) -> None:
    """With the forms that are understood."""
    ran = coach("book", "anna", "31", "feb")
    assert ran.status == 2
    assert "“31 feb” is a day that does not exist." in ran.err


def test_a_day_is_needed(coach: Any) -> None:
    """The parser says so."""
    assert coach("book", "anna").status == 2
