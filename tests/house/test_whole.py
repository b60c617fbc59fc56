"""What is added is added whole: every command, kind of record and answer has all that belongs to it."""

import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

from fixtures.whole import everything
from salescoach import cli
from salescoach.answer import Answer
from salescoach.app import App
from salescoach.kit.screen import VIEWS
from salescoach.records.base import Record
from salescoach.records.kinds import KINDS
from salescoach.table import COMMANDS, SECTIONS

ROOT = Path(__file__).parents[2]


def below(kind: type[Any]) -> Iterator[type[Any]]:
    """Return every class of the package under one, however deep."""
    for one in kind.__subclasses__():
        if one.__module__.startswith("salescoach."):
            yield one
        yield from below(one)


def test_a_command_has_its_module() -> None:
    """It has a function that says what it does, an example that can be typed, a place in the help, and its tests."""
    assert list(dict.fromkeys(row.section for row in COMMANDS.values())) == list(SECTIONS), "help reads top to bottom"
    group: Any = typer.main.get_command(cli.app)
    for name, row in COMMANDS.items():
        module = import_module(row.module)
        assert row.section in SECTIONS, name
        assert module.run.__doc__.endswith("."), name
        assert (module.__doc__ or "").startswith(f"`coach {name}`"), name
        coach, *words = shlex.split(App(bare=True).words.say(f"help.{name}.example"))
        assert (coach, words[0]) == ("coach", name)
        context = group.make_context("coach", list(words))
        command = group.get_command(context, name)
        assert command.make_context(name, words[1:], parent=context).command is command
        folder, *_, stem = row.place.split(".")
        assert (ROOT / "tests" / folder / f"test_{stem}.py").is_file(), name


def test_every_module_of_a_command_is_in_the_table() -> None:
    """What can be run as one is in it, but for the bare one."""
    commands = [module for module in everything() if ".commands" in module.__name__]
    runs = {module.__name__ for module in commands if "run" in vars(module)}
    assert runs == {row.module for row in COMMANDS.values()} | {"salescoach.week.commands.today"}


def test_every_answer_has_its_view() -> None:
    """It can be drawn as a screen and printed as JSON, and no view is left over."""
    everything()
    assert {one.__name__ for one in below(Answer)} == set(VIEWS)
    for name in VIEWS.values():
        module = import_module(f"salescoach.{name}")
        assert callable(module.screen)
        assert callable(module.data)


def test_every_record_is_of_a_kind() -> None:
    """Each model is in the table of kinds under its own name, which no other has; what has none is what they share."""
    everything()
    models = [one for one in below(Record) if one.kind]
    assert {one.kind: one for one in models} == KINDS
    assert len(models) == len(KINDS)
