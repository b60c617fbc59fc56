"""Goals: where each one stands, whether it keeps pace with its time, and what it lacks to hold."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from salescoach.answer import Answer, Phrase, phrase
from salescoach.coaching.clocks import count_days
from salescoach.coaching.written import record_of
from salescoach.frozen import frozen
from salescoach.records.goal import Goal, Progress, aim_of
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller
from salescoach.records.values import Level, Number
from salescoach.records.veil import seen

Pace = Literal["ahead", "on", "behind", "unknown"]

SLACK = 0.1
"""Of the whole way: a goal is a tenth behind before it is called so, as few things grow in a straight line."""

REACH = 1.5
"""Times the best so far from which a target is pointed out: less is what goals are for."""


@frozen
class Standing:
    """One goal: `way` is the part of the way gone, `time` that of its time; `due` and `target` are as moved.

    `looked` is how many days ago it was last looked at, and `serves` the aim it serves, in words. Its value was `read`
    from her figures, or is what was noted last. What it `lacks` to hold is there where that was asked for.
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
    looked: int = 0
    serves: str | None = None
    lacks: Phrase | None = None

    @property
    def unseen(self) -> bool:
        """Whether it is to be looked at again: nothing was noted of it within its interval (S1.6)."""
        return self.goal.every is not None and self.looked >= self.goal.every

    @property
    def suggested(self) -> Level | None:
        """The level that its pace suggests, None where it is unknown or the manager said no better already."""
        gone_by = self.days_left is not None and self.days_left < 0
        by_pace: dict[Pace, Level] = {"behind": "red" if gone_by else "yellow", "on": "green", "ahead": "green"}
        level = by_pace.get(self.pace)
        worse = {"green": (None, "green"), "yellow": ("yellow", "red"), "red": ("red",)}
        return None if level is None or self.level in worse[level] else level

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
    """Return where the open goals of these sellers stand, and what they lack."""
    found = ((who, [replace(it, lacks=lacking(it.goal, who)) for it in standings_of(who, today)]) for who in sellers)
    return Goals(sellers=tuple((who.key, who.name, tuple(goals)) for who, goals in found))


def standings_of(seller: Seller, today: date) -> list[Standing]:
    """Return where each open goal stands today, the one that is due first first."""
    found = [standing_of(seller, goal, today) for goal in seller.open(Goal)]
    return sorted(found, key=lambda standing: (standing.due or date.max, standing.goal.on))


def reasons_of(seller: Seller, today: date) -> list[Phrase]:
    """Return which goals need a look: those behind their pace, then those not looked at within their interval."""
    found = standings_of(seller, today)
    behind = [phrase("reason.goal_behind", goal=one.goal.title) for one in found if one.pace == "behind"]
    unseen = [one for one in found if one.unseen]
    return behind + [phrase("reason.goal_unseen", goal=one.goal.title, days=one.looked) for one in unseen]


def suggestion(seller: Seller, written: Mapping[str, Any], today: date) -> tuple[Phrase, ...]:
    """Return the light that a goal's pace suggests after a step of it with these fields; none where one was given."""
    step = Progress.from_table(written)
    after = replace(seller, records={**seller.records, Progress.kind: [*seller.all(Progress), step]})
    goal = next(one for one in seller.all(Goal) if one.id == step.goal)
    one = standing_of(after, goal, today)
    if step.level or step.value is None or not one.suggested:
        return ()
    gaps = {"key": seller.key, "id": goal.id, "name": one.suggested}
    return (phrase(f"notice.pace_{one.pace}", level=phrase(f"level.{one.suggested}"), **gaps),)


def lacks(seller: Seller, written: Iterable[tuple[str, Mapping[str, object]]]) -> tuple[Phrase, ...]:
    """Return a line for each goal that was written and lacks something; `written` is kind and fields of each record."""
    goals = (record_of(kind, seen(fields)) for kind, fields in written if kind == Goal.kind)
    return tuple(said for one in goals if isinstance(one, Goal) and (said := lacking(one, seller)))


def lacking(goal: Goal, seller: Seller) -> Phrase | None:
    """Return in one line what a goal has no measure or date of, or asks for beyond what was reached; None if nothing.

    Realistic is judged against the seller's own figures, or progress in goals of that unit or measure: without any, not
    at all.
    """
    target, due = seller.target(goal), seller.due(goal)
    found = [] if target is not None or goal.measure else [phrase("lacks.measure")]
    found += [] if due else [phrase("lacks.date")]
    best = _best(goal, seller, target, due)
    if best is not None and target is not None and _beyond(goal, target, best):
        gaps = {"target": target, "best": aim_of(goal, best), "name": seller.first_name}
        found.append(phrase("lacks.reach_in" if goal.figure else "lacks.reach", **gaps))
    return phrase("notice.goal_lacks", title=goal.title, lacks=found) if found else None


def standing_of(seller: Seller, goal: Goal, today: date) -> Standing:
    """Return where a goal stands on a day, by what was noted up to then."""
    steps = [step for step in seller.all(Progress) if step.goal == goal.id and step.on <= today]
    counted = _counted(seller, goal)
    noted = next((step.value for step in reversed(steps) if step.value is not None), None)
    value = noted if counted is None else counted
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
        looked=count_days(steps[-1].on if steps else goal.on, today, seller.absences),
        serves=next((one.title for one in seller.all(Goal) if one.id == goal.serves), goal.serves),
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


def _best(goal: Goal, seller: Seller, target: Number | None, due: date | None) -> Number | None:
    """Return the best of her figures, or that was noted in other goals of what this one counts; None without one."""
    if goal.figure:
        from salescoach.records.figures import best

        return best(seller.figures, goal.figure, goal.on, due) if due else None
    named = {key_form(one) for one in (goal.unit, goal.measure) if one}
    others = [one for one in seller.all(Goal) if one.id != goal.id]
    alike = {one.id for one in others if named & {key_form(each) for each in (one.unit, one.measure) if each}}
    values = [one.value for one in seller.all(Progress) if one.goal in alike and one.value is not None]
    return (min if _falls(goal, target) else max)(values, default=None)


def _falls(goal: Goal, target: Number | None) -> bool:
    return goal.start is not None and target is not None and target < goal.start


def _beyond(goal: Goal, target: Number, best: Number) -> bool:
    """Tell whether a target is far beyond the best so far, up or down; of what was zero or less nothing is said."""
    low, high = (target, best) if _falls(goal, target) else (best, target)
    return low > 0 and high >= low * REACH
