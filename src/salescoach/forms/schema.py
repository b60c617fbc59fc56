"""The shape of retro.toml, the questions of the retrospective, as it must be where it is the manager's own."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from salescoach.answer import phrase
from salescoach.forms.records import Role

_MODEL = ConfigDict(extra="allow", strict=True, hide_input_in_errors=True)

MOST = 7
"""Questions of a role: who gets more answers none."""


class Question(BaseModel):
    """A question, and whether it asks for the lesson."""

    model_config = _MODEL

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


class Asked(BaseModel):
    """A role and its questions."""

    model_config = _MODEL

    name: Role
    title: str
    question: Annotated[list[Question], Field(min_length=1, max_length=MOST), AfterValidator(_one_lesson)]


def _each_once(roles: list[Asked]) -> list[Asked]:
    """Refuse a role that stands here twice."""
    if len({one.name for one in roles}) < len(roles):
        raise ValueError(phrase("fault.role_twice"))
    return roles


class Retro(BaseModel):
    """The questions to each role."""

    role: Annotated[list[Asked], Field(min_length=1), AfterValidator(_each_once)]
