"""Written: what a command wrote, or would have, so that she sees what was understood."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from salescoach.answer import Answer
from salescoach.frozen import frozen
from salescoach.records.base import Record
from salescoach.records.kinds import KINDS


@frozen
class Page:
    """What was written in one file: the seller's key and name, the records, and the titles that they refer to."""

    key: str
    name: str
    records: tuple[Record, ...]
    titles: Mapping[str, str] = field(default_factory=dict)


@frozen(kw_only=True)
class Written(Answer):
    """The records of one command, seller by seller; `dry` means that nothing was written."""

    pages: tuple[Page, ...]
    dry: bool = False


def record_of(kind: str, fields: Mapping[str, Any]) -> Record:
    """Return the record of a block as it was written."""
    return KINDS[kind].from_table(dict(fields))
