import pytest

from salescoach.errors import NewerFormat
from salescoach.journal.toml import FORMAT, check_format


def test_files_of_this_format_of_an_older_one_and_of_none_are_read() -> None:
    """The format is a promise: old files read for ever."""
    for tables in ({}, {"format": 0}, {"format": FORMAT}):
        check_format(tables, "f.toml")


def test_files_of_a_newer_format_are_refused() -> None:
    """A newer version is needed, as for a format that is no number at all."""
    found: object
    for found in (FORMAT + 1, "1", 1.0, []):
        with pytest.raises(NewerFormat) as caught:
            check_format({"format": found}, "f.toml")
        assert caught.value.data == {"file": "f.toml", "format": found}, found
