"""The shape of retro.toml, the questions of the retrospective, as it must be where it is the manager's own."""

from typing import Annotated

from pydantic import AfterValidator, Field

from salescoach.answer import phrase
from salescoach.forms.records import Role
from salescoach.journal.shapes import Shape

MOST = 7
"""Questions of a role: who gets more answers none."""


class Question(Shape):
    """A question, and whether it asks for the lesson."""

    id: str = Field(pattern=r"\S")
    text: str = Field(pattern=r"\w")
    lesson: bool = False


def _one_lesson(questions: list[Question]) -> list[Question]:
    """Refuse questions of which none, or more than one, asks for the lesson, or of which two have the same id."""
    if sum(one.lesson for one in questions) != 1:
        raise ValueError(phrase("fault.one_lesson"))
    if len({one.id for one in questions}) < len(questions):
        raise ValueError(phrase("fault.same_id"))
    return questions


class Asked(Shape):
    """A role and its questions."""

    name: Role
    title: str
    question: Annotated[list[Question], Field(min_length=1, max_length=MOST), AfterValidator(_one_lesson)]


def _each_once(roles: list[Asked]) -> list[Asked]:
    """Refuse a role that stands here twice."""
    if len({one.name for one in roles}) < len(roles):
        raise ValueError(phrase("fault.role_twice"))
    return roles


class Retro(Shape):
    """The questions to each role."""

    role: Annotated[list[Asked], Field(min_length=1), AfterValidator(_each_once)]
