"""Export: the whole journal as data, or one seller as a document, oldest first."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from salescoach.answer import Answer
from salescoach.errors import Problem
from salescoach.frozen import frozen
from salescoach.people.rules.story import Story
from salescoach.records.base import Record
from salescoach.records.kinds import KINDS
from salescoach.records.seller import Book, Seller


@frozen(kw_only=True)
class Export(Answer):
    """The whole journal, or one seller where there is her `story`; `records` are mine, or hers, oldest first.

    `files` are the bytes of all files by their name, where private lines are wanted too; `layouts` those that the
    document of one seller is made with.
    """

    private: bool
    story: Story | None = None
    records: tuple[Record, ...] = ()
    layouts: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    sellers: tuple[Seller, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()


def oldest_first(book: Book) -> list[Record]:
    """Return all records of a file by day; within one, in the order of the kinds, then as they stand."""
    found = [record for kind in KINDS for record in book.records.get(kind, ())]
    return sorted(found, key=lambda one: one.on)
