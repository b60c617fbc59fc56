"""The header of a seller file: who she is, and how its changes are told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from salescoach.records.base import Kept, Record, kept, nothing


@kept
class Header(Kept):
    """Who the seller is; `every` and `at_most` are days between talks, the ideal and the limit."""

    name: str = field(metadata={"pattern": r"\S"})
    started: date | None = None
    added: date | None = None
    role: str | None = None
    email: str | None = None
    every: int | None = field(default=None, metadata={"gt": 0})
    at_most: int | None = field(default=None, metadata={"gt": 0})
    aliases: Sequence[str] = ()
    tags: Sequence[str] = ()
    placed_at: str | None = None
    language: str | None = None


@kept
class Change(Record):
    """New values of header keys, which stand beside it as keys of their own; `was` keeps the old ones."""

    kind = "change"
    searched = ("was",)
    early = True

    was: Mapping[str, Any] = field(default_factory=nothing)

    def values(self) -> dict[str, Any]:
        """Return the header keys that this change sets."""
        return dict(self.extra)


def shown(records: Iterable[Record]) -> Iterator[Record]:
    """Give records of one kind, a change without what a private one before it said: its `was` would repeat it."""
    secret: dict[str, Any] = {}
    for one in records:
        values = one.values() if isinstance(one, Change) else {}
        if not isinstance(one, Change) or not (one.private or secret):
            yield one
        elif one.private:
            yield one
            secret |= values
        else:
            was = {key: value for key, value in one.was.items() if key not in secret or secret[key] != value}
            secret = {key: value for key, value in secret.items() if key not in values}
            yield Change(**vars(one) | {"was": was})
