"""The shape of what is expected at a stage, expectations/NAME.toml."""

from pydantic import Field

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
