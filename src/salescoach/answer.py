"""What commands return and rules say: data, never prose."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import ClassVar

from salescoach.errors import Problem
from salescoach.frozen import frozen

_COPY, _COPIES = "conflict_copy", 2


@frozen
class Phrase:
    """A sentence not yet in words: the key of a phrase in words.toml and what goes into its gaps."""

    key: str
    data: Mapping[str, object] = field(default_factory=dict)


def phrase(key: str, /, **data: object) -> Phrase:
    """Return the phrase `key` with `data` for its gaps."""
    return Phrase(key, data)


def told(problem: Problem) -> Phrase:
    """Return the phrase that tells of a problem: where it is, what it is, what to do."""
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    return phrase("notice.problem", place=place, what=phrase(f"problem.{problem.code}", **problem.data))


def all_told(problems: Iterable[Problem]) -> list[Phrase]:
    """Return what tells of problems; of copies, in which all is double, two are named and the others counted."""
    lines, copies = list[Phrase](), 0
    for problem in problems:
        copies += problem.code == _COPY
        if problem.code != _COPY or copies <= _COPIES:
            lines.append(told(problem))
    return [*lines, *([phrase("notice.copies", n=copies - _COPIES)] if copies > _COPIES else [])]


@frozen(kw_only=True)
class Answer:
    """The base of what every command returns; `notices` are talk for stderr, the rest is the answer.

    `language` is that of whoever reads it, where it is made for somebody who reads another than the manager.
    """

    anywhere: ClassVar[bool] = False
    """Whether it is said though a journal, its settings or the day do not read: help is what is looked at then."""

    notices: tuple[Phrase, ...] = ()
    language: str | None = None

    @property
    def status(self) -> int:
        """The exit status: 0, but 1 where a check found something."""
        return 0


@frozen(kw_only=True)
class Said(Answer):
    """An answer of a few sentences, one a line."""

    anywhere: ClassVar[bool] = True  # it is all done by then: to fail on the words would say that it was not

    lines: tuple[Phrase, ...]
