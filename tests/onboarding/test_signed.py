from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

from salescoach.coaching.schedule import course_of
from salescoach.records.onboarding import Onboarding, Phase, Step
from salescoach.records.seller import Seller

Build = Callable[..., Seller]
FIRST = date(2026, 12, 7)


def signed_on(seller: Build, signed: date | None, started: date = FIRST) -> Any:
    """Return the course of a plan of three weeks, three weeks and thirty days, with a step at each end of the early."""
    days = [("structure", -42, 21), ("preboarding", -21, 21), ("do", 1, 30)]
    phases = [Phase(on=FIRST, phase=name, day=day, days=long) for name, day, long in days]
    given = [("structure", -40), ("structure", -24), ("preboarding", -18), ("preboarding", -3), ("do", 5)]
    steps = [Step(id=f"s{day}", on=FIRST, what="x", owner="HR", phase=phase, day=day) for phase, day in given]
    return course_of(seller(Onboarding(on=FIRST, plan="p", signed=signed), *phases, *steps, started=started))


def test_the_phases_before_the_first_day_follow_from_both_dates(seller: Build) -> None:
    """Structure begins with the contract, preboarding fills the rest; where time is short each gives way."""
    cases = [
        (date(2026, 9, 7), date(2026, 9, 28)), (date(2026, 10, 26), date(2026, 11, 16)),
        (date(2026, 11, 7), date(2026, 11, 22)), (date(2026, 11, 23), date(2026, 11, 30)),
        (date(2026, 12, 6), date(2026, 12, 6)), (FIRST, date(2026, 11, 16)), (None, date(2026, 11, 16)),
    ]  # fmt: skip
    for signed, preboarding in cases:
        course = signed_on(seller, signed)
        structure, before, work = course.stretches
        known = signed if signed and signed < FIRST else date(2026, 10, 26)
        assert (structure.begins, before.begins, work.begins) == (known, preboarding, FIRST), signed
        assert all((later.begins - one.ends).days == 1 for one, later in pairwise(course.stretches)), signed


def test_a_step_before_the_first_day_falls_between_both_dates(seller: Build) -> None:
    """Those of structure go with the contract, the last ones stay near the first day; none before the contract."""
    course = signed_on(seller, date(2026, 9, 7))
    assert [course.falls(one) for one in course.steps] == [
        date(2026, 9, 9), date(2026, 9, 25), date(2026, 11, 19), date(2026, 12, 4), date(2026, 12, 11),
    ]  # fmt: skip
    short = signed_on(seller, date(2026, 11, 23))
    falls = [short.falls(one) for one in short.steps]
    assert all(date(2026, 11, 20) < one < FIRST for one in falls[:-1])
    assert falls[-1] == date(2026, 12, 11)


def test_the_day_of_the_contract_is_kept_and_moves_the_phases(coach: Any) -> None:
    """When the plan begins or later; a contract on the first day at work or after it is none."""
    ran = coach("onboard", "åsa", "--start", "2027-02-01", "--signed", "2026-11-20")
    assert "Structure" in ran.out
    assert "20 Nov – 10 Dec" in ran.out
    assert "11 Dec – 31 Jan" in ran.out
    coach("onboard", "åsa", "--signed", "2026-11-16")
    assert "16 Nov – 6 Dec" in coach("onboard", "åsa").out
    assert coach("onboard", "åsa", "--json").json["signed"] == "2026-11-16"
    coach("onboard", "åsa", "--start", "2027-03-01")
    assert "7 Dec – 28 Feb" in coach("onboard", "åsa").out
    assert "before the first day at work" in coach.refused("onboard", "åsa", "--signed", "2027-03-01").err


def test_the_managers_steps_before_the_first_day_are_named(coach: Any) -> None:
    """Due this week, due today or late, in the week and on the morning; what others do then is not."""
    coach("onboard", "åsa", "--start", "2027-02-01", "--signed", "2026-11-20")
    step = "Name a knowledge owner"
    assert f"your step by Thu 26 Nov: {step}" in " ".join(coach("weekly", "--all").out.split())
    assert step not in " ".join(coach().out.split())
    week = " ".join(coach("weekly", "--all", "--today", "2026-12-02").out.split())
    assert "your step, meant for Thu 26 Nov: Name a" in week
    assert "steps of others" not in week
    assert step in " ".join(coach("--today", "2026-11-26").out.split())
    coach("done", "name a knowledge owner")
    assert step not in " ".join(coach("--today", "2026-11-26").out.split())


def test_nothing_is_late_before_the_first_day_on_any_screen(coach: Any) -> None:
    """However long its day has gone by: open, or meant for a day."""
    coach("onboard", "åsa", "--start", "2027-02-01", "--signed", "2026-11-20")
    on = ("--today", "2027-01-25")
    for line in ((), ("weekly",), ("weekly", "--why"), ("prep", "åsa", "--all"), ("onboard", "åsa"), ("onboard",)):
        for one in coach(*line, *on).out.splitlines():
            theirs = any(word in one for word in ("Anna", "Bo", "You owe", "counts as"))
            assert theirs or not [word for word in (" late", "overdue") if word in one], (line, one)
    assert "Steps of yours are open in the onboarding of Åsa Öberg (" in coach(*on).out
    assert "Your step for Åsa Öberg, meant for Thu 26 Nov: Name a" in coach("--today", "2026-12-01").out


def test_the_week_says_what_is_due_on_the_first_day(coach: Any) -> None:
    """As the morning does, also where a talk was held already: nobody is fine whose step is due today."""
    coach("onboard", "åsa", "--start", "2026-12-14", "--signed", "2026-11-20")
    coach("log", "åsa", "all fine", "--today", "2026-12-10")
    on = ("--today", "2026-12-14")
    assert "due today: Be there on the first morning" in " ".join(coach(*on).out.split())
    assert "your step, due today: Be there on the first morning" in " ".join(coach("weekly", "--all", *on).out.split())


def test_who_knows_which_subject_has_a_place(coach: Any) -> None:
    """Named with the plan or later; briefing each is a step of the manager's, and its day is seen when it is done."""
    coach("onboard", "åsa", "--start", "2027-02-01", "--knows", "offer: Karin Dahl")
    coach("onboard", "åsa", "--knows", "tools : Bo Ek", "--knows", "contracts: HR")
    said = " ".join(coach("onboard", "åsa").out.split())
    assert "Who knows what: offer: Karin Dahl, to be briefed · tools: Bo Ek, to be briefed · contracts: HR" in said
    assert "Brief Karin Dahl: what Åsa is to learn of offer" in said
    coach("done", "brief karin", "--today", "2026-11-25")
    assert "offer: Karin Dahl, briefed Wed 25 Nov" in " ".join(coach("onboard", "åsa").out.split())
    assert coach("onboard", "åsa", "--json").json["knowledge"][0] == {
        "subject": "offer", "who": "Karin Dahl", "briefed": "2026-11-25",
    }  # fmt: skip
    for typed in ("offer", ": Karin", "offer:"):
        assert "Who knows what?" in coach.refused("onboard", "åsa", "--knows", typed).err
    assert "What did you know beforehand" in coach("ask", "åsa", "retro", "--of", "knowledge-owner").out


def test_a_task_list_is_for_who_knows_a_subject_by_her_name(coach: Any) -> None:
    """What is of another subject is not on it; it says who knows what, and so does the list for all of them."""
    coach("onboard", "åsa", "--start", "2027-02-01", "--knows", "offer: Karin Dahl", "--knows", "tools: Ola Ruud")
    karin, ola, all_ = (
        " ".join(coach("onboard", "åsa", "--for", who).out.split()) for who in ("karin", "Ola Ruud", "knowledge owner")
    )
    assert karin.startswith("Åsa Öberg: what Karin Dahl does First day at work: Mon 1 Feb 2027 · offer: Karin Dahl Str")
    assert ("Teach the offer" in karin, "Answer the questions" in karin) == (True, True)
    assert ("Teach the offer" in ola, "Answer the questions" in ola) == (False, True)
    assert "tools: Ola Ruud" in ola
    assert "Teach the offer" in all_
    assert "offer: Karin Dahl · tools: Ola Ruud" in all_
    assert "Those with a step are" in coach.refused("onboard", "åsa", "--for", "Per").err
    assert "Karin" not in coach("onboard", "åsa", "--for", "buddy").out


def test_another_who_knows_a_subject_takes_the_place_of_the_first(coach: Any) -> None:
    """The step to brief that one is dropped; the same again changes nothing, and says so."""
    coach("onboard", "åsa", "--start", "2027-02-01", "--knows", "prices: Karin Dahl", "--knows", "tools: Ola Ruud")
    before = coach.text("asa-oberg")
    ran = coach("onboard", "åsa", "--knows", "Prices: karin dahl")
    assert ("is named for Prices already" in ran.err, coach.text("asa-oberg")) == (True, before)
    coach("onboard", "åsa", "--knows", "prices: Per Ny")
    ran = coach("onboard", "åsa", "--json").json
    assert {one["subject"]: one["who"] for one in ran["knowledge"]} == {"prices": "Per Ny", "tools": "Ola Ruud"}
    assert "Brief Karin" not in str(ran["steps"])
    coach("done", "brief per")
    assert coach.text("asa-oberg") != before
    coach("onboard", "åsa", "--knows", "prices: Eva Dal")
    assert ("prices", "Eva Dal") in [
        (one["subject"], one["who"]) for one in coach("onboard", "åsa", "--json").json["knowledge"]
    ]


def test_who_is_named_after_the_first_day_is_briefed_within_a_week(coach: Any) -> None:
    """Also near it: it is no step from before, is late after its day, and stands in the phase of its day."""
    for start in ("2026-11-16", "2026-11-25"):
        coach("onboard", "åsa", "--start", start, "--knows", "offer: Karin Dahl", "--again")
        found = next(
            one
            for one in coach("onboard", "åsa", "--json", "--today", "2026-12-02").json["steps"]
            if one["what"].startswith("Brief Karin") and not one["done"]
        )
        assert (found["due"], found["days_late"], found["phase"]) == ("2026-11-30", 2, "understand")
