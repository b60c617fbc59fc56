"""The shapes that notes are read with and become; how they are read stands in marks.py."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Protocol

from salescoach.answer import Phrase
from salescoach.frozen import frozen
from salescoach.notes.keywords import Marks
from salescoach.records.matching import OpenThing


@frozen
class SellerContext:
    """Whom notes are about: `names` in key form, `areas` and `channels` as spelled, `values` read when needed."""

    name: str
    names: frozenset[str]
    areas: tuple[str, ...]
    open: tuple[OpenThing, ...]
    values: Callable[[], Sequence[str]] = tuple
    channels: tuple[str, ...] = ()


@frozen
class Drafted:
    """A record to be, without id and day; `fields` are those of the file, absent where unknown."""

    kind: str
    fields: Mapping[str, object]


@frozen
class Notes:
    """What was understood: the plain text as typed, the records in order, and what is to be pointed out."""

    text: str
    records: tuple[Drafted, ...]
    notices: tuple[Phrase, ...]


class Dates(Protocol):
    """What is needed of the reader of dates."""

    def read(self, text: str, *, today: date, back: bool = False, due: bool = True) -> date:
        """Return the day that `text` means; raise NotADate."""

    def begins_like(self, text: str) -> bool:
        """Tell whether the first word is one of a date."""

    def looks_whole(self, text: str) -> bool:
        """Tell whether the whole text has the shape of a date, valid or not."""


@frozen
class ReadContext:
    """What lies at hand while notes are read; relative dates count from `on`, `met` are areas new in these notes."""

    marks: Marks
    dates: Dates
    listener: SellerContext
    on: date
    met: list[str] = field(default_factory=list)


@frozen
class Read:
    """What one part became; without records it stays in the notes, as typed or as `rest`."""

    records: tuple[Drafted, ...] = ()
    notices: tuple[Phrase, ...] = ()
    rest: str | None = None


def drafted(kind: str, *notices: Phrase, **fields: object) -> Read:
    """Return the reading of a part as one record; fields that are None or empty are left out."""
    known = {name: value for name, value in fields.items() if value not in (None, "")}
    return Read((Drafted(kind, known),), notices)


def pointed_out(notice: Phrase) -> Read:
    """Return the reading of a part that stays text, and says why."""
    return Read(notices=(notice,))
