"""Make docs/commands.md from the app: `python scripts/commands_doc.py` writes it, a test compares."""

import sys
from pathlib import Path
from typing import Any

import typer

from salescoach import cli
from salescoach.app import App
from salescoach.table import COMMANDS, SECTIONS, Row
from salescoach.usage import EVERYWHERE, about, shown
from salescoach.words.phrases import Words

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"

HEAD = """\
# Commands

`coach --help` shows the everyday ones, `coach help all` the rest, `coach log --help` one of them. Bare `coach` says
what today is about. This page is made from the program: `python scripts/commands_doc.py`.
"""

STATUSES = """\
## Exit status

| status | means |
|---|---|
| 0 | fine |
| 1 | `--check` or `doctor` found something |
| 2 | wrong usage |
| 3 | a mistake of the program; nothing was written after it |
| 4 | no such seller or record, or several |
| 5 | a file is broken, or cannot be read or written |
| 6 | a file changed meanwhile, or the journal is locked |
| 130 | interrupted |
"""


def page() -> str:
    """Return the whole page."""
    group: Any = typer.main.get_command(cli.app)
    context = group.make_context("coach", ["help"])
    words = App(bare=True).words
    sections = [_section(name, group, context, words) for name in SECTIONS]
    return "\n".join([HEAD, *sections, _everywhere(group, words), STATUSES])


def _section(name: str, group: Any, context: Any, words: Words) -> str:
    rows = [row for row in COMMANDS.values() if row.section == name]
    head = words.say(f"help.section.{name}")
    return "\n".join([f"## {head}\n", *(_command(row, group, context, words) for row in rows)])


def _command(row: Row, group: Any, context: Any, words: Words) -> str:
    command = group.get_command(context, row.name)
    params = [param for param in command.params if param.expose_value or "-o" in param.opts]
    takes = [param for param in params if param.param_type_name == "argument"]
    usage = " ".join(["coach", row.name, *map(_usage, takes)])
    lines = [f"### {row.name}", "", f"    {usage}", "", words.say(f"help.{row.name}.text"), ""]
    table = [_argument(one, about(command, one, words)) for one in takes]
    table += [_option(one, about(command, one, words)) for one in params if one not in takes]
    if table:
        lines += ["| | |", "|---|---|", *table, ""]
    return "\n".join([*lines, f"Example: `{words.say(f'help.{row.name}.example')}`", ""])


def _everywhere(group: Any, words: Words) -> str:
    shared = [one for one in group.params if getattr(one, "rich_help_panel", None) == EVERYWHERE]
    head = ["## Everywhere", "", "Before or after every command.", "", "| | |", "|---|---|"]
    return "\n".join([*head, *(_option(one, about(group, one, words)) for one in shared if "-o" not in one.opts), ""])


def _usage(param: Any) -> str:
    return shown(param) if param.required else f"[{shown(param)}]"


def _argument(param: Any, said: str) -> str:
    return f"| `{_cell(shown(param))}` | {_cell(said)} |"


def _option(param: Any, said: str) -> str:
    value = "" if param.is_flag else f" {param.metavar or 'N'}"
    names = ", ".join(f"`{name}{value}`" for name in sorted(param.opts, key=len))
    default = f" Default: {param.default}." if isinstance(param.default, str) else ""
    return f"| {_cell(names)} | {_cell(said)}{default} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"{PAGE}\n")
