from typing import Any

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


def begun(coach: Any) -> None:
    """Begin a plan of one phase with Åsa, who started two weeks ago."""
    coach.put("templates/onboarding/ours.toml", OWN)
    coach("onboard", "åsa", "--plan", "ours")


def areas(coach: Any, who: str, *more: str) -> list[str]:
    """Return the areas in which something is expected of somebody."""
    return [one["area"] for one in coach("expect", who, "--json", *more).json["expectations"]]


def test_the_phase_says_what_is_expected_while_it_lasts(coach: Any) -> None:
    """And the stage when it is over; it is the same phase in another case, and in another form of Unicode."""
    begun(coach)
    assert areas(coach, "åsa") == ["asking"]
    assert "in the phase First days" in coach("expect", "åsa").out
    assert "asking" not in areas(coach, "åsa", "--today", "2026-12-20")
    coach.put("templates/onboarding/ours.toml", OWN.replace('"first"', '"Fo\u0308rst"'))
    text = coach.text("asa-oberg").replace('phase = "first"', 'phase = "F\u00d6RST"')
    coach.path("asa-oberg").write_text(text, "utf-8")
    assert areas(coach, "åsa") == ["asking"]
    coach.path("asa-oberg").write_text(text.replace('"ours"', '"gone"'), "utf-8")
    assert "in the first months" in coach("expect", "åsa").out, "where its template is gone the stage says it"


def test_what_is_told_before_the_first_day_is_what_holds_on_it(coach: Any) -> None:
    """In the phase of that day, with the date, on her sheet and beside her agenda; a plan begun by hand or not."""
    coach("onboard", "åsa", "--start", "2026-12-14", "--plan", "placed")
    ahead, then = (coach("expect", "åsa", "--for-her", "--today", f"2026-{day}").out for day in ("11-30", "12-14"))
    assert ahead.splitlines()[0] == "What is expected of Åsa Öberg from Mon 14 Dec 2026"
    assert then.splitlines()[0] == "What is expected of Åsa Öberg now"
    assert ahead.splitlines()[1:] == then.splitlines()[1:]
    told = coach("prep", "åsa", "--for-her", "--today", "2026-11-30", "--json").json
    hers = next(one for one in told["sections"] if one["key"] == "expected")
    assert hers["title"] == "What is expected from Mon 14 Dec"
    assert all(area in str(hers["items"]) for area in areas(coach, "åsa", "--today", "2026-12-14"))
    mine = coach("prep", "åsa", "--agenda", "onboarding", "--json", "--today", "2026-11-30").json
    assert all(area in str(mine) for area in areas(coach, "åsa", "--today", "2026-12-14"))


def test_an_own_template_of_the_stage_wins(coach: Any) -> None:
    """New for ninety days, or as the settings say; its mistake is named by place and key; it may be empty."""
    assert coach("expect", "anna", "--json").json["stage"] == "new"
    assert coach("expect", "bo", "--json").json["stage"] == "settled"
    (coach.root / "coach.toml").write_text("format = 1\n[rhythm]\nnew_days = 5\n", "utf-8")
    assert coach("expect", "anna", "--json").json["stage"] == "settled"
    place = "templates/expectations/settled.toml"
    coach.put(place, '[[expectation]]\narea = "tenders"\n')
    assert areas(coach, "bo") == ["tenders"]
    coach.put(place, "[[expectation]]\narea = 7\n")
    said = coach.refused("expect", "bo").err
    assert ("settled.toml:2:8" in said, "expectation.0.area" in said) == (True, True)
    coach.put(place, "expectation = []\n")
    assert "Nothing is expected yet. Say what is: coach expect bo-ek discovery" in coach("expect", "bo").out


def test_a_broken_template_refuses_no_light(coach: Any) -> None:
    """A rating goes by the name of an area alone; that the template cannot be used is told, once for several."""
    begun(coach)
    coach.put("templates/onboarding/ours.toml", OWN.replace('title = "Ours"', "title = 7"))
    ran = coach("rate", "åsa", "asking", "green")
    assert ran.status == 0
    assert "ours.toml:2:9: title cannot be used: Input should be a valid string." in ran.err
    assert coach("expect", "åsa").status == 2
    coach.put("templates/expectations/new.toml", "= broken\n")
    ran = coach("rate", "anna,bo,åsa", "closing", "green")
    assert (ran.status, ran.err.count("new.toml:1:1")) == (0, 1)
