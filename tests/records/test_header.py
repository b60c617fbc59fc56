from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from salescoach.records.header import Change, Header
from salescoach.records.settings import Settings

DAY = date(2026, 11, 3)


def test_a_header_needs_a_name_and_keeps_the_rest() -> None:
    """All that is not known is absent; keys that nobody knows are kept."""
    header = Header.model_validate({"name": "Anna Berg", "crm": 3})
    assert header.model_dump(exclude_none=True) == {"name": "Anna Berg", "aliases": [], "tags": [], "crm": 3}


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
    assert Header.model_validate(whole).model_dump() == whole
    assert set(Header.model_fields) >= set(whole)


@pytest.mark.parametrize(
    "wrong", [{}, {"name": ""}, {"name": "x", "every": 0}, {"name": "x", "at_most": -1}, {"name": "x", "aliases": "AB"}]
)
def test_a_header_that_no_rule_can_use_is_refused(wrong: dict[str, Any]) -> None:
    """A rhythm of no days, a name of no letters."""
    with pytest.raises(ValidationError):
        Header.model_validate(wrong)


def test_a_change_tells_what_it_sets_and_what_was() -> None:
    """Its own keys are none of the header's."""
    change = Change.model_validate({"id": "a", "on": DAY, "was": {"role": "x"}, "role": "y", "every": 7})
    assert change.values() == {"role": "y", "every": 7}
    assert change.was == {"role": "x"}
    assert Change(on=DAY).values() == {}


def test_the_defaults_of_the_settings_are_those_of_the_sources() -> None:
    """A talk every two weeks, a month at most, and weekly in the first three months (S0.3)."""
    rhythm = Settings().rhythm
    assert (rhythm.every, rhythm.at_most, rhythm.new_days, rhythm.new_every, rhythm.new_at_most) == (14, 30, 90, 7, 10)
