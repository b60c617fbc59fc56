import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.answer import phrase
from salescoach.words.dates import Dates
from salescoach.words.phrases import Words

ENGLISH = Path(__file__).parents[2] / "templates" / "en"
DATES = Dates(tomllib.loads((ENGLISH / "dates.toml").read_text("utf-8")))
SWEDISH: dict[str, Any] = {
    "greeting": {"plain": "Hej {name}"},
    "count": {"day": {"one": "1 dag", "other": "{n} dagar"}},
}
BASE: dict[str, Any] = {
    "greeting": {"plain": "Hello {name}", "late": "{name}, {days:day} late", "list": "With {names}."},
    "due": {"plain": "{day}", "short": "{day:date}", "long": "{day:long}"},
    "nested": "So: {what}.",
    "braces": "{{{name}}}",
    "count": {"day": {"one": "1 day", "other": "{n} days"}, "week": {"one": "1 week", "other": "{n} weeks"}},
}
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def words() -> Words:
    """Speak the base language alone."""
    return Words([BASE], DATES)


@pytest.fixture
def both() -> Words:
    """Speak a language that the base fills in."""
    return Words([SWEDISH, BASE], DATES)


def test_an_earlier_table_wins_and_a_later_one_fills_in(both: Words) -> None:
    """Phrase by phrase, however deep."""
    assert both.say("greeting.plain", name="Anna") == "Hej Anna"
    assert both.say("greeting.late", name="Anna", days=3) == "Anna, 3 dagar late"
    assert both.count("week", 2) == "2 weeks"


def test_a_phrase_is_said_by_key_or_as_data(words: Words) -> None:
    """Rules return it as data."""
    assert words.say(phrase("greeting.plain", name="Anna")) == words.say("greeting.plain", name="Anna") == "Hello Anna"


@pytest.mark.parametrize("key", ["greeting.none", "none", "greeting", "greeting.plain.deeper", ""])
def test_what_is_no_phrase_cannot_be_said(words: Words, key: str) -> None:
    """A missing key and a whole table are mistakes of the program, and are named."""
    with pytest.raises(KeyError, match=f"^'{key}'$"):
        words.say(key)


def test_a_gap_that_nothing_fills_is_a_mistake(words: Words) -> None:
    """It is named too."""
    with pytest.raises(KeyError, match="name"):
        words.say("greeting.plain")


def test_it_is_known_which_phrases_there_are(both: Words) -> None:
    """In any of the tables."""
    assert both.has("greeting.plain")
    assert both.has("nested")
    assert not both.has("greeting.none")
    assert not both.has("nested.deeper")


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 day"), (0, "0 days"), (2, "2 days"), (1.0, "1 day"), (1.5, "1.5 days"), (-1, "-1 days")]
)
def test_a_count_chooses_its_plural(words: Words, number: float, said: str) -> None:
    """One is one; everything else is other, nothing too."""
    assert words.count("day", number) == said
    assert words.say("greeting.late", name="Anna", days=number) == f"Anna, {said} late"


@pytest.mark.parametrize(
    ("key", "said"),
    [("due.plain", "Fri 27 Nov"), ("due.short", "Fri 27 Nov"), ("due.long", "Fri 27 Nov 2026")],
)
def test_a_day_is_said_with_its_weekday(words: Words, key: str, said: str) -> None:
    """Short unless the year is asked for."""
    assert words.say(key, day=FRIDAY) == said


def test_a_phrase_in_a_gap_is_said_too(words: Words) -> None:
    """One sentence may hold another."""
    assert words.say("nested", what=phrase("greeting.late", name="Anna", days=1)) == "So: Anna, 1 day late."


@pytest.mark.parametrize("names", [["Anna", "Bo"], ("Anna", "Bo"), [phrase("nested", what="Anna"), FRIDAY], []])
def test_a_list_in_a_gap_is_joined_by_commas(words: Words, names: list[Any]) -> None:
    """Each part said in its own way."""
    parts = [words.say("nested", what=one).removeprefix("So: ").removesuffix(".") for one in names]
    assert words.say("greeting.list", names=names) == f"With {', '.join(parts)}."


def test_a_word_where_a_number_was_expected_stays_as_it_is(words: Words) -> None:
    """A count needs a number; text is text."""
    assert words.say("greeting.late", name="Anna", days="some days") == "Anna, some days late"


@given(st.text())
def test_what_fills_a_gap_is_never_a_pattern_itself(name: str) -> None:
    """Notes may hold braces, and nothing in them is filled or reached into."""
    words = Words([BASE], DATES)
    assert words.say("greeting.plain", name=name) == f"Hello {name}"
    assert words.say("braces", name=name) == f"{{{name}}}"


@pytest.mark.parametrize("gap", ["{day.year}", "{day.__class__}", "{names[0]}"])
def test_a_template_cannot_reach_into_what_it_is_given(gap: str) -> None:
    """A gap is a plain name; a phrase of one's own is no program."""
    with pytest.raises(KeyError):
        Words([{"own": gap}], DATES).say("own", day=FRIDAY, names=["Anna"])


def test_a_day_of_another_year_is_written_with_it() -> None:
    """Whoever reads a date that is not of this year sees which one is meant."""
    words = Words([BASE], DATES, date(2026, 11, 23))
    days = [words.day(date(2026, 11, 27)), words.day(date(2027, 1, 8)), words.day(date(2027, 1, 8), "short")]
    assert days == ["Fri 27 Nov", "Fri 8 Jan 2027", "8 Jan"]
