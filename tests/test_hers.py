"""What a seller reads is in her language, days and numbers too, and comes back in it."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

LANGUAGES = ("sv", "nb", "da")
WORDS = Path(__file__).parents[1] / "templates" / "en" / "words.toml"

STORY = """\

[[topic]]
id = "t0p1c"
on = 2026-10-01
what = "TOPIC"
from = "seller"

[[goal]]
id = "g0al1"
on = 2026-10-01
title = "GOAL"
unit = "MSEK"
target = 1250.5
due = 2027-03-31

[[progress]]
id = "pr0g1"
on = 2026-11-01
goal = "g0al1"
value = 7.5

[[goal]]
id = "g0al2"
on = 2026-10-01
title = "GOAL"

[[commitment]]
id = "c0mm1"
on = 2026-11-03
talk = "k3f7q"
by = "seller"
what = "PROMISE"
due = 2026-12-03

[[moved]]
id = "m0ved"
on = 2026-11-10
of = "c0mm1"
due = 2026-12-10

[[expectation]]
id = "e0pec"
on = 2026-11-03
area = "discovery"
green = "GREEN"
"""
"""What her documents say of her in each way that they have; words of people are in capitals."""

ANSWERS = {
    "sv": "behovsanalys: grönt - frågade först\nFörhandling gult, gav rabatt",
    "nb": "behovsavdekking: grønt - spurte først\nForhandling gult, ga rabatt",
    "da": "behovsafdækning: grønt - spurgte først\nForhandling gult, gav rabat",
}
FRIDAY = {"sv": "fre 6 nov.", "nb": "fre. 6. nov.", "da": "fre. 6. nov."}
NUMBERS = {
    "sv": "7,5 av 1 250,5 MSEK",
    "nb": "7,5 av 1 250,5 MSEK",
    "da": "7,5 af 1.250,5 MSEK",
}


@pytest.fixture
def anna(coach: Any) -> Any:
    """Give Anna a story, and mark every English phrase by an own words.toml, so that one in a document is seen."""
    path = coach.root / "sellers" / "anna-berg.toml"
    path.write_text(path.read_text("utf-8") + STORY, "utf-8")
    coach("onboard", "anna", "--plan", "new-seller", "--start", "2026-11-16")
    folder = coach.root / "templates"
    folder.mkdir(exist_ok=True)
    (folder / "words.toml").write_text("\n".join(_marked(tomllib.loads(WORDS.read_text("utf-8")))), "utf-8")
    return coach


def _marked(table: dict[str, Any], above: str = "") -> list[str]:
    lines = []
    for key, value in table.items():
        path = f'{above}"{key}"'
        said = isinstance(value, str) and re.sub(r"\{.*?\}", "", value)
        lines += _marked(value, f"{path}.") if isinstance(value, dict) else []
        if said and any(map(str.isalpha, said)):
            lines.append(f"{path} = '''ENGLISH {value}'''")
    return lines


DOCUMENTS = (
    ("ask", "anna", "development", "--about", "Nordbygg"),
    ("ask", "anna", "recap"),
    *(("ask", "anna", "retro", "--of", role) for role in ("new-hire", "buddy", "knowledge-owner", "leader")),
    ("prep", "anna", "--for-her"),
    *(("prep", "anna", "--for-her", "--agenda", name) for name in ("development", "onboarding", "probation")),
    ("expect", "anna", "--for-her"),
    ("expect", "anna", "closing", "--for-her"),
    ("onboard", "anna", "--for", "buddy"),
    ("onboard", "anna", "--for", "HR"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_document_for_a_seller_falls_back_to_english(anna: Any, language: str) -> None:
    """On the screen, as a text, a page and data; own English words of the manager do not come before hers either."""
    assert "ENGLISH" in anna("prep", "anna", "--for-her").out
    anna("set", "anna", "--language", language)
    for line in DOCUMENTS:
        found = [anna(*line).out, anna(*line, "--json").out]
        for suffix in (".txt", ".md", ".html"):
            anna(*line, "-o", f"hers{suffix}")
            found.append(Path(f"hers{suffix}").read_text("utf-8"))
        for text in found:
            assert "ENGLISH" not in text, (line, text)
        assert f'<html lang="{language}">' in found[-1], line


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_numbers_are_written_as_her_language_writes_them(anna: Any, language: str) -> None:
    """A decimal comma, and a day with its full stops; the manager's own screen stays in English."""
    anna("set", "anna", "--language", language)
    text = anna("prep", "anna", "--for-her").out
    assert FRIDAY[language] in text
    assert NUMBERS[language] in text.replace("\u00a0", " ")
    assert "7.5 of 1250.5 MSEK" in anna("prep", "anna", "--all").out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_comes_back_in_the_language_it_was_sent_in(coach: Any, language: str) -> None:
    """Whose and which it is, each answer in its place, an area by its name in the journal: even if she has moved on."""
    coach("rate", "anna", "negotiating", "yellow")
    coach("set", "anna", "--language", language)
    form = coach("ask", "anna", "development", "--about", "Nordbygg").out
    lines = [line for line in form.splitlines() if line]
    at = next(at for at, line in enumerate(lines) if line.startswith("4. "))
    lines[at + 1 : at + 3] = ANSWERS[language].split("\n")
    coach("set", "anna", "--language", "en")
    made = coach("ask", "--from", "-", "--json", stdin="\n".join(f"> {line}" for line in lines)).json["records"]
    assert [(one["kind"], one.get("area"), one.get("level")) for one in made] == [
        ("answer", None, None), ("rating", "discovery", "green"), ("rating", "negotiating", "yellow"),
    ]  # fmt: skip
    assert (made[0]["form"], made[0]["role"], made[0]["question"]) == ("development", "seller", "own-view")
    assert coach("ask", "--json").json["out"] == []


def test_the_manager_is_asked_in_the_language_of_the_journal(coach: Any) -> None:
    """The others about her in hers: who took part in a start, took part in one language."""
    coach("set", "anna", "--language", "nb")
    assert "Role: manager" in coach("ask", "anna", "retro", "--of", "manager").out
    assert "Rolle: fadder" in coach("ask", "anna", "retro", "--of", "buddy").out


def test_a_language_that_nobody_wrote_in_is_refused(coach: Any) -> None:
    """With those there are; one that stands in a file by hand is let be, and English is read."""
    before = coach.text()
    said = coach.refused("set", "anna", "--language", "suomi")
    assert "I speak da, en, nb, sv." in said.err
    assert coach.text() == before
    path = coach.root / "sellers" / "anna-berg.toml"
    path.write_text(before.replace('name = "Anna Berg"', 'name = "Anna Berg"\nlanguage = "fi"'), "utf-8")
    assert "Role: seller" in coach("ask", "anna", "development").out


def test_own_words_for_a_language_win_and_bad_ones_are_named(coach: Any) -> None:
    """A phrase in templates/sv/hers.toml; one with a gap that nothing fills is refused where it stands."""
    coach("set", "anna", "--language", "SV")
    own = coach.root / "templates" / "sv"
    own.mkdir(parents=True)
    (own / "hers.toml").write_text('[form]\nabout = "Om: {name}"\n', "utf-8")
    assert "Om: Anna Berg" in coach("ask", "anna", "development").out
    (own / "hers.toml").write_text('[form]\nabout = "Om: {nmae}"\n', "utf-8")
    assert "hers.toml:2:9: this template cannot be used: form.about" in coach.refused("ask", "anna", "recap").err


def test_own_agendas_and_levels_stay_the_managers(coach: Any) -> None:
    """An agenda of the manager's own opens as it was written; a ready set of levels is named in her language."""
    coach("set", "anna", "--language", "da")
    folder = coach.root / "templates" / "agendas"
    folder.mkdir(parents=True)
    shipped = (WORDS.parent / "agendas" / "check-in.toml").read_text("utf-8")
    (folder / "check-in.toml").write_text(shipped.replace("What has happened", "And what has happened"), "utf-8")
    assert "And what has happened" in coach("prep", "anna", "--for-her").out
    with (coach.root / "coach.toml").open("a", encoding="utf-8") as file:
        file.write('\n[levels]\nset = "great"\nred = "not yet"\n')
    text = coach("expect", "anna", "--for-her").out
    assert "rigtig god" in text
    assert "not yet" in text


def test_what_was_written_by_hand_is_told_as_it_stands(anna: Any) -> None:
    """A step of the manager's own, and a plan whose template is gone: only what is around it is in her language."""
    anna("set", "anna", "--language", "sv")
    path = anna.root / "sellers" / "anna-berg.toml"
    text = path.read_text("utf-8").replace("Prepare one meeting together", "Prepare two meetings together")
    path.write_text(text, "utf-8")
    listed = anna("onboard", "anna", "--for", "buddy").out
    assert ("Prepare two meetings together" in listed, "Leverera" in listed) == (True, True)
    path.write_text(text.replace('plan = "new-seller"', 'plan = "a plan of old"'), "utf-8")
    listed = anna("onboard", "anna", "--for", "buddy").out
    assert ("Deliver" in listed, "det här gör faddern" in listed) == (True, True)


def test_a_swedish_form(coach: Any, golden: SnapshotAssertion) -> None:
    """As it goes out."""
    coach("set", "anna", "--language", "sv")
    assert coach("ask", "anna", "development").out == golden


def test_a_norwegian_sheet_before_a_talk(anna: Any, golden: SnapshotAssertion) -> None:
    """As it is pasted into a mail."""
    anna("set", "anna", "--language", "nb")
    anna("prep", "anna", "--for-her", "--agenda", "development", "-o", "hers.md")
    assert Path("hers.md").read_text("utf-8") == golden


def test_a_danish_list_of_the_buddy(anna: Any, golden: SnapshotAssertion) -> None:
    """As it is mailed."""
    anna("set", "anna", "--language", "da")
    anna("onboard", "anna", "--for", "buddy", "-o", "buddy.md")
    assert Path("buddy.md").read_text("utf-8") == golden
