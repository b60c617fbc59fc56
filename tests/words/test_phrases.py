import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.answer import phrase
from salescoach.words.dates import Dates
from salescoach.words.phrases import Words, in_line, is_list

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


WORDS = Words([BASE], DATES)
BOTH = Words([SWEDISH, BASE], DATES)


def test_an_earlier_table_wins_and_a_later_one_fills_in() -> None:
    """Phrase by phrase, however deep; a phrase or a list in a gap is said too."""
    assert BOTH.say("greeting.plain", name="Anna") == "Hej Anna"
    assert BOTH.say("greeting.late", name="Anna", days=3) == "Anna, 3 dagar late"
    assert BOTH.count("week", 2) == "2 weeks"
    assert WORDS.say("nested", what=phrase("greeting.late", name="Anna", days=1)) == "So: Anna, 1 day late."
    lists = {"": [], "Anna, Bo": ("Anna", "Bo"), "So: Anna., Fri 27 Nov": [phrase("nested", what="Anna"), FRIDAY]}
    for said, names in lists.items():
        assert WORDS.say("greeting.list", names=names) == f"With {said}."


def test_what_is_no_phrase_cannot_be_said() -> None:
    """A missing key, a whole table, an unfilled gap, and one that reaches into what it is given."""
    for key in ("greeting.none", "none", "greeting", "greeting.plain.deeper", ""):
        with pytest.raises(KeyError, match=f"^'{key}'$"):
            WORDS.say(key)
    with pytest.raises(KeyError, match="name"):
        WORDS.say("greeting.plain")
    known = [BOTH.has(key) for key in ("greeting.plain", "nested", "greeting.none", "nested.deeper")]
    assert known == [True, True, False, False]
    for gap in ("{day.year}", "{day.__class__}", "{names[0]}"):
        with pytest.raises(KeyError):
            Words([{"own": gap}], DATES).say("own", day=FRIDAY, names=["Anna"])


def test_a_count_chooses_its_plural_and_a_day_has_its_weekday() -> None:
    """One is one, all else other; its year where it is asked for, or is another than the reader's."""
    counts = {1: "1 day", 0: "0 days", 2: "2 days", 1.5: "1.5 days", -1: "-1 days"}
    for number, said in counts.items():
        assert WORDS.count("day", number) == said
        assert WORDS.say("greeting.late", name="Anna", days=number) == f"Anna, {said} late"
    assert WORDS.count("day", 1.0) == "1 day"
    assert WORDS.say("greeting.late", name="Anna", days="some days") == "Anna, some days late"
    dues = [WORDS.say(key, day=FRIDAY) for key in ("due.plain", "due.short", "due.long")]
    assert dues == ["Fri 27 Nov", "Fri 27 Nov", "Fri 27 Nov 2026"]
    words = Words([BASE], DATES, date(2026, 11, 23))
    days = [words.day(FRIDAY), words.day(date(2027, 1, 8)), words.day(date(2027, 1, 8), "short")]
    assert days == ["Fri 27 Nov", "Fri 8 Jan 2027", "8 Jan"]


@given(st.text())
def test_what_fills_a_gap_is_never_a_pattern_itself(name: str) -> None:
    """Notes may hold braces, and nothing in them is filled or reached into."""
    assert WORDS.say("greeting.plain", name=name) == f"Hello {name}"
    assert WORDS.say("braces", name=name) == f"{{{name}}}"


def test_a_pasted_list_is_known_and_can_stand_in_one_line() -> None:
    """Two lines that begin as items do are a list; a dash in prose is none."""
    pasted = "From the tender:\n- price too early\n  * no next step; again\n3) ask Karin"
    assert is_list(pasted)
    assert in_line(pasted) == "From the tender: price too early · no next step; again · ask Karin"
    assert not is_list("Good talk.\n- but late")
    assert in_line("Good talk.\nLate") == "Good talk.\nLate"
