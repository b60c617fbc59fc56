from typing import Any


def test_the_clocks_stop_while_somebody_is_away(coach: Any) -> None:
    """The weekly says so; the manager is away too, in a file of her own."""
    ran = coach("away", "anna", "2026-11-20", "27 nov", "--why", "parental leave", "--json")
    record = ran.json["records"][0]
    assert (record["first"], record["last"], record["why"]) == ("2026-11-20", "2026-11-27", "parental leave")
    status = {one["key"]: one["status"] for one in coach("weekly", "--json").json["sellers"]}
    assert status["anna-berg"] == "away"
    for who in ("me", "ME"):
        assert coach("away", who, "fri", "sun").status == 0
    assert (coach.root / "me.toml").read_text("utf-8").count("first = 2026-11-27") == 2


def test_the_last_day_counts_from_the_first(coach: Any) -> None:
    """Over New Year, without a year; never before it, and most of a year only where the year is said."""
    record = coach("away", "anna", "20 dec", "3 jan", "--json").json["records"][0]
    assert (record["first"], record["last"]) == ("2026-12-20", "2027-01-03")
    assert "is before" in coach.refused("away", "anna", "2026-12-03", "2026-12-01").err
    coach.refused("away", "anna", "1 dec", "23 nov")
    ran = coach("away", "anna,bo", "2026-12-01", "2027-11-23", "--json")
    assert ran.json["sellers"] == ["anna-berg", "bo-ek"]
