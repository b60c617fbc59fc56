from typing import Any


def test_somebody_who_is_nobody_yet_is_added_where_she_says_so(coach: Any) -> None:
    """Asked once, then for the first day, if that was not given."""
    ran = coach.asked("onboard", "Eva", "Lund", answers=["y", "7 dec"])
    assert coach.heard == ["“Eva Lund” is nobody here yet. Add? y n", "The first day at work of Eva Lund? (7 dec)"]
    assert ran.out.startswith("Eva Lund · New seller\nStarts in 14 days, Mon 7 Dec 2026")
    assert "started = 2026-12-07" in coach.text("eva-lund")
    ran = coach.asked("onboard", "Lisa Holm", "--start", "2 nov", answers=["1", "y"])
    assert ran.out.startswith("Lisa Holm · New seller\nDay 22")
    assert "[[change]]" not in coach.text("lisa-holm")


def test_nobody_is_added_by_a_slip(coach: Any) -> None:
    """Enter adds nobody, near names are shown, a first day is needed, who is added has a whole name."""
    before = coach.bytes()
    ran = coach.asked("onboard", "Anna Bergh", answers=[""])
    assert "nobody here yet; near it: Anna Berg" in coach.heard[0]
    assert (ran.status, "Nearest: Anna Berg" in ran.err) == (4, True)
    ran = coach.asked("onboard", "Eva Lund", answers=["y", ""])
    assert (ran.status, "coach onboard eva-lund --start DATE" in ran.err) == (2, True)
    assert coach.asked("onboard", "Eva", answers=[]).status == 4
    coach.put("templates/probation.toml", "= broken\n")
    assert coach.asked("onboard", "Eva Lund", "--start", "7 dec", answers=["y"]).status == 5
    (coach.root / "templates" / "probation.toml").unlink()
    assert coach.bytes() == before


def test_a_script_is_told_how_to_add_somebody(coach: Any) -> None:
    """It is never guessed; a name like another is answered with that one."""
    ran = coach.refused("onboard", "Eva Lund", "--start", "7 dec", status=4)
    assert "coach add 'Eva Lund' --started DATE" in ran.err
    assert "Nearest: Anna Berg" in coach.refused("onboard", "Anna Bergh", status=4).err


def test_the_first_day_is_asked_for_where_none_is_known(coach: Any) -> None:
    """And is written down with the plan, in one go; a day that is none begins nothing."""
    before = coach.bytes()
    assert coach.asked("onboard", "bo", answers=["soon"]).status == 2
    assert coach.bytes() == before
    ran = coach.asked("onboard", "bo", answers=["7 dec"])
    assert coach.heard == ["The first day at work of Bo Ek? (7 dec)"]
    assert ran.status == 0
    assert coach("show", "bo", "--json").json["seller"]["started"] == "2026-12-07"
    coach("undo")
    assert coach.bytes() == before


def test_a_second_plan_is_asked_about(coach: Any) -> None:
    """Enter leaves the first one as it is; before its first day, and without one, it is asked about as such."""
    coach("onboard", "åsa")
    before = coach.bytes()
    ran = coach.asked("onboard", "åsa", "--plan", "placed", answers=[""])
    assert coach.heard == [
        "Åsa Öberg is in the plan “New seller” already, on day 15. Begin another? What is open of it is dropped. y n"
    ]
    assert (ran.status, coach.bytes()) == (2, before)
    ran = coach.asked("onboard", "åsa", "--plan", "placed", answers=["y"])
    assert ran.out.startswith("Åsa Öberg · Placed elsewhere")
    coach("onboard", "bo", "--start", "7 dec")
    said = coach("onboard", "bo", "--plan", "placed").err
    assert "Bo Ek is in the plan “New seller” already, 14 days before the first day." in said
    coach.path("asa-oberg").write_text(coach.text("asa-oberg").replace("started = 2026-11-09\n", ""), "utf-8")
    assert "already, without a first day. Nothing was written." in coach("onboard", "åsa", "--plan", "new-seller").err


def test_nothing_is_written_where_it_could_not_be_shown(coach: Any) -> None:
    """What the answer needs is read before, and what is broken is named; the lessons need no questions."""
    coach.put("templates/retro.toml", "= broken\n")
    assert coach("onboard", "åsa").status == 0
    before = coach.bytes()
    for name, line in (
        ("templates/probation", ("--plan", "experienced", "--again")),
        ("templates/probation", ("--phase", "do")),
        ("templates/onboarding/new-seller", ("--phase", "do")),
        ("templates/onboarding/new-seller", ("--start", "2026-11-02")),
        ("templates/onboarding/new-seller", ("--again",)),
    ):
        path = coach.put(f"{name}.toml", "= broken\n")
        ran = coach("onboard", "åsa", *line)
        assert (ran.status, f"{name}.toml:1:1" in ran.err) == (5, True), line
        path.unlink()
        assert coach.bytes() == before
    coach.put("coach.toml", 'format = 1\n[probation]\nweekly = "often"\n')
    coach.refused("onboard", "åsa", "--again", status=5)


def test_a_plan_that_has_lost_its_first_day_is_not_written_to(coach: Any) -> None:
    """It could not be shown; with the day it goes on."""
    coach("onboard", "åsa")
    coach.path("asa-oberg").write_text(coach.text("asa-oberg").replace("started = 2026-11-09\n", ""), "utf-8")
    assert "coach onboard asa-oberg --start DATE" in coach.refused("onboard", "åsa", "--phase", "do").err
    assert coach("onboard", "åsa", "--phase", "do", "--start", "2026-11-09").status == 0


def test_the_phase_of_today_is_not_begun_again(coach: Any) -> None:
    """Its days would start over; the next one may begin before its day."""
    coach("onboard", "åsa", "--today", "2026-11-09")
    coach("onboard", "åsa", "--phase", "do", "--today", "2026-11-16")
    ran = coach.refused("onboard", "åsa", "--phase", "Do", status=0)
    assert ran.err == "Åsa Öberg is in the phase Do already, since Mon 16 Nov 2026. Nothing was written.\n"
    assert coach("onboard", "åsa", "--phase", "deliver", "--json").json["phase"] == "deliver"
    coach("onboard", "bo", "--start", "2027-03-01")
    ran = coach("onboard", "bo", "--phase", "structure", "--json")
    assert [one["phase"] for one in ran.json["records"]] == ["structure"]
