import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import settings
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from salescoach import cli
from salescoach.journal.journal import Journal
from salescoach.words import dates
from salescoach.words.date_patterns import Patterns

pytest_plugins = [f"fixtures.{name}" for name in ("answers", "files", "marks", "sellers", "terminal", "traced")]

# No test depends on how busy a machine is; each run tries a few examples more, and all of them together are many.
settings.register_profile("brief", deadline=None, max_examples=40)
settings.load_profile("brief")

ANNA = """\
format = 1

[seller]
name = "Anna Berg"
started = 2026-09-01

[[talk]]
id = "k3f7q"
on = 2026-11-03
agenda = "check-in"
minutes = 25
notes = '''
Good pace. Said "budget first" herself.
'''

[[rating]]
id = "m0x2a"
on = 2026-11-03
talk = "k3f7q"
area = "discovery"
level = "green"
evidence = "Asked about budget and timing before showing anything"

[[commitment]]
id = "p9d1c"
on = 2026-11-03
talk = "k3f7q"
by = "me"
what = "Introduce Anna to Karin at Nordbygg"
due = 2026-11-06
"""

_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")


class _Kept:
    """Makes the patterns of the same tables of dates once; they keep the tables, so that no others get their ids."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, ...], Patterns] = {}

    def __call__(self, tables: Sequence[Mapping[str, Any]]) -> Patterns:
        key = tuple(map(id, tables))
        if key not in self._made:
            self._made[key] = Patterns(tables)
        return self._made[key]


class Golden(SingleFileSnapshotExtension):
    """A screen as a text file of its own; `--snapshot-update` writes it anew, and review reads it."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compare a screen with the file that is named after the test."""
    return snapshot.use_extension(Golden)


@pytest.fixture(autouse=True, scope="session")
def unwaited() -> Iterator[None]:
    """Let no test wait for the disk to turn, nor for what any command makes anew as it is the first of a process.

    What is synced, and in which order, is told by tests of their own.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", os.fstat)  # a handle that is none is still refused
        patch.setattr(cli.Commands, "_made", cache(cli.Commands._made))  # noqa: SLF001  # from outside there is no way to it
        patch.setattr(typer.main, "get_command", cache(typer.main.get_command))
        patch.setattr(dates, "Patterns", _Kept())
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a home of its own, so that none can touch the real one or the settings in it."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in _HOMES:
        monkeypatch.setenv(name, str(folder))
    for name in [name for name in os.environ if name.startswith("COACH_")]:
        monkeypatch.delenv(name)
    return folder


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Make a journal with one seller, Anna Berg: a talk, a rating in it and a promise of mine."""
    root = tmp_path / "coaching"
    (root / "sellers").mkdir(parents=True)
    (root / "coach.toml").write_text("format = 1\n", "utf-8")
    (root / "sellers" / "anna-berg.toml").write_text(ANNA, "utf-8", newline="\n")
    return Journal(root)
