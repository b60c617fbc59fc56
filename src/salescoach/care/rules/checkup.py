"""The check-up: what `coach doctor` found in how many files."""

from salescoach.answer import Answer
from salescoach.errors import Problem
from salescoach.frozen import frozen


@frozen(kw_only=True)
class Checkup(Answer):
    """All that is wrong, the problems of a file together, and the number of files that were looked at."""

    problems: tuple[Problem, ...]
    checked: int

    @property
    def status(self) -> int:
        """1 where something was found."""
        return int(bool(self.problems))
