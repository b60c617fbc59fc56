"""The rules of the wall, where a linter does not see them: size, names, and what each floor leaves alone."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "salescoach"
WRITTEN = [path for folder in ("src", "tests", "scripts", "bench") for path in sorted((ROOT / folder).rglob("*.py"))]
TESTS = [path for path in WRITTEN if path.is_relative_to(ROOT / "tests")]
MODULES = [path for path in WRITTEN if path.is_relative_to(SOURCE)]
SHORT = [path for path in WRITTEN if path not in TESTS]
"""What is kept short; a test tells its story in as many lines as it takes."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 30
DRAWERS = {"util", "utils", "common", "helper", "helpers", "manager", "service", "misc", "base_utils"}

PRINTERS = {"cli.py", "kit/ask.py"}
"""Who may write to a stream: the one place that prints an answer, and the one that asks."""

LEAVERS = {"cli.py", "__main__.py"}
"""Who may end the process."""

CLOCKS = {"app.py"}
"""Who may look at the clock."""


def name_of(path: Path) -> str:
    """Return how a module is called in these tests."""
    return str(path.relative_to(SOURCE if path.is_relative_to(SOURCE) else ROOT).as_posix())


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return all that a file consists of."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    """Return every function of a file."""
    return (node for node in nodes(path) if isinstance(node, ast.FunctionDef))


def dotted(path: Path) -> set[str]:
    """Return every name with its attributes that a file uses: `sys.exit`, `print`."""
    return {ast.unparse(node) for node in nodes(path) if isinstance(node, ast.Name | ast.Attribute)}


def called(path: Path) -> set[str]:
    """Return the name of every function that a file calls."""
    return {ast.unparse(node.func) for node in nodes(path) if isinstance(node, ast.Call)}


@pytest.mark.parametrize("path", SHORT, ids=name_of)
def test_a_file_is_short(path: Path) -> None:
    """What grows over 300 lines is two things."""
    assert path.read_text("utf-8").count("\n") <= LONGEST_FILE


@pytest.mark.parametrize("path", SHORT, ids=name_of)
def test_a_function_is_short(path: Path) -> None:
    """What a function does, its docstring aside, fits on one look."""
    for function in functions(path):
        body = function.body[1:] if ast.get_docstring(function) else function.body
        lines = (function.end_lineno or 0) - body[0].lineno + 1 if body else 0
        assert lines <= LONGEST_FUNCTION, function.name


@pytest.mark.parametrize("path", WRITTEN, ids=name_of)
def test_a_module_is_no_drawer(path: Path) -> None:
    """A name says what lives there; what is called common or utils says nothing."""
    assert path.stem not in DRAWERS
    assert path.parent.name not in DRAWERS


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_in_a_line_what_lives_there(path: Path) -> None:
    """The docstring of a module is one line."""
    said = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert said
    assert "\n" not in said


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nobody_prints_but_who_may(path: Path) -> None:
    """An answer is printed in one place, a question asked in another."""
    used = dotted(path)
    assert not used & {"print", "typer.echo"}
    if name_of(path) not in PRINTERS:
        assert not used & {"sys.stdout.write", "sys.stderr.write", "input"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nobody_leaves_but_who_may(path: Path) -> None:
    """A failure is an exception that knows its status, not an exit."""
    if name_of(path) not in LEAVERS:
        assert not dotted(path) & {"sys.exit", "exit", "quit", "os._exit", "SystemExit"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nobody_looks_at_the_clock_but_who_may(path: Path) -> None:
    """Today is an argument, so that every screen can be made again."""
    if name_of(path) not in CLOCKS:
        assert not dotted(path) & {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nobody_reads_the_environment_but_who_may(path: Path) -> None:
    """What a command does follows from its words, its files and what App read."""
    if name_of(path) != "app.py":
        assert not dotted(path) & {"os.environ", "os.getenv", "os.environb"}


@pytest.mark.parametrize("floor", ["answer.py", "errors.py", "table.py", "coaching", "records", "words", "notes"])
def test_the_core_opens_nothing(floor: str) -> None:
    """What is pure is given its data."""
    for path in [path for path in MODULES if name_of(path).split("/")[0] == floor]:
        assert not called(path) & {"open", "exec", "eval", "globals", "__import__"}, path


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_a_test_says_in_a_line_what_it_holds(path: Path) -> None:
    """The name of a test is a sentence, and its docstring is one line that says more."""
    for function in functions(path):
        if function.name.startswith("test_"):
            said = ast.get_docstring(function)
            assert said, function.name
            assert "\n" not in said, function.name
