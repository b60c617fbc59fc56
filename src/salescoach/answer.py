"""What commands return and rules say: data, never prose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Phrase:
    """A sentence not yet in words: the key of a phrase in words.toml and what goes into its gaps."""

    key: str
    data: Mapping[str, object] = field(default_factory=dict)


def phrase(key: str, **data: object) -> Phrase:
    """Return the phrase `key` with `data` for its gaps."""
    return Phrase(key, data)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The base of what every command returns; `notices` are talk for stderr, the rest is the answer."""

    status: ClassVar[int] = 0

    notices: tuple[Phrase, ...] = ()
