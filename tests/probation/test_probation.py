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
    coach.play(
        ("probation anna --country dk", "It ends Mon 30 Nov, 7 days left. The last day to tell was Mon", "coach undo"),
        ("probation anna --country sverige --ends '31 jan 2027' --counts discovery",),
    )
    assert blocks(coach) == 'country = "DK"; country = "SE"; ends = 2027-01-31; counts = ["discovery"]'
    given = ("--country", "SE", "--ends", "31 jan 2027", "--counts", "discovery")
    assert coach.refused("probation", "anna", *given, status=0).err == ""
    coach.play(
        ("probation anna --counts dancing --counts ' '", "“dancing” is a new area.", "!no light in"),
        ("probation anna --counts activity --counts Discovery", "Anna has no light in “activity” yet"),
        ("2026-08-20 probation anna", "It begins Tue 1 Sept, the first day at work."),
        ("- probation anna --ends 2027-03-15",),
        (
            "probation anna --ends 2027-03-15 --why 'agreed with the union'",
            "past Sun 28 Feb 2027, the last day that the rules allow. Ground: agreed with the union",
        ),
    )


def test_nothing_known_has_the_next_command(coach: Any) -> None:
    """Without an end and a country, without a first day; an end alone has a careful day to tell, and says why."""
    coach.play(("probation bo", "coach probation bo-ek --ends DATE"))
    coach.append('\n[[probation]]\non = 2026-11-02\ncountry = "SE"\n', "bo-ek")
    coach.play(
        ("probation bo", "coach set bo-ek --started DATE"),
        ("probation åsa --ends '31 jan 2027'", "Tell by Sun 17 Jan 2027", "a careful guess: 14 days before the end"),
    )


def test_rules_of_ones_own_win(coach: Any) -> None:
    """In a file of the journal, beside the shipped; a mistake in it is named with its place, and nothing is written."""
    coach.put("templates/probation.toml", f'{OWN}asked = "Karin at HR"\n')
    coach.play(
        ("probation anna --country IS", "Iceland: As agreed."),
        ("- probation anna --country XX", "There are: is (Iceland), SE (Sweden)"),
    )
    coach.put("templates/probation.toml", OWN.replace('"no"', '"maybe"'))
    wrong = "probation.toml:6:13: this template cannot be used: country.0.extension"
    coach.play(("- probation anna --ends 2026-11-30", wrong))


def test_at_a_terminal_she_is_asked_after_the_checks(red: Any) -> None:
    """No is the answer to Enter; nothing tells afterwards that it would have surprised."""
    red("probation", "anna", "--country", "DK")
    before = red.bytes()
    ran = red.asked("probation", "anna", "end", answers=[""])
    assert "Nothing was decided, and nothing was written." in ran.out
    assert red.bytes() == before
    checks, why, late, question = red.heard
    assert ("A fair chance?" in checks, "Ordinary notice holds now." in late) == (True, True)
    assert "closing (red since Mon 2 Nov). The last day to tell was Mon 16 Nov." in " ".join(why.split())
    assert question == "Decide all the same? y n"
    assert "does not stay on" in red.asked("probation", "anna", "end", answers=["y"]).out
    assert blocks(red) == 'country = "DK"; outcome = "ended"'


def test_an_end_is_asked_about_where_it_rests_on_nothing_or_comes_too_late(red: Any) -> None:
    """In a script it is refused without --yes; what was told and helped is decided unasked, who stays always."""
    red("probation", "bo", "--ends", "2026-12-31")
    red.play(("- probation bo end", "Nothing is red and nothing was told"))
    ran = red("probation", "bo", "end", "--why", "not the right job", "--yes")
    assert "Decided Mon 23 Nov: does not stay on. · not the right job" in ran.out
    said = [ran.err.index(one) for one in ("A fair chance?", "Nothing is red: what would Bo be told", "HR first")]
    assert said == sorted(said)
    red("undo")
    assert "Nothing was decided" in red.asked("probation", "bo", "end", answers=["n"]).out
    assert "Probation of Bo Ek" in red.heard[0]
    assert red.asked("probation", "bo", "confirm", answers=[]).status == 0
    red("note", "anna", "told: closing – no next step – ask for a day")
    red("probation", "anna", "--ends", "2026-12-10")
    late = red.asked("probation", "anna", "end", "--today", "2026-11-27", answers=["n"])
    assert "Nothing was decided" in late.out
    assert "does not stay on" in red.asked("probation", "anna", "end", "--today", "2026-11-26", answers=[]).out


def test_it_is_decided_once(red: Any) -> None:
    """Neither a second time nor anything new about it; what was not told is said, and that it has not begun."""
    red.play(
        (
            "probation anna confirm", "Decided Mon 23 Nov: stays on.", "coach ask anna-berg retro --of new-hire",
            "Not told yet, to be told with it: closing (red since Mon 2 Nov).",
        ),
        ("probation anna", "!coach probation anna-berg confirm"),
        ("- probation anna end", "was decided on Mon 23 Nov 2026: stays on"),
        ("- probation anna --country SE", "was decided on Mon 23 Nov 2026: stays on"),
        ("undo",),
        ("probation anna confirm --on 2026-11-20", "Decided Fri 20 Nov: stays on."),
        ("undo",),
        ("2026-08-20 probation anna confirm", "Anna has not begun yet: the first day at work is Tue 1 Sept."),
    )  # fmt: skip


def test_an_extension_says_where_it_is_possible(coach: Any) -> None:
    """By the rules of the country, or that they are not known; then it ends on the new day, and can be decided."""
    coach.play(
        ("probation anna extend --ends 2026-12-31", "depends on the country. Check with HR."),
        ("probation anna --country NO --ends 2026-11-30",),
        ("away anna 2026-10-01 2026-10-10",),
    )
    ran = coach.asked("probation", "anna", "extend", "--ends", "2026-12-05", answers=[])
    assert "Only for the seller's own absence" in " ".join(coach.heard[0].split())
    assert "Only for the seller's own absence" not in ran.err
    assert "It ends Sat 5 Dec" in " ".join(ran.out.split())
    coach.play(
        (
            "probation anna extend --ends 2026-12-10 --why 'away for ten days'",
            "Source: Arbeidsmiljøloven §§ 15-1, 15-3",
        ),
        ("- probation anna extend --ends 2026-12-11", "10 days away"),
        ("probation anna confirm",),
    )


def test_after_its_end_it_is_decided_only_when_asked(coach: Any) -> None:
    """In a script it is refused with the rules; --yes goes on, as does yes on a terminal."""
    coach.play(
        ("probation anna --country DK",),
        ("away anna 2026-10-01 2026-10-02",),
        ("- 2026-12-03 probation anna end", "by the rules of Denmark it may have become permanent"),
        ("- 2026-12-03 probation anna extend --ends 2027-01-31 --why agreed",),
    )
    before = coach.bytes()
    assert coach.asked("probation", "anna", "end", "--today", "2026-12-03", answers=["n"]).status == 0
    assert "may have become permanent" in " ".join(coach.heard[1].split())
    assert coach.bytes() == before
    coach.play(("2026-12-03 probation anna confirm",), ("undo",), ("2026-12-03 probation anna end --yes",))


def test_after_an_end_nothing_vanishes(coach: Any) -> None:
    """The decision with its days, a row in the week, until she was told in writing and has left; no step is late."""
    late = '"late": true'
    coach.play(
        ("onboard anna",),
        ("probation anna --ends 2026-12-31 --country SE",),
        ("2026-12-14 onboard anna --json", late),
        ("probation anna end --yes", "to the union at the same time"),
        ("2026-12-14 onboard anna --json", f"!{late}"),
        ("2026-12-14 weekly --all", "!step"),
        ("2026-12-14", "!step"),
        ("2026-12-14 prep anna --all", "tell Anna in writing", "agree with Anna on the handover"),
        ("probation anna", "Tell by Thu 17 Dec."),
        ("probation anna --json", '"ends": "2026-12-31"'),
        ("weekly", "does not stay on: tell by Thu 17 Dec"),
        ("2026-12-19 probation anna told --on 2026-12-18", "after Thu 17 Dec, the last day", "in writing Fri 18 Dec."),
        ("probation anna --json", '"told": "2026-12-18"'),
        ("2026-12-20 prep anna --all", "!tell Anna in writing", "agree with Anna on the handover"),
        ("2027-01-01 probation anna", "coach leave anna-berg"),
        ("2027-01-01 probation", "!Anna"),
    )


def test_a_longer_one_is_to_be_told_in_writing_while_it_lasts(coach: Any) -> None:
    """Until the day it would have ended; from then on HR decides whether it holds. Nothing decided is nothing told."""
    coach.play(
        ("probation anna --country NO --ends 2026-11-30",),
        ("- probation anna told", "neither ended nor made longer"),
        ("away anna 2026-10-01 2026-10-10",),
        ("probation anna extend --ends 2026-12-10 --why absence", "coach probation anna-berg told"),
        ("probation", "longer: tell in writing by Mon 30 Nov"),
        ("2026-11-30 probation anna", "To be told in writing by Mon 30 Nov"),
        ("2026-12-01 probation anna", "HR decides whether it holds"),
        ("probation anna told", "Told in writing Mon 23 Nov"),
    )


def test_how_she_is_is_no_ground(coach: Any) -> None:
    """In any language, whatever is decided; illness is absence where it makes a probation longer."""
    never, longer = "A probation never rests on", "probation anna extend --ends 2026-12-05 --why"
    coach.play(
        ("probation anna --country NO --ends 2026-11-30",),
        ("away anna 2026-10-01 2026-10-10",),
        *((f"- probation anna end --yes --why '{why}'", never) for why in ("lite motivert", "vantrivs", "sick a lot")),
        *((f"- probation anna confirm --why '{why}'", never) for why in ("low motivation", "mye sykefravær")),
        *((f"- {longer} '{why}'", never) for why in ("trives ikke", "away, and tired")),
        (f"- {longer} 'slow start'", "no ground for a longer"),
        (f"{longer} 'syk i oktober'",),
        ("undo",),
    )
    for why in ("too few hospitals called: sykehusene, sjukhus", "no reply since 14 mar", "sells fast: raska affärer"):
        coach.play((f"probation anna confirm --why '{why}'",), ("undo",))


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
    red.play(("weekly", "!probation.toml"))
    rules.unlink()
    red.play(
        ("probation", "Nobody is on probation."),
        ("probation anna", "coach probation anna-berg --country SE"),
        ("probation anna --country SE",),
        ("probation bo --ends 2026-12-31",),
        ("probation", "1 not told · 1 red without help"),
        ("- probation --country SE", "Name the seller first: coach probation NAME"),
    )
    assert [one["key"] for one in red("probation", "--json").json["sellers"]] == ["bo-ek", "anna-berg"]
    red.put("templates/probation.toml", "country = 7\n")
    red.play(("- probation", "probation.toml:1:11"), ("- probation anna", "probation.toml:1:11"))


def test_what_speaks_against_it_is_pointed_out(red: Any) -> None:
    """No help or a young one before an end; for longer, no ground where absence is what makes it longer."""
    ground, only = "Note the absence as the ground", "Only for the seller's own absence"
    red.play(
        ("probation anna end --yes", "No help is noted for closing."),
        ("undo",),
        ("2026-11-22 promise anna 'sit in' --area closing --by '1 dec'",),
        ("probation anna end --yes --json", "Help for closing is 1 day old."),
        ("probation åsa --country norge --ends 2026-12-31",),
        ("away åsa 2026-11-10 2026-11-20",),
        ("- probation åsa extend", only, f"!{ground}"),
        ("probation åsa extend --ends 2027-01-01", ground),
        ("probation åsa extend --ends 2027-01-02 --why away", f"!{ground}"),
        ("- probation bo extend", "Until when?"),
    )


def test_the_paper_for_hr_holds_nothing_to_type(coach: Any, tmp_path: Path) -> None:
    """Whatever is missing: no country, no light, a red without help."""
    for line in ((), ("--ends", "2026-12-31")):
        coach("probation", "bo", *line, "-o", "it.md")
        assert "coach " not in (tmp_path / "it.md").read_text("utf-8"), line
    coach("rate", "bo", "closing", "red", "no next step")
    coach("probation", "bo", "-o", "it.md")
    document = (tmp_path / "it.md").read_text("utf-8")
    assert ("no help is noted since then" in document, "coach " in document) == (True, False)
    coach.play(
        ("probation bo", "!no talk in 0 days"),
        ("note bo 'told: closing – no next step – ask for the day'",),
        ("probation bo end --yes", "Help for closing is from today."),
        ("undo",),
    )
    assert "no talk since\n" not in coach("probation", "bo").out
