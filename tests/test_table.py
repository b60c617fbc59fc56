from importlib import import_module
from pathlib import Path

import pytest

from salescoach import commands
from salescoach.table import COMMANDS, SECTIONS

SHARED = {
    "arguments",
    "beginning",
    "conversation",
    "expected",
    "guided",
    "merging",
    "noting",
    "preparing",
    "rules",
    "sides",
    "today",
    "walking",
}
"""Modules in commands/ that are no command by name: what several share, and bare `coach`."""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_row_has_a_module_with_a_function_and_an_example(name: str) -> None:
    """A command is one file and one row."""
    module = import_module(COMMANDS[name].module)
    assert module.run.__doc__
    assert module.EXAMPLE.startswith(f"coach {name}")


def test_every_file_in_commands_has_a_row() -> None:
    """A file without one could not be called."""
    files = {path.stem for path in Path(str(commands.__file__)).parent.glob("*.py")} - {"__init__"}
    assert files - SHARED == set(COMMANDS)


def test_every_section_has_commands_and_every_command_a_section() -> None:
    """In the order of the sections, so that help reads top to bottom."""
    assert list(dict.fromkeys(row.section for row in COMMANDS.values())) == list(SECTIONS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_help_is_a_sentence(name: str) -> None:
    """Short enough for a screen of eighty columns."""
    line = COMMANDS[name].help
    assert line[0].isupper()
    assert line.endswith(".")
    assert len(line) < 65
