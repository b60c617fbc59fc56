"""The screens of help: the everyday commands and the names of the rest, or all of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.text import Text

from salescoach.kit.look import Look
from salescoach.kit.parts import GAP, head, listing, text
from salescoach.start.rules.guide import Guide

if TYPE_CHECKING:
    from rich.console import RenderableType


def screen(answer: Guide, look: Look) -> Iterator["RenderableType"]:
    """Draw the table of commands."""
    yield text(look.say("help.overview.usage"))
    for section, names in answer.sections:
        yield ""
        yield head(look, f"help.section.{section}")
        rows = ((Text.assemble(" " * GAP, text(name, "code")), text(look.say(f"help.{name}.line"))) for name in names)
        yield listing(rows, look, wraps=1)
    yield ""
    if answer.others:
        others = [look.say(f"help.section.{one}").lower() for one in answer.others]
        yield text(look.say("help.overview.more", sections=others))
    yield text(look.say("help.overview.everywhere"), "quiet")
    yield text(look.say("help.overview.all"), "quiet")


def data(answer: Guide, look: Look) -> dict[str, Any]:
    """Return the table of commands as JSON has it."""
    names = [name for _, names in answer.sections for name in names]
    return {"commands": [{"name": name, "help": look.say(f"help.{name}.line")} for name in names]}
