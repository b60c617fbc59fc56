"""The steps in an onboarding that are late, and the manager's own that are due today."""

from datetime import date, timedelta

from salescoach.coaching.schedule import course_of
from salescoach.onboarding.rules.standing import Task, tasks_of
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

OWNER = "manager"
"""Who the manager is in a plan."""

_SOON = 3
"""Days before its own that a talk may be held, and still is the one that was meant."""


def duties_of(seller: Seller, today: date) -> list[Task]:
    """Return the manager's open steps that are due today or late, the latest first."""
    return [one for one in _waiting(seller, today) if _is_own(one) and (one.days_late or one.due == today)]


def late_steps(seller: Seller, today: date) -> tuple[list[Task], list[Task]]:
    """Return the open steps that are late, the latest first: the manager's, and those of others."""
    late = [one for one in _waiting(seller, today) if one.days_late]
    return [one for one in late if _is_own(one)], [one for one in late if not _is_own(one)]


def talked(seller: Seller, on: date) -> list[Task]:
    """Return the manager's steps that a talk on a day settles: those that are one, late or due in the next days.

    What belongs before the first day is settled by talks before it alone.
    """
    course = course_of(seller)
    if course is None:
        return []
    soon = on + timedelta(_SOON)
    return [
        one
        for one in _waiting(seller, on)
        if one.by_talk and _is_own(one) and one.due <= soon and not (one.early and on >= course.started)
    ]


def _waiting(seller: Seller, today: date) -> list[Task]:
    course = course_of(seller)
    return [one for one in tasks_of(seller, course, today) if one.waits] if course else []


def _is_own(task: Task) -> bool:
    return key_form(task.owner) == OWNER
