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
    yield text(look.say("help.usage"))
    for section, rows in answer.sections:
        yield ""
        yield head(look, f"help.section.{section.split()[0].replace('every', 'everyday')}")
        yield listing(
            ((Text.assemble(" " * GAP, text(name, "code")), text(does)) for name, does in rows), look, wraps=1
        )
    yield ""
    if answer.others:
        yield text(look.say("help.sections", sections=list(answer.others)))
    yield text(look.say("help.everywhere"), "quiet")
    yield text(look.say("help.all"), "quiet")


def data(answer: Guide, look: Look) -> dict[str, Any]:
    """Return the table of commands as JSON has it."""
    del look
    return {"commands": [{"name": name, "help": does} for _, rows in answer.sections for name, does in rows]}
