import io
from typing import Any

import pytest
from rich.text import Text

from salescoach.kit.console import console


def test_colour_is_what_the_look_says(looks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the environment nor the stream decides about colour."""
    for color, name in ((True, "NO_COLOR"), (False, "FORCE_COLOR")):
        monkeypatch.setenv(name, "1")
        page = io.StringIO()
        console(looks(color=color), page).print(Text("x", style="red"))
        assert ("\x1b[1;31m" in page.getvalue()) is color
