"""The shape of actions.toml, the small actions."""

from pydantic import Field

from salescoach.actions.rules.catalogue import Lacks
from salescoach.journal.shapes import Shape


class Theme(Shape):
    """A theme of small actions."""

    name: str
    title: str


class Action(Theme):
    """A small action; its name and its title are enough."""

    minutes: int = 0
    theme: str = ""
    lacks: Lacks | None = None
    team: bool = False


class Actions(Shape):
    """The small actions, actions.toml."""

    action: list[Action]
    theme: list[Theme] = Field(default_factory=list)
