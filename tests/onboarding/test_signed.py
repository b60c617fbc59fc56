from datetime import date
from itertools import pairwise
from typing import Any

from fixtures.sellers import Build
from salescoach.coaching.schedule import course_of
from salescoach.records.onboarding import Onboarding, Phase, Step

FIRST = date(2026, 12, 7)


def signed_on(seller: Build, signed: date | None) -> Any:
    """Return the course of a plan of three weeks, three weeks and thirty days, with a step at each end of the early."""
    days = [("structure", -42, 21), ("preboarding", -21, 21), ("do", 1, 30)]
    phases = [Phase(on=FIRST, phase=name, day=day, days=long) for name, day, long in days]
    given = [("structure", -40), ("structure", -24), ("preboarding", -18), ("preboarding", -3), ("do", 5)]
    steps = [Step(id=f"s{day}", on=FIRST, what="x", owner="HR", phase=phase, day=day) for phase, day in given]
    return course_of(seller(Onboarding(on=FIRST, plan="p", signed=signed), *phases, *steps, started=FIRST))


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
    *early, last = [short.falls(one) for one in short.steps]
    assert all(date(2026, 11, 20) < one < FIRST for one in early)
    assert last == date(2026, 12, 11)


def test_the_day_of_the_contract_is_kept_and_moves_the_phases(coach: Any) -> None:
    """Later or with another first day; a contract on the first day at work or after it is none."""
    coach("onboard", "åsa", "--start", "2027-02-01", "--signed", "2026-11-20")
    assert "16 Nov – 6 Dec" in coach("onboard", "åsa", "--signed", "2026-11-16").out
    assert coach("onboard", "åsa", "--json").json["signed"] == "2026-11-16"
    assert "7 Dec – 28 Feb" in coach("onboard", "åsa", "--start", "2027-03-01").out
    assert "before the first day at work" in coach.refused("onboard", "åsa", "--signed", "2027-03-01").err


def test_what_waits_before_the_first_day_is_named_and_never_late(coach: Any) -> None:
    """The manager's own, on the day and in the week: due, meant for a day, due on the first; of others nothing."""
    coach.play(
        ("onboard åsa --start 2027-02-01 --signed 2026-11-20",),
        ("2026-11-23", "!Name a knowledge owner"),
        ("2026-11-26", "Name a knowledge owner"),
        ("2026-12-02 weekly --all", "your step, meant for Thu 26 Nov: Name a", "!steps of others"),
        ("2027-01-25", "Steps of yours are open in the onboarding of Åsa Öberg ("),
        ("2027-01-25 onboard", "!late", "!overdue"),
        ("2027-01-25 onboard åsa", "!late", "!overdue"),
        ("2027-02-01", "due today: Be there on the first morning"),
        ("2027-02-01 weekly --all", "your step, due today: Be there on the first morning"),
    )


def knowledge(coach: Any) -> dict[str, tuple[str, str | None]]:
    """Return who knows each subject, and when that one was briefed."""
    found = coach("onboard", "åsa", "--json").json["knowledge"]
    return {one["subject"]: (one["who"], one.get("briefed")) for one in found}


def test_who_knows_which_subject_has_a_place(coach: Any) -> None:
    """Named with the plan or later; briefing each is a step, of another the first is dropped, the same is said."""
    coach("onboard", "åsa", "--start", "2027-02-01", "--knows", "offer: Karin Dahl")
    ran = coach("onboard", "åsa", "--knows", "tools : Bo Ek", "--knows", "contracts: HR")
    said = " ".join(ran.out.split())
    assert "Who knows what: offer: Karin Dahl, to be briefed · tools: Bo Ek, to be briefed · contracts: HR" in said
    assert "Brief Karin Dahl: what Åsa is to learn of offer" in said
    before = coach.text("asa-oberg")
    assert "is named for Offer already" in coach("onboard", "åsa", "--knows", "Offer: karin dahl").err
    assert coach.text("asa-oberg") == before
    coach("onboard", "åsa", "--knows", "offer: Per Ny")
    assert "Brief Karin" not in coach("onboard", "åsa", "--json").out
    coach("done", "brief per", "--today", "2026-11-25")
    assert knowledge(coach) == {
        "tools": ("Bo Ek", None), "contracts": ("HR", None), "offer": ("Per Ny", "2026-11-25"),
    }  # fmt: skip
    coach("onboard", "åsa", "--knows", "offer: Eva Dal")
    assert knowledge(coach)["offer"] == ("Eva Dal", None)
    for typed in ("offer", ": Karin", "offer:"):
        assert "Who knows what?" in coach.refused("onboard", "åsa", "--knows", typed).err


def test_a_task_list_is_for_who_knows_a_subject_by_her_name(coach: Any) -> None:
    """What is of another subject is not on it; it says who knows what, and so does the list for all of them."""
    coach("onboard", "åsa", "--start", "2027-02-01", "--knows", "offer: Karin Dahl", "--knows", "tools: Ola Ruud")
    karin, ola, every = (
        " ".join(coach("onboard", "åsa", "--for", who).out.split()) for who in ("karin", "Ola Ruud", "knowledge owner")
    )
    assert karin.startswith("Åsa Öberg: what Karin Dahl does First day at work: Mon 1 Feb 2027 · offer: Karin Dahl Str")
    assert ["Teach the offer" in one for one in (karin, ola, every)] == [True, False, True]
    assert ["Answer the questions" in one for one in (karin, ola)] == [True, True]
    assert "offer: Karin Dahl · tools: Ola Ruud" in every
    assert "Those with a step are" in coach.refused("onboard", "åsa", "--for", "Per").err
    assert "Karin" not in coach("onboard", "åsa", "--for", "buddy").out


def test_who_is_named_after_the_first_day_is_briefed_within_a_week(coach: Any) -> None:
    """Also near it: it is no step from before, is late after its day, and stands in the phase of its day."""
    for start in ("2026-11-16", "2026-11-25"):
        coach("onboard", "åsa", "--start", start, "--knows", "offer: Karin Dahl", "--again")
        steps = coach("onboard", "åsa", "--json", "--today", "2026-12-02").json["steps"]
        [found] = [one for one in steps if one["what"].startswith("Brief Karin") and not one["done"]]
        assert (found["due"], found["days_late"], found["phase"]) == ("2026-11-30", 2, "understand"), start
