from typing import Any


def test_a_goal_is_set_with_its_measure_and_shown(coach: Any) -> None:
    """Numbers stay as given; of one seller, or of all; a title is enough, and a past day may be meant."""
    assert "is past" in coach("goal", "anna", "more meetings", "--by", "2026-11-01").err
    assert [one["title"] for one in coach("goal", "--json").json["goals"]] == ["more meetings"]
    assert coach("goal", "bo", "--json").json["goals"] == []
    assert "coach goal NAME" in coach("goal", "bo").out
    assert coach("goal", "anna,bo", "ask for references").status == 0
    assert 'title = "ask for references"' in coach.text("bo-ek")
    args = ("--by", "31 dec", "--measure", "first meetings", "--from", "6", "--to", "12,5", "--unit", "a month")
    goal = coach("goal", "anna", "more", "meetings", *args, "--why", "pipeline", "--json").json["records"][0]
    told = ("more meetings", "2026-12-31", 6, 12.5, "first meetings", "a month", "pipeline")
    assert tuple(goal[name] for name in ("title", "due", "start", "target", "measure", "unit", "why")) == told


def test_a_goal_that_holds_is_told_whole_and_one_that_lacks_something_in_one_quiet_line(coach: Any) -> None:
    """Beside the answer, after a goal, a log and a note; a private word is in none of it, and nothing is asked."""
    args = ("--horizon", "two years", "--serves", "40 new customers", "--resources", "a day a week", "--why", "growth")
    ran = coach("goal", "anna", "12 first meetings", "--every", "2 weeks", *args, "--by", "31 dec")
    assert "measure" not in ran.err
    (found,) = coach("goal", "anna", "--json").json["goals"]
    told = ("every", "horizon", "serves", "resources", "why", "unseen")
    assert [found[name] for name in told] == [14, "two years", "40 new customers", "a day a week", "growth", False]
    assert ["two years" in coach("goal", "anna", *more).out for more in ((), ("--all",))] == [False, True]
    assert "not looked at for 15 days" in coach("goal", "anna", "--today", "2026-12-08").out
    for line in (
        ("goal", "bo", "ask more ~SECRET"),
        ("log", "bo", "goal: more ~SECRET"),
        ("note", "bo", "goal: m"),
    ):
        ran = coach(*line)
        assert (ran.err.count("no measure yet"), "SECRET" in ran.err + ran.out) == (1, False), line
    for wrong in ("0", "-3", "yesterday", "now and then", "9" * 5000):
        assert coach("goal", "anna", "x", "--every", wrong).status == 2, wrong[:9]
    assert coach("goal", "anna", "x", "--every", "30", "--json").json["records"][0]["every"] == 30
