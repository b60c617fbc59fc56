"""The text of a table -> its rows: where the header stands, and what stands above and below that is no row of it."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from statistics import median

from salescoach.frozen import frozen
from salescoach.tables.decode import UnreadableTable

# The comma last: it wins no tie, for it also stands in decimals and in `Berg, Anna`.
_TRIED = ";\t|,"

# A character that no text holds: with it a single column stays whole.
_NO_DELIMITER = "\x1f"

DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars", ",": "commas", _NO_DELIMITER: "one_column"}

# The first line by which Excel is told the delimiter.
_SEP = re.compile(r'"?sep=([,;\t|])"?(?:[\r\n]|\Z)', re.IGNORECASE)

# Enough to tell the delimiter and the header; less than the longest cell that the csv module takes.
_SAMPLE_LETTERS = 20_000
SAMPLE_ROWS = 20

# A last line of our own: when it does not come back as a row, a quotation mark before it was never closed.
_END = "end"

Known = Callable[[Sequence[str]], int]
"""Tells how many cells of a row are known as headers of a table of people; 0 where none says who."""


@frozen
class Row:
    """The cells of a row, the line of the file on which it begins, and whether a blank one stands before it."""

    line: int
    cells: tuple[str, ...]
    apart: bool = False

    def cell(self, place: int) -> str:
        """Return a cell, empty where the row is too short."""
        return self.cells[place] if place < len(self.cells) else ""

    @property
    def filled(self) -> int:
        """How many cells hold anything."""
        return sum(1 for cell in self.cells if cell.strip())


@frozen
class Table:
    """The header of a table and its rows; `around` stood above and below, `delimiter` is a name under [delimiter]."""

    head: Row
    rows: tuple[Row, ...]
    around: tuple[Row, ...]
    delimiter: str


def read_table(text: str, file: str, known: Known) -> Table:
    """Return the rows of a text with delimiters; raise UnreadableTable."""
    declared = _SEP.match(text)
    delimiter = declared[1] if declared else _delimiter(text, known)
    rows = _rows(text, delimiter, file)
    return as_table(rows[1:] if declared else rows, file, known, DELIMITERS[delimiter])


def as_table(rows: Sequence[Row], file: str, known: Known, delimiter: str) -> Table:
    """Return rows, of a text or of a workbook, as a table: header, rows, and what is around; raise UnreadableTable."""
    if not rows:
        raise UnreadableTable(file, "empty")
    at = _header(rows, known)
    head, body = rows[at], rows[at + 1 :]
    end = _end(body)
    again = [row for row in body[:end] if row.cells == head.cells]
    kept = tuple(row for row in body[:end] if row.cells != head.cells)
    return Table(head, kept, (*rows[:at], *again, *body[end:]), delimiter)


def filled(placed: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Row]:
    """Give the rows that are not empty of what stands in each line, and whether an empty one is above."""
    apart = False
    for line, cells in placed:
        if any(map(str.strip, cells)):
            yield Row(line, tuple(cells), apart)
            apart = False
        else:
            apart = True


def _header(rows: Sequence[Row], known: Known) -> int:
    """Return the place of the row with the most headers that are known, no row above it being as full.

    Where none is known, it is the first of the fullest.
    """
    best, most, fullest = -1, 0, 0
    for at, row in enumerate(rows[:SAMPLE_ROWS]):
        found = known(row.cells) if row.filled > fullest or row.apart else 0
        best, most = (at, found) if found > most else (best, most)
        fullest = max(fullest, row.filled)
    return best if best >= 0 else next(at for at, row in enumerate(rows) if row.filled >= fullest)


def _end(rows: Sequence[Row]) -> int:
    """Return where the footer begins: below a blank line, rows that are emptier than those above; a list has none."""
    tail = range(max(1, len(rows) - SAMPLE_ROWS), len(rows))
    for at in (at for at in tail if rows[at].apart):
        above = [row.filled for row in rows[:at]]
        least, usual = min(above), median(above)
        if all(row.filled < least or row.filled == 1 < usual for row in rows[at:]):
            return at
    return len(rows)


def _delimiter(text: str, known: Known) -> str:
    """Return the delimiter by which most rows are as wide as the headers; csv.Sniffer guesses by letters instead."""
    fits = {delimiter: _fit(text[:_SAMPLE_LETTERS], delimiter, known) for delimiter in _TRIED}
    best = max(fits, key=fits.__getitem__)
    return best if any(fits[best]) else _NO_DELIMITER


def _fit(sample: str, delimiter: str, known: Known) -> tuple[int, int, int]:
    """Return how many headers are known, how many rows are as wide, and how wide; zeros where there is one header."""
    cells = csv.reader(_lines(sample), delimiter=delimiter, skipinitialspace=True)
    rows = list(islice(filled(_placed(cells)), SAMPLE_ROWS))
    at = _header(rows, known) if rows else 0
    width = len(rows[at].cells) if rows else 0
    as_wide = sum(1 for row in rows[at + 1 :] if len(row.cells) == width)
    return (known(rows[at].cells), as_wide, width) if width > 1 else (0, 0, 0)


def _rows(text: str, delimiter: str, file: str) -> list[Row]:
    reader = csv.reader(chain(_lines(text), [_END]), delimiter=delimiter, skipinitialspace=True)
    rows: list[Row] = []
    try:
        rows.extend(filled(_placed(reader)))
    except csv.Error as error:  # a cell of 131,072 letters: what follows a mark that was never closed
        start = rows[-1].line + 1 if rows else 1
        raise UnreadableTable(file, "open_quote", line=start) from error
    if rows[-1].cells != (_END,):
        raise UnreadableTable(file, "open_quote", line=rows[-1].line)
    return rows[:-1]


def _placed(reader: "csv._reader") -> Iterator[tuple[int, Sequence[str]]]:  # type: ignore[name-defined]
    start = 1
    for cells in reader:
        yield start, cells
        start = reader.line_num + 1


def _lines(text: str) -> Iterator[str]:
    """Cut at CR, LF and CRLF, and at nothing else that Unicode calls a line end."""
    return io.StringIO(text, newline="")
