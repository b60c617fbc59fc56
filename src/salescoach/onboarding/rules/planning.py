"""Beginning an onboarding: a plan becomes records, without the steps whose time had gone before anybody planned it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from salescoach.coaching.schedule import Course, course_of
from salescoach.errors import Unusable
from salescoach.frozen import frozen
from salescoach.records.base import Record
from salescoach.records.matching import named
from salescoach.records.onboarding import Onboarding, Phase, Step
from salescoach.records.seller import Seller


class NotAPhase(Unusable):
    """`text` is no phase of the plan; `known` are all of them."""


_NEW = "new"
"""Stands for the id of an onboarding that has none yet."""


@frozen
class Draft:
    """A plan as it would be begun: its records, its course, and the phases whose steps were left out, with how many."""

    course: Course
    phases: tuple[Phase, ...]
    steps: tuple[Step, ...]
    left_out: Mapping[str, int]


def phase_named(typed: str, phases: Sequence[Phase]) -> Phase:
    """Return the phase that is meant, by its name, its title or the beginning of one; raise NotAPhase."""
    found = named(typed, [(name, one) for one in phases for name in (one.phase, one.title or one.phase)])
    if len({one.phase for one in found}) != 1:
        raise NotAPhase(text=typed, known=[one.phase for one in phases])
    return found[0]


def phases_in(plan: Mapping[str, Any], today: date) -> tuple[Phase, ...]:
    """Return the phases of a plan as they would be written today."""
    keys = ("phase", "title", "day", "days", "every", "purpose")
    kept = ({key: table[key] for key in keys if key in table} for table in plan["phase"])
    return tuple(Phase.from_table({"on": today, "onboarding": _NEW, **one}) for one in kept)


def drafted(
    seller: Seller,
    plan: Mapping[str, Any],
    name: str,
    *,
    started: date,
    phase: str | None,
    today: date,
    signed: date | None = None,
) -> Draft | None:
    """Return a plan as it begins for somebody who started, or will, on a day; None where it would be over by now.

    Whoever joins late is not made late: of a phase that ended before today, or stands before `phase`, no step is kept,
    but for what belongs before a first day that is still to come.
    """
    phases = phases_in(plan, today)
    steps = tuple(_step(one, table["phase"], today) for table in plan["phase"] for one in table.get("step", ()))
    begun = Onboarding(id=_NEW, on=today, plan=name, phase=phase, signed=signed)
    found: dict[str, Sequence[Record]] = {"onboarding": [begun], "phase": phases, "step": steps}
    course = course_of(replace(seller, records=found, header=replace(seller.header, started=started)))
    if course is None or course.now(today) is None:
        return None
    over = _over(course, today, phase)
    left_out = {title: sum(one.phase == gone for one in steps) for gone, title in over.items()}
    return Draft(course, phases, tuple(one for one in steps if one.phase not in over), left_out)


def _over(course: Course, today: date, phase: str | None) -> dict[str, str]:
    """Return the phases that nobody is to work through any more, by name, with their titles."""
    names = [one.name for one in course.stretches]
    first = names.index(phase) if phase in names else 0
    to_come = today < course.started and phase is None
    return {
        one.name: one.title
        for at, one in enumerate(course.stretches)
        if at < first or (one.ends < today and not (one.early and to_come))
    }


def _step(table: Mapping[str, Any], phase: str, today: date) -> Step:
    kept = {key: table[key] for key in ("what", "owner", "day", "by_talk", "agenda", "subject") if key in table}
    return Step.from_table({"on": today, "onboarding": _NEW, "phase": phase, **kept})
