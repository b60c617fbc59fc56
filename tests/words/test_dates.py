import json
import tomllib
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.errors import NotADate
from salescoach.words.dates import Dates

ROOT = Path(__file__).parents[2]
FACTS = ROOT.parent / "shared" / "data" / "dates" / "cldr_facts.json"
TABLES = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in ROOT.glob("templates/*/dates.toml")}
CLDR = {"en": "en_GB", "sv": "sv_SE", "nb": "nb_NO", "da": "da_DK"}
SWEDISH = tomllib.loads("""
accepted = "2026-11-27, 27 nov, fre, i morgon, om 2 veckor, v48"
weekdays = [["måndag", "mån"], ["tisdag", "tis"], ["onsdag", "ons"], ["torsdag", "tors"], ["fredag", "fre"],
            ["lördag", "lör"], ["söndag", "sön"]]
months = [["januari", "jan."], ["februari", "feb."], ["mars", "mars"], ["april", "apr."], ["maj", "maj"],
          ["juni", "juni"], ["juli", "juli"], ["augusti", "aug."], ["september", "sep."], ["oktober", "okt."],
          ["november", "nov."], ["december", "dec."]]
ordinals = ["a", "e"]
[say]
date = "{weekday_short} {day} {month_short}"
long = "{weekday_short} {day} {month_short} {year}"
[units]
day = ["dag", "dagar"]
week = ["vecka", "veckor", "v"]
month = ["månad", "månader", "månaden"]
[numbers]
en = 1
[which]
"nästa" = 1
[same]
"i morgon" = "om 1 dag"
today = "om en vecka"
[patterns]
date = ["[den] {day} {month} [{year}]", "{weekday} [den] {day} {month} [{year}]"]
ahead = ["om {count} {unit}"]
ago = ["för {count} {unit} sedan"]
period = ["{which} {unit}"]
end = ["sista i {unit}"]
""")

ENGLISH = Dates(TABLES["en"])
BOTH = Dates(SWEDISH, TABLES["en"])
WEDNESDAY = date(2026, 11, 18)  # in week 47

DATE_WORDS = """
fri friday v w48 week 1 2 0 53 31 27th 2026 9999 000 feb nov 27. 31/02/2026 9.9 20261127 in end of next last the month
weeks d y 999999 quarter q4 ago tomorrow eom a on - / ² ٣ {day} {unit} i morgon
"""

known_days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
date_like = st.lists(st.sampled_from(DATE_WORDS.split()), max_size=7).map(" ".join)


def refusal(text: str) -> dict[str, object]:
    """Return what the refusal of a text carries."""
    with pytest.raises(NotADate) as refused:
        ENGLISH.read(text, today=WEDNESDAY)
    return dict(refused.value.data)


IMPOSSIBLE = """31 feb | 29 feb 2027 | 2026-02-31 | 31.02. | 20261301 | 50/50 | 27 nov 0000 | 2201-01-01 | 1899-12-31
999999 years | 999999 days | v 60 | v53 2027 | end of q5"""
REFUSED = {
    "impossible": IMPOSSIBLE.replace("\n", " | ").split(" | "),
    "ambiguous": ["05/06/2026", "05-06-2026", "5/6", "26-11-27", "27/11/26"],
    "contradiction": ["thu 27 nov", "thu 27.11.2026", "thu the 27th"],
}
BEGINS = """friday morning | 31 feb or so | nov 27 at noon | 27.11 at noon | 2026-11-31 x | 2 weeks after the fair
tomorrow evening | next spring | in Oslo | end of the call | march | 2026-11-27T10:00"""
SWEDISH_DAYS = {
    "2026-11-19": ["i morgon", "tomorrow"], "2026-11-21": ["lördag"], "2026-12-02": ["om 2 veckor", "2v"],
    "2026-11-25": ["en vecka"], "2026-11-15": ["för 3 dagar sedan"],
    "2026-11-27": ["nästa vecka", "den 27:e nov.", "fredag den 27 november", "v48"],
    "2026-11-30": ["sista i månaden"], "2027-10-27": ["27 october"],
}  # fmt: skip


def test_english_says_the_day_first() -> None:
    """A date has its weekday unless told otherwise; case, blanks and closing marks mean nothing."""
    said = [ENGLISH.say(date(2026, 11, 27), form) for form in ("date", "long", "short", "iso", "weekday", "month")]
    assert said == ["Fri 27 Nov", "Fri 27 Nov 2026", "27 Nov", "2026-11-27", "Friday", "Nov 2026"]
    assert ENGLISH.say(date(2026, 9, 6)) == "Sun 6 Sept"
    for text in ("FRI", "  fri  ", "fri.", "fri!)", "Fri,", "\u00a0on\tfriday ."):
        assert ENGLISH.read(text, today=WEDNESDAY) == date(2026, 11, 20), text


def test_what_has_the_shape_of_a_date_and_is_none_is_refused_with_its_reason() -> None:
    """It is refused, and known as such, so that it is not taken for a word."""
    for why, texts in REFUSED.items():
        for text in texts:
            assert refusal(text) == {"text": text, "forms": TABLES["en"]["accepted"], "why": why}
            assert (ENGLISH.looks_whole(text), ENGLISH.begins_like(text)) == (True, True), text


def test_text_that_begins_like_a_date_is_told_from_a_date_and_other_text_left_alone() -> None:
    """The first is kept as text and pointed out; a name, a number or nothing at all is not even pointed out."""
    for text in BEGINS.replace("\n", " | ").split(" | "):
        assert refusal(text)["why"] == "unknown", text
        assert (ENGLISH.begins_like(text), ENGLISH.looks_whole(text)) == (True, False), text
    for text in ("", " . ", "Karin", "the customer", "2.5 percent", "a colleague", "12", "²w", "-2w"):
        assert refusal(text)["why"] == "unknown", text
        assert (ENGLISH.begins_like(text), ENGLISH.looks_whole(text)) == (False, False), text


def test_another_language_is_one_more_table() -> None:
    """Both are read, in either form of Unicode; the first table writes, and wins where the two disagree."""
    for day, texts in SWEDISH_DAYS.items():
        for text in texts:
            for written in (unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
                assert BOTH.read(written, today=WEDNESDAY) == date.fromisoformat(day), ascii(written)
    assert BOTH.say(date(2026, 11, 27), "long") == "fre 27 nov. 2026"
    assert BOTH.read("today", today=WEDNESDAY) == date(2026, 11, 25)
    with pytest.raises(NotADate) as refused:
        BOTH.read("31 feb", today=WEDNESDAY)
    assert refused.value.data["forms"] == SWEDISH["accepted"]


def test_every_form_that_is_offered_is_read() -> None:
    """The accepted forms of a refusal, and each phrase that is short for another, are dates."""
    for language, table in TABLES.items():
        dates = Dates(table, TABLES["en"])
        for text in (*table["accepted"].split(", "), *table["same"]):
            assert dates.looks_whole(text), (language, text)


@pytest.mark.skipif(not FACTS.exists(), reason="the locale data is not kept with the source")
def test_the_names_are_those_of_the_cldr() -> None:
    """The first and second word for each weekday and month are what its speakers' locale data has."""
    for language, table in TABLES.items():
        facts = json.loads(FACTS.read_text("utf-8"))[CLDR[language]]
        for ours, theirs in (("weekdays", "days"), ("months", "months")):
            names = [[word.rstrip(".") for word in words[:2]] for words in table[ours]]
            pairs = zip(facts[f"{theirs}_format_wide"], facts[f"{theirs}_format_abbreviated"], strict=True)
            assert names == [[name, short.rstrip(".")] for name, short in pairs], (language, ours)


@given(known_days, st.dates(), st.sampled_from(["long", "iso"]), st.booleans())
def test_what_is_said_in_full_is_read_back(day: date, today: date, form: str, back: bool) -> None:
    """A date with its year means the same day whenever it is read."""
    for dates in (ENGLISH, BOTH):
        assert dates.read(dates.say(day, form), today=today, back=back) == day


@given(known_days)
def test_a_short_date_ahead_is_read_back_on_its_own_day(day: date) -> None:
    """Without its year a date is today or ahead."""
    assert ENGLISH.read(ENGLISH.say(day, "date"), today=day) == day


@given(st.text() | date_like, st.dates(), st.booleans(), st.booleans())
def test_any_text_is_a_date_or_is_refused(text: str, today: date, back: bool, due: bool) -> None:
    """No text raises anything else, and what is refused for its day is known to be a date by its shape."""
    whole = BOTH.looks_whole(text)
    try:
        known = date(1900, 1, 1) <= BOTH.read(text, today=today, back=back, due=due) <= date(2200, 12, 31)
    except NotADate as refused:
        known = refused.data["why"] != "unknown"
    assert known is whole
    assert BOTH.begins_like(text) or not whole
