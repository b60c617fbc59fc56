"""Help and commands agree: each command, argument and option has its words in help.toml, and no words are left over."""

import re
from typing import Any

import typer

from fixtures.whole import SOURCE, TEMPLATES, flat, read
from salescoach import cli
from salescoach.app import App
from salescoach.start.rules.sheet import marks_of
from salescoach.table import COMMANDS, SECTIONS
from salescoach.usage import about

GROUP: Any = typer.main.get_command(cli.app)
CONTEXT = GROUP.make_context("coach", ["help"], obj=App(bare=True))


MARKS = read(TEMPLATES / "en" / "marks.toml")


PHRASES = flat(read(TEMPLATES / "en" / "help.toml"), "help.")


class Asked:
    """Words that keep what they were asked for."""

    def __init__(self) -> None:
        self.keys: set[str] = set()

    def has(self, key: str) -> bool:
        """Tell whether there is a phrase under a key."""
        return key in PHRASES

    def say(self, key: str) -> str:
        """Return a phrase, and keep its key."""
        self.keys.add(key)
        return PHRASES[key]


def said_of(command: Any) -> Asked:
    """Return what help asks for to tell of a command's arguments and options."""
    asked: Any = Asked()
    assert all(about(command, param, asked) for param in command.get_params(CONTEXT))
    kept: Asked = asked
    return kept


def test_a_command_has_its_words() -> None:
    """What it is for in a line that a screen takes, a sentence for its page, an example; and each thing it takes."""
    for name in COMMANDS:
        line = PHRASES[f"help.{name}.line"]
        assert (line[0].isupper(), line[-1], len(line) < 65) == (True, ".", True), line
        assert PHRASES[f"help.{name}.text"].endswith("."), name
        assert PHRASES[f"help.{name}.example"].startswith(f"coach {name}"), name
        assert said_of(GROUP.get_command(CONTEXT, name)).keys, name


def test_no_words_of_help_are_left_over() -> None:
    """What nothing says any more is deleted."""
    source = "".join((SOURCE / name).read_text("utf-8") for name in ("usage.py", "start/view/guide.py"))
    asked = {f"help.{sheet}.{part}" for sheet in ("marks", "dates") for part in ("title", "more")} | {
        "help.dates.unsure"
    }
    asked |= {f"help.marks.{row.example}" for row in marks_of([MARKS]).rows}
    asked |= set(re.findall(r'"(help\.[a-z]+\.[a-z]+)"', source)) | {f"help.section.{name}" for name in SECTIONS}
    asked |= {f"help.{name}.{part}" for name in COMMANDS for part in ("line", "text", "example")}
    asked |= said_of(GROUP).keys.union(*(said_of(GROUP.get_command(CONTEXT, name)).keys for name in COMMANDS))
    assert asked == set(PHRASES)
