import json
from datetime import date
from typing import Any

import pytest

NAMES = ["structure", "preboarding", "understand", "do", "deliver", "follow-up"]

LESSON = '\n[[retro]]\non = 2026-10-01\nlesson = "Have the laptop ready before the first morning"\n'

STEP = """
[[step]]
id = "b7b7b"
on = 2026-11-23
what = "Show the archive"
owner = "Karin"
phase = "deliver"
day = 84
"""


def steps(coach: Any, key: str = "asa-oberg") -> dict[str, dict[str, Any]]:
    """Return the steps of a seller by their words."""
    return {one["what"]: one for one in coach("onboard", key, "--json").json["steps"]}


def test_a_plan_begins_in_one_write_that_one_undo_takes_back(coach: Any) -> None:
    """An onboarding, its phases and its steps, each with the id of the onboarding."""
    before = coach.text("asa-oberg")
    ran = coach("onboard", "åsa", "--json")
    assert ran.status == 0
    records = ran.json["records"]
    assert {one["kind"] for one in records} == {"onboarding", "phase", "step"}
    assert records[0]["plan"] == "new-seller"
    assert {one["onboarding"] for one in records[1:]} == {records[0]["id"]}
    assert [one["phase"] for one in records if one["kind"] == "phase"] == NAMES
    coach("undo")
    assert coach.text("asa-oberg") == before


def test_who_joined_late_has_no_late_work_from_before(coach: Any) -> None:
    """Åsa began two weeks ago: what was to be done before that is left out, and said to be."""
    ran = coach("onboard", "åsa")
    assert "Day 15 · Understand, 15 days left" in ran.out
    assert "Left out 12 steps of Structure, Preboarding" in ran.err
    assert {one["phase"] for one in steps(coach).values()} == set(NAMES[2:])
    assert not any(one["late"] for one in steps(coach).values())
    assert "Late" not in ran.out
    assert "open" in ran.out


def test_an_onboarding_is_shown_again(coach: Any) -> None:
    """Without writing anything, and without the words of a beginning."""
    begun = coach("onboard", "åsa").out
    before = coach.bytes()
    again = coach("onboard", "åsa").out
    assert coach.bytes() == before
    assert "Begun: 22 steps" in begun
    assert "Begun" not in again
    assert "coach note asa-oberg 'milestone: first meeting'" in again


def test_a_plan_is_chosen_by_where_she_works(coach: Any) -> None:
    """Who is placed elsewhere gets the plan for that, unless another is named."""
    coach("set", "åsa", "--placed-at", "Nordbygg")
    assert coach("onboard", "åsa", "--json").json["plan"] == "placed"
    assert coach("onboard", "anna", "--plan", "experienced", "--json").json["title"] == "Experienced hire"


def test_a_plan_that_is_none_is_answered_with_those_there_are(coach: Any) -> None:
    """And nothing is written."""
    before = coach.bytes()
    ran = coach("onboard", "åsa", "--plan", "old")
    assert ran.status == 2
    assert "experienced, new-seller, placed" in ran.err
    assert coach.bytes() == before


def test_a_plan_is_found_whatever_the_case(coach: Any) -> None:
    """Of the letters, and of what stands between the words."""
    assert coach("onboard", "anna", "--plan", "Placed", "--json").json["plan"] == "placed"
    assert coach("onboard", "åsa", "--plan", "NEW SELLER", "--json").json["plan"] == "new-seller"


def test_a_plan_that_is_none_is_told_before_anything_is_asked(coach: Any) -> None:
    """Nobody is added, and no day is asked for."""
    before = coach.bytes()
    for who in ("Eva Lund", "bo"):
        ran = coach.asked("onboard", who, "--plan", "old", answers=[])
        assert (ran.status, coach.heard) == (2, [])
    assert coach.bytes() == before


def test_a_key_that_is_misspelt_is_named(coach: Any) -> None:
    """With the one that is meant; of a plan that is only one's own, none is said to take over."""
    path = coach.root / "templates" / "onboarding" / "ours.toml"
    path.parent.mkdir(parents=True)
    path.write_text('title = "x"\n[[phase]]\nphase = "do"\ntitle = "Do"\nday = 1\ndayz = 9\npurpose = "x"\n', "utf-8")
    ran = coach("onboard", "åsa", "--plan", "ours")
    assert (
        "ours.toml:6:8: this template cannot be used: phase.0.dayz: there is no such key; “days” is meant." in ran.err
    )
    assert "Mend that place, then try again." in ran.err
    path.rename(path.with_stem("placed"))
    assert "the shipped one takes over" in coach("onboard", "åsa", "--plan", "placed").err


def test_a_plan_with_a_mistake_is_named_and_nothing_is_written(coach: Any) -> None:
    """With its file, line and key."""
    path = coach.root / "templates" / "onboarding" / "ours.toml"
    path.parent.mkdir(parents=True)
    path.write_text('title = "x"\n[[phase]]\nphase = "do"\ntitle = "Do"\nday = 1\ndays = 0\npurpose = "x"\n', "utf-8")
    before = coach.text("asa-oberg")
    ran = coach("onboard", "åsa", "--plan", "ours")
    assert ran.status == 2
    assert "ours.toml:6:8: this template cannot be used: phase.0.days" in ran.err
    assert coach.text("asa-oberg") == before


def test_an_own_plan_goes_by_its_own_phases(coach: Any) -> None:
    """A file in the journal is a plan; where it is gone later, the plan goes by its name."""
    path = coach.root / "templates" / "onboarding" / "ours.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        'title = "Our way"\n[[phase]]\nphase = "all"\ntitle = "All"\nday = 1\ndays = 90\npurpose = "x"\n', "utf-8"
    )
    assert coach("onboard", "åsa", "--plan", "ours").out.startswith(
        "Åsa Öberg · Our way\nDay 15 · All, 75 days left\nx\n"
    )
    path.unlink()
    assert coach("onboard", "åsa").out.startswith("Åsa Öberg · ours\nDay 15 · All")


def test_a_phase_in_which_too_much_is_expected_is_pointed_out(coach: Any) -> None:
    """Few are meant; the plan is begun all the same."""
    path = coach.root / "templates" / "onboarding" / "ours.toml"
    path.parent.mkdir(parents=True)
    head = 'title = "Ours"\n[[phase]]\nphase = "all"\ntitle = "All"\nday = 1\ndays = 90\npurpose = "x"\n'
    path.write_text(head + "".join(f'[[phase.expectation]]\narea = "a{at}"\n' for at in range(8)), "utf-8")
    ran = coach("onboard", "åsa", "--plan", "ours")
    assert "8 areas are expected in the phase All. Few are meant: choose the 7 that matter most." in ran.err
    assert ran.status == 0


def test_a_day_to_come_is_told_and_nothing_before_it_is_late(coach: Any) -> None:
    """How many days, which day, and every step of the time before it open."""
    ran = coach("onboard", "bo", "--start", "7 dec")
    assert "Starts in 14 days, Mon 7 Dec 2026 · Preboarding, 13 days left" in ran.out
    assert "Left out" not in ran.err
    found = steps(coach, "bo-ek").values()
    assert len(found) == 34
    assert not any(one["late"] for one in found)
    ahead = coach("onboard", "bo", "--today", "2026-12-31", "--json").json["steps"]
    assert {one["phase"] for one in ahead if one["late"]} == {"understand"}


@pytest.mark.parametrize(
    ("typed", "day"),
    [("7 dec", "2026-12-07"), ("2 nov", "2026-11-02"), ("2027-10-04", "2027-10-04"), ("mon", "2026-11-30")],
)
def test_a_first_day_without_a_year_is_the_nearest_that_makes_sense(coach: Any, typed: str, day: str) -> None:
    """A start is weeks ahead or weeks ago, not most of a year ahead, unless the year is written."""
    assert coach("onboard", "bo", "--start", typed, "--json").json["started"] == day


def test_there_is_one_start_date(coach: Any) -> None:
    """The first day that is given with a plan is that of the seller, everywhere."""
    ran = coach("onboard", "anna", "--start", "2 nov")
    assert "The first day at work of Anna Berg is Mon 2 Nov 2026 now, not Tue 1 Sept 2026." in ran.err
    assert coach("show", "anna", "--json").json["seller"]["started"] == "2026-11-02"
    assert coach.text().count("[[change]]") == 1


def test_another_first_day_moves_the_plan(coach: Any) -> None:
    """From what to what, and what moves with it; the same day again writes nothing."""
    coach("onboard", "åsa")
    ran = coach("onboard", "åsa", "--start", "2026-12-07")
    assert "Åsa Öberg starts Mon 7 Dec 2026, not Mon 9 Nov 2026: phases and steps come 28 days later." in ran.err
    assert "Starts in 14 days" in ran.out
    assert "Not right? coach undo takes all of it back." in ran.out
    before = coach.bytes()
    assert coach("onboard", "åsa", "--start", "2026-12-07").err == ""
    assert coach.bytes() == before
    assert "14 days sooner" in coach("onboard", "åsa", "--start", "2026-11-23").err


def test_a_first_day_is_asked_for_where_a_plan_has_lost_it(coach: Any) -> None:
    """It was deleted by hand: the plan is there, and needs only the day."""
    coach("onboard", "åsa")
    coach.path("asa-oberg").write_text(coach.text("asa-oberg").replace("started = 2026-11-09\n", ""), "utf-8")
    ran = coach("onboard", "åsa")
    assert ran.status == 2
    assert "coach onboard asa-oberg --start DATE" in ran.err
    assert "Day 22 · Understand, 8 days left · a talk every 7 days\n" in coach("onboard", "åsa", "--start", "2 nov").out


def test_looking_at_a_plan_without_phases_begins_none(coach: Any) -> None:
    """Somebody deleted them, or mistyped what links them with it: a second plan is only begun when asked for."""
    with coach.path("asa-oberg").open("a", encoding="utf-8") as file:
        file.write('\n[[onboarding]]\non = 2026-11-10\nplan = "new-seller"\n')
    before = coach.bytes()
    ran = coach("onboard", "åsa")
    assert ran.status == 2
    assert "is in the plan “New seller” already, but not all of it is in the file. Nothing was written." in ran.err
    assert "coach onboard asa-oberg --plan new-seller --again" in ran.err
    assert coach.asked("onboard", "åsa", answers=[""]).status == 2
    assert coach.bytes() == before
    ran = coach("onboard", "åsa", "--plan", "experienced", "--again")
    assert ran.out.startswith("Åsa Öberg · Experienced hire\nDay 15 · Do")


@pytest.mark.parametrize(("mistyped", "plan"), [('"zz9zz"', "New seller"), ("7", "?")])
def test_a_plan_whose_id_is_mistyped_is_still_there(coach: Any, mistyped: str, plan: str) -> None:
    """Its phases belong to no plan any more, and no second one is written for that."""
    begun = coach("onboard", "åsa", "--json").json["records"][0]["id"]
    text = coach.text("asa-oberg")
    coach.path("asa-oberg").write_text(text.replace(f'id = "{begun}"', f"id = {mistyped}", 1), "utf-8")
    before = coach.text("asa-oberg")
    ran = coach("onboard", "åsa")
    assert (ran.status, f"in the plan “{plan}” already" in ran.err) == (2, True)
    assert coach.text("asa-oberg") == before


def test_a_phase_is_set_by_hand_and_those_after_it_follow(coach: Any) -> None:
    """One record, and the calendar is another."""
    coach("onboard", "åsa")
    ran = coach("onboard", "åsa", "--phase", "Do", "--json").json
    assert [one["kind"] for one in ran["records"]] == ["onboarding"]
    assert (ran["phase"], ran["day"]) == ("do", 15)
    begins = {one["phase"]: one["begins"] for one in ran["phases"]}
    assert (begins["do"], begins["deliver"]) == ("2026-11-23", "2026-12-23")


def test_a_plan_may_begin_in_a_phase(coach: Any) -> None:
    """What stands before it is left out, and said to be."""
    ran = coach("onboard", "anna", "--phase", "do")
    assert "Do, 29 days left" in ran.out
    assert "Left out 18 steps of Structure, Preboarding, Understand" in ran.err
    assert {one["phase"] for one in steps(coach, "anna").values()} == set(NAMES[3:])


def test_a_phase_of_the_time_at_work_waits_for_the_first_day(coach: Any) -> None:
    """The dates are explained, for a plan that begins and for one under way."""
    for line in (("--start", "2026-12-07", "--phase", "do"), ("--start", "2026-12-07"), ("--phase", "do")):
        ran = coach("onboard", "bo", *line)
    assert ran.status == 2
    assert "Bo Ek starts Mon 7 Dec 2026: until then there is no phase “do”." in ran.err
    assert coach("onboard", "bo", "--phase", "preboarding").status == 0
    assert coach("onboard", "bo", "--start", "23 nov", "--phase", "do").status == 0


def test_steps_are_settled_changed_and_deleted_by_hand(coach: Any) -> None:
    """They are records of her file like others."""
    coach("onboard", "åsa")
    laptop = steps(coach)["Have lunch together, and show how things are done here"]
    assert (laptop["late"], laptop["days_late"], laptop["due"]) == (False, 0, "2026-11-09")
    assert coach("done", "lunch", "together").status == 0
    assert steps(coach)[laptop["what"]]["done"] is True
    teach = steps(coach)["Teach the offer, and hear it explained back"]
    text = coach.text("asa-oberg")
    block = text[text.index(f'id = "{teach["id"]}"') :].partition("\n\n")[0]
    changed = block.replace("Teach the offer", "Tell of the offer") + "\ndue = 2026-11-20"
    gone = text[text.index('what = "Present the offer') :].partition("\n\n")[0]
    coach.path("asa-oberg").write_text(text.replace(block, changed).replace(gone, 'what = "x"\n'), "utf-8")
    found = steps(coach)
    assert found["Tell of the offer, and hear it explained back"]["due"] == "2026-11-20"
    assert not any(what.startswith("Present") for what in found)


def test_a_step_of_her_own_counts_with_the_others(coach: Any) -> None:
    """With an owner of her own words, and without an id of a plan."""
    coach("onboard", "anna")
    with coach.path().open("a", encoding="utf-8") as file:
        file.write(STEP)
    assert steps(coach, "anna")["Show the archive"]["owner"] == "Karin"
    listed = coach("onboard", "anna", "--for", "karin", "--json").json
    assert (listed["owner"], [one["what"] for one in listed["steps"]]) == ("Karin", ["Show the archive"])


def test_a_second_plan_is_no_slip_of_the_finger(coach: Any) -> None:
    """A script says that it is meant; what was open of the first is dropped in the same write."""
    coach("onboard", "åsa")
    coach("done", "lunch", "together")
    before = coach.bytes()
    ran = coach("onboard", "åsa", "--plan", "experienced")
    assert ran.status == 2
    assert "in the plan “New seller” already, on day 15" in ran.err
    assert coach.bytes() == before
    ran = coach("onboard", "åsa", "--plan", "experienced", "--again", "--json").json
    assert ran["plan"] == "experienced"
    dropped = [one for one in ran["records"] if one["kind"] == "settled"]
    assert len(dropped) == 21
    assert {one["how"] for one in dropped} == {"dropped"}
    coach("undo")
    assert coach.bytes() == before


def test_what_a_plan_drops_and_writes_does_not_flood_her_story(coach: Any) -> None:
    """Nor the tab, where other open things stand before the steps."""
    coach("onboard", "anna")
    coach("onboard", "anna", "--plan", "placed", "--again")
    coach.monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    story = coach("show", "anna").out
    assert "Onboarding begun, plan placed" in story
    assert "Good pace." in story
    assert "Dropped" not in story
    assert "Step of the" not in story
    assert "Step of the buddy" in coach("show", "anna", "--all").out


def test_what_was_written_by_hand_stays_with_a_second_plan(coach: Any) -> None:
    """A step without a plan belongs to whichever is under way."""
    coach("onboard", "anna")
    with coach.path().open("a", encoding="utf-8") as file:
        file.write(STEP)
    coach("onboard", "anna", "--plan", "placed", "--again")
    assert "Show the archive" in steps(coach, "anna")


def test_lessons_of_earlier_onboardings_are_shown_when_a_plan_begins(coach: Any) -> None:
    """Those of who left too; not again when it is only looked at."""
    with coach.path("bo-ek").open("a", encoding="utf-8") as file:
        file.write(LESSON)
    coach("leave", "bo")
    begun = coach("onboard", "åsa")
    assert "Have the laptop ready before the first morning  Bo Ek · Thu 1 Oct" in begun.out
    assert "laptop ready" not in coach("onboard", "åsa").out


def test_the_list_of_an_owner_is_made_to_be_mailed(coach: Any) -> None:
    """Its steps, phase by phase, with dates written out; of the seller only the name and the first day."""
    coach("onboard", "anna")
    coach("onboard", "anna", "--for", "buddy", "-o", "buddy.md")
    text = (coach.root.parent / "buddy.md").read_text("utf-8")
    assert text.startswith("# Anna Berg: what the buddy does\n\nFirst day at work: Tue 1 Sept 2026\n\n## Deliver")
    assert "- [ ] by Tue 1 Dec 2026: Ask what is still hard, and show how you do it" in text
    assert "discovery" not in text
    for suffix in ("html", "txt", "json"):
        assert coach("onboard", "anna", "--for", "buddy", "-o", f"buddy.{suffix}").status == 0


def test_a_list_of_who_is_in_none_begins_nothing(coach: Any) -> None:
    """Unless a plan is named with it."""
    before = coach.bytes()
    assert coach("onboard", "åsa", "--for", "buddy").status == 2
    assert coach.bytes() == before
    assert coach("onboard", "åsa", "--for", "buddy", "--plan", "new-seller").out.startswith("Åsa Öberg: what the buddy")
    assert coach.bytes() != before


def test_all_who_are_in_one_are_side_by_side(coach: Any) -> None:
    """Who is in none is left out, and an empty screen says how to begin."""
    assert "Begin one: coach onboard NAME --start '7 dec'" in coach("onboard").out
    coach("onboard", "anna")
    coach("onboard", "bo", "--start", "7 dec")
    found = coach("onboard", "--json").json["sellers"]
    assert [(one["name"], one["phase"], one["day"]) for one in found] == [
        ("Anna Berg", "deliver", 84),
        ("Bo Ek", "preboarding", -14),
    ]
    assert "Åsa" not in coach("onboard").out


def test_options_without_a_name_are_asked_whom_they_are_about(coach: Any) -> None:
    """Nothing is done to everybody."""
    for option in (("--plan", "placed"), ("--start", "7 dec"), ("--phase", "do"), ("--for", "HR"), ("--again",)):
        assert "Whom is it about?" in coach("onboard", *option).err
    assert coach("onboard", "").status == 4


def test_who_left_is_shown_and_not_written_to(coach: Any) -> None:
    """A plan begins for who is here."""
    coach("onboard", "åsa")
    coach("leave", "åsa")
    assert coach("onboard", "åsa").status == 0
    for line in (("--phase", "do"), ("--again",)):
        ran = coach("onboard", "åsa", *line)
        assert (ran.status, "has left already" in ran.err) == (2, True)


def test_the_days_to_the_decision_stand_on_both_screens(coach: Any) -> None:
    """Where a probation is known; they are the days that are left to decide in."""
    coach("onboard", "åsa")
    with coach.path("asa-oberg").open("a", encoding="utf-8") as file:
        file.write('\n[[probation]]\non = 2026-11-09\nends = 2027-05-08\ncountry = "SE"\n')
    one = coach("onboard", "åsa", "--json").json
    assert (one["ends"], one["days_left"]) == ("2027-05-08", (date(2027, 5, 8) - date(2026, 11, 23)).days)
    assert coach("onboard", "--json").json["sellers"][0]["decide_by"] == one["decide_by"]
    assert "Probation ends in 166 days" in coach("onboard", "åsa").out


def test_the_length_of_a_probation_is_asked_for_where_nobody_said_it(coach: Any) -> None:
    """With the command that says it; not of who was there before such a thing could be."""
    asked = "How long is the probation? coach probation asa-oberg --country SE"
    assert asked in coach("onboard", "åsa").out
    coach("probation", "åsa", "--country", "SE")
    assert asked not in coach("onboard", "åsa").out
    long = coach("onboard", "bo", "--start", "2020-01-07", "--phase", "do")
    assert (long.status, "How long" in long.out) == (0, False)


def test_one_tab_knows_the_plans(coach: Any) -> None:
    """By their names, with what they are called."""
    coach.monkeypatch.setenv("_COACH_COMPLETE", "complete_zsh")
    coach.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "coach onboard anna --plan ")
    with pytest.raises(SystemExit):
        coach()
    assert '"placed":"Placed elsewhere"' in coach.read()[0]


def test_one_tab_offers_other_open_things_before_steps(coach: Any) -> None:
    """A plan has them by the dozen."""
    coach("onboard", "anna")
    coach.monkeypatch.setenv("_COACH_COMPLETE", "complete_zsh")
    coach.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "coach done ")
    with pytest.raises(SystemExit):
        coach()
    offered = coach.read()[0]
    assert (
        offered.index("Introduce Anna") < offered.index("Pricing for the new") < offered.index("Ask all who took part")
    )


def test_the_week_and_the_agenda_are_not_disturbed(coach: Any) -> None:
    """No step is a promise, and none is news since the last talk."""
    before = coach("weekly", "--json").json
    coach("onboard", "anna")
    after = coach("weekly", "--json").json
    assert after["promises"] == before["promises"]
    assert after["commitments"] == before["commitments"]
    news = json.dumps(coach("prep", "anna", "--agenda", "check-in", "--json").json)
    assert "Step of the" not in news
    assert "Phase " not in news
