"""`coach help`: show all commands, or one, or what can be typed in notes and for dates."""

from collections.abc import Callable
from typing import Annotated

import typer

from salescoach.answer import Answer, phrase
from salescoach.app import App
from salescoach.arguments import offered
from salescoach.errors import NoSuchCommand
from salescoach.start.commands.speaker import speaker
from salescoach.start.rules.guide import CommandPage, guide_of
from salescoach.start.rules.sheet import dates_of, marks_of
from salescoach.table import COMMANDS


def run(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[all|marks|dates|COMMAND]",
            autocompletion=offered(lambda *_: [(one, "") for one in ("all", *_SHEETS, *COMMANDS)]),
        ),
    ] = None,
) -> Answer:
    """Show the everyday commands, all of them, or one; or what can be typed in notes and for dates."""
    if topic is None or topic == "all":
        return guide_of(whole=topic == "all")
    if topic in _SHEETS:
        return _SHEETS[topic](speaker(ctx.obj, "help.page"))
    if topic not in COMMANDS:
        raise NoSuchCommand(typed=topic, near=[])
    root = ctx.find_root()
    command = root.command.get_command(root, topic)  # type: ignore[attr-defined]  # the root is the group
    return CommandPage(
        lines=(
            phrase("item.plain", text=command.get_help(command.make_context(topic, [], root, resilient_parsing=True))),
        )
    )


_SHEETS: dict[str, Callable[[App], Answer]] = {
    "marks": lambda app: marks_of(app.templates.everywhere("marks")),
    "dates": lambda app: dates_of(app.templates.everywhere("dates"), app.today),
}
"""What can be typed, by topic."""
