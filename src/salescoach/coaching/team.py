"""The team as it was brought in: who was added, and who was there already."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from salescoach.answer import Answer
from salescoach.frozen import frozen


@frozen
class Member:
    """One new seller: the key of the file and what its head says."""

    key: str
    name: str
    path: str
    started: date | None = None
    role: str | None = None
    email: str | None = None
    last_talk: date | None = None


@frozen(kw_only=True)
class Added(Answer):
    """Who was added, from a file where `source` names one; `used` are the headers read for each field.

    `shown` tells that they were listed already, before it was asked whether to add them.
    """

    members: tuple[Member, ...]
    skipped: tuple[str, ...] = ()
    source: str | None = None
    used: Mapping[str, str] = field(default_factory=dict)
    shown: bool = False
