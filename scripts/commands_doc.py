"""Make docs/commands.md from the app: `python scripts/commands_doc.py` writes it, a test compares."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

from salescoach import cli
from salescoach.table import COMMANDS, SECTIONS, Row
from salescoach.usage import EVERYWHERE, shown

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
    sections = [_section(name, group, context) for name in SECTIONS]
    return "\n".join([HEAD, *sections, _everywhere(group), STATUSES])


def _section(name: str, group: Any, context: Any) -> str:
    rows = [row for row in COMMANDS.values() if row.section == name]
    return "\n".join([f"## {name.capitalize()}\n", *(_command(row, group, context) for row in rows)])


def _command(row: Row, group: Any, context: Any) -> str:
    command = group.get_command(context, row.name)
    params = [param for param in command.params if param.expose_value or "-o" in param.opts]
    takes = [param for param in params if param.param_type_name == "argument"]
    usage = " ".join(["coach", row.name, *map(_usage, takes)])
    lines = [f"### {row.name}", "", f"    {usage}", "", command.help, ""]
    table = [*map(_argument, takes), *map(_option, (one for one in params if one not in takes))]
    if table:
        lines += ["| | |", "|---|---|", *table, ""]
    return "\n".join([*lines, f"Example: `{import_module(row.module).EXAMPLE}`", ""])


def _everywhere(group: Any) -> str:
    shared = [one for one in group.params if getattr(one, "rich_help_panel", None) == EVERYWHERE]
    words = ["## Everywhere", "", "Before or after every command.", "", "| | |", "|---|---|"]
    return "\n".join([*words, *(_option(one) for one in shared if "-o" not in one.opts), ""])


def _usage(param: Any) -> str:
    return shown(param) if param.required else f"[{shown(param)}]"


def _argument(param: Any) -> str:
    return f"| `{_cell(shown(param))}` | {_cell(param.help)} |"


def _option(param: Any) -> str:
    value = "" if param.is_flag else f" {param.metavar or 'N'}"
    names = ", ".join(f"`{name}{value}`" for name in sorted(param.opts, key=len))
    default = f" Default: {param.default}." if isinstance(param.default, str) else ""
    return f"| {_cell(names)} | {_cell(param.help)}{default} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"{PAGE}\n")
