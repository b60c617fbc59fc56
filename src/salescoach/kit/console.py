"""The console: Rich, told what it needs to know and kept from finding out more by itself."""

from collections.abc import Iterable
from typing import IO, Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from salescoach.kit.look import Look
from salescoach.kit.safe import visible
from salescoach.kit.theme import THEME

_ENDLESS = 10**9
"""Columns of what is no terminal: nothing is wrapped or cut there."""


class SafeConsole(Console):
    """A console through which no character of the text reaches the terminal as a command."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render as Rich does, each piece of text made visible."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)


def console(look: Look, file: IO[str], **settings: Any) -> SafeConsole:
    """Return a console that writes to `file` as `look` says, blind to the environment."""
    return SafeConsole(
        file=file,
        width=look.width if look.terminal else _ENDLESS,
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        no_color=not look.color,
        theme=THEME,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        legacy_windows=False,
        _environ={},
        **settings,
    )
