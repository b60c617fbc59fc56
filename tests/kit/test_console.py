import io
from typing import Any

import pytest
from rich.text import Text

from salescoach.kit.console import console


@pytest.mark.parametrize("color", [True, False])
def test_colour_is_what_the_look_says(looks: Any, monkeypatch: pytest.MonkeyPatch, *, color: bool) -> None:
    """Neither the environment nor the stream decides about colour."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    page = io.StringIO()
    console(looks(color=color), page).print(Text("x", style="red"))
    assert ("\x1b[1;31m" in page.getvalue()) is color
