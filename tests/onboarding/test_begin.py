from typing import Any

import pytest


def test_somebody_who_is_nobody_yet_is_added_where_she_says_so(coach: Any) -> None:
    """Asked once, then for the first day, if that was not given."""
    ran = coach.asked("onboard", "Eva", "Lund", answers=["y", "7 dec"])
    assert coach.heard == ["“Eva Lund” is nobody here yet. Add? y n", "The first day at work of Eva Lund? (7 dec)"]
    assert ran.out.startswith("Eva Lund · New seller\nStarts in 14 days, Mon 7 Dec 2026")
    assert "started = 2026-12-07" in coach.text("eva-lund")
    ran = coach.asked("onboard", "Lisa Holm", "--start", "2 nov", answers=["y"])
    assert ran.out.startswith("Lisa Holm · New seller\nDay 22")
    assert "[[change]]" not in coach.text("lisa-holm")


def test_an_undo_takes_the_plan_back_and_the_next_the_seller(coach: Any) -> None:
    """They are two things that were done."""
    coach.asked("onboard", "Eva Lund", "--start", "7 dec", answers=["y"])
    coach("undo")
    assert "[[" not in coach.text("eva-lund")
    coach("undo")
    assert not coach.path("eva-lund").exists()


def test_a_name_like_another_is_asked_about_with_it(coach: Any) -> None:
    """Enter adds nobody: it was a slip of the finger, more often than not."""
    before = coach.bytes()
    ran = coach.asked("onboard", "Anna Bergh", answers=[""])
    assert "nobody here yet; near it: Anna Berg" in coach.heard[0]
    assert ran.status == 4
    assert "Nearest: Anna Berg" in ran.err
    assert coach.bytes() == before


def test_nobody_is_added_without_a_first_day(coach: Any) -> None:
    """Enter at the second question leaves all as it was."""
    before = coach.bytes()
    ran = coach.asked("onboard", "Eva Lund", answers=["y", ""])
    assert ran.status == 2
    assert "coach onboard eva-lund --start DATE" in ran.err
    assert coach.bytes() == before


def test_half_a_name_is_nobody(coach: Any) -> None:
    """Who is added has a whole one; nothing is asked."""
    assert coach.asked("onboard", "Eva", answers=[]).status == 4


def test_a_script_is_told_how_to_add_somebody(coach: Any) -> None:
    """It is never guessed; a name like another is answered with that one."""
    before = coach.bytes()
    ran = coach("onboard", "Eva Lund", "--start", "7 dec")
    assert ran.status == 4
    assert "coach add 'Eva Lund' --started DATE" in ran.err
    assert "Nearest: Anna Berg" in coach("onboard", "Anna Bergh").err
    assert coach.bytes() == before


def test_the_first_day_is_asked_for_where_none_is_known(coach: Any) -> None:
    """And is written down with the plan, in one go."""
    before = coach.text("bo-ek")
    ran = coach.asked("onboard", "bo", answers=["7 dec"])
    assert coach.heard == ["The first day at work of Bo Ek? (7 dec)"]
    assert ran.status == 0
    assert coach("show", "bo", "--json").json["seller"]["started"] == "2026-12-07"
    coach("undo")
    assert coach.text("bo-ek") == before


def test_a_day_that_is_none_begins_nothing(coach: Any) -> None:
    """What was typed is answered with what is understood."""
    before = coach.bytes()
    assert coach.asked("onboard", "bo", answers=["soon"]).status == 2
    assert coach.bytes() == before


def test_a_second_plan_is_asked_about(coach: Any) -> None:
    """Enter leaves the first one as it is."""
    coach("onboard", "åsa")
    before = coach.bytes()
    ran = coach.asked("onboard", "åsa", "--plan", "placed", answers=[""])
    assert coach.heard == [
        "Åsa Öberg is in the plan “New seller” already, on day 15. Begin another? What is open of it is dropped. y n"
    ]
    assert ran.status == 2
    assert coach.bytes() == before
    assert coach.asked("onboard", "åsa", "--plan", "placed", answers=["y"]).out.startswith(
        "Åsa Öberg · Placed elsewhere"
    )


def test_a_plan_before_its_first_day_is_asked_about_as_such(coach: Any) -> None:
    """In days until then."""
    coach("onboard", "bo", "--start", "7 dec")
    said = coach("onboard", "bo", "--plan", "placed").err
    assert "Bo Ek is in the plan “New seller” already, 14 days before the first day." in said


def test_a_plan_without_a_first_day_is_asked_about_as_such(coach: Any) -> None:
    """It has no day to tell."""
    coach("onboard", "åsa")
    coach.path("asa-oberg").write_text(coach.text("asa-oberg").replace("started = 2026-11-09\n", ""), "utf-8")
    assert "already, without a first day. Nothing was written." in coach("onboard", "åsa", "--plan", "placed").err


def test_a_plan_that_would_be_over_asks_for_the_phase_of_today(coach: Any) -> None:
    """Who is long here begins where she is now."""
    ran = coach("onboard", "bo", "--start", "2020-01-07")
    assert ran.status == 2
    assert "coach onboard bo-ek --plan new-seller --phase NAME" in ran.err
    assert coach("onboard", "bo", "--start", "2020-01-07", "--phase", "preb").status == 0


def broken(coach: Any, name: str) -> None:
    """Put a template of one's own that cannot be read into the journal."""
    path = coach.root / "templates" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("= broken\n", "utf-8")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("probation", ("--plan", "experienced", "--again")),
        ("probation", ("--phase", "do")),
        ("onboarding/new-seller", ("--phase", "do")),
        ("onboarding/new-seller", ("--start", "2026-11-02")),
        ("onboarding/new-seller", ("--again",)),
    ],
)
def test_nothing_is_written_where_it_could_not_be_shown(coach: Any, name: str, line: tuple[str, ...]) -> None:
    """The templates that the answer needs are read before, and the broken one is named."""
    coach("onboard", "åsa")
    before = coach.bytes()
    broken(coach, name)
    ran = coach("onboard", "åsa", *line)
    assert (ran.status, f"{name}.toml:1:1" in ran.err) == (5, True)
    (coach.root / "templates" / f"{name}.toml").unlink()
    assert coach.bytes() == before


def test_nothing_is_written_where_a_setting_is_wrong(coach: Any) -> None:
    """The clock goes by the settings."""
    before = coach.text("asa-oberg")
    (coach.root / "coach.toml").write_text('format = 1\n[probation]\nweekly = "often"\n', "utf-8")
    assert coach("onboard", "åsa").status == 5
    assert coach.text("asa-oberg") == before


def test_nobody_is_added_for_a_plan_that_cannot_begin(coach: Any) -> None:
    """Neither the seller nor the plan."""
    broken(coach, "probation")
    assert coach.asked("onboard", "Eva Lund", "--start", "7 dec", answers=["y"]).status == 5
    assert not coach.path("eva-lund").exists()


def test_broken_questions_of_a_retrospective_keep_no_plan_from_beginning(coach: Any) -> None:
    """Only the lessons go by them, and those that were chosen need none."""
    broken(coach, "retro")
    assert coach("onboard", "åsa").status == 0


def test_a_plan_that_has_lost_its_first_day_is_not_written_to(coach: Any) -> None:
    """It could not be shown; with the day it goes on."""
    coach("onboard", "åsa")
    coach.path("asa-oberg").write_text(coach.text("asa-oberg").replace("started = 2026-11-09\n", ""), "utf-8")
    before = coach.text("asa-oberg")
    ran = coach("onboard", "åsa", "--phase", "do")
    assert (ran.status, "coach onboard asa-oberg --start DATE" in ran.err) == (2, True)
    assert coach.text("asa-oberg") == before
    assert coach("onboard", "åsa", "--phase", "do", "--start", "2026-11-09").status == 0


def test_the_phase_of_today_is_not_begun_again(coach: Any) -> None:
    """Its days would start over; since when it runs is said instead."""
    coach("onboard", "åsa", "--today", "2026-11-09")
    coach("onboard", "åsa", "--phase", "do", "--today", "2026-11-16")
    before = coach.text("asa-oberg")
    ran = coach("onboard", "åsa", "--phase", "Do")
    assert ran.status == 0
    assert ran.err == "Åsa Öberg is in the phase Do already, since Mon 16 Nov 2026. Nothing was written.\n"
    assert coach.text("asa-oberg") == before
    assert coach("onboard", "åsa", "--phase", "deliver", "--json").json["phase"] == "deliver"


def test_a_phase_that_waits_for_its_day_may_begin_today(coach: Any) -> None:
    """It is the next one, and nobody is in it yet."""
    coach("onboard", "bo", "--start", "2027-03-01")
    ran = coach("onboard", "bo", "--phase", "structure", "--json")
    assert [one["phase"] for one in ran.json["records"]] == ["structure"]
