from typing import Any


def test_the_latest_booking_wins(coach: Any) -> None:
    """On the same day, the one that stands last; with several at once; a day that is past may be meant."""
    coach("book", "anna", "fri")
    assert coach("book", "anna,bo", "in", "2", "weeks", "--json").json["sellers"] == ["anna-berg", "bo-ek"]
    assert coach("prep", "anna", "--json").json["seller"]["next_talk"] == "2026-12-07"
    for typed in ("by fri", "senast fre"):
        assert coach("book", "anna", *typed.split(), "--json").json["records"][0]["next"] == "2026-11-27"
        assert coach("promise", "anna", "x", "--by", typed, "--json").json["records"][0]["due"] == "2026-11-27"
    ran = coach("book", "anna", "2026-11-02")
    assert (ran.status, "is past" in ran.err) == (0, True)
