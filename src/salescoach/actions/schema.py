"""The shape of actions.toml, the small actions, and what in the manager's own file is none of them."""

from pydantic import Field

from salescoach.actions.rules.catalogue import Lacks
from salescoach.journal.shapes import Shape


class Theme(Shape):
    """A theme of small actions."""

    name: str = Field(pattern=r"\S")
    title: str


class Action(Shape):
    """A small action; its name and its title are enough."""

    name: str
    title: str
    what: str = ""
    why: str = ""
    example: str = ""
    minutes: int | None = Field(default=None, gt=0)
    theme: str = ""
    lacks: Lacks | None = None
    team: bool = False


class Actions(Shape):
    """The small actions, actions.toml."""

    action: list[Action]
    theme: list[Theme] = Field(default_factory=list)
