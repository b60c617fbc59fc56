"""Play the pages of docs that are courses: `python scripts/course.py` runs their commands; a test compares.

A block of `console` has commands, each behind a `$`, and what they print; one of `sh` has commands alone. A comment
`<!-- file: NAME -->` before a block says that the block is a file: it is written before what follows it is run. One of
`<!-- keys: y n -->` says which keys are pressed in it, and after a `|` which line is typed.
"""

import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from salescoach.cli import run

NAMES = ("onboarding.md", "development-talk.md", "between-talks.md")
PAGES = [Path(__file__).parents[1] / "docs" / name for name in NAMES]

_SAID = r"(?:<!-- file: (?P<file>\S+) -->\n+|(?P<hands><!-- keys: (?P<keys>[\w ]+)(?:\|(?P<line>[^\n]*?))? -->\n+))?"
_BLOCK = re.compile(_SAID + r"```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)

_SCREEN = {"COLUMNS": "80", "NO_COLOR": "1"}


class _Terminal(io.StringIO):
    """A page that looks like a terminal of eighty columns to whoever draws on it."""

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True


def played(page: str) -> str:
    """Return a page with what its commands print today in the place of what they printed once."""
    with _elsewhere() as home:
        return _BLOCK.sub(lambda found: _block(found, home), page)


def commands(page: str) -> list[str]:
    """Return the command lines of a page, in order."""
    return [line for found in _BLOCK.finditer(page) for line in _typed(found["kind"], found["text"])]


def _block(found: re.Match[str], home: Path) -> str:
    if found["file"]:
        path = home / found["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found["text"], "utf-8")
    with _pressing((found["keys"] or "").split(), found["line"]):
        printed = [f"$ {line}\n{_printed(line, home)}" for line in _typed(found["kind"], found["text"])]
    said = found["hands"] or ""
    return "{}```console\n{}```".format(said, "\n".join(printed)) if found["kind"] == "console" else found[0]


@contextmanager
def _pressing(keys: list[str], line: str | None) -> Iterator[None]:
    """Press these keys and type this line, where any are given; each of them must be asked for."""
    if not keys:
        yield
        return
    left, said = iter(keys), (line or "").strip()

    def typed(prompt: str = "") -> str:
        sys.stdout.write(f"{prompt}{said}\n")
        return said

    with patch.object(sys, "stdin", _Terminal()), patch("typer.getchar", left.__next__), patch("builtins.input", typed):
        yield
    if extra := [*left]:
        sys.exit(f"never asked for: {extra}")


def _typed(kind: str, text: str) -> list[str]:
    """Return the command lines of a block, none where it is of another kind."""
    if kind == "sh":
        return text.splitlines()
    return [line.removeprefix("$ ") for line in text.splitlines() if kind == "console" and line.startswith("$ ")]


def _printed(line: str, home: Path) -> str:
    """Run one command line; return what it printed, both streams as a terminal shows them."""
    coach, *args = shlex.split(line)
    if coach != "coach":
        sys.exit(f"a command of coach is expected: {line}")
    page = _Terminal()
    with redirect_stdout(page), redirect_stderr(page):
        status = run(args)
    if status:
        sys.exit(f"status {status}: {line}\n{page.getvalue()}")
    return re.sub(r"[ ]+$", "", page.getvalue().replace(str(home), "~"), flags=re.MULTILINE)


@contextmanager
def _elsewhere() -> Iterator[Path]:
    """Give an empty home to play in, in which nothing of this machine is known."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder).resolve()
        known = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
        environ = known | _SCREEN | {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
        with patch.dict(os.environ, environ, clear=True), patch.object(sys, "stdin", io.StringIO()), chdir(home):
            yield home


if __name__ == "__main__":
    for one in PAGES:
        one.write_text(played(one.read_text("utf-8")), "utf-8")
