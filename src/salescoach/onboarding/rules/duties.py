"""The steps in an onboarding that are late, and the manager's own that are due today."""

from datetime import date

from salescoach.coaching.schedule import course_of
from salescoach.onboarding.rules.standing import Task, tasks_of
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

OWNER = "manager"
"""Who the manager is in a plan."""


def duties_of(seller: Seller, today: date) -> list[Task]:
    """Return the manager's open steps that are due today or late, the latest first."""
    return [one for one in _waiting(seller, today) if _is_own(one) and (one.days_late or one.due == today)]


def late_steps(seller: Seller, today: date) -> tuple[list[Task], list[Task]]:
    """Return the open steps that are late, the latest first: the manager's, and those of others."""
    late = [one for one in _waiting(seller, today) if one.days_late]
    return [one for one in late if _is_own(one)], [one for one in late if not _is_own(one)]


def _waiting(seller: Seller, today: date) -> list[Task]:
    course = course_of(seller)
    return [one for one in tasks_of(seller, course, today) if one.waits] if course else []


def _is_own(task: Task) -> bool:
    return key_form(task.owner) == OWNER
