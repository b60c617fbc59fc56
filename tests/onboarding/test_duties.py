from collections.abc import Callable
from datetime import date
from typing import Any

from salescoach.onboarding.rules.duties import duties_of, talked
from salescoach.records.commitment import Settled
from salescoach.records.onboarding import Onboarding, Phase, Step
from salescoach.records.seller import Seller

Build = Callable[..., Seller]
MONDAY = date(2026, 10, 5)


def test_ones_own_steps_that_are_late_or_due_today(seller: Build) -> None:
    """The latest first; not what is done, to come, or somebody else's."""
    plan = Onboarding(id="p1", on=MONDAY, plan="x")
    phase = Phase(on=MONDAY, phase="one", title="One", day=1, days=30)
    given = ((3, "Manager"), (1, "manager"), (2, "manager"), (4, "manager"), (1, "buddy"))
    steps = [
        Step(id=f"s{at}", on=MONDAY, what=f"step {at}", owner=owner, phase="one", day=day)
        for at, (day, owner) in enumerate(given)
    ]
    one = seller(plan, phase, *steps, Settled(on=MONDAY, of="s2", how="kept"), started=MONDAY)
    found = duties_of(one, date(2026, 10, 7))
    assert [(duty.id, duty.days_late) for duty in found] == [("s1", 2), ("s0", 0)]
    assert duties_of(seller(), MONDAY) == []


def test_a_talk_settles_the_steps_of_its_agenda_and_may_be_others(seller: Build) -> None:
    """The manager's own, late or nearly due; what belongs before the first day only before it."""
    plan = Onboarding(id="p1", on=date(2026, 9, 1), plan="x")
    phases = [Phase(on=MONDAY, phase="early", day=-20, days=20), Phase(on=MONDAY, phase="one", day=1, days=30)]
    given: list[tuple[str, int, str, bool | None]] = [
        ("early", -10, "manager", True),
        ("one", 5, "manager", True),
        ("one", 9, "manager", True),
    ]
    given += [("one", 5, "buddy", True), ("one", 5, "manager", None)]
    steps = [
        Step(id=f"s{at}", on=MONDAY, what=f"step {at}", owner=owner, phase=phase, day=day, by_talk=by_talk)
        for at, (phase, day, owner, by_talk) in enumerate(given)
    ]
    one = seller(plan, *phases, *steps, started=MONDAY)
    cases = [
        (date(2026, 9, 20), []), (date(2026, 9, 23), ["s0"]), (date(2026, 10, 2), ["s0"]), (date(2026, 10, 5), []),
        (date(2026, 10, 6), ["s1"]), (date(2026, 10, 20), ["s1", "s2"]),
    ]  # fmt: skip
    for on, ids in cases:
        assert [task.id for task in talked(one, on)[1]] == ids, on
        assert talked(one, on, "check-in")[0] == [], on
    steps.append(Step(id="s5", on=MONDAY, what="plan", owner="manager", phase="one", day=1, agenda="welcome"))
    one = seller(plan, *phases, *steps, started=MONDAY)
    for agenda, settles, may_be in (("welcome", ["s5"], []), (None, [], ["s5"]), ("check-in", [], ["s5"])):
        found = talked(one, MONDAY, agenda)
        assert [[task.id for task in tasks] for tasks in found] == [settles, may_be], agenda
    assert talked(seller(), MONDAY) == ([], [])


def test_a_talk_says_which_step_it_may_be_and_settles_none(coach: Any) -> None:
    """One at most, the one most due; a note between talks is none, and what the notes settle is asked no more."""
    coach("onboard", "åsa", "--start", "2026-12-07")
    assert "step" not in coach("note", "åsa", "all fine", "--today", "2026-12-04").err
    ran = coach("log", "åsa", "a word about parking", "--today", "2026-12-04")
    said = " ".join(ran.err.split())
    assert said.count("A step that is a talk is open: ") == 1
    assert "Go through expectations" in said
    assert "[[settled]]" not in coach.text("asa-oberg")
    id_ = said.partition("Was this it? coach done ")[2].split()[0]
    assert coach("done", id_, "--today", "2026-12-04").status == 0
    assert "Call to say welcome" in " ".join(coach("log", "åsa", "again", "--today", "2026-12-04").err.split())
    assert "Was this it?" not in coach("log", "åsa", "next: 14 dec; done welcome", "--today", "2026-12-04").err


def test_on_a_terminal_one_key_settles_the_step_that_a_talk_was(coach: Any) -> None:
    """Enter leaves it open."""
    coach("onboard", "åsa", "--start", "2026-11-16")
    for key, settled in (("", 0), ("y", 1)):
        coach.asked("log", "åsa", "went well", answers=[key, "w", "", ""])
        assert "Was this it?" in coach.heard[0]
        assert coach.text("asa-oberg").count("[[settled]]") == settled, key


def test_the_welcome_of_the_first_day_settles_its_step(coach: Any) -> None:
    """Prepared or named, by its agenda; it is said."""
    coach("onboard", "åsa", "--start", "2026-11-23")
    ran = coach("log", "åsa", "all there", "--agenda", "first-days")
    assert "settles it: Be there on the first morning" in " ".join(ran.err.split())
    assert coach.text("asa-oberg").count("[[settled]]") == 1


def test_a_prep_has_two_steps_at_most(coach: Any) -> None:
    """The rest is counted, and stands under --all."""
    coach("onboard", "åsa", "--start", "2026-10-12")
    found = {one["key"]: one["items"] for one in coach("prep", "åsa", "--json").json["sections"]}
    assert len(found["steps"]) == 2
    assert len(found["more_steps"]) > 0
    out = coach("prep", "åsa").out
    assert f"Steps: {len(found['more_steps'])} more" in " ".join(out.split())
    assert found["more_steps"][0]["text"].split()[-1] in coach("prep", "åsa", "--all").out.partition("More steps")[2]
