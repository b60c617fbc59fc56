"""Seller, the fold of one file: what its records amount to today."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from salescoach.errors import Problem
from salescoach.frozen import frozen
from salescoach.records.absence import in_force
from salescoach.records.base import Record
from salescoach.records.calendar import Away
from salescoach.records.commitment import Commitment, Settled
from salescoach.records.goal import Goal
from salescoach.records.header import Header

if TYPE_CHECKING:
    from salescoach.records.onboarding import Step

R = TypeVar("R", bound=Record)


@frozen
class Book:
    """The records of one file by kind, each in order of `on`, then of place; what was left out is in `problems`."""

    records: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def all(self, kind: type[R]) -> list[R]:
        """Return the records of one kind, oldest first."""
        return list(self.records.get(kind.kind, ()))  # type: ignore[arg-type]  # a kind's list holds that kind only

    def last(self, kind: type[R]) -> R | None:
        """Return the newest record of one kind, if there is one."""
        found = self.records.get(kind.kind)
        return found[-1] if found else None  # type: ignore[return-value]  # as above

    @cached_property
    def settlements(self) -> dict[str, list[Settled]]:
        """What was settled, by the id of what it settles, oldest first."""
        found: dict[str, list[Settled]] = {}
        for settled in self.all(Settled):
            found.setdefault(settled.of, []).append(settled)
        return found

    @cached_property
    def absences(self) -> tuple[Away, ...]:
        """When she, or in the manager's own file the manager, is away."""
        return in_force(self.all(Away))

    def closing(self, record: Record) -> Settled | None:
        """Return what closed a record (kept or dropped), or None while it is open."""
        return self._closings.get(record.id)

    def open(self, kind: type[R]) -> list[R]:
        """Return the records of one kind that nothing has closed, oldest first."""
        return [record for record in self.all(kind) if record.id not in self._closings]

    def due(self, record: "Commitment | Goal | Step") -> date | None:
        """Return the day by which a commitment, goal or step is due, as last moved."""
        moved = [s.due for s in self.settlements.get(record.id, ()) if s.how == "moved" and s.due is not None]
        return moved[-1] if moved else record.due

    @cached_property
    def _closings(self) -> dict[str, Settled]:
        """The first thing that closed a record, by its id."""
        return {settled.of: settled for settled in reversed(self.all(Settled)) if settled.how != "moved"}


NOBODY = Book()
"""The records of a manager of whom nothing is known, and who was therefore never away."""


@frozen
class Seller(Book):
    """One seller: the key of her file, the header as changed up to today, and her records."""

    key: str = ""
    header: Header = field(default_factory=lambda: Header(name="?"))
    left: bool = False

    @property
    def name(self) -> str:
        """Her full name."""
        return self.header.name

    @property
    def first_name(self) -> str:
        """Her name as used in a sentence."""
        return self.header.name.split()[0]
