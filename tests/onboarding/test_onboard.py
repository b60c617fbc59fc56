from pathlib import Path
from typing import Any

import pytest

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


def ours(coach: Any, days: str = "days = 90", more: str = "") -> Path:
    """Put a plan of one phase into the journal."""
    phase = f'[[phase]]\nphase = "all"\ntitle = "All"\nday = 1\n{days}\npurpose = "x"\n'
    path: Path = coach.put("templates/onboarding/ours.toml", f'title = "Our way"\n{phase}{more}')
    return path


def without_first_day(coach: Any) -> None:
    """Take the first day at work out of the file of Åsa."""
    coach.path("asa-oberg").write_text(coach.text("asa-oberg").replace("started = 2026-11-09\n", ""), "utf-8")


def test_a_plan_begins_in_one_write_that_one_undo_takes_back(coach: Any) -> None:
    """Each phase and step has the id of the onboarding; what is over is left out; shown again it writes nothing."""
    before = coach.bytes()
    ran = coach("onboard", "åsa", "--json")
    first, *others = ran.json["records"]
    assert {one["kind"] for one in others} == {"phase", "step"}
    assert {one["onboarding"] for one in others} == {first["id"]}
    assert "Left out 12 steps of Structure, Preboarding" in ran.err
    coach("undo")
    assert coach.bytes() == before
    assert "Begun: 22 steps" in coach("onboard", "åsa").out
    again = coach.refused("onboard", "åsa", status=0).out
    assert ("Begun" in again, "coach note asa-oberg 'milestone: first meeting'" in again) == (False, True)
    assert "Left out 18 steps of Structure, Preboarding, Und" in coach("onboard", "anna", "--phase", "do").err
    assert "Left out" not in coach("onboard", "bo", "--start", "7 dec").err


def test_a_plan_is_chosen_by_where_she_works(coach: Any) -> None:
    """Who is placed elsewhere gets the plan for that, unless another is named, in whatever case."""
    coach("set", "åsa", "--placed-at", "Nordbygg")
    for who, line, title in (
        ("anna", ("--plan", "experienced"), "Experienced hire"),
        ("åsa", (), "Placed elsewhere"),
        ("åsa", ("--plan", "NEW SELLER", "--again"), "New seller"),
    ):
        assert coach("onboard", who, *line, "--json").json["title"] == title


def test_a_plan_that_is_none_is_told_before_anything_is_asked(coach: Any) -> None:
    """With those there are; nobody is added, and no day is asked for."""
    before = coach.bytes()
    for who in ("Eva Lund", "bo"):
        ran = coach.asked("onboard", who, "--plan", "old", answers=[])
        assert (ran.status, coach.heard, "experienced, new-seller, placed" in ran.err) == (2, [], True), who
    assert coach.bytes() == before


def test_an_own_plan_goes_by_its_own_phases(coach: Any) -> None:
    """Few areas are meant; where it is gone it goes by its name; one that cannot be used gives way to a shipped one."""
    path = ours(coach, "days = 0")
    said = coach.refused("onboard", "åsa", "--plan", "ours").err
    assert "ours.toml:6:8: this template cannot be used: phase.0.days" in said
    assert "Mend that place, then try again." in said
    path.rename(path.with_stem("placed"))
    assert "the shipped one takes over" in coach("onboard", "åsa", "--plan", "placed").err
    path = ours(coach, more="".join(f'[[phase.expectation]]\narea = "a{at}"\n' for at in range(8)))
    ran = coach("onboard", "åsa", "--plan", "ours")
    assert ran.out.startswith("Åsa Öberg · Our way\nDay 15 · All, 75 days left\nx\n")
    assert "8 areas are expected in the phase All. Few are meant: choose the 7 that matter most." in ran.err
    path.unlink()
    assert coach("onboard", "åsa").out.startswith("Åsa Öberg · ours\nDay 15 · All")


def test_there_is_one_start_date_and_the_plan_moves_with_it(coach: Any) -> None:
    """It is that of the seller, everywhere; the same day again writes nothing; where it was lost it is needed."""
    ran = coach("onboard", "anna", "--start", "2 nov")
    assert "The first day at work of Anna Berg is Mon 2 Nov 2026 now, not Tue 1 Sept 2026." in ran.err
    assert coach("show", "anna", "--json").json["seller"]["started"] == "2026-11-02"
    assert coach.text().count("[[change]]") == 1
    coach("onboard", "åsa")
    ran = coach("onboard", "åsa", "--start", "2026-12-07")
    assert "Åsa Öberg starts Mon 7 Dec 2026, not Mon 9 Nov 2026: phases and steps come 28 days later." in ran.err
    assert ("Starts in 14 days" in ran.out, "Not right? coach undo takes all of it back." in ran.out) == (True, True)
    assert coach.refused("onboard", "åsa", "--start", "2026-12-07", status=0).err == ""
    assert "14 days sooner" in coach("onboard", "åsa", "--start", "2026-11-23").err
    coach("undo")
    coach("undo")
    without_first_day(coach)
    for line in ((), ("--phase", "do")):
        assert "coach onboard asa-oberg --start DATE" in coach.refused("onboard", "åsa", *line).err
    assert "Day 22 · Understand, 8 days left · a talk every 7 days\n" in coach("onboard", "åsa", "--start", "2 nov").out


def test_looking_at_a_plan_without_phases_begins_none(coach: Any) -> None:
    """Deleted, or what links them with it mistyped: a second plan is only begun when asked for."""
    begun = coach("onboard", "bo", "--start", "9 nov", "--json").json["records"]
    text = coach.text("bo-ek")
    for mistyped, plan in (('"zz9zz"', "New seller"), ("7", "?")):
        coach.path("bo-ek").write_text(text.replace(f'id = "{begun[0]["id"]}"', f"id = {mistyped}", 1), "utf-8")
        assert f"in the plan “{plan}” already" in coach.refused("onboard", "bo").err
    coach.append('\n[[onboarding]]\non = 2026-11-10\nplan = "new-seller"\n', "asa-oberg")
    ran = coach.refused("onboard", "åsa")
    assert "is in the plan “New seller” already, but not all of it is in the file. Nothing was written." in ran.err
    assert "coach onboard asa-oberg --plan new-seller --again" in ran.err


def test_a_second_plan_is_no_slip_of_the_finger(coach: Any) -> None:
    """A script says that it is meant, Enter leaves the first; what is open of it is dropped in the same write."""
    coach("onboard", "åsa")
    coach("done", "lunch", "together")
    before = coach.bytes()
    assert "in the plan “New seller” already, on day 15" in coach.refused("onboard", "åsa", "--plan", "placed").err
    ran = coach("onboard", "åsa", "--plan", "experienced", "--again", "--json").json
    assert ran["plan"] == "experienced"
    assert [one["how"] for one in ran["records"] if one["kind"] == "settled"] == ["dropped"] * 21
    coach("undo")
    assert coach.asked("onboard", "åsa", "--plan", "placed", answers=[""]).status == 2
    assert coach.heard == [
        "Åsa Öberg is in the plan “New seller” already, on day 15. Begin another? What is open of it is dropped. y n"
    ]
    assert coach.bytes() == before
    ran = coach.asked("onboard", "åsa", "--plan", "placed", answers=["y"])
    assert ran.out.startswith("Åsa Öberg · Placed elsewhere")
    coach("onboard", "bo", "--start", "7 dec")
    said = coach("onboard", "bo", "--plan", "placed").err
    assert "Bo Ek is in the plan “New seller” already, 14 days before the first day." in said
    without_first_day(coach)
    assert "already, without a first day. Nothing was written." in coach("onboard", "åsa", "--plan", "new-seller").err


def test_a_phase_is_set_by_hand(coach: Any) -> None:
    """One record, and the calendar is another; a phase of the time at work waits for the first day."""
    coach("onboard", "åsa")
    ran = coach("onboard", "åsa", "--phase", "Do", "--json").json
    assert ([one["kind"] for one in ran["records"]], ran["phase"]) == (["onboarding"], "do")
    for line in (("--start", "2026-12-07", "--phase", "do"), ("--start", "2026-12-07"), ("--phase", "do")):
        ran = coach("onboard", "bo", *line)
        said = "Bo Ek starts Mon 7 Dec 2026: until then there is no phase “do”." in ran.err
        assert (ran.status, said) == ((2, True) if "--phase" in line else (0, False)), line
    assert coach("onboard", "bo", "--start", "23 nov", "--phase", "do").status == 0


def test_what_is_so_already_is_not_written_again(coach: Any) -> None:
    """The phase that she is in, the day of the contract: it is said, and what was before is what undo takes back."""
    coach("onboard", "bo", "--start", "2026-12-07", "--signed", "2026-11-20")
    coach("onboard", "bo", "--phase", "preboarding")
    before = coach.bytes()
    for line, said in (
        (("--phase", "preboarding"), "is in the phase Preboarding already, since Mon 23 Nov 2026. Nothing was written"),
        (("--signed", "2026-11-20"), "is noted as signed Fri 20 Nov 2026 already"),
        (("--start", "2026-12-07", "--signed", "20 nov", "--phase", "Preb"), "is in the phase Preboarding already"),
    ):
        ran = coach("onboard", "bo", *line)
        assert (said in ran.err, coach.bytes()) == (True, before), line
        assert "coach undo" not in ran.out, line
    coach("onboard", "bo", "--start", "2027-03-01")
    ran = coach("onboard", "bo", "--phase", "structure", "--json")
    assert [one["phase"] for one in ran.json["records"]] == ["structure"]


def test_a_step_of_her_own_counts_with_the_others(coach: Any) -> None:
    """With an owner of her own words, and without an id of a plan: it belongs to whichever is under way."""
    coach("onboard", "anna")
    coach.append(STEP)
    assert steps(coach, "anna")["Show the archive"]["owner"] == "Karin"
    listed = coach("onboard", "anna", "--for", "karin", "--json").json
    assert (listed["owner"], [one["what"] for one in listed["steps"]]) == ("Karin", ["Show the archive"])
    coach("onboard", "anna", "--plan", "placed", "--again")
    assert "Show the archive" in steps(coach, "anna")


def test_a_list_of_who_is_in_none_begins_nothing(coach: Any) -> None:
    """Unless a plan is named with it; and options without a name are asked whom they are about."""
    coach.refused("onboard", "åsa", "--for", "buddy")
    assert coach("onboard", "åsa", "--for", "buddy", "--plan", "new-seller").out.startswith("Åsa Öberg: what the buddy")
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


def test_one_tab_knows_the_plans(coach: Any) -> None:
    """By their names, with what they are called; other open things stand before steps, which come by the dozen."""
    coach("onboard", "anna")
    coach.monkeypatch.setenv("_COACH_COMPLETE", "complete_zsh")
    offered = {}
    for typed in ("onboard anna --plan ", "done "):
        coach.monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"coach {typed}")
        with pytest.raises(SystemExit):
            coach()
        offered[typed] = coach.read()[0]
    assert '"placed":"Placed elsewhere"' in offered["onboard anna --plan "]
    places = [offered["done "].index(one) for one in ("Introduce Anna", "Pricing for the new", "Ask all who took part")]
    assert places == sorted(places)


def test_how_long_a_probation_is_is_asked_once(coach: Any) -> None:
    """Not where it is known, nor long after any would be over; an empty screen says how to begin."""
    asked = "How long is the probation? coach probation asa-oberg --country SE"
    assert "Begin one: coach onboard NAME --start '7 dec'" in coach("onboard").out
    assert asked in coach("onboard", "åsa").out
    assert [one["name"] for one in coach("onboard", "--json").json["sellers"]] == ["Åsa Öberg"]
    coach("probation", "åsa", "--country", "SE")
    assert asked not in coach("onboard", "åsa").out
    assert "How long" not in coach("onboard", "bo", "--start", "2020-01-07", "--phase", "do").out
