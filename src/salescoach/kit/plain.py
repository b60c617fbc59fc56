"""Plain lines: a screen where there is no terminal; as Rich would print it there, without the work of fitting it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from salescoach.kit.safe import visible

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Column


def page_of(parts: "Iterable[RenderableType]") -> str:
    """Return texts and tables without borders as lines, a row a line: nothing is wrapped, cut or coloured."""
    lines = (line for part in parts for line in (_lines(part) if isinstance(part, str) else _drawn(part)))
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)


def _lines(text: object) -> list[str]:
    return visible(str(text)).expandtabs().split("\n")


def _drawn(part: "RenderableType") -> Iterable[str]:
    """Return the lines of what Rich would draw: a text, or a table row by row."""
    from rich.table import Table
    from rich.text import Text

    from salescoach.kit.parts import GAP

    if isinstance(part, Table):
        columns = [_column(column, headed=part.show_header) for column in part.columns]
        return map((" " * GAP).join, zip(*columns, strict=True))
    if not isinstance(part, Text):
        raise TypeError(type(part))  # what only Rich can print would come out as its own name
    return _lines(part)


def _column(column: "Column", *, headed: bool) -> list[str]:
    """Return the cells of a column, all of one width."""
    from rich.cells import cell_len

    cells = [" ".join(_lines(cell)) for cell in (*([column.header] if headed else []), *column.cells)]
    width = max(map(cell_len, cells), default=0)
    filled = [(cell, " " * (width - cell_len(cell))) for cell in cells]
    return [blanks + cell if column.justify == "right" else cell + blanks for cell, blanks in filled]
