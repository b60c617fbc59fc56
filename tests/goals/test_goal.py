from typing import Any


def test_a_goal_is_set_with_its_measure_and_shown(coach: Any) -> None:
    """Numbers stay as given; of one seller, or of all; a title is enough, and a past day may be meant."""
    assert "is past" in coach("goal", "anna", "more meetings", "--by", "2026-11-01").err
    assert "more meetings" in coach("goal").out
    assert [one["title"] for one in coach("goal", "--json").json["goals"]] == ["more meetings"]
    assert coach("goal", "bo", "--json").json["goals"] == []
    assert "coach goal NAME" in coach("goal", "bo").out
    assert coach("goal", "anna,bo", "ask for references").status == 0
    assert 'title = "ask for references"' in coach.text("bo-ek")
    args = ("--by", "31 dec", "--measure", "first meetings", "--from", "6", "--to", "12,5", "--unit", "a month")
    ran = coach("goal", "anna", "more", "meetings", *args, "--why", "pipeline", "--json")
    goal = ran.json["records"][0]
    assert (goal["title"], goal["due"], goal["start"], goal["target"]) == ("more meetings", "2026-12-31", 6, 12.5)
    assert (goal["measure"], goal["unit"], goal["why"]) == ("first meetings", "a month", "pipeline")
