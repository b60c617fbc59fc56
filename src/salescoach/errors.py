"""Every way to fail that a user can mend: a class per cause, carrying data; the prose is in words.toml, [error]."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar


class CoachError(Exception):
    """A failure with a sentence: `code` names the phrase, `data` fills it, `status` is the exit status."""

    code: ClassVar[str] = "bug"
    status: ClassVar[int] = 2

    def __init__(self, **data: object) -> None:
        super().__init__(self.code)
        self.data: Mapping[str, object] = data


class Unusable(CoachError):
    """What was typed cannot be used as it is (exit 2)."""

    code = "unusable"
    status = 2


class NotFound(CoachError):
    """No such seller or record, or several (exit 4)."""

    code = "not_found"
    status = 4


class Broken(CoachError):
    """A file is broken or cannot be written (exit 5)."""

    code = "broken"
    status = 5


class Changed(CoachError):
    """A file changed meanwhile, or is locked (exit 6)."""

    code = "changed"
    status = 6


class NotADate(Unusable):
    """`text` is no date that is understood without guessing."""

    code = "not_a_date"


@dataclass(frozen=True)
class Problem:
    """Something wrong in one place of one file, which the rest of the work goes on without.

    `line` and `column` count from 1; 0 means the file as a whole. `code` names a phrase under [problem].
    """

    file: str
    code: str
    line: int = 0
    column: int = 0
    data: Mapping[str, object] = field(default_factory=dict)
