"""Goals: where each one stands and whether it keeps pace with its time."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from salescoach.answer import Answer
from salescoach.frozen import frozen
from salescoach.records.goal import Goal, Progress
from salescoach.records.seller import Seller
from salescoach.records.values import Level, Number

Pace = Literal["ahead", "on", "behind", "unknown"]

SLACK = 0.1
"""Of the whole way: a goal is a tenth behind before it is called so, as few things grow in a straight line."""


@frozen
class Standing:
    """One open goal: `way` is the part of the way gone, `time` that of its time; `due` and `target` are as moved.

    Its value was `read` from her figures, or is what was noted last.
    """

    goal: Goal
    due: date | None
    days_left: int | None
    target: Number | None = None
    due_was: date | None = None
    target_was: Number | None = None
    value: Number | None = None
    level: Level | None = None
    note: str | None = None
    way: float | None = None
    time: float | None = None
    read: bool = False

    @property
    def pace(self) -> Pace:
        """Whether it keeps pace; unknown without a target, a value or a date, and behind once its day is gone by."""
        if self.way is None or self.time is None:
            return "unknown"
        if self.way >= 1 or self.way > self.time + SLACK:
            return "ahead"
        gone_by = self.days_left is not None and self.days_left < 0
        return "behind" if gone_by or self.way < self.time - SLACK else "on"


@frozen(kw_only=True)
class Goals(Answer):
    """The open goals of one or all sellers: key, name and where each goal stands."""

    sellers: tuple[tuple[str, str, tuple[Standing, ...]], ...]


def goals_of(sellers: Iterable[Seller], today: date) -> Goals:
    """Return where the open goals of these sellers stand."""
    return Goals(sellers=tuple((seller.key, seller.name, tuple(standings_of(seller, today))) for seller in sellers))


def standings_of(seller: Seller, today: date) -> list[Standing]:
    """Return where each open goal stands today, the one that is due first first."""
    found = [_standing(seller, goal, today) for goal in seller.open(Goal)]
    return sorted(found, key=lambda standing: (standing.due or date.max, standing.goal.on))


def _standing(seller: Seller, goal: Goal, today: date) -> Standing:
    steps = [step for step in seller.all(Progress) if step.goal == goal.id and step.on <= today]
    counted = _counted(seller, goal)
    value = (
        next((step.value for step in reversed(steps) if step.value is not None), None) if counted is None else counted
    )
    due, target = seller.due(goal), seller.target(goal)
    return Standing(
        goal=goal,
        due=due,
        days_left=None if due is None else (due - today).days,
        target=target,
        due_was=seller.was(goal, "due"),
        target_was=seller.was(goal, "target"),
        value=value,
        level=next((step.level for step in reversed(steps) if step.level), None),
        note=next((step.note for step in reversed(steps) if step.note), None),
        way=_part(goal.start or 0, target, value if value is not None else goal.start),
        time=None if due is None else _part(goal.on.toordinal(), due.toordinal(), today.toordinal()),
        read=counted is not None,
    )


def _counted(seller: Seller, goal: Goal) -> Number | None:
    """Return what the figure that a goal names comes to since the month it was set in; None where that is not known."""
    if goal.figure is None:
        return None
    from salescoach.records.figures import reached

    return reached(seller.figures, goal.figure, goal.on)


def _part(start: Number, end: Number | None, now: Number | None) -> float | None:
    if end is None or now is None or end == start:
        return None
    part = (now - start) / (end - start)
    return max(0.0, min(1.0, part)) if part == part else None  # noqa: PLR0124  # NaN is no part of a way
