"""Numbers in cells: what is read, what proves the decimal mark of a column, and what leaves it open."""

from decimal import Decimal

from salescoach.tables.numbers import TYPED, Amount, Marked, amount_in, marked

SIGNS = {"kr": "kr", "sek": "SEK", "nok": "NOK", "€": "EUR", "eur": "EUR", "$": "$"}


def test_an_amount_is_read_however_it_is_written() -> None:
    """With any sign for thousands, for less than nothing and for money, before and after the number."""
    for cell, mark, number, currency in (
        ("7250", "", "7250", ""), ("7 250,50", ",", "7250.5", ""), ("7\u00a0250,50 kr", ",", "7250.5", "kr"),
        ("7\u202f250\u202f000", "", "7250000", ""), ("7.250,5", ",", "7250.5", ""), ("7,250.5", ".", "7250.5", ""),
        ("7'250.50", ".", "7250.5", ""), ("7\u2019250", "", "7250", ""), ("\u2212 312", "", "-312", ""),
        ("(312)", "", "-312", ""), ("312-", "", "-312", ""), ("SEK -312", "", "-312", "SEK"),
        ("NOK 7 250,-", ",", "7250", "NOK"), ("7 250 kr.", "", "7250", "kr"), ("€12", "", "12", "EUR"),
        ("$ 12", "", "12", "$"), (",5", ",", "0.5", ""), (f"{TYPED}7.25", ",", "7.25", ""),
    ):  # fmt: skip
        assert amount_in(cell, mark, SIGNS) == Amount(Decimal(number), currency), cell


def test_what_is_no_amount_is_not_made_one() -> None:
    """A unit that nobody told of may be thousands or millions; groups that are none are a slip."""
    for cell in (
        "", "abc", "12 tkr", "3 mkr", "12 %", "1e5", "12 34", "7,25,1", "1.23.456", "SEK 12 €", "--3", "7 250 50",
    ):  # fmt: skip
        assert amount_in(cell, ",", SIGNS) is None, cell


def test_the_decimal_mark_is_that_of_the_whole_column() -> None:
    """One cell proves it for all; where none does the first in doubt is told, and where two do the second."""
    for cells, found in (
        (["12", "7250"], Marked("")), (["", "12.345", "7,5"], Marked(",")), (["12,345", "7.5"], Marked(".")),
        (["12.345", "1.234.567"], Marked(",")), (["12.345", "7 250,5"], Marked(",")),
        (["0.125", "12,345"], Marked(".")), (["1234,567"], Marked(",")), (["7 250,500"], Marked(",")),
        (["3", "12.345", "7,250"], Marked("", doubt=1)), (["1,05,4", "12.345"], Marked("", doubt=1)),
        (["7,5", "8", "7.5"], Marked(",", clash=2)), (["7,250.5", "1,5"], Marked(".", clash=1)),
        ([f"{TYPED}12.345"], Marked("")),
    ):  # fmt: skip
        assert marked(cells) == found, cells
