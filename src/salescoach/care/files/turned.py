"""Turned: what a command that was taken back, or done again, had written, record by record."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import PurePath

from salescoach.care.rules import Command, Undone
from salescoach.coaching.telling import titles
from salescoach.coaching.written import Page
from salescoach.errors import Broken
from salescoach.journal import read, rewrite
from salescoach.journal.journal import ME
from salescoach.journal.undo import Entry, Turned
from salescoach.records.base import Record
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Book, Seller


def undone(turned: Turned, *, private: bool, again: bool = False) -> Undone:
    """Return what was taken back, or done again; what is private in it only with `private`, else that it was there."""
    return Undone(step=command_of(turned.entry), pages=tuple(_pages(turned, private=private)), again=again)


def command_of(entry: Entry) -> Command:
    """Return a command of the undo list."""
    return Command(entry.label, date.fromisoformat(entry.on), tuple(step.file for step in entry.steps))


def _pages(turned: Turned, *, private: bool) -> Iterator[Page]:
    """Give, file by file, the records that were not there without the command; of one that does not read, none."""
    for file, without, with_it in turned.files:
        with suppress(Broken):
            book, key = _book(file, with_it), PurePath(file).stem
            before = Book() if without is None else _book(file, without)
            there = {(one.kind, one.id): one for one in _all(before)}
            new = tuple(one for one in _all(book) if there.get((one.kind, one.id)) != one)
            told = book if private else _book(file, with_it, private=False)
            open_ = {(one.kind, one.id): one for one in _all(told)}
            shown = tuple(open_.get((one.kind, one.id)) or type(one)(**{**vars(one), "private": True}) for one in new)
            if new:
                yield Page(key, told.name if isinstance(told, Seller) else "", shown, titles(told))


def _book(file: str, data: bytes, *, private: bool = True) -> Book:
    source = rewrite.check(data, file)
    return (read.book if file == ME else read.seller)(source, private=private)


def _all(book: Book) -> Iterator[Record]:
    return (one for kind in KINDS for one in book.records.get(kind, ()))
