"""The steps in an onboarding that are late, and the manager's own that are due today."""

from dataclasses import replace
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
    """Return the manager's open steps that are due today or late, the latest first."""
    return [one for one in _waiting(seller, today) if _is_own(one) and (one.days_late or one.due == today)]


def late_steps(seller: Seller, today: date) -> tuple[list[Task], list[Task]]:
    """Return the open steps that are late, the latest first: the manager's, and those of others.

    The manager's own before a first day still to come are among them, and those that are due within a week.
    """
    waiting, ahead = _waiting(seller, today), today + timedelta(_WEEK)
    own = [one for one in waiting if _is_own(one) and (one.days_late or (one.early and today <= one.due <= ahead))]
    return own, [one for one in waiting if one.days_late and not one.early and not _is_own(one)]


def talked(seller: Seller, on: date, agenda: str | None = None) -> tuple[list[Task], list[Task]]:
    """Return the manager's steps that a talk after an `agenda` settles, and those that it may have been.

    They are late or due in the next days, the one most due first; what belongs before the first day is talked of before
    it alone.
    """
    soon = on + timedelta(_SOON)
    near = [one for one in _waiting(seller, on) if _is_own(one) and one.due <= soon]
    settled = [one for one in near if agenda and one.agenda == agenda]
    return settled, [one for one in near if (one.by_talk or one.agenda) and one not in settled]


def _waiting(seller: Seller, today: date) -> list[Task]:
    """Return the open steps; what belongs before a first day still to come is late from its own day on."""
    course = course_of(seller)
    if course is None:
        return []
    ahead = today < course.started
    waiting = [one for one in tasks_of(seller, course, today) if one.waits and (ahead or not one.early)]
    return [
        replace(one, days_late=(today - one.due).days) if one.early and course.begun.on <= one.due < today else one
        for one in waiting
    ]


def _is_own(task: Task) -> bool:
    return key_form(task.owner) == OWNER
