"""The shape of the words for exports, figures.toml, as they must be where they are the manager's own."""

from salescoach.journal.shapes import Shape


class Outcome(Shape):
    """The words for what became of a deal."""

    won: list[str]
    lost: list[str]
    closed: list[str]
    open: list[str]


class Entered(Shape):
    """How a header begins that has the day a stage was entered."""

    begins: list[str]


class Figures(Shape):
    """The words for columns, for what became of a deal, for currencies, and the headers that only one program has."""

    field: dict[str, list[str]]
    outcome: Outcome
    entered: Entered
    currency: dict[str, list[str]]
    program: dict[str, list[str]]
