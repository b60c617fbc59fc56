import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CHECKS = Path(__file__).parents[3] / "shared" / "checks"


def test_it_says_what_matters_on_one_screen(coach: Any) -> None:
    """The talk before, what is owed, and why each is there."""
    ran = coach("prep", "anna")
    assert ran.status == 0
    assert ran.out.startswith("Anna Berg · 20 days since")
    assert "you owe: Introduce Anna to Karin at Nordbygg" in ran.out


def test_json_has_what_others_build_on(coach: Any) -> None:
    """The keys of the agenda, its sections and their items."""
    made = coach("prep", "anna", "--json").json
    assert {"seller", "agenda", "minutes", "sections", "sources"} <= made.keys()
    assert {"key", "name", "days_employed", "last_talk"} <= made["seller"].keys()
    for section in made["sections"]:
        assert {"key", "title", "items"} <= section.keys()
        assert all({"code", "text", "ids"} <= item.keys() for item in section["items"])


def test_another_agenda_and_length_can_be_asked_for(coach: Any) -> None:
    """By the name of its template."""
    made = coach("prep", "anna", "--agenda", "development", "--minutes", "45", "--json").json
    assert (made["agenda"], made["minutes"]) == ("development", 45)


def test_an_agenda_that_is_not_there_is_refused_with_those_that_are(coach: Any) -> None:
    """Own ones are listed too."""
    own = coach.root / "templates" / "agendas"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("", "utf-8")
    ran = coach("prep", "anna", "--agenda", "nope")
    assert ran.status == 2
    assert "There are: check-in, development, mine, onboarding, probation." in ran.err


def test_what_the_seller_may_see_leaves_out_what_is_mine(coach: Any) -> None:
    """Her topics and what was agreed, and no rating."""
    ran = coach("prep", "anna", "--for-her")
    assert "to think about before we talk" in ran.out
    assert "green" not in ran.out
    assert coach("prep", "anna", "--for-her", "-o", "anna.md").status == 0


def test_looking_at_it_writes_nothing_into_the_journal(coach: Any) -> None:
    """Only what was prepared is remembered."""
    before = coach.bytes()
    coach("prep", "anna")
    assert coach.bytes() == before


def test_a_broken_file_is_named_to_the_column_and_left_alone(coach: Any) -> None:
    """Status 5, never "no data"."""
    coach.path().write_text(coach.text() + "\n[[talk]\n", "utf-8")
    before = coach.bytes()
    ran = coach("prep", "anna berg")
    assert ran.status == 5
    assert ran.err.startswith("sellers/anna-berg.toml:32:")
    assert coach.bytes() == before


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt", ".json"])
def test_it_is_written_to_a_file_for_its_owner_alone(coach: Any, tmp_path: Path, suffix: str) -> None:
    """The suffix picks the format; stdout stays empty."""
    ran = coach("prep", "anna", "-o", f"anna{suffix}")
    path = tmp_path / f"anna{suffix}"
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == f"Wrote anna{suffix}.\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert "Nordbygg" in path.read_text("utf-8")


@pytest.mark.parametrize("name", ["anna.pdf", "anna", "anna.ics"])
def test_a_suffix_that_is_not_known_is_refused(coach: Any, tmp_path: Path, name: str) -> None:
    """With those that are, and without a file."""
    ran = coach("prep", "anna", "-o", name)
    assert ran.status == 2
    assert ".txt, .json, .md, .html" in ran.err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(("check", "suffix"), [("json_check.py", ".json"), ("md_check.py", ".md")])
def test_a_referee_finds_nothing_wrong_with_the_file(coach: Any, tmp_path: Path, check: str, suffix: str) -> None:
    """Strict JSON, and Markdown without active content, whatever was typed."""
    if not (CHECKS / check).exists():
        pytest.skip("the shared checks are not here")
    coach("note", "anna", "topic: <script>alert(1)</script> [x](javascript:1) ![y](z) | `a` \u202eabc\x1b[31m")
    coach("prep", "anna", "-o", f"anna{suffix}")
    ran = subprocess.run(
        [sys.executable, str(CHECKS / check), str(tmp_path / f"anna{suffix}")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_on_paper_a_level_is_a_word(coach: Any, tmp_path: Path, suffix: str) -> None:
    """There is no colour in a document, and no shape."""
    coach("rate", "anna", "closing", "red", "no next step")
    coach("prep", "anna", "-o", f"anna{suffix}")
    assert "closing: no next step (red)" in (tmp_path / f"anna{suffix}").read_text("utf-8")


PLAN = """
[[onboarding]]
id = "o1o1o"
on = 2026-11-01
plan = "new-seller"

[[phase]]
on = 2026-11-01
phase = "understand"
day = 1
days = 30

[[step]]
on = 2026-11-01
what = "Have lunch together"
owner = "manager"
phase = "understand"
day = 2

[[expectation]]
on = 2026-11-01
area = "discovery"
green = "sums up the need in the customer's own words"
"""


@pytest.fixture
def begun(coach: Any) -> Any:
    """Put Åsa, who began on 9 November, into an onboarding."""
    coach.path("asa-oberg").write_text(coach.text("asa-oberg") + PLAN, "utf-8")
    return coach


def test_while_an_onboarding_lasts_it_has_the_agenda(begun: Any) -> None:
    """What is expected, one light, the steps that wait; what is typed wins."""
    assert begun("log", "asa", "First talk", "--on", "16 nov").status == 0
    made = begun("prep", "asa", "--json").json
    assert (made["agenda"], made["minutes"]) == ("onboarding", 15)
    shown = {part["key"]: [item["text"] for item in part["items"]] for part in made["sections"]}
    assert "discovery, for green: sums up the need in the customer's own words" in shown["expected"]
    assert shown["steps"] == ["your step: Have lunch together"]
    assert made["asked"] == ["light-performance"]
    assert begun("prep", "asa", "--agenda", "check-in", "--json").json["agenda"] == "check-in"
    assert begun("prep", "anna", "--json").json["agenda"] == "check-in"


def test_the_next_prep_asks_for_another_light(begun: Any) -> None:
    """The log remembers what the agenda asked."""
    begun("log", "asa", "First talk", "--on", "16 nov")
    begun("prep", "asa")
    begun("log", "asa", "Fine")
    assert 'asked = ["light-performance"]' in begun.text("asa-oberg").replace("[\n    ", "[").replace(",\n]", "]")
    assert begun("prep", "asa", "--json").json["asked"] == ["light-motivation"]


def test_what_is_needed_of_an_own_agenda_is_known(begun: Any) -> None:
    """A section of the key expected can stand in any agenda."""
    own = begun.root / "templates" / "agendas"
    own.mkdir(parents=True)
    part = '[[section]]\nkey = "expected"\ntitle = "Stand"\nminutes = 5\nprompt = "Where do we stand?"\n'
    (own / "mine.toml").write_text(f'title = "Mine"\nminutes = 5\n{part}', "utf-8")
    assert "discovery, for green" in begun("prep", "asa", "--agenda", "mine").out


def test_about_me_is_never_what_the_seller_sees(coach: Any) -> None:
    """It is in my agenda, and not in the one for the seller."""
    coach("log", "anna", "about me: I interrupt")
    assert "Anna on working with you: I interrupt" in coach("prep", "anna").out
    assert "I interrupt" not in coach("prep", "anna", "--for-her").out


def test_somebody_new_sees_beforehand_what_is_expected_and_no_light(coach: Any) -> None:
    """By what green looks like; private expectations and ratings are the manager's own."""
    coach("onboard", "åsa", "--plan", "new-seller")
    coach("rate", "åsa", "asking for help", "red", "stuck for days")
    with coach.path("asa-oberg").open("a", encoding="utf-8") as file:
        file.write('\n[[expectation]]\non = 2026-11-20\narea = "secret"\ngreen = "canary"\nprivate = true\n')
    shown = coach("prep", "åsa", "--for-her", "--private").out
    assert "What is expected now" in shown
    assert "asking for help, for green: asks early, and says what was tried" in shown
    assert not any(word in shown for word in ("stuck for days", "■", "canary"))
    assert "What is expected now" not in coach("prep", "bo", "--for-her").out
