import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.errors import FarAway, NotADate
from salescoach.words.dates import Dates

ROOT = Path(__file__).parents[2]
TABLES = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in ROOT.glob("templates/*/dates.toml")}
ENGLISH = Dates(TABLES["en"], TABLES["da"], TABLES["nb"], TABLES["sv"])
BOTH = Dates(*(TABLES[each] for each in ("sv", "en", "da", "nb")))
WEDNESDAY = date(2026, 11, 18)  # in week 47

DATE_WORDS = """
fri friday v w48 week 1 2 0 53 31 27th 2026 9999 000 feb nov 27. 31/02/2026 9.9 20261127 in end of next last the month
weeks d y 999999 quarter q4 ago tomorrow eom a on - / ² ٣ {day} {unit} i morgon
"""

known_days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
date_like = st.lists(st.sampled_from(DATE_WORDS.split()), max_size=7).map(" ".join)


def refusal(text: str) -> dict[str, object]:
    """Return what the refusal of a text carries."""
    with pytest.raises(NotADate) as refused:
        ENGLISH.read(text, today=WEDNESDAY)
    return dict(refused.value.data)


IMPOSSIBLE = """31 feb | 11/27/2026 | 5/13 | 29 feb 2027 | 2026-02-31
31.02. | 20261301 | 50/50 | 27 nov 0000
999999 years | v 60 | v53 2027 | end of q5"""
REFUSED = {
    "impossible": IMPOSSIBLE,
    "year": "2101-01-01 | 1989-12-31 | 1885-01-01 | 5 jan 3026 | 90 years | 999999 days | w1 2101",
    "ambiguous": "26-11-27",
    "contradiction": "thu 27 nov | thu 27.11.2026 | thu the 27th",
}
BEGINS = """friday mourning | 31 feb or so | 2026-11-31 x | 2 weeks after the fair | next spring
in Oslo | end of the call | march"""
NORDIC = """
2026-11-19 = i morgon | i morgen kl. 9 | imorgon bitti | tomorrow at 2 pm | tor | tors.
2026-11-19 = på torsdag | torsdag eftermiddag
2026-11-20 = fre kl 14 | fredag 14-15 | fri at 14 | fre 14.30 | kl 14 på fredag | helgen | denne uka
2026-11-21 = lördag | lørdag | lør. | laurdag
2026-12-02 = om 2 veckor | om to uker | om to uger | 2v | 2 uker | om 14 dage | om fjorton dagar
2026-11-25 = en vecka | om en uke | ons
2026-11-27 = nästa vecka | neste uke | i næste uge | den 27:e nov. | fredag den 27. november | d. 27. | v48 | uge 48
2026-11-30 = slutet av månaden | utgangen av november | ultimo november | månadsskiftet | månedens udgang
2026-12-04 = 4. des | d. 4/12 | 4/12 kl. 10.30 | den 4 december klockan 14 | fre den 4/12 | 4. 12. 2026 | 261204
2026-12-24 = julafton | juleaften | christmas
2026-12-31 = årsskiftet | nytår | slutten av året | årets udgang
2027-03-01 = 1/3-2027 | 1. mars 2027 | den 1. marts 2027 | 01-03-2027
"""


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
        for text in texts.replace("\n", " | ").split(" | "):
            assert refusal(text).items() >= {"text": text, "forms": TABLES["en"]["accepted"], "why": why}.items()
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
    for day, _, texts in (line.partition(" = ") for line in NORDIC.strip().splitlines()):
        for text in texts.removeprefix("til ").split(" | "):
            for written in (unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
                assert BOTH.read(written, today=WEDNESDAY) == date.fromisoformat(day), ascii(written)
    assert BOTH.say(date(2026, 11, 27), "long") == "fre 27 nov. 2026"
    with pytest.raises(NotADate) as refused:
        BOTH.read("31 feb", today=WEDNESDAY)
    assert refused.value.data["forms"] == TABLES["sv"]["accepted"]


def test_a_time_of_day_is_read_beside_its_date() -> None:
    """It is told from the date, which is never lost for it; what may be a date is one."""
    cases = {"14 dec kl 14": "14:00", "fri at 2 pm": "14:00", "kl. 9.30 fredag": "09:30", "4/12 8:15": "08:15",
             "fre 14-15": "14:00", "fredag 14:00\u201315:00": "14:00", "14 dec": None, "14.12": None, "fri kl 25": None,
             "friday morning": None}  # fmt: skip
    assert {text: BOTH.timed(text).at for text in cases} == cases


def test_what_lately_went_by_is_asked_about() -> None:
    """A day or a week of the last sixty days without its year may be either; a weekday beside it tells which."""
    monday = date(2026, 11, 30)
    for text in ("20 nov", "20/11", "v47", "1 okt"):
        with pytest.raises(NotADate) as refused:
            BOTH.read(text, today=monday)
        why, past, coming = (refused.value.data[name] for name in ("why", "past", "coming"))
        assert isinstance(past, date), text
        assert isinstance(coming, date), text
        assert (why, past < monday < coming) == ("gone_by", True), text
    told = {"fri 20 nov": "2026-11-20", "20 nov 2026": "2026-11-20", "30 nov": "2026-11-30", "30 sept": "2027-09-30"}
    assert {text: BOTH.read(text, today=monday).isoformat() for text in told} == told
    assert BOTH.read("20 nov", today=monday, back=True) == date(2026, 11, 20)
    asked = Dates(*TABLES.values(), which=lambda _, past, __: past)
    assert asked.read("20 nov", today=monday) == date(2026, 11, 20)


def test_the_month_comes_first_where_that_is_said() -> None:
    """Only where slashes are: a point is always behind the day."""
    turned = Dates(*TABLES.values(), month_first=True)
    assert turned.read("4/12/2027", today=WEDNESDAY) == date(2027, 4, 12)
    assert turned.read("4.12.2027", today=WEDNESDAY) == ENGLISH.read("4/12/2027", today=WEDNESDAY) == date(2027, 12, 4)


def test_a_week_from_inside_and_from_its_weekend() -> None:
    """Its own week is today when talks are booked, its Friday when due; over the weekend, the end is the coming one."""
    wednesday, sunday = date(2026, 12, 16), date(2026, 12, 20)
    assert BOTH.read("week 51", today=wednesday, due=False) == wednesday
    assert BOTH.read("week 51", today=wednesday) == date(2026, 12, 18)
    assert BOTH.read("eow", today=sunday) == BOTH.read("this week", today=sunday) == date(2026, 12, 25)


MEANT_TWICE: dict[str, dict[str, set[object]]] = {"months": {}, "weekdays": {}, "units": {}, "which": {}, "numbers": {}}
"""Words that two languages use for two things, and what each means; none is known."""


def test_no_word_of_a_date_means_two_things() -> None:
    """All four languages are read at once, so that a word may mean one thing alone; what does not is listed here."""
    found: dict[str, dict[str, set[object]]] = {name: {} for name in MEANT_TWICE}
    for name, word, meaning in (each for table in TABLES.values() for each in _meanings(table)):
        found[name].setdefault(word.rstrip(".").casefold(), set()).add(meaning)
    assert {name: {w: v for w, v in words.items() if len(v) > 1} for name, words in found.items()} == MEANT_TWICE


def _meanings(table: Mapping[str, Any]) -> Iterator[tuple[str, str, object]]:
    for name in ("months", "weekdays"):
        yield from ((name, word, at) for at, words in enumerate(table[name]) for word in words)
    yield from (("units", word, unit) for unit, words in table["units"].items() for word in words)
    for name in ("which", "numbers"):
        yield from ((name, word, value) for word, value in table[name].items())


def test_every_form_that_is_offered_is_read() -> None:
    """The accepted forms of a refusal, and each phrase that is short for another, are dates."""
    for language, table in TABLES.items():
        dates = Dates(table, *TABLES.values())
        for text in (*table["accepted"].split(", "), *table["same"]):
            assert dates.looks_whole(text), (language, text)


@given(known_days, st.dates(), st.sampled_from(["long", "iso"]), st.booleans())
def test_what_is_said_in_full_is_read_back(day: date, today: date, form: str, back: bool) -> None:
    """A date with its year means the same day whenever it is read; without it, it is today or ahead."""
    for dates in (ENGLISH, BOTH):
        assert dates.read(dates.say(day, form), today=today, back=back) == day
        assert dates.read(dates.say(day, "date"), today=day) == day


@given(st.text() | date_like, st.dates(), st.booleans(), st.booleans())
def test_any_text_is_a_date_or_is_refused(text: str, today: date, back: bool, due: bool) -> None:
    """No text raises anything else, and what is refused for its day is known to be a date by its shape."""
    whole = BOTH.looks_whole(text)
    try:
        known = date(1990, 1, 1) <= BOTH.read(text, today=today, back=back, due=due) <= date(2100, 12, 31)
    except NotADate as refused:
        known = refused.data["why"] != "unknown"
    assert known is whole
    assert BOTH.begins_like(text) or not whole


def test_a_day_by_itself_may_have_a_deadline_word_before_it() -> None:
    """In every language, and with a time; a word that is none keeps it from being a day."""
    marks = [tomllib.loads(path.read_text("utf-8")) for path in ROOT.glob("templates/*/marks.toml")]
    dates = Dates(*TABLES.values(), marks=lambda: marks)
    for typed in ("by fri", "no later than fri", "senast fre", "senest fredag", "innen fre.", "By: friday at 14"):
        assert dates.read(typed, today=WEDNESDAY) == date(2026, 11, 20), typed
        assert dates.looks_whole(typed), typed
        with pytest.raises(NotADate):
            ENGLISH.read(typed, today=WEDNESDAY)
    assert not dates.looks_whole("bye fri")
    assert not dates.is_plain("by friday")


def test_a_day_far_away_needs_its_year() -> None:
    """Ahead and back; a year of two digits is one, and a day that is near needs none."""
    for typed, day in (("v53", date(2025, 12, 29)), ("27 nov", date(2025, 11, 27)), ("20/11", date(2027, 11, 20))):
        with pytest.raises(FarAway) as refused:
            BOTH.near(day, typed, WEDNESDAY)
        assert refused.value.data["why"] == ("back" if day < WEDNESDAY else None), typed
    for typed, far in (
        ("27.11.25", "2025-11-27"),
        ("w1 2020", "2020-01-01"),
        ("180101", "2018-01-01"),
        ("3 maj", "2026-05-03"),
    ):
        assert BOTH.near(date.fromisoformat(far), typed, WEDNESDAY).isoformat() == far
