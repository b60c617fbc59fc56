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
    """Enter adds nobody, near names are shown, who is added has a whole name and a first day; a script never asks."""
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
    assert "coach add 'Eva Lund' --started" in coach("onboard", "Eva Lund", "--start", "7 dec").err
    assert "Nearest: Anna Berg" in coach("onboard", "Anna Bergh").err
    assert coach.bytes() == before


def test_the_first_day_is_asked_for_where_none_is_known(coach: Any) -> None:
    """And is written down with the plan, in one go; a day that is none begins nothing."""
    before = coach.bytes()
    assert coach.asked("onboard", "bo", answers=["soon"]).status == 2
    assert coach.bytes() == before
    assert coach.asked("onboard", "bo", answers=["7 dec"]).status == 0
    assert coach("show", "bo", "--json").json["seller"]["started"] == "2026-12-07"
    coach("undo")
    assert coach.bytes() == before


def test_nothing_is_written_where_it_could_not_be_shown(coach: Any) -> None:
    """What the answer needs is read before, and what is broken is named; the lessons need no questions."""
    coach.put("templates/retro.toml", "= broken\n")
    assert coach("onboard", "åsa").status == 0
    before = coach.bytes()
    for name, line in (
        ("templates/probation", ("--plan", "experienced", "--again")),
        ("templates/probation", ("--phase", "do")),
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
