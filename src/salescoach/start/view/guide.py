"""The screens of help: the everyday commands and the names of the rest, or all of them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from salescoach.kit.look import Look
from salescoach.kit.safe import line
from salescoach.start.rules.guide import Guide

if TYPE_CHECKING:
    from rich.console import RenderableType

_GAP = 2

Part = str | list[tuple[str, str]]
"""A line, or the names of commands with a line each."""


def screen(answer: Guide, look: Look) -> "Iterable[RenderableType]":
    """Draw the table of commands; in a pipe without Rich, which takes longer to load than all else that help needs."""
    return _drawn(answer, look) if look.terminal or look.color else _plain(answer, look)


def data(answer: Guide, look: Look) -> dict[str, Any]:
    """Return the table of commands as JSON has it."""
    names = [name for _, names in answer.sections for name in names]
    return {"commands": [{"name": name, "help": look.say(f"help.{name}.line")} for name in names]}


def _parts(answer: Guide, look: Look) -> Iterator[tuple[str, Part]]:
    """Give what help says, part by part, and the style of each."""
    yield "", look.say("help.overview.usage")
    for section, names in answer.sections:
        yield "", ""
        yield "head", look.say(f"help.section.{section}")
        yield "code", [(name, look.say(f"help.{name}.line")) for name in names]
    yield "", ""
    if answer.others:
        others = [look.say(f"help.section.{name}").lower() for name in answer.others]
        yield "", look.say("help.overview.more", sections=others)
    yield "quiet", look.say("help.overview.everywhere")
    yield "quiet", look.say("help.overview.all")
    yield "quiet", look.say("help.overview.typed")


def _plain(answer: Guide, look: Look) -> Iterator[str]:
    for _, part in _parts(answer, look):
        if isinstance(part, str):
            yield line(part)
        else:
            width = max(len(name) for name, _ in part)
            yield from (f"{'':{_GAP}}{name:{width}}{'':{_GAP}}{line(told)}" for name, told in part)


def _drawn(answer: Guide, look: Look) -> "Iterator[RenderableType]":
    from rich.text import Text

    from salescoach.kit.parts import listing, text

    for style, part in _parts(answer, look):
        if isinstance(part, str):
            yield text(part, style)
        else:
            rows = ((Text.assemble(" " * _GAP, text(name, style)), text(told)) for name, told in part)
            yield listing(rows, look, wraps=1)
