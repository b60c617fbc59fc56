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
for line in sys.argv[1:]:
    os.environ |= {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    try:
        status = run(() if "_COACH_COMPLETE" in os.environ else line.split("\\t")[1:])
    except SystemExit as end:
        status = end.code
    assert not status, line
print(*opened, *set(sys.modules) - before, file=sys.stderr)
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
    "": LIGHT | {"rich", "platformdirs", "json", "hashlib"},
    "--version": LIGHT | {"rich", "platformdirs"},
    "--help": LIGHT | {"platformdirs"},
    "prep\t--help": RARE | MODELS | WRITING | DOCUMENT | TERMINAL | {"rich", "platformdirs"},
    "prep\tanna": HELP | RARE | MODELS | WRITING | DOCUMENT | TERMINAL | {"platformdirs"},
    "weekly": HELP | RARE | MODELS | WRITING | DOCUMENT | TERMINAL | PROBATION | {"platformdirs"},
    "--json\tweekly": RARE | MODELS | WRITING | DOCUMENT | TERMINAL | {"platformdirs"},
    "show\tanna": RARE | MODELS | WRITING | DOCUMENT | TERMINAL | {"platformdirs"},
    "log\tanna\tGood pace; next: in 2 weeks": RARE | MODELS - LOCKS | DOCUMENT | TERMINAL | AHEAD,
    "note\tanna\tpraise: stayed calm": RARE | DOCUMENT | TERMINAL | AHEAD | {"platformdirs"},
    "-o\tagenda.md\tprep\tanna": RARE | MODELS | WRITING | TERMINAL | {"platformdirs"},
    "init\telsewhere": RARE | WRITING | DOCUMENT | TERMINAL,
}
JUDGE = "pydantic_core"
"""What judges a file that is not known to be good."""

READING = ("prep\tanna", "weekly", "show\tanna", "--json\tweekly")

TABS = {("coach pr", "coach --jou", "coach nobody a"): LIGHT | HELP, ("coach prep --m",): HELP}

NAMED = "prep log note show set book away leave rate goal progress promise praise retro export dossier erase path"
"""Commands whose first word may be a seller, and which load nothing else to complete her name."""

RULES = ("salescoach.coaching.", "salescoach.intake.", "salescoach.records.", "salescoach.writing", "rich", "json")
"""What a name needs none of, but for its key form."""


@pytest.mark.parametrize("line", NOT_LOADED)
def test_a_command_loads_no_more_than_it_needs(journal: Journal, tmp_path: Path, line: str) -> None:
    """Each import is paid for with every start."""
    loaded, _ = probed(tmp_path, *run(line), COACH_JOURNAL=str(journal.root))
    assert sorted(loaded & (NOT_LOADED[line] | NETWORK)) == []


def test_nothing_is_judged_where_every_file_is_known(journal: Journal, tmp_path: Path) -> None:
    """Whichever command read them first; what was added is known as well, and a file that is changed is judged."""

    def judged(*lines: str) -> bool:
        return JUDGE in probed(tmp_path, *run(*lines), COACH_JOURNAL=str(journal.root))[0]

    assert judged("weekly")
    assert not judged(*READING)
    assert judged("note\tanna\tGood pace")
    assert not judged(*READING)
    for file in ("sellers/anna-berg.toml", "coach.toml"):
        with journal.path(file).open("a", encoding="utf-8") as changed:
            changed.write("# by hand\n")
        assert judged("weekly"), file
        assert not judged("weekly"), file


@pytest.mark.parametrize("typed", TABS)
def test_one_tab_loads_no_more_than_it_needs(journal: Journal, tmp_path: Path, typed: tuple[str, ...]) -> None:
    """Names of commands and options are known without reading a record, under every Typer."""
    loaded, _ = probed(tmp_path, *typed, COACH_JOURNAL=str(journal.root), _COACH_COMPLETE="complete_bash")
    assert sorted(loaded & (TABS[typed] | NETWORK)) == []


def test_one_tab_on_a_name_loads_names_and_nothing_else(journal: Journal, tmp_path: Path) -> None:
    """No rule, no record, no words: a team of a thousand is completed while a finger is on the key."""
    typed = [f"coach {command} an" for command in NAMED.split()]
    loaded, out = probed(tmp_path, *typed, COACH_JOURNAL=str(journal.root), _COACH_COMPLETE="complete_bash")
    assert out.split() == ["anna-berg"] * len(typed)
    assert sorted(loaded & (LIGHT | NETWORK)) == []
    assert [name for name in sorted(loaded) if name.startswith(RULES)] == ["salescoach.records.keys"]


def run(*lines: str) -> list[str]:
    """Return what is typed to run these lines, nothing for one that only loads the program."""
    return [f"coach\t{line}" for line in lines if line]


def probed(folder: Path, *lines: str, **env: str) -> tuple[set[str], str]:
    """Return what command lines loaded that a bare interpreter has not; they must end well and open no socket."""
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *lines],
        env=unmeasured | env,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = ran.stderr.splitlines()[-1].split()
    assert [name for name in loaded if name.startswith("socket.")] == []
    return {*loaded}, ran.stdout
