import io
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from salescoach.kit.console import console
from salescoach.kit.look import Look
from salescoach.kit.parts import GAP, text
from salescoach.kit.plain import page_of

WORDS = st.text("abc é中●\u200d\x1b[", max_size=12)
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4)


@given(rows=ROWS, headed=st.booleans(), after=st.text("ab \n中", max_size=9))
def test_a_screen_is_what_rich_would_print_without_a_terminal(
    rows: list[tuple[str, str, str]], headed: bool, after: str, looks: Callable[..., Look]
) -> None:
    """Whatever stands in it, with a head or without, to the left or to the right."""
    parts: list[RenderableType] = [table(rows, headed=headed), "", Text(after)]
    assert page_of(parts) == printed(parts, looks(terminal=False))


def test_a_row_stays_one_line() -> None:
    """Who reads a pipe counts on it; nothing is no line, and what only Rich can print is refused."""
    drawn = Table(box=None, show_header=False)
    drawn.add_row(Text("red\nhot"), Text("x"))
    assert page_of([drawn]) == "red hot  x\n"
    assert page_of([Table(box=None)]) == ""
    with pytest.raises(TypeError):
        page_of([Padding(Text("x"), 1)])


def table(rows: Sequence[Sequence[str]], *, headed: bool) -> Table:
    """Return a table as the screens have them."""
    drawn = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), show_header=headed, header_style="quiet")
    drawn.add_column("Häd", no_wrap=True)
    drawn.add_column("Häd", no_wrap=True, justify="right")
    drawn.add_column("Häd", no_wrap=True)
    for row in rows:
        drawn.add_row(*map(text, row))
    return drawn


def printed(parts: Sequence[RenderableType], look: Look) -> str:
    """Return what Rich prints of the parts."""
    page = io.StringIO()
    for part in parts:
        console(look, page).print(part)
    return "\n".join(line.rstrip(" ") for line in page.getvalue().split("\n"))
