import io
from typing import Any

import pytest
from rich.control import Control
from rich.text import Text

from salescoach.kit.console import THEME, console


def test_a_console_writes_what_is_visible(looks: Any) -> None:
    """Text in any form comes out with nothing that a terminal acts on; what Rich itself commands passes."""
    page = io.StringIO()
    console(looks(), page).print(Text("a\x1b]0;t\u202eb"))
    assert page.getvalue() == "a␛]0;t<U+202E>b\n"
    page = io.StringIO()
    console(looks(color=True), page).print(Control.home())
    assert page.getvalue() == "\x1b[H"


@pytest.mark.parametrize("color", [True, False])
def test_colour_is_what_the_look_says(looks: Any, monkeypatch: pytest.MonkeyPatch, *, color: bool) -> None:
    """Neither the environment nor the stream decides about colour."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    page = io.StringIO()
    console(looks(color=color), page).print(Text("x", style="red"))
    assert ("\x1b[1;31m" in page.getvalue()) is color


def test_only_levels_and_errors_are_red_yellow_or_green() -> None:
    """The colours of levels belong to levels; error lines are red too."""
    coloured = {
        name for name, style in THEME.styles.items() if style.color and style.color.name in {"red", "yellow", "green"}
    }
    assert coloured == {"red", "yellow", "green", "error"}
