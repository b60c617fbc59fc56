from typing import Any

PLAN = """
[[onboarding]]
id = "n1a2b"
on = 2026-11-09
plan = "{plan}"

[[phase]]
on = 2026-11-09
phase = "first"
title = "First days"
day = 1
days = 30
onboarding = "n1a2b"
"""
OWN = """
title = "Ours"
[[phase]]
phase = "first"
title = "First days"
day = 1
days = 30
purpose = "Begin"
[[phase.expectation]]
area = "asking"
green = "asks early"
"""


def begun(coach: Any, plan: str) -> None:
    """Begin a plan of one phase with Åsa, who started two weeks ago."""
    with coach.path("asa-oberg").open("a", encoding="utf-8") as file:
        file.write(PLAN.format(plan=plan))
    folder = coach.root / "templates" / "onboarding"
    folder.mkdir(parents=True)
    (folder / "ours.toml").write_text(OWN, "utf-8")


def areas(coach: Any, who: str, *more: str) -> list[str]:
    """Return the areas in which something is expected of somebody."""
    return [one["area"] for one in coach("expect", who, "--json", *more).json["expectations"]]


def test_the_phase_says_what_is_expected_while_it_lasts(coach: Any) -> None:
    """And the stage when it is over."""
    begun(coach, "ours")
    assert areas(coach, "åsa") == ["asking"]
    assert "in the phase First days" in coach("expect", "åsa").out
    assert "asking" not in areas(coach, "åsa", "--today", "2026-12-20")


def test_a_plan_whose_template_is_gone_leaves_what_the_stage_expects(coach: Any) -> None:
    """Nothing breaks; the first months say it."""
    begun(coach, "gone")
    assert "product knowledge" in areas(coach, "åsa")
    assert "in the first months" in coach("expect", "åsa").out


def test_the_stage_goes_by_the_first_day_at_work(coach: Any) -> None:
    """New for ninety days, unless the settings say otherwise; where no first day is known, settled."""
    assert coach("expect", "anna", "--json").json["stage"] == "new"
    assert coach("expect", "bo", "--json").json["stage"] == "settled"
    (coach.root / "coach.toml").write_text("format = 1\n[rhythm]\nnew_days = 5\n", "utf-8")
    assert coach("expect", "anna", "--json").json["stage"] == "settled"


def test_an_own_template_of_the_stage_wins(coach: Any) -> None:
    """With its mistake named by file, line and key."""
    path = coach.root / "templates" / "expectations" / "settled.toml"
    path.parent.mkdir(parents=True)
    path.write_text('[[expectation]]\narea = "tenders"\n', "utf-8")
    assert areas(coach, "bo") == ["tenders"]
    path.write_text("[[expectation]]\narea = 7\n", "utf-8")
    ran = coach("expect", "bo")
    assert ran.status == 2
    assert "settled.toml:2:8" in ran.err
    assert "expectation.0.area" in ran.err


def test_a_phase_is_the_same_however_it_is_spelled(coach: Any) -> None:
    """By another case, or in another form of Unicode."""
    begun(coach, "ours")
    path = coach.root / "templates" / "onboarding" / "ours.toml"
    path.write_text(OWN.replace('"first"', '"Fo\u0308rst"'), "utf-8")
    text = coach.text("asa-oberg").replace('phase = "first"', 'phase = "F\u00d6RST"')
    coach.path("asa-oberg").write_text(text, "utf-8")
    assert areas(coach, "åsa") == ["asking"]


def test_a_broken_template_refuses_no_light(coach: Any) -> None:
    """A rating goes by the name of an area alone; that the template cannot be used is told."""
    begun(coach, "ours")
    path = coach.root / "templates" / "onboarding" / "ours.toml"
    path.write_text(OWN.replace('title = "Ours"', "title = 7"), "utf-8")
    ran = coach("rate", "åsa", "asking", "green")
    assert ran.status == 0
    assert "ours.toml:2:9: title cannot be used: Input should be a valid string." in ran.err
    assert coach("expect", "åsa").status == 2
