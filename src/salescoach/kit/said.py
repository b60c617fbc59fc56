"""The screen of a few sentences."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from salescoach.answer import Said
from salescoach.kit.look import Look
from salescoach.kit.parts import block

if TYPE_CHECKING:
    from rich.console import RenderableType


def screen(answer: Said, look: Look) -> Iterator["RenderableType"]:
    """Draw the sentences, one a line."""
    yield from (block(look.say(line)) for line in answer.lines)


def data(answer: Said, look: Look) -> dict[str, Any]:
    """Return the sentences as JSON has them."""
    return {"lines": [look.say(line) for line in answer.lines]}
