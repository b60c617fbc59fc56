"""What a command loads, in a fresh interpreter: nothing that it does not need, and never a way to the network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from salescoach.journal.journal import Journal

PROBE = """
import os, sys
before, opened = set(sys.modules), []
def watched(event, args):
    if event.startswith("socket."):
        opened.append(event)
    if event == "open" and str(args[0]).replace(os.sep, "/").endswith("/help.toml"):
        opened.append("help.toml")
sys.addaudithook(watched)
from salescoach.cli import run
try:
    status = run(sys.argv[2:]) if sys.argv[1] == "run" else 0
except SystemExit as end:
    status = end.code
print(status or 0, *opened, *set(sys.modules) - before, file=sys.stderr)
"""

NETWORK = {"ssl", "http", "urllib.request", "asyncio", "ftplib", "smtplib", "xmlrpc", "requests", "httpx"}
"""What nothing may load; that no socket is ever made is held by an audit hook."""

RARE = {"rich.markdown", "dateutil", "tomllib", "shelve", "sqlite3", "pydantic"}
WRITING = {"filelock", "tomli_w"}
DOCUMENT = {"jinja2"}
TERMINAL = {"rich.console"}
"""A pipe needs no console."""

PROBATION = {
    "salescoach.probation.rules.deadlines",
    "salescoach.probation.rules.fairness",
    "salescoach.probation.rules.review",
    "salescoach.probation.records",
}
"""What only a journal with a probation needs."""

AHEAD = {
    "salescoach.records.onboarding",
    "salescoach.talk.rules.agenda",
    "salescoach.talk.rules.newcomer",
    "salescoach.people.rules.story",
}
"""What only the next talk needs, or somebody new; the last talk is written down without."""

HELP = {"help.toml"}
"""What is said of commands: read where it is shown, so not for a shell that shows names alone."""

MODELS = {"pydantic", "importlib.metadata", "socket"}
"""Pydantic, and what it loads to look for plugins: only templates of the manager's own are checked by it."""

LOCKS = {"socket"}
"""What filelock loads to know its machine by; no socket is ever made."""

LIGHT = RARE | WRITING | DOCUMENT | TERMINAL | MODELS

NOT_LOADED = {
    ("import",): LIGHT | {"rich", "platformdirs", "json", "hashlib"},
    ("run", "--version"): LIGHT | {"rich", "platformdirs"},
    ("run", "--help"): LIGHT | {"platformdirs"},
    ("run", "prep", "--help"): RARE | MODELS | WRITING | DOCUMENT | TERMINAL | {"rich", "platformdirs"},
    ("run", "prep", "anna"): HELP | RARE | MODELS | WRITING | DOCUMENT | TERMINAL | {"platformdirs"},
    ("run", "weekly"): HELP | RARE | MODELS | WRITING | DOCUMENT | TERMINAL | PROBATION | {"platformdirs"},
    ("run", "--json", "weekly"): RARE | MODELS | WRITING | DOCUMENT | TERMINAL | {"platformdirs"},
    ("run", "show", "anna"): RARE | MODELS | WRITING | DOCUMENT | TERMINAL | {"platformdirs"},
    ("run", "log", "anna", "Good pace; next: in 2 weeks"): RARE | MODELS - LOCKS | DOCUMENT | TERMINAL | AHEAD,
    ("run", "note", "anna", "praise: stayed calm"): RARE | DOCUMENT | TERMINAL | AHEAD | {"platformdirs"},
    ("run", "-o", "agenda.md", "prep", "anna"): RARE | MODELS | WRITING | TERMINAL | {"platformdirs"},
    ("run", "init", "elsewhere"): RARE | WRITING | DOCUMENT | TERMINAL,
}
JUDGE = "pydantic_core"
"""What judges a file that is not known to be good."""

READING = (("run", "prep", "anna"), ("run", "weekly"), ("run", "show", "anna"), ("run", "--json", "weekly"))

TABS = {"coach pr": LIGHT | HELP, "coach --jou": LIGHT | HELP, "coach nobody a": LIGHT | HELP, "coach prep --m": HELP}

NAMED = "prep log note show set book away leave rate goal progress promise praise retro export dossier erase path"
"""Commands whose first word may be a seller, and which load nothing else to complete her name."""

RULES = ("salescoach.coaching.", "salescoach.intake.", "salescoach.records.", "salescoach.writing", "rich", "json")
"""What a name needs none of, but for its key form."""


@pytest.mark.parametrize("args", NOT_LOADED, ids=" ".join)
def test_a_command_loads_no_more_than_it_needs(journal: Journal, tmp_path: Path, args: tuple[str, ...]) -> None:
    """Each import is paid for with every start."""
    loaded = probed(args, tmp_path, COACH_JOURNAL=str(journal.root))
    assert sorted(loaded & (NOT_LOADED[args] | NETWORK)) == []


def test_nothing_is_judged_where_every_file_is_known(journal: Journal, tmp_path: Path) -> None:
    """Whichever command read them first; what was added is known as well, and a file that is changed is judged."""
    root = {"COACH_JOURNAL": str(journal.root)}
    assert JUDGE in probed(("run", "weekly"), tmp_path, **root)
    for args in READING:
        assert JUDGE not in probed(args, tmp_path, **root), args
    assert JUDGE in probed(("run", "note", "anna", "Good pace"), tmp_path, **root)
    for args in READING:
        assert JUDGE not in probed(args, tmp_path, **root), args
    for file in ("sellers/anna-berg.toml", "coach.toml"):
        with journal.path(file).open("a", encoding="utf-8") as changed:
            changed.write("# by hand\n")
        assert JUDGE in probed(("run", "weekly"), tmp_path, **root)
        assert JUDGE not in probed(("run", "weekly"), tmp_path, **root)


@pytest.mark.parametrize("typed", TABS)
def test_one_tab_loads_no_more_than_it_needs(journal: Journal, tmp_path: Path, typed: str) -> None:
    """Names of commands and options are known without reading a record, under every Typer."""
    words = {"_COACH_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    loaded = probed(("run",), tmp_path, COACH_JOURNAL=str(journal.root), **words)
    assert sorted(loaded & (TABS[typed] | NETWORK)) == []


@pytest.mark.parametrize("command", NAMED.split())
def test_one_tab_on_a_name_loads_names_and_nothing_else(journal: Journal, tmp_path: Path, command: str) -> None:
    """No rule, no record, no words: a team of a thousand is completed while a finger is on the key."""
    words = {"_COACH_COMPLETE": "complete_bash", "COMP_WORDS": f"coach {command} an", "COMP_CWORD": "2"}
    loaded = probed(("run",), tmp_path, COACH_JOURNAL=str(journal.root), **words)
    assert "salescoach.journal.roster" in loaded
    assert sorted(loaded & (LIGHT | NETWORK)) == []
    assert [name for name in sorted(loaded) if name.startswith(RULES)] == ["salescoach.records.keys"]


def probed(args: tuple[str, ...], folder: Path, **env: str) -> set[str]:
    """Return what one command line loaded that a bare interpreter has not; it must end well and open no socket."""
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    told = subprocess.run(
        [sys.executable, "-c", PROBE, *args],
        env=unmeasured | env,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    ).stderr.splitlines()[-1]
    status, *loaded = told.split()
    assert status == "0"
    assert [name for name in loaded if name.startswith("socket.")] == []
    return set(loaded)
