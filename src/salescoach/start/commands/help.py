"""`coach help`: show all commands, or one."""

from typing import Annotated

import typer

from salescoach.answer import Answer, phrase
from salescoach.errors import NoSuchCommand
from salescoach.start.rules.guide import CommandPage, Guide, guide_of
from salescoach.table import COMMANDS


def run(
    ctx: typer.Context,
    topic: Annotated[str | None, typer.Argument(metavar="[all|COMMAND]")] = None,
) -> Answer:
    """Show the everyday commands, all of them, or one."""
    if topic is None or topic == "all":
        return overview(whole=topic == "all")
    if topic not in COMMANDS:
        raise NoSuchCommand(typed=topic, near=[])
    root = ctx.find_root()
    command = root.command.get_command(root, topic)  # type: ignore[attr-defined]  # the root is the group
    return CommandPage(
        lines=(
            phrase("item.plain", text=command.get_help(command.make_context(topic, [], root, resilient_parsing=True))),
        )
    )


def overview(*, whole: bool = False) -> Guide:
    """Return the everyday commands, or all of them."""
    return guide_of(whole=whole)
