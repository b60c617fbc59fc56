"""The shapes of what is expected at a stage, expectations/NAME.toml, and of areas, areas.toml or areas/NAME.toml."""

from typing import Annotated, Literal

from pydantic import Field, RootModel

from salescoach.journal.shapes import Shape


class Expectation(Shape):
    """What an area is about, and what its levels look like."""

    area: str = Field(pattern=r"\S")
    red: str | None = None
    yellow: str | None = None
    green: str | None = None


class Expectations(Shape):
    """What is expected at a stage, expectations/NAME.toml."""

    expectation: list[Expectation]


MOST_ROWS = 5
"""Rows of a card: more cannot be watched for while somebody talks."""

_Text = Annotated[str, Field(pattern=r"\S")]


class Customers(Shape):
    """What customers feel there, a line each."""

    challenges: str | None = None
    needs: str | None = None
    wishes: str | None = None
    motives: str | None = None


class AreaTemplate(Shape):
    """An area: what it is called, its levels as they can be seen, what to ask, try and watch for."""

    title: _Text
    names: list[_Text] = Field(default_factory=list)
    words: list[_Text] = Field(default_factory=list)
    kind: Literal["skill", "attitude", "trait"]
    stage: int | None = Field(None, gt=0)
    asked: bool = False
    red: _Text | None = None
    yellow: _Text | None = None
    green: _Text | None = None
    questions: list[_Text] = Field(default_factory=list)
    exercises: list[_Text] = Field(default_factory=list)
    rows: list[_Text] = Field(default_factory=list, max_length=MOST_ROWS)
    figures: list[Literal["old", "fewer"]] = Field(default_factory=list)
    customers: Customers = Customers()


class AreaTemplates(RootModel[dict[str, AreaTemplate]]):
    """All areas, a table each, areas.toml."""
