"""The shapes that notes are read with and become; how they are read stands in marks.py."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from datetime import date

from salescoach.answer import Phrase, phrase
from salescoach.frozen import frozen
from salescoach.notes.keywords import Marks
from salescoach.notes.split import lines
from salescoach.records.matching import OpenThing
from salescoach.words.dates import Dates


@frozen
class SellerContext:
    """Whom notes are about: `names` in key form, `areas`, `channels` as spelled; `values`, `people` when needed.

    `named` are further names of areas, in key form, and what each is written as; `colleagues` keys by all they go by.
    `initiative` is the name of what the talk is about, `initiatives` tells whether there are any.
    """

    name: str
    names: frozenset[str]
    areas: tuple[str, ...]
    open: tuple[OpenThing, ...]
    values: Callable[[], Sequence[str]] = tuple
    people: Callable[[], Collection[str]] = frozenset
    channels: tuple[str, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    initiative: str = ""
    initiatives: Callable[[], bool] = bool
    colleagues: Callable[[], Mapping[str, str]] = dict


@frozen
class Drafted:
    """A record to be, without id and day; `fields` are those of the file, absent where unknown."""

    kind: str
    fields: Mapping[str, object]


@frozen
class Offer:
    """What almost is a mark: what is `typed` in line number `line`, and how it is written to be one."""

    typed: str
    instead: str
    line: int = 0

    def taken(self, text: str) -> str:
        """Return a text in which the mark stands as it is written, on a line of its own."""
        typed = lines(text)
        before, _, after = typed[self.line].partition(self.typed)
        parts = (before.rstrip("; \t"), self.instead, after.lstrip("; \t"))
        typed[self.line : self.line + 1] = [part for part in parts if part.strip(" -*•")]
        return "\n".join(typed)


@frozen
class Notes:
    """What was understood: the plain text, the records in order, what is to be pointed out, and what may be marks."""

    text: str
    records: tuple[Drafted, ...]
    notices: tuple[Phrase, ...]
    offers: tuple[Offer, ...] = ()

    @property
    def block(self) -> str | None:
        """The text as a block of lines, so that a file reads as it was typed."""
        return f"{self.text.rstrip()}\n" if self.text.strip() else None

    @property
    def lesson(self) -> str | None:
        """What the manager learned, each in a line."""
        return "\n".join(str(one.fields["text"]) for one in self.records if one.kind == "lesson") or None


@frozen
class ReadContext:
    """What lies at hand while notes are read; relative dates count from `on`, `met` are areas new in these notes.

    Where they are not `dated`, no date is looked for: it was given beside them.
    """

    marks: Marks
    dates: Dates
    listener: SellerContext
    on: date
    met: list[str] = field(default_factory=list)
    dated: bool = True


@frozen
class Read:
    """What one part became; without records it stays in the notes as typed, with a `rest` as that."""

    records: tuple[Drafted, ...] = ()
    notices: tuple[Phrase, ...] = ()
    rest: str | None = None
    offers: tuple[Offer, ...] = ()


def drafted(kind: str, *notices: Phrase, **fields: object) -> Read:
    """Return the reading of a part as one record; fields that are None or empty are left out."""
    known = {name: value for name, value in fields.items() if value not in (None, "")}
    return Read((Drafted(kind, known),), notices)


def pointed_out(key: str, **gaps: object) -> Read:
    """Return the reading of a part that stays text, and says why."""
    return Read(notices=(phrase(key, **gaps),))
