from typing import Any


def test_the_clocks_stop_while_somebody_is_away(coach: Any) -> None:
    """And the weekly says so."""
    ran = coach("away", "anna", "2026-11-20", "27 nov", "--why", "parental leave", "--json")
    record = ran.json["records"][0]
    assert (record["first"], record["last"], record["why"]) == ("2026-11-20", "2026-11-27", "parental leave")
    status = {one["key"]: one["status"] for one in coach("weekly", "--json").json["sellers"]}
    assert status["anna-berg"] == "away"


def test_the_manager_is_away_too(coach: Any) -> None:
    """In a file of her own."""
    for who in ("me", "ME"):
        assert coach("away", who, "fri", "sun").status == 0
    assert (coach.root / "me.toml").read_text("utf-8").count("first = 2026-11-27") == 2


def test_the_last_day_counts_from_the_first(coach: Any) -> None:
    """Over New Year, without a year."""
    record = coach("away", "anna", "20 dec", "3 jan", "--json").json["records"][0]
    assert (record["first"], record["last"]) == ("2026-12-20", "2027-01-03")


def test_the_last_day_is_not_before_the_first(coach: Any) -> None:
    """It is refused, with the order."""
    before = coach.bytes()
    ran = coach("away", "anna", "2026-12-03", "2026-12-01")
    assert ran.status == 2
    assert "is before" in ran.err
    assert coach.bytes() == before


def test_several_are_away_together(coach: Any) -> None:
    """With commas."""
    assert coach("away", "anna,bo", "fri", "sun", "--json").json["sellers"] == ["anna-berg", "bo-ek"]


def test_a_holiday_of_most_of_a_year_is_asked_back(coach: Any) -> None:
    """A last day before the first one, without a year, falls into the next; with its year it is meant."""
    assert coach("away", "anna", "1 dec", "23 nov").status == 2
    assert coach("away", "anna", "2026-12-01", "2027-11-23").status == 0
