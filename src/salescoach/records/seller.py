"""Seller, the fold of one file: what its records amount to today."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from salescoach.errors import Problem
from salescoach.frozen import frozen
from salescoach.records.absence import in_force
from salescoach.records.base import Record
from salescoach.records.calendar import Away
from salescoach.records.commitment import Commitment
from salescoach.records.goal import Goal
from salescoach.records.header import Header
from salescoach.records.settled import GOES_ON, Moved, Settled
from salescoach.records.values import Number

if TYPE_CHECKING:
    from salescoach.records.figures import Month
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
    def moves(self) -> dict[str, list[Moved | Settled]]:
        """What was moved, by the id of what it moves, oldest first; older files say it with a `settled`."""
        found: dict[str, list[Moved | Settled]] = {}
        older = [settled for settled in self.all(Settled) if settled.how == "moved"]
        all_: list[Moved | Settled] = [*older, *self.all(Moved)]
        for moved in sorted(all_, key=lambda one: one.on):
            found.setdefault(moved.of, []).append(moved)
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
        day: date | None = self._said(record, "due")[-1]
        return day

    def target(self, goal: Goal) -> Number | None:
        """Return the target of a goal, as last moved."""
        number: Number | None = self._said(goal, "target")[-1]
        return number

    def was(self, record: "Commitment | Goal | Step", name: Literal["due", "target"]) -> Any:
        """Return the `due` or the `target` that the last move took the place of, None where it never was moved."""
        *before, now = self._said(record, name)
        return next((one for one in reversed(before) if one != now), None)

    def _said(self, record: Record, name: str) -> list[Any]:
        """Return what was ever said of a field that can be moved, the latest last."""
        said = (getattr(moved, name, None) for moved in self.moves.get(record.id, ()))
        return [getattr(record, name), *(one for one in said if one is not None)]

    @cached_property
    def _closings(self) -> dict[str, Settled]:
        """The first thing that closed a record, by its id."""
        return {settled.of: settled for settled in reversed(self.all(Settled)) if settled.how not in GOES_ON}


NOBODY = Book()
"""The records of a manager of whom nothing is known, and who was therefore never away."""


@frozen
class Seller(Book):
    """One seller: the key of her file, the header as changed up to today, and her records.

    Her `figures` by month are there where a goal is read from them. The manager's own records stand as those of `mine`.
    """

    key: str = ""
    header: Header = field(default_factory=lambda: Header(name="?"))
    left: bool = False
    mine: bool = False
    figures: "Sequence[Month]" = ()

    @property
    def name(self) -> str:
        """Her full name."""
        return self.header.name

    @property
    def first_name(self) -> str:
        """Her name as used in a sentence."""
        return self.header.name if self.mine else self.header.name.split()[0]

    @property
    def hands_over(self) -> bool:
        """Whether anything was noted of a handover to delivery: most have nothing, and nothing of it is imported."""
        return any(
            getattr(one, "form", kind) == "handover"
            for kind in ("asked", "handover")
            for one in self.records.get(kind, ())
        )

    def cut(self, stays: Callable[[Record], bool]) -> "Seller":
        """Return her with those records alone that stay."""
        kept = {kind: [*filter(stays, found)] for kind, found in self.records.items()}
        return replace(self, records={kind: found for kind, found in kept.items() if found})

    def is_to_start(self, today: date) -> bool:
        """Tell whether her first day at work is still to come."""
        return self.header.started is not None and today < self.header.started
