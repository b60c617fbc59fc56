from typing import Any

import pytest

from salescoach.errors import NewerFormat
from salescoach.journal.format import FORMAT, check_format


@pytest.mark.parametrize("tables", [{}, {"format": 0}, {"format": FORMAT}])
def test_files_of_this_format_of_an_older_one_and_of_none_are_read(tables: dict[str, Any]) -> None:
    """The format is a promise: old files read for ever."""
    check_format(tables, "f.toml")


@pytest.mark.parametrize("found", [FORMAT + 1, "1", 1.0, []])
def test_files_of_a_newer_format_are_refused(found: object) -> None:
    """A newer version is needed, as for a format that is no number at all."""
    with pytest.raises(NewerFormat) as caught:
        check_format({"format": found}, "f.toml")
    assert caught.value.data == {"file": "f.toml", "format": found}
