from typing import Any


def test_a_goal_is_set_with_its_measure(coach: Any) -> None:
    """Numbers stay as given."""
    args = ("--by", "31 dec", "--measure", "first meetings", "--from", "6", "--to", "12,5", "--unit", "a month")
    ran = coach("goal", "anna", "more", "meetings", *args, "--why", "pipeline", "--json")
    goal = ran.json["records"][0]
    assert (goal["title"], goal["due"], goal["start"], goal["target"]) == ("more meetings", "2026-12-31", 6, 12.5)
    assert (goal["measure"], goal["unit"], goal["why"]) == ("first meetings", "a month", "pipeline")


def test_a_title_is_enough(coach: Any) -> None:
    """The rest may come later."""
    assert coach("goal", "anna,bo", "ask for references").status == 0
    assert 'title = "ask for references"' in coach.text("bo-ek")


def test_a_past_day_is_pointed_out(coach: Any) -> None:
    """It may be meant."""
    assert "is past" in coach("goal", "anna", "more", "--by", "2026-11-01").err


def test_without_a_title_the_open_ones_are_shown(coach: Any) -> None:
    """Of one seller, or of all."""
    coach("goal", "anna", "more meetings", "--by", "31 dec")
    assert "more meetings" in coach("goal").out
    assert [one["title"] for one in coach("goal", "--json").json["goals"]] == ["more meetings"]
    assert coach("goal", "bo", "--json").json["goals"] == []
    assert "coach goal NAME" in coach("goal", "bo").out


def test_a_number_that_is_none_is_refused(coach: Any) -> None:
    """It says how to write one."""
    ran = coach("goal", "anna", "more", "--to", "twelve")
    assert ran.status == 2
    assert "“twelve” is no number." in ran.err
