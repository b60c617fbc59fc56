"""The shape of a form, forms/NAME.toml, as it must be where it is the manager's own."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from salescoach.answer import phrase
from salescoach.journal.shapes import Shape

MOST = 7
"""Questions of a role: who gets more answers none."""


class Question(Shape):
    """A question: whether an answer is needed, what it becomes beside, and the section of an agenda that it is for."""

    id: str = Field(pattern=r"\S")
    text: str = Field(pattern=r"\w")
    needed: bool = False
    becomes: Literal["text", "topic", "need", "goal", "light", "about me", "my light", "lesson", "purpose"] = "text"
    section: str = ""


def _each(name: str, fault: str) -> AfterValidator:
    """Refuse rows of which two have the same `name`."""

    def checked(rows: list[Shape]) -> list[Shape]:
        if len({getattr(row, name) for row in rows}) < len(rows):
            raise ValueError(phrase(fault))
        return rows

    return AfterValidator(checked)


class Role(Shape):
    """Who is asked, what the form says around the questions, and these; `called` is the name as the form says it."""

    name: str = Field(pattern=r"^\w[\w-]*$")
    called: str = ""
    title: str = Field(pattern=r"\S")
    heading: str = Field(pattern=r"\w")
    why: str = ""
    how: str = ""
    kept: str = ""
    thanks: str = ""
    question: Annotated[list[Question], Field(min_length=1, max_length=MOST), _each("id", "fault.same_id")]


class FormTemplate(Shape):
    """A form: what it is called, and who is asked what; of a traceless one only what its answers become is kept."""

    title: str = Field(pattern=r"\S")
    traceless: bool = False
    role: Annotated[list[Role], Field(min_length=1), _each("name", "fault.role_twice")]
