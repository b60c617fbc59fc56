"""Undone: the commands that were, or can be, taken back."""

from dataclasses import dataclass
from datetime import date

from salescoach.answer import Answer


@dataclass(frozen=True)
class Command:
    """One command that wrote: what it was, its day, and the files it wrote to."""

    label: str
    on: date
    files: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Undone(Answer):
    """The command that was taken back."""

    step: Command


@dataclass(frozen=True, kw_only=True)
class UndoList(Answer):
    """The commands that can be taken back, the last first."""

    steps: tuple[Command, ...]
