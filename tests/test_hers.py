"""What a seller reads is in her language, days and numbers too, and comes back in it."""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from conftest import ANNA
from salescoach.journal import toml

LANGUAGES = ("sv", "nb", "da")
TEMPLATES = Path(__file__).parents[1] / "templates"
WORDS = TEMPLATES / "en" / "words.toml"

GOALS, THEN = date(2026, 10, 1), date(2026, 11, 2)


def blocks(*rows: tuple[str, date, dict[str, object]]) -> str:
    """Return records as they stand in a file."""
    return "".join(toml.block(kind, {"on": on, **fields}) for kind, on, fields in rows)


STORY = blocks(
    ("topic", GOALS, {"id": "t0p1c", "what": "TOPIC", "from": "seller"}),
    ("goal", GOALS, {"id": "g0al1", "title": "GOAL", "unit": "MSEK", "target": 1250.5, "due": date(2027, 3, 31)}),
    ("progress", date(2026, 11, 1), {"id": "pr0g1", "goal": "g0al1", "value": 7.5}),
    ("goal", GOALS, {"id": "g0al2", "title": "GOAL"}),
    ("commitment", date(2026, 11, 3), {
        "id": "c0mm1", "talk": "k3f7q", "by": "seller", "what": "PROMISE", "due": date(2026, 12, 3),
    }),
    ("moved", date(2026, 11, 10), {"id": "m0ved", "of": "c0mm1", "due": date(2026, 12, 10)}),
    ("expectation", date(2026, 11, 3), {"id": "e0pec", "area": "discovery", "green": "GREEN"}),
)  # fmt: skip
"""What her documents say of her in each way that they have; words of people are in capitals."""

ANSWERS = {
    "sv": "behovsanalys: grönt - frågade först\nFörhandling gult, gav rabatt",
    "nb": "behovsavdekking: grønt - spurte først\nForhandling gult, ga rabatt",
    "da": "behovsafdækning: grønt - spurgte først\nForhandling gult, gav rabat",
}
PROSPECTING = {"sv": "prospektering", "nb": "prospektering", "da": "opsøgende salg"}
FRIDAY = {"sv": "fre 6 nov.", "nb": "fre. 6. nov.", "da": "fre. 6. nov."}
NUMBERS = {"sv": "7,5 av 1 250,5 MSEK", "nb": "7,5 av 1 250,5 MSEK", "da": "7,5 af 1.250,5 MSEK"}


@pytest.fixture
def anna(coach: Any) -> Any:
    """Give Anna a story, and mark every English phrase by an own words.toml, so that one in a document is seen."""
    coach.append(STORY)
    coach("onboard", "anna", "--plan", "new-seller", "--start", "2026-11-16")
    coach.put("templates/words.toml", _english())
    return coach


@cache
def _english() -> str:
    return "\n".join(_marked(tomllib.loads(WORDS.read_text("utf-8"))))


def _marked(table: dict[str, Any], above: str = "") -> list[str]:
    lines = []
    for key, value in table.items():
        path = f'{above}"{key}"'
        said = isinstance(value, str) and re.sub(r"\{.*?\}", "", value)
        lines += _marked(value, f"{path}.") if isinstance(value, dict) else []
        if said and any(map(str.isalpha, said)):
            lines.append(f"{path} = '''ENGLISH {value}'''")
    return lines


RECAPS = (("recap", "anna"), *(("recap", "anna", "--style", "chat", "--on", on) for on in ("2026-11-03", "2026-11-16")))

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
    RECAPS[0],
    RECAPS[1],
)

REVIEW = ("show", "anna", "--from", "2026-10-01")

TALK = """\
topic: TOPIC
red: {follow-up} – EVIDENCE
yellow: needs analysis – EVIDENCE
performance: green
told: negotiation – TOLD – NEXT
told: performance – TOLD
praise: PRAISE
value: VALUE – LIVED
about me: ABOUT
needs: NEED
milestone: first deal – CUSTOMER
@me PROMISE by 4 dec
@anna når CUE, PROMISE by 1 dec
goal: GOAL by 29 jan
next: 11 dec 14:00"""
"""A talk in which everything is said that a recap or a review tells; what somebody typed is in capitals."""

SWEDISH_TALK = """\
Långt och bra.
ämne: priset på det nya paketet
rött: uppföljning – tre offerter utan nästa samtal
gult: förhandling – gav rabatt innan kunden hade frågat
beröm: höll priset hos Skogsberg
behöver: en lugnare plats att ringa från
@mig presentera Anna för Karin på Nordbygg senast ons
@anna ring Skogsberg före nästa offert senast 1 dec
mål: 12 första möten senast 29 jan
nästa: 11 dec kl 14"""

SEEN_BY_HER = blocks(
    ("rating", THEN, {"by": "seller", "area": "follow-up", "level": "green", "evidence": "VIEW"}),
    ("customer", THEN, {"what": "VOICE"}), ("customer", THEN, {"customer": "CUSTOMER", "what": "VOICE"}),
    ("praise", THEN, {"from": "SOMEBODY", "what": "PRAISE"}),
    ("answer", THEN, {"form": "development", "role": "seller", "question": "went-well", "text": "ANSWER"}),
    ("progress", THEN, {"id": "pr0g2", "goal": "g0al2", "level": "yellow"}),
    ("goal", GOALS, {"id": "g0al3", "title": "GOAL"}), ("settled", THEN, {"of": "g0al3", "how": "dropped"}),
    ("milestone", date(2026, 10, 2), {"milestone": "first-meeting"}),
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_document_for_a_seller_falls_back_to_english(anna: Any, language: str) -> None:
    """Anywhere, nor do own English words come before hers; days and numbers are hers, the manager's screen is not."""
    assert "ENGLISH" in anna("prep", "anna", "--for-her").out
    anna("set", "anna", "--language", language)
    assert "7.5 of 1250.5 MSEK" in anna("prep", "anna", "--all").out
    sheet = anna("prep", "anna", "--for-her").out.replace("\u00a0", " ")
    assert [FRIDAY[language] in sheet, NUMBERS[language] in sheet] == [True, True]
    for line in DOCUMENTS:
        found = [anna(*line).out, anna(*line, "--json").out]
        for suffix in (".txt", ".md", ".html"):
            anna(*line, "-o", f"hers{suffix}")
            found.append(Path(f"hers{suffix}").read_text("utf-8"))
        for text in found:
            assert "ENGLISH" not in text, (line, text)
        assert f'<html lang="{language}">' in found[-1], line


def words(text: str) -> set[str]:
    """Return the words of a document that somebody wrote in small letters: those in capitals were typed."""
    shown = re.sub(r"<(style|head)>.*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL)
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", shown) if not word.isupper()}


def spoken_in(language: str) -> set[str]:
    """Return every word of a language that its templates write."""
    return {word for path in (TEMPLATES / language).rglob("*.toml") for word in words(path.read_text("utf-8"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_word_is_left_in_a_recap_or_a_review(coach: Any, language: str) -> None:
    """Whatever a talk can hold, beside the same in English: areas and milestones too, by any name they go by."""
    skilled = coach.text().replace("minutes = 25", 'minutes = 25\none_skill = "SKILL"')
    coach.put("sellers/anna-berg.toml", skilled + STORY + SEEN_BY_HER)
    with (coach.root / "coach.toml").open("a", encoding="utf-8") as file:
        file.write('\n[values]\nVALUE = "MEANT"\n')
    for area, on in (("follow-up", "2026-11-16"), ("preparing", "2026-11-23")):
        assert coach("log", "anna", TALK.replace("{follow-up}", area), "--on", on, "--today", on).status == 0
    made: dict[str, dict[str, str]] = {"en": {}, language: {}}
    for each, found in made.items():
        coach("set", "anna", "--language", each)
        for made_by in (*RECAPS, REVIEW):
            for suffix in (".md", ".html", ".txt")[: 2 if made_by is REVIEW else 3]:
                assert coach(*made_by, "-o", f"hers{suffix}").status == 0
                found[" ".join((*made_by, suffix))] = Path(f"hers{suffix}").read_text("utf-8")
    names = {"anna", "berg", "karin", "nordbygg", "msek"}
    own = names | spoken_in(language) | words(ANNA.partition("evidence")[2])
    for line, text in made[language].items():
        english = words(made["en"][line])
        assert len(english) > 20, line
        assert english & words(text) - own == set(), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_review_on_the_screen_is_the_managers(coach: Any, language: str) -> None:
    """What is written for both is in her language, and says who the manager is instead of you."""
    coach("rate", "anna", "discovery", "green", "asked", "--by", "seller")
    before = coach(*REVIEW).out
    coach("set", "anna", "--language", language)
    assert coach(*REVIEW).out == before
    coach(*REVIEW, "-o", "hers.html")
    text = Path("hers.html").read_text("utf-8")
    assert f'<html lang="{language}">' in text
    assert ("you: " in before, "you: " in text) == (True, False)


def test_a_recap_is_known_in_any_language_and_after_she_changed_hers(coach: Any) -> None:
    """In each that it was sent in, with her file edited since, and where the mail is noted only afterwards."""
    coach("log", "anna", "red: follow-up – three offers without a call\n@anna call Skogsberg by 1 dec")
    sent = {}
    for language in ("en", *LANGUAGES):
        coach("set", "anna", "--language", language)
        for style in ("mail", "chat"):
            coach("recap", "anna", "--style", style, "-o", "mail.txt")
            sent[language, style] = Path("mail.txt").read_text("utf-8")
        coach("recap", "anna", "--sent")
    assert coach.text().count("[[recap]]") == len(LANGUAGES) + 1
    edited = coach.text().replace('name = "Anna Berg"', 'name = "Anna Lind"\naliases = ["Annie"]')
    coach.put("sellers/anna-berg.toml", edited)
    for now in ("da", "en"):
        coach("set", "anna", "--language", now)
        for one, text in sent.items():
            ran = coach("recap", "anna", "--verify", "-", stdin=text)
            assert (ran.status, ran.out) == (0, "As sent on Mon 23 Nov.\n"), (now, one)
    changed = sent["nb", "mail"].replace("1. des.", "8. des.")
    assert "Not as sent" in coach.refused("recap", "anna", "--verify", "-", stdin=changed, status=1).out
    for one, text in sent.items():
        coach.put("sellers/anna-berg.toml", coach.text().partition("[[recap]]")[0])
        told = coach("recap", "anna", "--sent", "--verify", "-", stdin=text)
        assert "Told with it: follow-up." in told.out + told.err, one
        assert coach("recap", "anna", "--verify", "-", stdin=text).out == "As sent on Mon 23 Nov.\n", one


def test_own_names_of_levels_stay_and_own_words_leave_the_rest(coach: Any) -> None:
    """What a journal calls its levels is what she reads; a file with one word of ours keeps all others as shipped."""
    with (coach.root / "coach.toml").open("a", encoding="utf-8") as file:
        file.write('\n[levels]\nred = "good"\nyellow = "great"\ngreen = "awesome"\n')
    coach.put("templates/sv/hers.toml", '[area]\nclosing = "i mål"\n')
    coach("set", "anna", "--language", "sv")
    coach("log", "anna", "green: closing – CLOSED; red: needs analysis – ASKED")
    text = coach("recap", "anna").out
    assert "i mål: jag ser awesome, CLOSED" in text
    assert "behovsanalys: jag ser good, ASKED" in text


def test_the_hour_is_written_as_her_language_writes_it(coach: Any) -> None:
    """With a full stop in Danish, with a colon in the others."""
    coach("log", "anna", "Good.\nnext: 11 dec 14:30")
    for language, said in (("da", "kl. 14.30"), ("nb", "kl. 14:30"), ("sv", "kl. 14:30"), ("en", "at 14:30")):
        coach("set", "anna", "--language", language)
        assert coach("recap", "anna").out.count(said) == 1, language


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


@pytest.mark.parametrize(("language", "said"), PROSPECTING.items())
def test_an_area_by_another_name_is_asked_about_in_her_language(coach: Any, language: str, said: str) -> None:
    """Whatever an old file calls it; what she answers stands under the name of the file, and ours stays as it is."""
    coach.append('\n[[rating]]\non = 2026-11-04\narea = "cold calling"\nlevel = "red"\n')
    coach.append('\n[[rating]]\non = 2026-11-05\narea = "tenders in Åre"\nlevel = "red"\n')
    coach("set", "anna", "--language", language)
    form = coach("ask", "anna", "development").out
    assert ("cold calling" in form, f"- {said}:" in form, "- tenders in Åre:" in form) == (False, True, True)
    (answer,) = [one for one in form.splitlines() if one.startswith("4. ")]
    back = coach("ask", "--from", "-", "--json", stdin=f"{form.split('1. ')[0]}\n{answer}\n{said}: grønt, VIEW").json
    assert [one.get("area") for one in back["records"] if one["kind"] == "rating"] == ["cold calling"]


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
    coach.put("sellers/anna-berg.toml", before.replace('name = "Anna Berg"', 'name = "Anna Berg"\nlanguage = "fi"'))
    assert "Role: seller" in coach("ask", "anna", "development").out


def test_own_words_for_a_language_win_and_bad_ones_are_named(coach: Any) -> None:
    """A phrase in templates/sv/hers.toml; one with a gap that nothing fills is refused where it stands."""
    coach("set", "anna", "--language", "SV")
    coach.put("templates/sv/hers.toml", '[form]\nabout = "Om: {name}"\n')
    assert "Om: Anna Berg" in coach("ask", "anna", "development").out
    coach.put("templates/sv/hers.toml", '[form]\nabout = "Om: {nmae}"\n')
    assert "hers.toml:2:9: this template cannot be used: form.about" in coach.refused("ask", "anna", "recap").err


def test_own_agendas_and_levels_stay_the_managers(coach: Any) -> None:
    """An agenda of the manager's own opens as it was written; a ready set of levels is named in her language."""
    coach("set", "anna", "--language", "da")
    shipped = (WORDS.parent / "agendas" / "check-in.toml").read_text("utf-8")
    coach.put("templates/agendas/check-in.toml", shipped.replace("What has happened", "And what has happened"))
    assert "And what has happened" in coach("prep", "anna", "--for-her").out
    with (coach.root / "coach.toml").open("a", encoding="utf-8") as file:
        file.write('\n[levels]\nset = "great"\nred = "not yet"\n')
    text = coach("expect", "anna", "--for-her").out
    assert "rigtig god" in text
    assert "not yet" in text


def test_what_was_written_by_hand_is_told_as_it_stands(anna: Any) -> None:
    """A step of the manager's own, and a plan whose template is gone: only what is around it is in her language."""
    anna("set", "anna", "--language", "sv")
    text = anna.text().replace("Prepare one meeting together", "Prepare two meetings together")
    anna.put("sellers/anna-berg.toml", text)
    listed = anna("onboard", "anna", "--for", "buddy").out
    assert ("Prepare two meetings together" in listed, "Leverera" in listed) == (True, True)
    anna.put("sellers/anna-berg.toml", text.replace('plan = "new-seller"', 'plan = "a plan of old"'))
    listed = anna("onboard", "anna", "--for", "buddy").out
    assert ("Deliver" in listed, "det här gör faddern" in listed) == (True, True)


def test_a_swedish_recap(coach: Any, golden: SnapshotAssertion) -> None:
    """As it is mailed, at 80 columns."""
    coach("set", "anna", "--language", "sv")
    coach("promise", "anna", "skicka siffrorna", "--by", "2026-11-20")
    coach("log", "anna", SWEDISH_TALK)
    coach("recap", "anna", "-o", "mail.txt")
    assert Path("mail.txt").read_text("utf-8") == golden


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
