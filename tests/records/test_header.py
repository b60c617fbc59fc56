from datetime import date
from typing import Any

import pytest

from salescoach.errors import NoHeader
from salescoach.journal.read import Source, header
from salescoach.kit.json import plain
from salescoach.records.header import Change, Header
from salescoach.records.settings import Settings

DAY = date(2026, 11, 3)


def read(**written: Any) -> Header:
    """Read the head of a file."""
    return header(Source("a.toml", "a", "", {"seller": written}))[0]


def test_a_header_holds_all_that_the_file_format_promises_and_keeps_the_rest() -> None:
    """What is not known is absent; a rhythm of no days or a name of no letters is refused."""
    whole = {"name": "Anna Berg", "started": DAY, "added": DAY, "role": "x", "email": "x", "every": 14, "at_most": 30}
    whole |= {"aliases": ["AB"], "tags": ["north"], "placed_at": "x", "language": "sv", "crm": 3}
    assert plain(read(**whole)) == plain(whole)
    assert plain(read(name="Anna Berg")) == {"name": "Anna Berg", "aliases": [], "tags": []}
    usable: dict[str, Any] = {"name": "x", "every": 1}
    assert read(**usable).every == 1
    for wrong in ({"name": None}, {"name": " "}, {"every": 0}, {"at_most": -1}, {"aliases": "AB"}):
        with pytest.raises(NoHeader):
            read(**{key: value for key, value in (usable | wrong).items() if value is not None})


def test_a_change_tells_what_it_sets() -> None:
    """Its own keys are none of the header's; without settings a talk is due every two weeks, a month at most (S0.3)."""
    assert Change.from_table({"on": DAY, "was": {"role": "x"}, "role": "y", "every": 7}).values() == {
        "role": "y",
        "every": 7,
    }
    assert Change(on=DAY).values() == {}
    rhythm = Settings().rhythm
    assert (rhythm.every, rhythm.at_most, rhythm.new_days, rhythm.new_every, rhythm.new_at_most) == (14, 30, 90, 7, 10)
