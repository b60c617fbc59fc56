"""Workbooks: the sheet that is meant, its cells as what they are."""

import pytest

from fixtures.workbooks import DEALS, workbook
from salescoach.tables.cells import text_in
from salescoach.tables.decode import SPREADSHEETS, UnreadableTable
from salescoach.tables.numbers import TYPED
from salescoach.tables.workbook import read_workbook


def test_a_sheet_is_a_table_with_the_lines_it_has() -> None:
    """The one with the headers, wherever it stands; numbers are marked as such, days are those meant."""
    data = workbook([["Notes"], ["Read me"]], DEALS)
    table = read_workbook(data, "x.xlsx", lambda cells: sum(cell in {"Owner", "Stage"} for cell in cells))
    assert data.startswith(SPREADSHEETS)
    assert (table.head.line, [row.line for row in table.rows], [row.line for row in table.around]) == (3, [4, 5], [1])
    assert table.rows[0].cells[3] == f"{TYPED}7.25"
    assert [text_in(cell)[:10] for cell in table.rows[1].cells] == ["Anna Berg", "Won", "2026-10-03", "1054"]


def test_what_only_begins_as_a_workbook_is_refused() -> None:
    """Whatever it is called, and where it is cut off."""
    for data in (
        b"PK\x03\x04" + bytes(range(200)), workbook(DEALS)[:300], b"\xd0\xcf\x11\xe0" + b"x" * 900, workbook([]),
    ):  # fmt: skip
        with pytest.raises(UnreadableTable):
            read_workbook(data, "x.csv", len)
