"""The header of a seller file: who she is, and how its changes are told."""

from collections.abc import Mapping, Sequence
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
    bare = ("was",)

    was: Mapping[str, Any] = field(default_factory=nothing)

    def values(self) -> dict[str, Any]:
        """Return the header keys that this change sets."""
        return dict(self.extra)
