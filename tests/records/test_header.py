from datetime import date
from typing import Any

from salescoach.records.header import Change, Header
from salescoach.records.settings import Settings

DAY = date(2026, 11, 3)


def test_a_header_needs_a_name_and_keeps_the_rest() -> None:
    """All that is not known is absent; keys that nobody knows are kept."""
    header = Header.from_table({"name": "Anna Berg", "crm": 3})
    assert header.to_table() == {"name": "Anna Berg", "aliases": [], "tags": [], "crm": 3}


def test_a_header_holds_all_that_the_file_format_promises() -> None:
    """As it stands in a file."""
    whole: dict[str, Any] = {
        "name": "Anna Berg",
        "started": DAY,
        "added": DAY,
        "role": "x",
        "email": "x",
        "every": 14,
        "at_most": 30,
        "aliases": ["AB"],
        "tags": ["north"],
        "placed_at": "x",
        "language": "sv",
    }
    assert Header.from_table(whole).to_table() == whole
    assert set(Header.shape.keys) == set(whole)


def test_a_change_tells_what_it_sets_and_what_was() -> None:
    """Its own keys are none of the header's."""
    change = Change.from_table({"id": "a", "on": DAY, "was": {"role": "x"}, "role": "y", "every": 7})
    assert change.values() == {"role": "y", "every": 7}
    assert change.was == {"role": "x"}
    assert Change(on=DAY).values() == {}


def test_the_defaults_of_the_settings_are_those_of_the_sources() -> None:
    """A talk every two weeks, a month at most, and weekly in the first three months (S0.3)."""
    rhythm = Settings().rhythm
    assert (rhythm.every, rhythm.at_most, rhythm.new_days, rhythm.new_every, rhythm.new_at_most) == (14, 30, 90, 7, 10)
