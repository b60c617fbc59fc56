"""The steps in an onboarding that are late, and the manager's own that are due today."""

from datetime import date, timedelta

from salescoach.coaching.schedule import course_of
from salescoach.onboarding.rules.standing import Task, tasks_of
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

OWNER = "manager"
"""Who the manager is in a plan."""

_WEEK = 7
"""Days ahead in which the manager's steps for somebody who has not begun are named."""

_SOON = 3
"""Days before its own that a talk may be held, and still is the one that was meant."""


def duties_of(seller: Seller, today: date) -> list[Task]:
    """Return the manager's open steps whose day is today or has gone by, the latest first.

    Before a first day still to come they are open, and none is late.
    """
    return _own(seller, today, today)


def late_steps(seller: Seller, today: date) -> tuple[list[Task], list[Task]]:
    """Return the open steps that are late, the latest first: the manager's, and those of others.

    The manager's own that are due today are among them, and before a first day still to come those of a week.
    """
    others = [one for one in _waiting(seller, today) if one.days_late and not _is_own(one)]
    return _own(seller, today, today + timedelta(_WEEK)), others


def talked(seller: Seller, on: date, agenda: str | None = None) -> tuple[list[Task], list[Task]]:
    """Return the manager's steps that a talk after an `agenda` settles, and those that it may have been.

    They are late or due in the next days, the one most due first; what belongs before the first day is talked of before
    it alone.
    """
    soon = on + timedelta(_SOON)
    near = [one for one in _waiting(seller, on) if _is_own(one) and one.due <= soon]
    settled = [one for one in near if agenda and one.agenda == agenda]
    return settled, [one for one in near if (one.by_talk or one.agenda) and one not in settled]


def _own(seller: Seller, today: date, until: date) -> list[Task]:
    """Return the manager's own that are late or due today, and of those before the first day what is due until a day.

    What had gone by when the plan was begun is not asked for.
    """
    course = course_of(seller)
    begun = course.begun.on if course else today
    own = [one for one in _waiting(seller, today) if _is_own(one)]
    return [one for one in own if one.days_late or one.due == today or (one.early and begun <= one.due <= until)]


def _waiting(seller: Seller, today: date) -> list[Task]:
    """Return the open steps; what belongs before the first day only while that is still to come."""
    course = course_of(seller)
    if course is None:
        return []
    ahead = today < course.started
    return [one for one in tasks_of(seller, course, today) if one.waits and (ahead or not one.early)]


def _is_own(task: Task) -> bool:
    return key_form(task.owner) == OWNER
