"""The bytes of a CSV export -> its rows of text; what the columns mean is in table.py."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice

from salescoach.answer import phrase
from salescoach.errors import Unusable
from salescoach.frozen import frozen

# The comma last: it wins no tie, for it also stands in decimals and in `Berg, Anna`.
_DELIMITERS = ";\t|,"

# A character that no text holds: with it a single column stays whole.
_NO_DELIMITER = "\x1f"

# The same bound as for a journal file: beyond it, it is not a team.
_LARGEST = 64 * 1024 * 1024

_BOM_UTF8 = b"\xef\xbb\xbf"
_BOMS_UTF16 = (b"\xff\xfe", b"\xfe\xff")

# How .xlsx, .ods (zip) and .xls (OLE) begin, whatever the file is called.
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

# The first line by which Excel is told the delimiter.
_SEP = re.compile(r'"?sep=([,;\t|])"?(?:[\r\n]|\Z)', re.IGNORECASE)

# Enough to tell the delimiter; less than the longest cell that the csv module takes.
_SAMPLE_LETTERS = 20_000
_SAMPLE_ROWS = 20

# A last line of our own: when it does not come back as a row, a quotation mark before it was never closed.
_END = "end"


class UnreadableTable(Unusable):
    """`file` is no table of a team; `why` is a code, `reason` the same as a phrase."""

    def __init__(self, file: str, why: str, **data: object) -> None:
        super().__init__(file=file, why=why, reason=phrase(f"table.{why}", **data), **data)


@frozen
class Row:
    """The cells of a row, and the line of the file on which it begins."""

    line: int
    cells: tuple[str, ...]

    def cell(self, place: int) -> str:
        """Return a cell, empty where the row is too short."""
        return self.cells[place] if place < len(self.cells) else ""


def read_rows(data: bytes, file: str) -> list[Row]:
    """Return the rows that hold anything, the headers first; raise UnreadableTable."""
    text = _text(data, file)
    declared = _SEP.match(text)
    delimiter = declared[1] if declared else _delimiter(text)
    rows = _rows(text, delimiter, file)
    if declared:
        del rows[0]
    if not rows:
        raise UnreadableTable(file, "empty")
    return rows


def _text(data: bytes, file: str) -> str:
    if len(data) > _LARGEST:
        raise UnreadableTable(file, "too_large", megabytes=_LARGEST // 1024**2)
    if data.startswith(_SPREADSHEETS):
        raise UnreadableTable(file, "spreadsheet")
    text = decoded(data)
    if text is None or "\0" in text:
        raise UnreadableTable(file, "not_text")
    return text


def decoded(data: bytes) -> str | None:
    """Return bytes as text, in the encoding that they are in; None where that is none of the usual ones."""
    marked = ["utf-16"] if data.startswith(_BOMS_UTF16) else ["utf-8-sig"] if data.startswith(_BOM_UTF8) else []
    for encoding in marked or ["utf-8", "cp1252"]:
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return None


def _delimiter(text: str) -> str:
    """Return the delimiter by which most rows are as wide as the headers; csv.Sniffer guesses by letters instead."""
    fits = {delimiter: _fit(text[:_SAMPLE_LETTERS], delimiter) for delimiter in _DELIMITERS}
    best = max(fits, key=fits.__getitem__)
    return best if any(fits[best]) else _NO_DELIMITER


def _fit(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many rows are as wide as the headers, and how wide; zeros where the headers are one cell."""
    rows = csv.reader(_lines(sample), delimiter=delimiter, skipinitialspace=True)
    header, *widths = [len(cells) for cells in islice(filter(_filled, rows), _SAMPLE_ROWS)] or [0]
    return (widths.count(header), header) if header > 1 else (0, 0)


def _rows(text: str, delimiter: str, file: str) -> list[Row]:
    reader = csv.reader(chain(_lines(text), [_END]), delimiter=delimiter, skipinitialspace=True)
    rows: list[Row] = []
    start = 1
    try:
        for cells in reader:
            if _filled(cells):
                rows.append(Row(start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error as error:  # a cell of 131,072 letters: what follows a mark that was never closed
        raise UnreadableTable(file, "open_quote", line=start) from error
    if rows[-1].cells != (_END,):
        raise UnreadableTable(file, "open_quote", line=rows[-1].line)
    return rows[:-1]


def _filled(cells: Sequence[str]) -> bool:
    return any(map(str.strip, cells))


def _lines(text: str) -> Iterator[str]:
    """Cut at CR, LF and CRLF, and at nothing else that Unicode calls a line end."""
    return io.StringIO(text, newline="")
