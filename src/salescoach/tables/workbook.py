"""The bytes of a workbook (.xlsx, .xls, .ods) -> the rows of the sheet that is meant, whatever the file is called."""

from io import BytesIO

from salescoach.tables.decode import UnreadableTable
from salescoach.tables.numbers import spelled
from salescoach.tables.rows import SAMPLE_ROWS, Known, Table, as_table, filled


def read_workbook(data: bytes, file: str, known: Known) -> Table:
    """Return the sheet with the most headers that are known, the first of several; raise UnreadableTable."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = [book.get_sheet_by_index(at).to_python(skip_empty_area=False) for at in range(len(book.sheet_names))]
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableTable(file, "broken_workbook") from error
    rows = [list(filled(enumerate((tuple(map(spelled, cells)) for cells in sheet), start=1))) for sheet in sheets]
    best = max(rows, key=lambda one: max((known(row.cells) for row in one[:SAMPLE_ROWS]), default=0), default=[])
    return as_table(best, file, known, "sheet")
