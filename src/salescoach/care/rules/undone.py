"""Undone: the commands that were, or can be, taken back."""

from datetime import date

from salescoach.answer import Answer
from salescoach.coaching.written import Page
from salescoach.frozen import frozen


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
