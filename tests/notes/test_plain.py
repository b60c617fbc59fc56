from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.errors import NotADuration, NotALevel, NotANumber
from salescoach.notes.plain import read_aim, read_duration, read_level, read_number
from salescoach.records.values import Level, Number

NAMES: dict[Level, list[str]] = {
    "red": ["minus", "red"],
    "yellow": ["plus", "yellow"],
    "green": ["plus plus", "green", "grønn"],
}


def test_a_number_is_read_as_people_type_it() -> None:
    """With a point or a comma, spaces between thousands; what could be two numbers is not guessed at."""
    cases: list[tuple[str, Number]] = [
        ("7", 7), (" 7 ", 7), ("+7", 7), ("-7", -7), ("\N{MINUS SIGN}7", -7), ("007", 7), ("7.5", 7.5), ("7,5", 7.5),
        ("7.0", 7.0), ("1 200 000", 1_200_000), ("1\N{NO-BREAK SPACE}200,5", 1200.5),
        ("1\N{NARROW NO-BREAK SPACE}200", 1200),
    ]  # fmt: skip
    for text, number in cases:
        found = read_number(text)
        assert (found, type(found)) == (number, type(number)), text
    more = ["", " ", "seven", "7 kr", "7.", ".5", "1,200,000", "1.200,5", "1e3", "nan", "inf", "--7", "7-", "½", "0x7"]
    for text in more:
        with pytest.raises(NotANumber) as raised:
            read_number(text)
        assert raised.value.data == {"text": text}, text


def test_the_number_that_a_goal_begins_with_is_its_target() -> None:
    """With the words behind it as unit; no number that is part of a name, a span, a sum, a share or a year."""
    aims: list[tuple[str, Number, str]] = [
        ("12 first meetings a month", 12, "first meetings a month"), ("12 möten", 12, "möten"),
        ("1 500 samtal, hälften nya", 1500, "samtal"), (" 8 deals – Nordbygg first", 8, "deals"),
    ]  # fmt: skip
    for text, target, unit in aims:
        assert read_aim(text) == {"target": target, "unit": unit}, text
    for text in (
        "pass ISO 9001", "1,5 mkr", "20 % more", "20% more", "3-4 meetings", "3 to 4 meetings", "2027 budget", "12", "",
        "6 of 10 tenders", "1st deal", "12 – 15 meetings", "more meetings",
    ):  # fmt: skip
        assert read_aim(text) == {}, text


@given(st.integers(-(10**12), 10**12), st.decimals(-(10**6), 10**6, places=3))
def test_every_number_reads_back(number: int, decimal: object) -> None:
    """However its thousands are parted, with a point or a comma."""
    for space in (" ", "\N{NO-BREAK SPACE}", ""):
        assert read_number(f"{number:,}".replace(",", space)) == number
    for point in ".,":
        assert read_number(str(decimal).replace(".", point)) == float(str(decimal))


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    """Nothing else comes out of it."""
    try:
        assert isinstance(read_number(text), int | float)
    except NotANumber as refused:
        assert refused.data == {"text": text}  # noqa: PT017  # most texts are refused, a few are not


def test_a_level_goes_by_any_of_its_names() -> None:
    """Whole or begun, blind to case and accents; what is the beginning of two, or the name of two, is neither."""
    cases: list[tuple[str, Level]] = [
        ("red", "red"), ("RED", "red"), (" Green ", "green"), ("r", "red"), ("gr", "green"), ("gronn", "green"),
        ("minus", "red"), ("mi", "red"), ("plus", "yellow"), ("plus plus", "green"), ("Plus-Plus", "green"),
        ("plus p", "green"), ("y", "yellow"),
    ]  # fmt: skip
    for text, level in cases:
        assert read_level(text, NAMES) == level, text
    for text in ("", " ", "-", "pl", "blue", "redder", "reds", "e"):
        with pytest.raises(NotALevel) as raised:
            read_level(text, NAMES)
        assert raised.value.data == {"text": text, "levels": ["minus", "plus", "plus plus"]}, text
    with pytest.raises(NotALevel):
        read_level("ok", {"red": ["ok"], "yellow": ["ok"], "green": ["good"]})


def test_a_length_of_time_leads_back_to_a_day() -> None:
    """Months that are shorter end on their last day; what is none is refused: how much is to go is not guessed."""
    cases = [
        ("24m", date(2024, 11, 23)), ("2y", date(2024, 11, 23)), (" 12 W ", date(2026, 8, 31)),
        ("90d", date(2026, 8, 25)), ("9m", date(2026, 2, 23)),
    ]  # fmt: skip
    for text, day in cases:
        assert read_duration(text, date(2026, 11, 23)) == day, text
    assert read_duration("1m", date(2026, 3, 31)) == date(2026, 2, 28)
    for text in ("", "24", "m", "0m", "-2y", "1.5y", "2 years", "two", "9999y", "24m2", "٢y"):
        with pytest.raises(NotADuration):
            read_duration(text, date(2026, 11, 23))
