"""The shape of actions.toml, the small actions."""

from salescoach.journal.shapes import Shape


class Action(Shape):
    """A small action."""

    name: str
    title: str


class Actions(Shape):
    """The small actions, actions.toml."""

    action: list[Action]
