"""Edited: what an edit by hand changed in a file."""

from difflib import SequenceMatcher

from salescoach.answer import Answer
from salescoach.frozen import frozen


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
    old, new = before.splitlines(), after.splitlines()
    codes = SequenceMatcher(None, old, new).get_opcodes()
    changed = [(last - first, end - start) for tag, start, end, first, last in codes if tag != "equal"]
    return sum(added for added, _ in changed), sum(removed for _, removed in changed)
