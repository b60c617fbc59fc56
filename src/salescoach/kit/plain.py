"""Plain lines: a screen where there is no terminal; as Rich would print it there, without the work of fitting it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.table import Column, Table
from rich.text import Text

from salescoach.kit.parts import GAP
from salescoach.kit.safe import visible

if TYPE_CHECKING:
    from rich.console import RenderableType


def page_of(parts: "Iterable[RenderableType]") -> str:
    """Return texts and tables without borders as lines, a row a line: nothing is wrapped, cut or coloured."""
    lines = (line for part in parts for line in (_rows(part) if isinstance(part, Table) else _lines(part)))
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)


def _lines(text: "RenderableType") -> list[str]:
    if not isinstance(text, str | Text):
        raise TypeError(type(text))  # what only Rich can print would come out as its own name
    return visible(str(text)).expandtabs().split("\n")


def _rows(table: Table) -> Iterator[str]:
    columns = [_column(column, headed=table.show_header) for column in table.columns]
    return map((" " * GAP).join, zip(*columns, strict=True))


def _column(column: Column, *, headed: bool) -> list[str]:
    """Return the cells of a column, all of one width."""
    cells = [" ".join(_lines(cell)) for cell in (*([column.header] if headed else []), *column.cells)]
    width = max(map(cell_len, cells), default=0)
    return [_filled(cell, width - cell_len(cell), column.justify) for cell in cells]


def _filled(cell: str, blanks: int, justify: str) -> str:
    return " " * blanks + cell if justify == "right" else cell + " " * blanks
