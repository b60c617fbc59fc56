from typing import Any


def test_a_promise_is_moved_and_the_old_day_stays_visible(coach: Any) -> None:
    """By id or by words, the day behind them; every screen that tells of its day has the new one."""
    before = coach.bytes()
    for line in (("p9d", "27", "nov"), ("Karin", "Nordbygg", "fri"), ("p9", "by", "27 nov")):
        coach.again(before)
        record = coach("move", *line, "--why", "Karin is ill", "--json").json["records"][0]
        assert (record["kind"], record["of"], record["due"]) == ("moved", "p9d1c", "2026-11-27"), line
    for view in (("promise",), ("show", "anna"), ("prep", "anna")):
        assert "due Fri 27 Nov, was Fri 6 Nov" in coach(*view).out, view
    promise = coach("weekly", "--json").json["promises"][0]
    assert (promise["due"], promise["was"], promise["days_late"]) == ("2026-11-27", "2026-11-06", -4)
    for page in ("show", "dossier"):
        assert "Moved to Fri 27 Nov: Introduce Anna to Karin at Nordbygg (Karin" in coach(page, "anna").out, page


def test_a_goal_gets_another_target_and_its_pace_is_of_that(coach: Any) -> None:
    """The latest wins; a day can be moved with it."""
    made = coach("goal", "anna", "12 first meetings", "--to", "12", "--by", "31 dec", "--json")
    spelled = made.json["records"][0]["id"]
    coach("progress", "anna", spelled, "6")
    coach("move", spelled, "--target", "20")
    coach("move", "first", "meetings", "mon", "--target", "24", "--why", "too easy")
    goal = coach("goal", "anna", "--json").json["goals"][0]
    assert (goal["target"], goal["target_was"], goal["way"], goal["due"]) == (24, 20, 0.25, "2026-11-30")
    assert "6 of 24, was 20" in coach("goal", "anna").out


def test_what_cannot_be_moved_is_refused(coach: Any) -> None:
    """With what was meant; nothing is written."""
    for line, status, said in (
        (("p9d", "frii"), 2, "“frii” is no date"), (("p9d",), 2, "to when?"), ((), 2, "to when?"),
        (("p9d", "--target", "3"), 2, "nothing of that kind to move"), (("zzz", "fri"), 4, "goes by “zzz”"),
    ):  # fmt: skip
        assert said in coach.refused("move", *line, status=status).err


def test_a_mark_moves_and_a_guided_log_offers_it(coach: Any) -> None:
    """A day that is none is asked for again; what only begins like the mark stays text."""
    ran = coach.asked("log", "anna", "--json", answers=["m", "31 feb", "4 dec", "", *[""] * 6, "w", "", ""])
    assert [(one["kind"], one.get("due")) for one in ran.json["records"]] == [("talk", None), ("moved", "2026-12-04")]
    ran = coach("note", "anna", "move karin mon\nmove p9d soon\nMove the boxes by fri", "--json")
    assert [(one["kind"], one.get("due")) for one in ran.json["records"]] == [("note", None), ("moved", "2026-11-30")]
    assert "names no day" in ran.err
