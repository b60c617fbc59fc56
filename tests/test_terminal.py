import os
from collections.abc import Mapping

import pytest

from salescoach.terminal import USUAL, columns, in_color


class Stream:
    """Goes to nothing that is a terminal."""

    def fileno(self) -> int:
        """Fail, as what is no file does."""
        raise OSError


@pytest.mark.parametrize(
    ("typed", "found", "width"),
    [({}, None, USUAL), ({}, 0, USUAL), ({}, 120, 120), ({"COLUMNS": "40"}, 120, 40), ({"COLUMNS": "0"}, 120, 120)],
)
def test_it_is_as_wide_as_it_is(
    monkeypatch: pytest.MonkeyPatch, typed: Mapping[str, str], found: int | None, width: int
) -> None:
    """What is typed wins; where nobody says, it is the usual width."""

    def size(_: int) -> os.terminal_size:
        return os.terminal_size((found or 0, 24))

    stream = Stream()
    if found is not None:
        monkeypatch.setattr(os, "get_terminal_size", size)
        monkeypatch.setattr(stream, "fileno", lambda: 1)
    assert columns(stream, typed) == width


def test_colour_is_for_terminals_that_take_it() -> None:
    """Unless somebody wished for none, or for it whatever the environment says."""
    assert in_color("always", {"NO_COLOR": "1"}, terminal=False)
    assert not in_color("never", {}, terminal=True)
    for environ, terminal, color in (
        ({}, True, True), ({}, False, False), ({"NO_COLOR": "1"}, True, False), ({"TERM": "dumb"}, True, False),
    ):  # fmt: skip
        assert in_color("auto", environ, terminal=terminal) == color, (environ, terminal)
