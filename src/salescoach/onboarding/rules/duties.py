"""The manager's own steps in an onboarding that are due today or late."""

from datetime import date

from salescoach.coaching.schedule import course_of
from salescoach.onboarding.rules.standing import Task, tasks_of
from salescoach.records.keys import key_form
from salescoach.records.seller import Seller

OWNER = "manager"
"""Who the manager is in a plan."""


def duties_of(seller: Seller, today: date) -> list[Task]:
    """Return the manager's open steps that are due today or late, the latest first."""
    course = course_of(seller)
    tasks = tasks_of(seller, course, today) if course else []
    return [one for one in tasks if one.waits and key_form(one.owner) == OWNER and (one.days_late or one.due == today)]
