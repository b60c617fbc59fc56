"""One command as Typer has it: its help page, from usage to example, and options that nobody gave."""

from typing import Any

from typer.core import TyperCommand

EVERYWHERE = "Everywhere"
"""The help panel of the options that work before and after every command."""

_TEXT = (str, list[str])
"""What is typed as it is wanted."""


class OneCommand(TyperCommand):
    """A command whose help sets the options that it has of its own apart from those that every command has."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the arguments and options, that for help too."""
        return [unread(param) for param in super().get_params(ctx)]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        takes: list[Any] = [param for param in self.get_params(ctx) if param.param_type_name == "argument"]
        words = [f"[{shown(param)}]" if not param.required else shown(param) for param in takes]
        formatter.write_usage(ctx.command_path, " ".join([*words, "[OPTIONS]"]))
        with formatter.indentation():
            formatter.write_paragraph()
            formatter.write_text(self.help or "")
        _section(formatter, "Arguments", [(shown(param), param.help) for param in takes])
        _section(formatter, "Options", _records(self, ctx, None))
        _section(formatter, EVERYWHERE, _records(self, ctx, EVERYWHERE))
        formatter.write_paragraph()
        formatter.write(f"{self.epilog}\n")


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


def _records(command: Any, ctx: Any, panel: str | None) -> list[tuple[str, str]]:
    """Return the options of a panel: how each is written, and its help."""
    found = [param for param in command.get_params(ctx) if param.param_type_name == "option"]
    return [record for param in found if param.rich_help_panel == panel and (record := param.get_help_record(ctx))]


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)
