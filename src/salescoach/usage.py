"""One command as Typer has it: its help page, what a shell says of what it offers, and options that nobody gave."""

import re
from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any

from typer.core import TyperCommand

from salescoach.answer import Phrase, phrase
from salescoach.app import App
from salescoach.arguments import said_of
from salescoach.errors import BadUsage, CoachError, Missing
from salescoach.frozen import frozen
from salescoach.start.commands.speaker import speaker
from salescoach.table import COMMANDS
from salescoach.words.phrases import Words

EVERYWHERE = "Everywhere"
"""The help panel of the options that work before and after every command."""

_TEXT = (str, list[str])
"""What is typed as it is wanted."""


class OneCommand(TyperCommand):
    """A command whose help sets the options that it has of its own apart from those that every command has."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the arguments and options, that for help too."""
        return [unread(param) for param in super().get_params(ctx)]

    def invoke(self, ctx: Any) -> Any:
        """Run the command; where the day matters, one that does not read is told before anything is done."""
        return super().invoke(ctx) if COMMANDS[str(self.name)].timeless else ctx.obj.today and super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        words = speaker(ctx.find_root().obj, "help.page").words
        takes = [param for param in self.get_params(ctx) if param.param_type_name == "argument"]
        usage = [f"[{shown(param)}]" if not param.required else shown(param) for param in takes]
        formatter.write_usage(
            ctx.command_path, " ".join([*usage, words.say("help.page.any")]), words.say("help.page.usage")
        )
        with formatter.indentation():
            formatter.write_paragraph()
            formatter.write_text(words.say(f"help.{self.name}.text"))
        _section(
            formatter, words.say("help.page.arguments"), [(shown(param), about(self, param, words)) for param in takes]
        )
        _section(formatter, words.say("help.page.options"), _records(self, ctx, words, None))
        _section(formatter, words.say("help.page.everywhere"), _records(self, ctx, words, EVERYWHERE))
        formatter.write_paragraph()
        formatter.write(words.say("help.page.example", example=words.say(f"help.{self.name}.example")) + "\n")

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Return the options that fit."""
        return offers(self, ctx, super().shell_complete(ctx, incomplete))


@frozen
class Offer:
    """A name that one TAB offers; what is said of it is looked up only where a shell shows it."""

    value: str
    command: Any
    ctx: Any
    type: str = "plain"

    @property
    def help(self) -> str:
        """What is said of it."""
        words = speaker(self.ctx.find_root().obj or App(), "help.page").words
        param = next((one for one in self.command.get_params(self.ctx) if self.value in one.opts), None)
        return said_of(about(self.command, param, words) if param else words.say(f"help.{self.value}.line"))


def offers(command: Any, ctx: Any, items: Iterable[Any]) -> list[Offer]:
    """Return what Typer offers of a command, its names and options, as what speaks only when asked."""
    return [Offer(item.value, command, ctx, item.type) for item in items]


def misread(error: Any, args: Sequence[str]) -> CoachError:
    """Return why a command line cannot be read, from what Typer says of it."""
    if any(arg.startswith("-") and " " in arg.partition("=")[0] for arg in args):  # a text taken for an option
        return Missing(what="dash")
    command = next((arg for arg in args if arg in COMMANDS), None)
    param = getattr(error, "param", None)
    if type(error).__name__ == "MissingParameter" and getattr(param, "name", "") == "seller":
        return Missing(what="seller", command=command)
    example = phrase(f"help.{command}.example") if command else None
    return BadUsage(text=_fault(error, param), command=command, example=example)


def _fault(error: Any, param: Any) -> Phrase | str:
    option, message = getattr(error, "option_name", None), str(error.format_message()).rstrip(".")
    match type(error).__name__:
        case "MissingParameter":
            return phrase("fault.no_word", what=shown(param))
        case "NoSuchOption":
            near = list(error.possibilities or ())
            return phrase("fault.no_option_near" if near else "fault.no_option", name=option, near=near)
        case "BadOptionUsage":
            return phrase("fault.option_otherwise", name=option)
        case "BadParameter":
            return phrase(
                "fault.bad_value", name=max(param.opts, key=len) if param.opts[0][:1] == "-" else shown(param)
            )
    extra = re.search(r" \((?P<text>.*)\)$", message)
    return phrase("fault.too_much", text=extra["text"]) if extra else message


def about(command: Any, param: Any, words: Words) -> str:
    """Return what is said of an argument or option: in this command, else in every command."""
    name = max(param.opts, key=len).lstrip("-")
    own = f"help.{command.name}.takes.{name}"
    shared = param.help if param.param_type_name == "argument" and param.help else name
    return words.say(own if words.has(own) else f"help.takes.{shared}")


def shown(param: Any) -> str:
    """Return an argument as it stands in a usage line."""
    return str(param.metavar or param.name.upper()).strip("[]")


def unread(param: Any) -> Any:
    """Let pass what is not given, as None, and as it is what is text, or as good as read, or not to be used.

    From 0.29 on Typer loads pydantic to read it, which takes longer than a TAB may and most commands do.
    """
    read = type(param).process_value
    text = getattr(getattr(param, "type_descriptor", None), "annotation", None) in _TEXT

    def process_value(ctx: Any, value: Any) -> Any:
        if value in (None, ()):
            return None if ctx.resilient_parsing or not param.required else read(param, ctx, value)
        if not (text or value is param.default or ctx.resilient_parsing):
            return read(param, ctx, value)
        passed = list(value) if isinstance(value, tuple) else value
        return param.callback(ctx, param, passed) if param.callback else passed

    param.process_value = process_value
    return param


def _records(command: Any, ctx: Any, words: Words, panel: str | None) -> list[tuple[str, str]]:
    """Return the options of a panel: how each is written, and its help."""
    told = [copy(param) for param in command.get_params(ctx) if param.param_type_name == "option"]
    for param in told:
        param.help = about(command, param, words)
    return [record for param in told if param.rich_help_panel == panel and (record := param.get_help_record(ctx))]


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)
