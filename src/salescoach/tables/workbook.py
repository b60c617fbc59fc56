"""The bytes of a workbook (.xlsx, .xls, .ods) -> the rows of the sheet that is meant, whatever the file is called."""

from collections.abc import Sequence
from io import BytesIO

from salescoach.tables.decode import UnreadableTable
from salescoach.tables.numbers import spelled
from salescoach.tables.rows import Known, Row, Table, as_table

_SIGNS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SAMPLE = 20


def is_workbook(data: bytes) -> bool:
    """Tell whether bytes begin as those of a workbook do, whatever the file is called."""
    return data.startswith(_SIGNS)


def read_workbook(data: bytes, file: str, known: Known) -> Table:
    """Return the sheet with the most headers that are known, the first of several; raise UnreadableTable."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = [book.get_sheet_by_index(at).to_python(skip_empty_area=False) for at in range(len(book.sheet_names))]
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableTable(file, "broken_workbook") from error
    rows = [_rows(sheet) for sheet in sheets]
    best = max(rows, key=lambda sheet: max((known(row.cells) for row in sheet[:_SAMPLE]), default=0), default=[])
    return as_table(best, file, known, "sheet")


def _rows(sheet: Sequence[Sequence[object]]) -> list[Row]:
    found: list[Row] = []
    apart = False
    for line, cells in enumerate(map(spelled, sheet), start=1):
        if any(map(str.strip, cells)):
            found.append(Row(line, cells, apart))
        apart = not any(map(str.strip, cells))
    return found
