"""Retention: what of each file is older than is to be kept."""

from collections.abc import Mapping
from datetime import date

from salescoach.answer import Answer
from salescoach.errors import Problem
from salescoach.frozen import frozen


@frozen
class Old:
    """What goes of one file: how many of each kind, the days of the first and the last, and what is told of the rest.

    `open` of those that go are open still; `stay` are as old, and newer ones refer to them; `changes` tell how the
    head of the file was.
    """

    file: str
    kinds: Mapping[str, int]
    first: date
    last: date
    open: int
    stay: int
    changes: int

    @property
    def count(self) -> int:
        """How many records go."""
        return sum(self.kinds.values())


@frozen(kw_only=True)
class Retention(Answer):
    """The files with records from before a day, with those that go; `done` once they are removed.

    `again` is what was typed, so that it can be told how to have it done; `problems` are of files left as they are.
    """

    before: date
    files: tuple[Old, ...]
    problems: tuple[Problem, ...] = ()
    again: str
    done: bool = False
