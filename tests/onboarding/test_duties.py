from datetime import date
from typing import Any

from fixtures.sellers import Build
from salescoach.onboarding.rules.duties import duties_of, late_steps, talked
from salescoach.records.onboarding import Onboarding, Phase, Step
from salescoach.records.seller import Seller
from salescoach.records.settled import Settled

Given = tuple[str, int, dict[str, Any]]

MONDAY = date(2026, 10, 5)


def planned(seller: Build, *steps: Given, settled: str = "") -> Seller:
    """Make somebody who starts on Monday in a plan with steps, each of an owner and a day, and one settled."""
    phases = [Phase(on=MONDAY, phase="early", day=-20, days=20), Phase(on=MONDAY, phase="one", day=1, days=30)]
    made = [
        Step(id=f"s{at}", on=MONDAY, what="x", owner=owner, phase="one" if day > 0 else "early", day=day, **more)
        for at, (owner, day, more) in enumerate(steps)
    ]
    closed = [Settled(on=MONDAY, of=settled, how="kept")] if settled else []
    return seller(Onboarding(id="p1", on=date(2026, 9, 1), plan="x"), *phases, *made, *closed, started=MONDAY)


def test_ones_own_steps_that_are_late_or_due(seller: Build) -> None:
    """The latest first, not what is done or to come; before the first day those of a week; others' apart if late."""
    own: list[Given] = [
        ("Manager", 3, {}),
        ("manager", 1, {}),
        ("manager", 2, {}),
        ("manager", 4, {}),
        ("buddy", 1, {}),
    ]
    one = planned(seller, *own, ("manager", -5, {}), settled="s2")
    today = date(2026, 10, 7)
    assert [(duty.id, duty.days_late) for duty in duties_of(one, today)] == [("s1", 2), ("s0", 0)]
    for day, duties, mine, others in (
        (today, ["s1", "s0"], ["s1", "s0"], ["s4"]), (date(2026, 9, 22), [], [], []),
        (date(2026, 9, 24), [], ["s5"], []), (date(2026, 10, 1), ["s5"], ["s5"], []),
    ):  # fmt: skip
        found = [[task.id for task in tasks] for tasks in (duties_of(one, day), *late_steps(one, day))]
        assert found == [duties, mine, others], day
    assert duties_of(seller(), MONDAY) == []


def test_a_talk_settles_the_steps_of_its_agenda_and_may_be_others(seller: Build) -> None:
    """The manager's own, late or nearly due; what belongs before the first day only before it."""
    talk = {"by_talk": True}
    given = [("manager", -10, talk), ("manager", 5, talk), ("manager", 9, talk), ("buddy", 5, talk), ("manager", 5, {})]
    one = planned(seller, *given)
    cases = [
        (date(2026, 9, 20), []), (date(2026, 9, 23), ["s0"]), (date(2026, 10, 2), ["s0"]), (date(2026, 10, 5), []),
        (date(2026, 10, 6), ["s1"]), (date(2026, 10, 20), ["s1", "s2"]),
    ]  # fmt: skip
    for on, ids in cases:
        assert [task.id for task in talked(one, on)[1]] == ids, on
        assert talked(one, on, "check-in")[0] == [], on
    one = planned(seller, *given, ("manager", 1, {"agenda": "welcome"}))
    for agenda, settles, may_be in (("welcome", ["s5"], []), (None, [], ["s5"]), ("check-in", [], ["s5"])):
        found = talked(one, MONDAY, agenda)
        assert [[task.id for task in tasks] for tasks in found] == [settles, may_be], agenda
    assert talked(seller(), MONDAY) == ([], [])


def test_a_talk_says_which_step_it_may_be_and_settles_none(coach: Any) -> None:
    """One at most, the one most due; a note is none, what the notes settle is asked no more; on a terminal one key."""
    coach("onboard", "åsa", "--start", "2026-12-07")
    assert "step" not in coach("note", "åsa", "all fine", "--today", "2026-12-04").err
    said = " ".join(coach("log", "åsa", "a word about parking", "--today", "2026-12-04").err.split())
    assert (said.count("A step that is a talk is open: "), "Go through expectations" in said) == (1, True)
    assert "[[settled]]" not in coach.text("asa-oberg")
    assert coach("done", said.partition("Was this it? coach done ")[2].split()[0]).status == 0
    assert "Call to say welcome" in " ".join(coach("log", "åsa", "again", "--today", "2026-12-04").err.split())
    assert "Was this it?" not in coach("log", "åsa", "next: 14 dec; done welcome", "--today", "2026-12-04").err
    coach("onboard", "bo", "--start", "2026-11-16")
    for key, settled in (("", 0), ("y", 1)):
        coach.asked("log", "bo", "went well", answers=[key, "w", "", ""])
        assert "Was this it?" in coach.heard[0]
        assert coach.text("bo-ek").count("[[settled]]") == settled, key


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
    assert (len(found["steps"]), len(found["more_steps"]) > 0) == (2, True)
    assert f"Steps: {len(found['more_steps'])} more" in " ".join(coach("prep", "åsa").out.split())
    assert found["more_steps"][0]["text"].split()[-1] in coach("prep", "åsa", "--all").out.partition("More steps")[2]
