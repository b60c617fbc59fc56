import re
from pathlib import Path
from typing import Any


def test_where_there_is_nobody_the_next_command_is_said(coach: Any) -> None:
    """The week is empty, and no mistake."""
    for path in (coach.root / "sellers").iterdir():
        path.unlink()
    ran = coach("weekly")
    assert (ran.status, "coach add NAME" in ran.out) == (0, True)


def test_near_the_end_of_a_quarter_ten_minutes_are_proposed(coach: Any) -> None:
    """Where a talk is due, in the last fourteen days; rather than none."""
    said = "ten minutes each are better than none: coach prep bo-ek --minutes 10"
    assert said not in coach("weekly", "--today", "2026-12-17").out
    assert f"The quarter ends in 13 days: {said}" in coach("weekly", "--today", "2026-12-18").out
    assert "The quarter ends today: ten minutes" in coach("weekly", "--today", "2026-12-31").out
    for who in ("anna", "bo", "åsa"):
        coach("log", who, "Good.", "--today", "2026-12-18")
    assert said not in coach("weekly", "--today", "2026-12-18").out


def test_the_booked_talks_become_a_calendar(coach: Any, tmp_path: Path) -> None:
    """One event each, for its owner alone: timed where a time of day is known, and else free."""
    coach("book", "anna", "fri")
    coach("book", "bo", "2026-11-30 14:00")
    assert coach("weekly", "-o", "week.ics").status == 0
    text = (tmp_path / "week.ics").read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 2
    assert re.findall("DTSTART.*|TRANSP.*", text.replace("\r", "")) == [
        "DTSTART:20261130T140000", "TRANSP:OPAQUE", "DTSTART;VALUE=DATE:20261127", "TRANSP:TRANSPARENT",
    ]  # fmt: skip


def test_the_week_is_a_document_too(coach: Any, tmp_path: Path) -> None:
    """With every reason, and what is owed both ways."""
    coach("promise", "anna", "call Karin", "--by", "30 nov")
    coach("weekly", "-o", "week.md")
    text = (tmp_path / "week.md").read_text("utf-8")
    for said in ("Anna Berg", "Introduce Anna to Karin at Nordbygg", "17 days late", "next week: 1"):
        assert said in text, said


def test_a_broken_file_hides_nobody(coach: Any) -> None:
    """A seller's or one's own: the week is shown all the same, the file is named, and a check says 1."""
    coach.put("me.toml", "format = 1\n[[away]\n")
    ran = coach("weekly", "--json")
    assert (ran.status, len(ran.json["sellers"])) == (0, 3)
    assert [(one["file"], one["line"]) for one in ran.json["problems"]] == [("me.toml", 2)]
    assert "me.toml:2" in coach("prep", "anna").err
    for who in ("anna", "bo", "åsa"):
        coach("log", who, "Good.")
    assert coach("weekly", "--check").status == 1
    coach.path("bo-ek").write_text("broken", "utf-8")
    ran = coach("weekly")
    assert (ran.status, "Anna Berg" in ran.out, "sellers/bo-ek.toml:1:" in ran.out) == (0, True, True)


def test_who_is_as_urgent_stands_in_the_order_of_the_alphabet(coach: Any) -> None:
    """In that of the journal's dates.toml, on every list of people."""
    shipped = (Path(__file__).parents[2] / "templates" / "en" / "dates.toml").read_text("utf-8")
    coach.put("templates/en/dates.toml", shipped.replace("alphabet = []", 'alphabet = [["ø"], ["å"]]'))
    for path in (coach.root / "sellers").iterdir():
        path.unlink()
    wanted = ["Zoe", "Ødegård", "Åse"]
    for name in sorted(wanted):
        coach("add", name)
        coach("note", name, "praise: needle; @me x by 2026-11-30")
    assert [one["name"] for one in coach("weekly", "--json").json["sellers"]] == wanted
    assert [one["name"] for one in coach("find", "needle", "--json").json["hits"]] == wanted
    assert sorted(wanted, key=coach("promise").out.index) == wanted


def test_rhythm_and_quality_stand_side_by_side(coach: Any) -> None:
    """Under --why alone, of the last six talks of all sellers; what was noted of none is left out, and no score."""
    for day in range(10, 17):
        text = f"green: closing{' – asked' if day % 2 else ''}; {'next: in 2 weeks' if day % 3 else ''}"
        own = {10: ["2", "y"], 12: ["2", "n"], 14: ["1", ""], 16: ["", "y"]}.get(day, ["", ""])
        coach.asked("log", "bo" if day % 2 else "anna", text, "--on", f"2026-11-{day}", answers=["w", *own])
    assert coach("weekly", "--why", "--json").json["quality"] == {
        "talks": 6, "opened": [1, 2], "one_thing": [1, 2], "agreed": [4, 6], "seen": [3, 6],
    }  # fmt: skip
    shown = coach("weekly", "--why").out
    assert "in time with 2 of 3 sellers" in shown
    assert "the seller began 1 of 2 · one thing 1 of 2" in shown
    assert "quality" not in coach("weekly", "--json").json
    assert "Your own part" not in coach("weekly").out


def test_a_goal_not_looked_at_is_a_reason_of_no_weight(coach: Any) -> None:
    """Behind what presses; a step noted within the interval settles it."""
    coach("goal", "anna", "12 deals", "--every", "14")

    def reasons() -> list[str]:
        (anna, *_) = [one for one in coach("weekly", "--json", *later).json["sellers"] if one["key"] == "anna-berg"]
        return [one["code"] for one in anna["reasons"]]

    later = ("--today", "2026-12-07")
    assert reasons()[-1] == "goal_unseen"
    assert "not looked at for 14 days" in coach("prep", "anna", "--all", *later).out
    coach("progress", "anna", "deals", "--note", "slow", "--on", "5 dec", *later)
    assert "goal_unseen" not in reasons()


def test_a_silence_is_pointed_out_sooner_where_somebody_is_placed_elsewhere(coach: Any) -> None:
    """After a week without any contact, in the week and today, or as the settings say; not while she is away."""
    coach("set", "anna", "--placed-at", "Nordbygg", "--every", "30")
    coach("log", "anna", "Good", "--on", "2026-11-10")

    def silent(day: str) -> tuple[bool, bool]:
        week = coach("weekly", "--json", "--today", day).json["sellers"]
        reasons = next(one["reasons"] for one in week if one["key"] == "anna-berg")
        today = "No contact, though placed elsewhere: Anna Berg for" in coach("--today", day).out
        return "silent" in {one["code"] for one in reasons}, today

    assert [silent(f"2026-11-{day}") for day in (17, 18)] == [(False, False), (True, True)]
    coach("note", "anna", "touch: phone", "--on", "2026-11-12")
    coach("praise", "anna", "kind", "--from", "Karin", "--on", "2026-11-18")
    assert [silent(f"2026-11-{day}") for day in (19, 20)] == [(False, False), (True, True)]
    coach("away", "anna", "2026-11-19", "2026-11-20")
    assert [silent(f"2026-11-{day}") for day in (20, 21, 22)] == [(False, False), (False, False), (True, True)]
    coach.put("coach.toml", "format = 1\n\n[silence]\nplaced = 9\n")
    assert silent("2026-11-22") == (False, False)
    coach("set", "anna", "--placed-at", "")
    assert silent("2026-11-30") == (False, False)
