import io
import os
from types import SimpleNamespace

import pytest

from salescoach.terminal import USUAL, columns, in_color


def test_it_is_as_wide_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed wins; where nobody says, it is the usual width."""
    assert columns(io.StringIO(), {}) == USUAL  # what is no file has no width
    for typed, found, width in (("", 0, USUAL), ("", 120, 120), ("40", 120, 40), ("0", 120, 120), ("²", 120, 120)):
        monkeypatch.setattr(os, "get_terminal_size", lambda _, found=found: os.terminal_size((found, 24)))
        assert columns(SimpleNamespace(fileno=lambda: 1), {"COLUMNS": typed}) == width, (typed, found)


def test_colour_is_for_terminals_that_take_it() -> None:
    """Unless somebody wished for none, or for it whatever the environment says."""
    assert in_color("always", {"NO_COLOR": "1"}, terminal=False)
    assert not in_color("never", {}, terminal=True)
    for environ, terminal, color in (
        ({}, True, True), ({}, False, False), ({"NO_COLOR": "1"}, True, False), ({"TERM": "dumb"}, True, False),
    ):  # fmt: skip
        assert in_color("auto", environ, terminal=terminal) == color, (environ, terminal)
