"""The team as it was brought in: who was added, and who was there already."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from salescoach.answer import Answer, Phrase
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


@frozen
class Filled:
    """What a file told of a seller who is there, and the head of hers lacked, by field."""

    key: str
    name: str
    fields: Mapping[str, str | date]


@frozen(kw_only=True)
class Added(Answer):
    """Who was added, from a file where `source` names one; `used` are the headers read for each field.

    `read` is how the file was read. `filled` are those who were there and got what they lacked; where that was not
    asked for, `lacking` counts them. `doubted` are the names left out: each may be two people or one,
    or is none of one person. `unfilled`: the file has more of those who are there, and that was not taken.
    `shown` tells that they were listed already, before it was asked whether to add them.
    """

    members: tuple[Member, ...]
    skipped: tuple[str, ...] = ()
    source: str | None = None
    used: Mapping[str, str] = field(default_factory=dict)
    shown: bool = False
    read: Phrase | None = None
    filled: tuple[Filled, ...] | None = None
    lacking: int = 0
    doubted: tuple[str, ...] = ()
    unfilled: bool = False
