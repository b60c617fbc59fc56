import re
from typing import Any

import pytest

OWN = """\
[[country]]
code = "is"
name = "Iceland"
months = 3
tell_days = 7
extension = "no"
rule = "As agreed."
extend = "It cannot."
source = "the contract"
checked = 2026-11-01
"""


@pytest.fixture
def red(coach: Any) -> Any:
    """Give Anna a red that she has not been told of."""
    coach("rate", "anna", "closing", "red", "no next step", "--on", "2 nov")
    return coach


def blocks(coach: Any) -> str:
    """Return what stands of probations in Anna's file, without ids and days."""
    found = re.findall(r"\[\[probation\]\]\n(.*?)(?:\n\n|\Z)", coach.text(), re.DOTALL)
    lines = [line for block in found for line in block.splitlines() if not line.startswith(("id", "on"))]
    return "; ".join(lines)


def test_what_is_given_is_kept_and_the_clock_is_shown(coach: Any) -> None:
    """The country as its code, whatever case it was typed in; the last day is counted from the first."""
    ran = coach("probation", "anna", "--country", "dk")
    assert blocks(coach) == 'country = "DK"'
    assert "It ends Mon 30 Nov, 7 days left. The last day to tell was Mon 16 Nov." in ran.out
    assert "Check with HR. Source: Funktionærloven § 2, 5" in ran.out
    assert "coach undo" in ran.err
    coach("undo")
    assert blocks(coach) == ""


def test_what_is_noted_already_is_not_written_twice(coach: Any) -> None:
    """Nor said to have been."""
    given = ("--country", "SE", "--ends", "31 jan 2027", "--counts", "discovery")
    coach("probation", "anna", *given)
    before = coach.bytes()
    assert coach("probation", "anna", *given).err == ""
    assert coach.bytes() == before


def test_a_country_of_the_settings_is_noted_for_her_too(coach: Any) -> None:
    """A team of old sellers has no probations by a setting alone; who has one is said by the file."""
    (coach.root / "coach.toml").write_text('format = 1\n[probation]\ncountry = "se"\n', "utf-8")
    assert "coach probation anna-berg --country SE" in coach("probation", "anna").out
    coach("probation", "anna", "--country", "SE")
    assert blocks(coach) == 'country = "SE"'
    assert "It ends Sun 28 Feb 2027" in coach("probation", "anna").out


def test_nothing_known_has_the_next_command(coach: Any) -> None:
    """Without an end and without a country; and without a first day to count from."""
    assert "coach probation bo-ek --ends DATE" in coach("probation", "bo").out
    with coach.path("bo-ek").open("a", encoding="utf-8") as file:
        file.write('\n[[probation]]\non = 2026-11-02\ncountry = "SE"\n')
    assert "coach set bo-ek --started DATE" in coach("probation", "bo").out


def test_an_end_without_a_country_has_a_careful_day_to_tell(coach: Any) -> None:
    """And says that it is one, and why."""
    out = coach("probation", "bo", "--ends", "31 jan 2027").out
    assert "Tell by Sun 17 Jan 2027" in out
    assert "a careful guess: 14 days before the end" in out


def test_an_end_past_the_law_needs_a_reason(coach: Any) -> None:
    """Which is shown beside it from then on."""
    coach("probation", "anna", "--country", "SE")
    assert coach("probation", "anna", "--ends", "2027-03-15").status == 2
    out = coach("probation", "anna", "--ends", "2027-03-15", "--why", "away for two weeks").out
    assert "That is past Sun 28 Feb 2027, the last day that the rules allow. Ground: away for two weeks" in out


def test_rules_of_ones_own_win(coach: Any) -> None:
    """In a file of the journal, beside the shipped; a mistake in it is named with its place, and nothing is written."""
    path = coach.root / "templates" / "probation.toml"
    path.parent.mkdir()
    path.write_text(OWN, "utf-8")
    assert "Iceland: As agreed." in coach("probation", "anna", "--country", "IS").out
    assert "There are: is (Iceland), SE (Sweden)" in coach("probation", "anna", "--country", "XX").err
    before = coach.bytes()
    path.write_text(OWN.replace('"no"', '"maybe"'), "utf-8")
    ran = coach("probation", "anna", "--ends", "2026-11-30")
    assert ran.status == 2
    assert "probation.toml:6:13: this template cannot be used: country.0.extension" in ran.err
    assert coach.text() == before["sellers/anna-berg.toml"].decode()


def test_a_yellow_that_is_meant_to_count_is_told_of_too(coach: Any) -> None:
    """Areas add up; one that nobody knows is pointed out."""
    coach("rate", "anna", "closing", "yellow", "now and then")
    assert "Not told yet" not in coach("probation", "anna").out
    ran = coach("probation", "anna", "--counts", "Closing", "--counts", "dancing", "--counts", " ")
    assert "Not told yet: 1" in ran.out
    assert "“dancing” is a new area." in ran.err
    assert blocks(coach).count("Closing") == 1


def test_what_was_told_is_no_surprise(red: Any) -> None:
    """Once it is noted that she was told."""
    assert "coach note anna-berg 'told: closing" in red("probation", "anna").out
    red("note", "anna", "told: closing – no next step – ask for a day")
    out = red("probation", "anna").out
    assert "Anna has been told of all that weighs." in out
    assert "closing · told Mon 23 Nov" in out


def test_a_decision_that_would_surprise_is_refused_in_a_script(red: Any) -> None:
    """With what is to be told, the days left, and the way on; nothing is written."""
    red("probation", "anna", "--country", "SE")
    before = red.bytes()
    for line in (["end"], ["extend", "--ends", "2027-02-01"], ["extend", "--ends", "2027-03-15", "--why", "x"]):
        ran = red("probation", "anna", *line)
        assert ran.status == 2
        assert red.bytes() == before
    assert red("probation", "anna", "end", "--yes").status == 0
    assert 'outcome = "ended"' in blocks(red)


def test_at_a_terminal_she_is_asked_after_the_checks(red: Any) -> None:
    """No is the answer to Enter; nothing tells afterwards that it would have surprised."""
    red("probation", "anna", "--country", "DK")
    before = red.bytes()
    ran = red.asked("probation", "anna", "end", answers=[""])
    assert "Nothing was decided, and nothing was written." in ran.out
    assert red.bytes() == before
    checks, why, question = red.heard
    assert "A fair chance?" in checks
    assert "closing (red since Mon 2 Nov). The last day to tell was Mon 16 Nov." in " ".join(why.split())
    assert question == "Decide all the same? y n"
    assert "does not stay on" in red.asked("probation", "anna", "end", answers=["y"]).out
    assert blocks(red) == 'country = "DK"; outcome = "ended"'


def test_an_end_that_rests_on_nothing_red_is_asked_about_on_a_terminal(coach: Any) -> None:
    """In a script it is written at once, with what speaks against it; who stays is confirmed unasked."""
    coach("probation", "anna", "--country", "SE")
    ran = coach("probation", "anna", "end", "--why", "not the right job")
    assert "Decided Mon 23 Nov: does not stay on. · not the right job" in ran.out
    assert (
        ran.err.index("A fair chance?")
        < ran.err.index("Nothing is red: what would Anna be told")
        < ran.err.index("HR first")
    )
    coach("undo")
    assert "Nothing was decided" in coach.asked("probation", "anna", "end", answers=["n"]).out
    assert "Probation of Anna Berg" in coach.heard[0]
    assert coach.asked("probation", "anna", "confirm", answers=[]).status == 0


def test_what_was_told_and_helped_is_decided_unasked_until_the_last_day_to_tell(red: Any) -> None:
    """After it, an end comes too late to be no surprise."""
    red("note", "anna", "told: closing – no next step – ask for a day")
    red("probation", "anna", "--ends", "2026-12-10")
    late = red.asked("probation", "anna", "end", "--today", "2026-11-27", answers=["n"])
    assert "Nothing was decided" in late.out
    assert "does not stay on" in red.asked("probation", "anna", "end", "--today", "2026-11-26", answers=[]).out


def test_who_stays_is_confirmed_whatever_was_told(red: Any) -> None:
    """What was not told is to be told with it; the next steps are said."""
    ran = red("probation", "anna", "confirm")
    assert "Decided Mon 23 Nov: stays on." in ran.out
    assert "Not told yet, to be told with it: closing (red since Mon 2 Nov)." in ran.err
    assert "coach retro anna-berg --ask new-hire -o retro-new-hire.md" in ran.err
    assert "coach probation anna-berg confirm" not in red("probation", "anna").out


def test_it_is_decided_once(coach: Any) -> None:
    """Neither a second time nor anything new about it; undo takes it back."""
    coach("probation", "anna", "confirm")
    for line in (["end"], ["--country", "SE"]):
        ran = coach("probation", "anna", *line)
        assert ran.status == 2
        assert "was decided on Mon 23 Nov 2026: stays on" in ran.err
    coach("undo")
    assert coach("probation", "anna", "end").status == 0


def test_an_extension_says_where_it_is_possible(coach: Any) -> None:
    """By the rules of the country, or that they are not known; then it ends on the new day, and can be decided."""
    ran = coach("probation", "anna", "extend", "--ends", "2026-12-31")
    assert "depends on the country. Check with HR." in " ".join(ran.err.split())
    coach("probation", "anna", "--country", "NO")
    ran = coach.asked("probation", "anna", "extend", "--ends", "2027-02-01", answers=[])
    assert "longer for absence only" in " ".join(coach.heard[0].split())
    assert "longer for absence only" not in ran.err
    assert "It ends Mon 1 Feb 2027" in " ".join(ran.out.split())
    ran = coach("probation", "anna", "extend", "--ends", "2027-03-10", "--why", "away for ten days")
    assert "Source: Arbeidsmiljøloven § 15-6" in ran.err
    assert coach("probation", "anna", "confirm").status == 0


def test_json_has_what_others_build_on(red: Any) -> None:
    """The days, what was not told, the help; what is not known is absent."""
    (record,) = red("probation", "anna", "--country", "SE", "--json").json["records"]
    assert {"kind": "probation", "country": "SE", "seller": "anna-berg"}.items() <= record.items()
    found = red("probation", "anna", "--json").json
    assert (found["ends"], found["tell_by"], found["decide_by"]) == ("2027-02-28", "2027-02-14", "2027-02-07")
    assert (found["days_left"], found["country"], found["checked"]) == (97, "SE", "2026-11-22")
    (surprise,) = found["surprises"]
    assert {"area": "closing", "level": "red", "on": "2026-11-02"}.items() <= surprise.items()
    (chance,) = found["fair_chance"]
    assert (chance["area"], chance["code"], chance["our_part"]["talks"]) == ("closing", "none", 1)
    assert {"area", "level", "on", "evidence", "trend"} <= found["expectations"][0].keys()
    assert "ends" not in red("probation", "bo", "--json").json
    red("probation", "anna", "end", "--yes")
    assert red("probation", "anna", "--json").json["decided"] == {"outcome": "ended", "on": "2026-11-23"}


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt"])
def test_it_can_be_handed_over_as_a_document(red: Any, suffix: str) -> None:
    """With the clock, the law, and each check."""
    red("probation", "anna", "--country", "SE")
    assert red("probation", "anna", "-o", f"anna{suffix}").status == 0
    said = (red.root.parent / f"anna{suffix}").read_text("utf-8").replace("\\", "")
    for line in ("It ends Sun 28 Feb 2027", "LAS 6 and 31", "closing: no next step", "our part", "product knowledge"):
        assert line in said, line


def test_the_week_counts_down(red: Any) -> None:
    """From sixty days before; louder as it nears, with what was not told, and for all to see where it is from."""
    red("probation", "anna", "--ends", "2026-12-31")
    line = next(one for one in red("weekly", "--json").json["sellers"] if one["key"] == "anna-berg")
    assert line["reasons"][-1]["text"] == "decide by Thu 10 Dec: probation ends in 38 days · 1 not told"
    assert line["urgency"]["probation"] == pytest.approx(22 / 46)
    assert "0.48 probation" in red("weekly", "--why").out
    assert "probation" not in red("weekly", "--today", "2026-10-31").out
    assert red("--json").status == 0


def test_the_rules_are_read_only_where_somebody_needs_them(coach: Any) -> None:
    """A mistake in one's own is met by nobody before; then the week tells of it, and goes on."""
    path = coach.root / "templates" / "probation.toml"
    path.parent.mkdir()
    path.write_text("country = 7\n", "utf-8")
    assert coach("weekly").err == ""
    with coach.path().open("a", encoding="utf-8") as file:
        file.write('\n[[probation]]\non = 2026-11-02\ncountry = "SE"\n')
    assert "probation.toml:1:11: country cannot be used" in coach("weekly").err
    for line in (("probation",), ("probation", "anna")):
        ran = coach(*line)
        assert (ran.status, "probation.toml:1:11" in ran.err) == (2, True)


def test_before_the_first_day_it_says_when_it_begins(coach: Any) -> None:
    """The dates before the start are explained."""
    out = coach("probation", "anna", "--country", "SE", "--today", "2026-08-20").out
    assert "It begins Tue 1 Sept, the first day at work." in out


def test_bare_it_shows_all_who_are_on_one(red: Any) -> None:
    """Most urgent first; what is given is about somebody."""
    assert "Nobody is on probation." in red("probation").out
    red("probation", "anna", "--country", "SE")
    red("probation", "bo", "--ends", "2026-12-31")
    assert [one["key"] for one in red("probation", "--json").json["sellers"]] == ["bo-ek", "anna-berg"]
    assert "1 not told · 1 red without help" in red("probation").out
    assert "Name the seller first: coach probation NAME" in red("probation", "--country", "SE").err


def test_after_its_end_it_is_decided_only_when_asked(coach: Any) -> None:
    """In a script it is refused with the rules; --yes goes on, as does yes on a terminal."""
    coach("probation", "anna", "--country", "DK")
    before = coach.bytes()
    late = ("--today", "2026-12-03")
    ran = coach("probation", "anna", "end", *late)
    assert (ran.status, coach.bytes()) == (2, before)
    assert "by the rules of Denmark it may have become permanent" in " ".join(ran.err.split())
    assert coach.asked("probation", "anna", "end", *late, answers=["n"]).status == 0
    assert "may have become permanent" in " ".join(coach.heard[1].split())
    assert coach.bytes() == before
    assert coach("probation", "anna", "extend", "--ends", "2027-01-31", "--why", "ill", *late).status == 2
    assert coach("probation", "anna", "confirm", *late).status == 0
    coach("undo")
    assert coach("probation", "anna", "end", "--yes", *late).status == 0


def test_after_an_end_nothing_vanishes(coach: Any) -> None:
    """The decision with its days on the screen, and a row in the week until the last day has gone by."""
    coach("probation", "anna", "--ends", "2026-12-31", "--country", "SE")
    coach("probation", "anna", "end")
    assert "Tell by Thu 17 Dec." in coach("probation", "anna").out
    assert coach("probation", "anna", "--json").json["ends"] == "2026-12-31"
    assert "does not stay on: tell by Thu 17 Dec" in coach("weekly").out
    assert "does not stay on" not in coach("weekly", "--today", "2027-01-01").out


def test_a_red_that_had_no_chance_is_pointed_out(red: Any) -> None:
    """Before it is written down, and without refusing."""
    ran = red("probation", "anna", "end", "--yes")
    assert "No help is noted for closing." in ran.err
    red("undo")
    red("promise", "anna", "sit in", "--area", "closing", "--by", "1 dec", "--today", "2026-11-22")
    assert "Help for closing is 1 day old." in red("probation", "anna", "end", "--yes", "--json").json["notices"]


def test_before_the_first_day_a_decision_says_so(coach: Any) -> None:
    """It is written all the same."""
    ran = coach("probation", "anna", "confirm", "--today", "2026-08-20")
    assert "Anna has not begun yet: the first day at work is Tue 1 Sept." in ran.err
    assert ran.status == 0


def test_what_has_no_light_cannot_count_yet(coach: Any) -> None:
    """Said with the command that rates it."""
    coach("probation", "anna", "--country", "sverige")
    assert blocks(coach) == 'country = "SE"'
    ran = coach("probation", "anna", "--counts", "activity")
    assert "Anna has no light in “activity” yet" in ran.err


def test_a_ground_belongs_to_an_absence(coach: Any) -> None:
    """Where absence is what makes it longer, and none was given."""
    coach("probation", "anna", "--country", "norge", "--ends", "2026-12-31")
    assert "Note the absence as the ground" in coach("probation", "anna", "extend", "--ends", "2027-01-31").err
    given = ("extend", "--ends", "2027-02-01", "--why", "away")
    assert "Note the absence as the ground" not in coach("probation", "anna", *given).err
    assert "Until when?" in coach("probation", "bo", "extend").err
    ran = coach("probation", "anna", "extend")
    assert "longer for absence only" in " ".join(ran.err.split())


@pytest.mark.parametrize("name", ["expectations/new", "onboarding/new-seller", "probation"])
def test_nothing_is_written_where_it_could_not_be_shown(coach: Any, name: str) -> None:
    """Every template that the answer needs is read before."""
    coach("onboard", "åsa")
    before = coach.text("asa-oberg")
    path = coach.root / "templates" / f"{name}.toml"
    path.parent.mkdir(parents=True)
    path.write_text("= broken\n", "utf-8")
    ran = coach("probation", "åsa", "--ends", "2027-02-01", "--counts", "closing")
    assert (ran.status, f"{name}.toml:1:1" in ran.err) == (5, True)
    assert coach.text("asa-oberg") == before


def test_what_else_stands_beside_a_rule_is_in_nobodys_way(coach: Any) -> None:
    """A note of her own in a rule of her own is no mistake."""
    path = coach.root / "templates" / "probation.toml"
    path.parent.mkdir()
    path.write_text(f'{OWN}asked = "Karin at HR"\n', "utf-8")
    assert "Source: the contract" in coach("probation", "anna", "--country", "IS").out
