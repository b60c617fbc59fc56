"""The rows of an export -> its deals, each with what became of it; what is left out is named with its line and why."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar

from salescoach.errors import Unusable
from salescoach.figures.rules.columns import Layout, Mapped
from salescoach.frozen import frozen
from salescoach.records.figures import NO_CURRENCY
from salescoach.records.keys import key_form
from salescoach.tables import days
from salescoach.tables.cells import begins_with, folded, name_in, text_in
from salescoach.tables.days import Order, day_in, order_of
from salescoach.tables.numbers import Amount, amount_in, marked
from salescoach.tables.rows import Row, Table
from salescoach.words.dates import Dates

T = TypeVar("T")

Words = Mapping[str, Any]
Tick = Callable[[int, int], None]
"""Is told how far a reading has come, and of how many rows."""

Outcome = Literal["won", "lost", "open"]

DECIMALS = {"comma": ",", "point": "."}
"""What a decimal mark is called where it is mapped."""

ORDERS = {one.replace("_", "-"): one for one in days.ORDERS}
"""What an order of day and month is called where it is mapped."""

_DAYS = ("opened", "closed", "won_on", "lost_on")


class UnclearNumber(Unusable):
    """The cell `text` on `line` may be either of two `values`, or (`why`: clash) is written otherwise than above."""


class UnclearDates(Unusable):
    """The cell `text` on `line` may be several `values`, by the `names` of orders; nothing in the file says which."""


@frozen
class Deal:
    """One row: whose it is, what became of it and when, and the days on which stages were entered, in order."""

    line: int
    name: str
    outcome: Outcome
    opened: date | None
    closed: date | None
    amount: Amount | None
    entered: tuple[tuple[date, str], ...]


@frozen
class Left:
    """A row that was left out, and the code of why."""

    line: int
    why: str


@frozen
class Export:
    """The deals of an export and the rows left out; `taken_open` are words for stages that nobody told of."""

    deals: Sequence[Deal]
    left: Sequence[Left]
    taken_open: tuple[str, ...]
    mark: str
    order: Order


class _Skipped(Exception):
    """A row that is left out, by the code of why."""


@frozen
class _Reader:
    """What a cell is read with."""

    layout: Layout
    name: Callable[[str], str]
    outcome: Callable[[str], str]
    day: Callable[[str], date | None]
    amount: Callable[[str], Amount | None]
    currency: Callable[[str], str]
    today: date
    taken: dict[str, None]


def export_of(
    table: Table, layout: Layout, words: Words, mapped: Mapped, dates: Dates, today: date, file: str, tick: Tick
) -> Export:
    """Return the deals of a table; raise UnclearNumber, UnclearDates."""
    currencies = {sign: name for name, signs in words["currency"].items() for sign in signs}
    mark, order = _mark(table, layout, mapped, currencies, file), _order(table, layout, mapped, dates, today, file)
    beside = _beside(layout, currencies)
    read = _Reader(
        layout,
        cache(lambda cell: _name(cell, words)),
        cache(lambda cell: _outcome(cell, words, mapped)),
        cache(lambda cell: day_in(text_in(cell), order, dates, today)),
        cache(lambda cell: amount_in(cell, mark, currencies)),
        cache(lambda cell: currencies.get(cell.casefold().strip(" ."), cell.strip().upper()) or beside),
        today,
        {},
    )
    deals: list[Deal] = []
    left = [Left(row.line, "around") for row in table.around]
    ids: set[str] = set()
    for at, row in enumerate(table.rows):
        tick(at, len(table.rows))
        try:
            deals.append(_deal(row, read, ids))
        except _Skipped as why:
            left.append(Left(row.line, str(why)))
    return Export(deals, sorted(left, key=lambda one: one.line), tuple(read.taken), mark, order)


def _deal(row: Row, read: _Reader, ids: set[str]) -> Deal:
    name, spelled = read.name(_raw(row, read, "seller")), _cell(row, read, "id")
    if spelled and spelled in ids:
        raise _Skipped("twice")
    ids.add(spelled)
    outcome, opened, closed = _became(row, read), _day(row, read, "opened"), None
    if outcome != "open":
        closed = _day(row, read, f"{outcome}_on") or _day(row, read, "closed")
        if closed is None:
            raise _Skipped("no_day")
    if max(opened or date.min, closed or date.min) > read.today:
        raise _Skipped("to_come")
    amount = _amount(row, read) if outcome == "won" else None
    entered = ((read.day(row.cell(place)), stage) for stage, place in read.layout.entered.items())
    stages = tuple(sorted((day, stage) for day, stage in entered if day))
    return Deal(row.line, name, outcome, opened, closed, amount, stages)


def _became(row: Row, read: _Reader) -> Outcome:
    """Return what became of a deal: by its status, else by its stage, else by the day it was won or lost."""
    cells = [cell for field in ("status", "stage") if (cell := _cell(row, read, field))]
    said = [read.outcome(cell) for cell in cells]
    days = [outcome for outcome in ("won", "lost") if _cell(row, read, f"{outcome}_on")]
    sole = days[0] if len(days) == 1 and "open" not in said else ""
    found = next((one for one in said if one in {"won", "lost"}), sole)
    if found in {"won", "lost"}:
        return found  # type: ignore[return-value]  # it is one of the two
    if len(days) > 1 or {"closed", "both"} & {*said}:
        raise _Skipped("unclear")
    if not cells and read.layout.places.keys() & {"status", "stage"}:
        raise _Skipped("no_stage")
    if "open" not in said:
        read.taken.update(dict.fromkeys(cells))
    return "open"


def _day(row: Row, read: _Reader, field: str) -> date | None:
    return _value(_cell(row, read, field), read.day, "no_date")


def _amount(row: Row, read: _Reader) -> Amount | None:
    found = _value(_raw(row, read, "amount"), read.amount, "no_number")
    return found and Amount(found.number, found.currency or read.currency(_cell(row, read, "currency")))


def _value(cell: str, read: Callable[[str], T | None], why: str) -> T | None:
    """Return what a cell says, None where it is empty; a row with one that is not understood is left out."""
    if not any(map(str.isalnum, cell)):
        return None
    value = read(cell)
    if value is None:
        raise _Skipped(why)
    return value


def _cell(row: Row, read: _Reader, field: str) -> str:
    return text_in(_raw(row, read, field))


def _raw(row: Row, read: _Reader, field: str) -> str:
    place = read.layout.places.get(field)
    return "" if place is None else row.cell(place)


def _name(cell: str, words: Words) -> str:
    """Return whose a deal is; a sum, a deal that nobody has, and a line below it all are left out."""
    name = name_in(cell.partition("(")[0])
    if not key_form(name):
        raise _Skipped("no_name")
    no_one = {folded(word) for word in words["nobody"]} - {""}
    if folded(name).strip("0123456789") in no_one or begins_with(name, words["footer"]):
        raise _Skipped("nobody")
    return name


def _outcome(cell: str, words: Words, mapped: Mapped) -> str:
    """Return what a word says became of a deal, `both` where it says two things or none in letters, else empty.

    The longest word that stands in it wins: `not won` is not won.
    """
    form = _form(cell.partition("(")[0])
    told = {name: (*mapped.get(name, ()), *words["coded"].get(name, ())) for name in ("won", "lost", "open")}
    exact = next((name for name, said in told.items() if form in map(_form, said)), "")
    if exact:
        return exact
    found = {word: name for name, said in words["outcome"].items() for word in map(_form, said) if word in form}
    names = {name for word, name in found.items() if not any(word != other and word in other for other in found)}
    if names >= {"won", "lost"} or not any(map(str.isalpha, cell)):
        return "both"
    return next((name for name in ("won", "lost", "closed", "open") if name in names), "")


def _form(word: str) -> str:
    return f"-{key_form(word)}-"


def _beside(layout: Layout, currencies: Mapping[str, str]) -> str:
    """Return the currency that the header of the amounts has in brackets: `Value (SEK)`."""
    header = layout.header("amount") if "amount" in layout.places else ""
    return currencies.get(header.partition("(")[2].strip(" )").casefold(), NO_CURRENCY)


def _mark(table: Table, layout: Layout, mapped: Mapped, currencies: Mapping[str, str], file: str) -> str:
    """Return the decimal mark of the amounts: what a column shows comes before what was told once.

    Raise UnclearNumber.
    """
    if "amount" not in layout.places:
        return ""
    cells = [row.cell(layout.places["amount"]) for row in table.rows]
    found = marked(cells)
    if mapped.get("decimal") and (found.clash is not None or not found.mark):
        return DECIMALS[mapped["decimal"][0]]
    at = found.doubt if found.clash is None else found.clash
    if at is None:
        return found.mark
    why, line = None if found.clash is None else "clash", table.rows[at].line
    text, header = text_in(cells[at]), layout.header("amount")
    read = [amount_in(text, one, currencies) for one in DECIMALS.values()]
    values = [f"{one.number.normalize():f}" if one else text for one in read]
    about = {"text": text, "header": header, "why": why, "field": "decimal"}
    raise UnclearNumber(file=file, line=line, values=values, names=[*DECIMALS], **about)


def _order(table: Table, layout: Layout, mapped: Mapped, dates: Dates, today: date, file: str) -> Order:
    """Return the order of day and month, as the file shows, else as it was told once; raise UnclearDates."""
    places = [layout.places[field] for field in _DAYS if field in layout.places] + [*layout.entered.values()]
    columns = {place: [text_in(row.cell(place)) for row in table.rows] for place in places}
    order = order_of(columns, {}, dates, today)
    if order.doubt and mapped.get("dates"):
        return Order(ORDERS[mapped["dates"][0]])
    if order.doubt:
        text = order.doubt.text
        line = next(row.line for at, row in enumerate(table.rows) if any(one[at] == text for one in columns.values()))
        apart: dict[date | None, str] = {}
        for name, one in ORDERS.items():
            apart.setdefault(day_in(text, Order(one), dates, today), name)
        apart.pop(None, None)
        names = [*apart.values()]
        raise UnclearDates(file=file, line=line, text=text, field="dates", names=names, values=[*apart])
    return order
