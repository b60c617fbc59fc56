"""What is said of the files: what doctor found, what was taken back, what an edit by hand changed."""

import re
from datetime import date

from salescoach.answer import Answer
from salescoach.coaching.written import Page
from salescoach.errors import Problem
from salescoach.frozen import frozen

_HEAD = re.compile(r"\s*(\[\[|\[\s*[\w\"'-]+\s*\]\s*(#|$))")
_PRIVATE = re.compile(r"\bprivate[\"']?\s*=\s*(?!false\b)")
_VEIL = re.compile(r"(?:^|[\s;=\"'])~(?!\s*\d)")
"""What keeps a line from being shown, in a text that need not parse: too much is hidden rather than too little."""


@frozen(kw_only=True)
class Checkup(Answer):
    """All that is wrong, the problems of a file together, and the number of files that were looked at."""

    problems: tuple[Problem, ...]
    checked: int

    @property
    def status(self) -> int:
        """1 where something was found."""
        return int(bool(self.problems))


@frozen
class Command:
    """One command that wrote: what it was, its day, and the files it wrote to."""

    label: str
    on: date
    files: tuple[str, ...]


@frozen(kw_only=True)
class Undone(Answer):
    """The command that was taken back, or done `again`, and the records that it had written, file by file."""

    step: Command
    pages: tuple[Page, ...] = ()
    again: bool = False


@frozen(kw_only=True)
class UndoList(Answer):
    """The commands that can be taken back, the last first."""

    steps: tuple[Command, ...]


@frozen(kw_only=True)
class Edited(Answer):
    """The file of `name` with its lines added and taken out, its records before (None: it did not read) and after."""

    name: str
    file: str
    added: int
    removed: int
    before: int | None
    after: int


def lines_changed(before: str, after: str) -> tuple[int, int]:
    """Return how many lines were added to a text, and how many were taken out of it."""
    from difflib import SequenceMatcher

    old, new = before.splitlines(), after.splitlines()
    codes = SequenceMatcher(None, old, new).get_opcodes()
    changed = [(last - first, end - start) for tag, start, end, first, last in codes if tag != "equal"]
    return sum(added for added, _ in changed), sum(removed for _, removed in changed)


def private_lines(text: str) -> set[int]:
    """Return the numbers, from 1, of the lines of a file that are private, whether it reads or not."""
    lines, blocks = text.splitlines(), list[list[int]]([[]])
    for number, line in enumerate(lines, 1):
        if _HEAD.match(line):
            blocks.append([])
        blocks[-1].append(number)
    whole = [block for block in blocks if any(_PRIVATE.search(lines[number - 1]) for number in block)]
    return {number for block in whole for number in block} | {
        number for number, line in enumerate(lines, 1) if _VEIL.search(line)
    }
