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


@pytest.mark.parametrize("wish", ["always", "never"])
def test_a_wish_for_colour_is_granted(wish: str) -> None:
    """Whatever the environment says."""
    assert in_color(wish, {"NO_COLOR": "1"}, terminal=False) == (wish == "always")


@pytest.mark.parametrize(
    ("environ", "terminal", "color"),
    [({}, True, True), ({}, False, False), ({"NO_COLOR": "1"}, True, False), ({"TERM": "dumb"}, True, False)],
)
def test_colour_is_for_terminals_that_take_it(environ: Mapping[str, str], *, terminal: bool, color: bool) -> None:
    """Unless somebody wished for none."""
    assert in_color("auto", environ, terminal=terminal) == color
