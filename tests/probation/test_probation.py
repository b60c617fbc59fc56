import re
from pathlib import Path
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
    """The country as its code, whatever was typed; the last day is counted from the first; nothing is noted twice."""
    ran = coach("probation", "anna", "--country", "dk")
    assert blocks(coach) == 'country = "DK"'
    assert "It ends Mon 30 Nov, 7 days left. The last day to tell was Mon 16 Nov." in ran.out
    assert "coach undo" in ran.err
    given = ("--country", "sverige", "--ends", "31 jan 2027", "--counts", "discovery")
    coach("probation", "anna", *given)
    assert 'country = "SE"' in blocks(coach)
    assert coach.refused("probation", "anna", *given, status=0).err == ""
    out = coach("probation", "anna", "--today", "2026-08-20").out
    assert "It begins Tue 1 Sept, the first day at work." in out
    coach.refused("probation", "anna", "--ends", "2027-03-15")
    out = coach("probation", "anna", "--ends", "2027-03-15", "--why", "agreed with the union").out
    assert "That is past Sun 28 Feb 2027, the last day that the rules allow. Ground: agreed with the union" in out


def test_nothing_known_has_the_next_command(coach: Any) -> None:
    """Without an end and a country, without a first day; an end alone has a careful day to tell, and says why."""
    assert "coach probation bo-ek --ends DATE" in coach("probation", "bo").out
    coach.append('\n[[probation]]\non = 2026-11-02\ncountry = "SE"\n', "bo-ek")
    assert "coach set bo-ek --started DATE" in coach("probation", "bo").out
    out = coach("probation", "åsa", "--ends", "31 jan 2027").out
    assert ("Tell by Sun 17 Jan 2027" in out, "a careful guess: 14 days before the end" in out) == (True, True)


def test_rules_of_ones_own_win(coach: Any) -> None:
    """In a file of the journal, beside the shipped; a mistake in it is named with its place, and nothing is written."""
    coach.put("templates/probation.toml", f'{OWN}asked = "Karin at HR"\n')
    assert "Iceland: As agreed." in coach("probation", "anna", "--country", "IS").out
    assert "There are: is (Iceland), SE (Sweden)" in coach("probation", "anna", "--country", "XX").err
    coach.put("templates/probation.toml", OWN.replace('"no"', '"maybe"'))
    ran = coach.refused("probation", "anna", "--ends", "2026-11-30")
    assert "probation.toml:6:13: this template cannot be used: country.0.extension" in ran.err


def test_a_yellow_that_is_meant_to_count_is_told_of_too(coach: Any) -> None:
    """Areas add up; one that nobody knows is pointed out, as is one without a light."""
    coach("rate", "anna", "closing", "yellow", "now and then")
    assert "Not told yet" not in coach("probation", "anna").out
    ran = coach("probation", "anna", "--counts", "Closing", "--counts", "dancing", "--counts", " ")
    assert "Not told yet: 1" in ran.out
    assert "“dancing” is a new area." in ran.err
    assert blocks(coach).count('"closing"') == 1
    assert "Anna has no light in “activity” yet" in coach("probation", "anna", "--counts", "activity").err


def test_at_a_terminal_she_is_asked_after_the_checks(red: Any) -> None:
    """No is the answer to Enter; nothing tells afterwards that it would have surprised."""
    red("probation", "anna", "--country", "DK")
    before = red.bytes()
    ran = red.asked("probation", "anna", "end", answers=[""])
    assert "Nothing was decided, and nothing was written." in ran.out
    assert red.bytes() == before
    checks, why, late, question = red.heard
    assert "Ordinary notice holds now." in late
    assert "A fair chance?" in checks
    assert "closing (red since Mon 2 Nov). The last day to tell was Mon 16 Nov." in " ".join(why.split())
    assert question == "Decide all the same? y n"
    assert "does not stay on" in red.asked("probation", "anna", "end", answers=["y"]).out
    assert blocks(red) == 'country = "DK"; outcome = "ended"'


def test_an_end_that_rests_on_nothing_red_is_asked_about_on_a_terminal(coach: Any) -> None:
    """In a script it is refused without --yes; who stays is confirmed unasked."""
    coach("probation", "anna", "--country", "SE")
    assert "Nothing is red and nothing was told" in coach.refused("probation", "anna", "end").err
    ran = coach("probation", "anna", "end", "--why", "not the right job", "--yes")
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
    assert "coach ask anna-berg retro --of new-hire -o retro-new-hire.md" in ran.err
    assert "coach probation anna-berg confirm" not in red("probation", "anna").out


def test_it_is_decided_once(coach: Any) -> None:
    """Neither a second time nor anything new about it; undo takes it back; before the first day it is said."""
    coach("probation", "anna", "confirm")
    for line in (["end"], ["--country", "SE"]):
        ran = coach.refused("probation", "anna", *line)
        assert "was decided on Mon 23 Nov 2026: stays on" in ran.err
    coach("undo")
    assert "Decided Fri 20 Nov: stays on." in coach("probation", "anna", "confirm", "--on", "2026-11-20").out
    coach("undo")
    ran = coach("probation", "anna", "confirm", "--today", "2026-08-20")
    assert "Anna has not begun yet: the first day at work is Tue 1 Sept." in ran.err
    assert ran.status == 0


def test_an_extension_says_where_it_is_possible(coach: Any) -> None:
    """By the rules of the country, or that they are not known; then it is to be told in writing while it lasts."""
    ran = coach("probation", "anna", "extend", "--ends", "2026-12-31")
    assert "depends on the country. Check with HR." in " ".join(ran.err.split())
    coach("probation", "anna", "--country", "NO", "--ends", "2026-11-30")
    coach("away", "anna", "2026-10-01", "2026-10-10")
    ran = coach.asked("probation", "anna", "extend", "--ends", "2026-12-05", answers=[])
    assert "Only for the seller's own absence" in " ".join(coach.heard[0].split())
    assert "Only for the seller's own absence" not in ran.err
    assert "It ends Sat 5 Dec" in " ".join(ran.out.split())
    ran = coach("probation", "anna", "extend", "--ends", "2026-12-10", "--why", "away for ten days")
    assert "Source: Arbeidsmiljøloven §§ 15-1, 15-3 (7) and 15-6" in " ".join(ran.err.split())
    assert "10 days away" in coach.refused("probation", "anna", "extend", "--ends", "2026-12-11").err
    assert coach("probation", "anna", "confirm").status == 0


def test_after_its_end_it_is_decided_only_when_asked(coach: Any) -> None:
    """In a script it is refused with the rules; --yes goes on, as does yes on a terminal."""
    coach("probation", "anna", "--country", "DK")
    coach("away", "anna", "2026-10-01", "2026-10-02")
    before = coach.bytes()
    late = ("--today", "2026-12-03")
    ran = coach.refused("probation", "anna", "end", *late)
    assert "by the rules of Denmark it may have become permanent" in " ".join(ran.err.split())
    assert coach.asked("probation", "anna", "end", *late, answers=["n"]).status == 0
    assert "may have become permanent" in " ".join(coach.heard[1].split())
    assert coach.bytes() == before
    coach.refused("probation", "anna", "extend", "--ends", "2027-01-31", "--why", "agreed", *late)
    assert coach("probation", "anna", "confirm", *late).status == 0
    coach("undo")
    assert coach("probation", "anna", "end", "--yes", *late).status == 0


def test_after_an_end_nothing_vanishes(coach: Any) -> None:
    """The decision with its days on the screen, and a row in the week, until she was told in writing and has left."""
    coach("probation", "anna", "--ends", "2026-12-31", "--country", "SE")
    coach("probation", "anna", "end", "--yes")
    assert "Tell by Thu 17 Dec." in coach("probation", "anna").out
    assert coach("probation", "anna", "--json").json["ends"] == "2026-12-31"
    for today, says in (
        ("2026-11-23", "does not stay on: tell by Thu 17 Dec"), ("2026-12-18", "not told: the last day"),
        ("2027-01-01", "perhaps permanent"),
    ):  # fmt: skip
        assert says in coach("weekly", "--all", "--today", today).out, today
    assert "permanent" in coach("--today", "2027-01-01").out
    ran = coach("probation", "anna", "told", "--on", "2026-12-18", "--today", "2026-12-19")
    assert "after Thu 17 Dec, the last day to tell" in ran.err
    assert "Told in writing Fri 18 Dec." in ran.out
    assert coach("probation", "anna", "--json").json["told"] == "2026-12-18"
    assert "coach leave anna-berg" in coach("probation", "anna", "--today", "2027-01-01").out
    assert "Anna" not in coach("probation", "--today", "2027-01-01").out


def test_a_longer_one_is_to_be_told_in_writing_while_it_lasts(coach: Any) -> None:
    """Until the day it would have ended; from then on HR decides whether it holds. Nothing decided is nothing told."""
    coach("probation", "anna", "--country", "NO", "--ends", "2026-11-30")
    assert "neither ended nor made longer" in coach.refused("probation", "anna", "told").err
    coach("away", "anna", "2026-10-01", "2026-10-10")
    ran = coach("probation", "anna", "extend", "--ends", "2026-12-10", "--why", "absence")
    assert "coach probation anna-berg told" in ran.err
    assert "longer: tell in writing by Mon 30 Nov" in coach().out + coach("probation").out
    for today, says in (("2026-11-30", "in writing by Mon 30 Nov"), ("2026-12-01", "HR decides whether it holds")):
        assert says in " ".join(coach("probation", "anna", "--today", today).out.split()), today
    assert "Told in writing Mon 23 Nov" in coach("probation", "anna", "told").out


def test_how_she_is_is_no_ground(coach: Any) -> None:
    """In any language, whatever is decided; illness is absence where it makes a probation longer."""
    coach("probation", "anna", "--country", "NO", "--ends", "2026-11-30")
    coach("away", "anna", "2026-10-01", "2026-10-10")
    longer = ("extend", "--ends", "2026-12-05")
    before = coach.bytes()
    for why in ("low motivation", "lite motivert", "sleeps badly", "vantrivs", "mye sykefravær"):
        line = ("confirm",) if " " in why else ("end", "--yes")
        assert "A probation never rests on" in coach.refused("probation", "anna", *line, "--why", why).err, why
    for why in ("trives ikke", "away, and tired"):
        assert "A probation never rests on" in coach.refused("probation", "anna", *longer, "--why", why).err, why
    assert "no ground for a longer" in coach.refused("probation", "anna", *longer, "--why", "slow start").err
    assert coach.bytes() == before
    assert coach("probation", "anna", *longer, "--why", "syk i oktober").status == 0
    coach("undo")
    for why in ("too few hospitals called: sykehusene, sjukhus", "no reply since 14 mar", "sells fast: raska affärer"):
        coach("probation", "anna", "confirm", "--why", why)
        coach("undo")


def test_nothing_is_written_where_it_could_not_be_shown(coach: Any) -> None:
    """Every template that the answer needs is read before; broken rules are in nobody else's way, and told once."""
    coach("onboard", "åsa")
    for name in ("expectations/new", "onboarding/new-seller", "probation"):
        path = coach.put(f"templates/{name}.toml", "= broken\n")
        ran = coach.refused("probation", "åsa", "--ends", "2027-02-01", "--counts", "closing", status=5)
        assert f"{name}.toml:1:1" in ran.err
        path.unlink()
    for text in ("= broken\n", "country = 7\n"):
        coach.put("templates/probation.toml", text)
        for line in ((), ("weekly",), ("onboard",), ("onboard", "åsa")):
            ran = coach(*line)
            assert (ran.status, "Åsa" in ran.out, ran.err.count("probation.toml:")) == (0, True, 1), (text, line)


def test_all_on_one_are_shown_and_the_rules_are_read_where_somebody_needs_them(red: Any) -> None:
    """A setting makes none; a mistake in ones own rules is met by nobody before, then the week goes on with it told."""
    rules = red.put("templates/probation.toml", "country = 7\n")
    red.put("coach.toml", 'format = 1\n[probation]\ncountry = "se"\n')
    assert red("weekly").err == ""
    rules.unlink()
    assert "Nobody is on probation." in red("probation").out
    assert "coach probation anna-berg --country SE" in red("probation", "anna").out
    red("probation", "anna", "--country", "SE")
    assert blocks(red) == 'country = "SE"'
    red("probation", "bo", "--ends", "2026-12-31")
    assert [one["key"] for one in red("probation", "--json").json["sellers"]] == ["bo-ek", "anna-berg"]
    assert "1 not told · 1 red without help" in red("probation").out
    assert "Name the seller first: coach probation NAME" in red("probation", "--country", "SE").err
    red.put("templates/probation.toml", "country = 7\n")
    assert "probation.toml:1:11: country cannot be used" in red("weekly").err
    for line in (("probation",), ("probation", "anna")):
        assert "probation.toml:1:11" in red.refused(*line).err


def test_what_speaks_against_it_is_pointed_out(red: Any) -> None:
    """No help or a young one before an end; for longer, no ground where absence is what makes it longer."""
    assert "No help is noted for closing." in red("probation", "anna", "end", "--yes").err
    red("undo")
    red("promise", "anna", "sit in", "--area", "closing", "--by", "1 dec", "--today", "2026-11-22")
    assert "Help for closing is 1 day old." in red("probation", "anna", "end", "--yes", "--json").json["notices"]
    red("probation", "åsa", "--country", "norge", "--ends", "2026-12-31")
    red("away", "åsa", "2026-11-10", "2026-11-20")
    for more in ((), ("--ends", "2027-01-01"), ("--ends", "2027-01-02", "--why", "away")):
        said = " ".join(red("probation", "åsa", "extend", *more).err.split())
        assert ("Note the absence as the ground" in said) is (len(more) == 2), more
        assert more or "Only for the seller's own absence" in said
    assert "Until when?" in red("probation", "bo", "extend").err


def test_after_an_end_the_plan_is_over_and_what_is_left_stands_on_the_agenda(coach: Any) -> None:
    """No step of hers is late any more; she is to be told, then handed over, wherever the talk begins."""
    coach("onboard", "anna")
    coach("probation", "anna", "--country", "SE")
    later = ("--today", "2026-12-14")
    assert any(one["late"] for one in coach("onboard", "anna", "--json", *later).json["steps"])
    coach("probation", "anna", "end", "--yes")
    assert not any(one["late"] for one in coach("onboard", "anna", "--json", *later).json["steps"])
    assert "step" not in coach("weekly", "--all", *later).out + coach(*later).out
    agenda = " ".join(coach("prep", "anna", "--all", *later).out.split())
    assert "tell Anna in writing" in agenda
    assert "agree with Anna on the handover" in agenda
    coach("probation", "anna", "told", *later)
    agenda = " ".join(coach("prep", "anna", "--all", *later).out.split())
    assert "tell Anna in writing" not in agenda
    assert "agree with Anna on the handover" in agenda


def test_the_paper_for_hr_holds_nothing_to_type(coach: Any, tmp_path: Path) -> None:
    """Whatever is missing: no country, no light, a red without help."""
    for line in ((), ("--ends", "2026-12-31")):
        coach("probation", "bo", *line, "-o", "it.md")
        assert "coach " not in (tmp_path / "it.md").read_text("utf-8"), line
    coach("rate", "bo", "closing", "red", "no next step")
    coach("probation", "bo", "-o", "it.md")
    document = (tmp_path / "it.md").read_text("utf-8")
    assert ("no help is noted since then" in document, "coach " in document) == (True, False)
    assert "no talk in 0 days" not in coach("probation", "bo").out
    coach("note", "bo", "told: closing – no next step – ask for the day")
    assert "no talk since\n" not in coach("probation", "bo").out
    assert "Help for closing is from today." in coach("probation", "bo", "end", "--yes").err
