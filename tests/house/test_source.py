"""The rules of the wall, where a linter does not see them: size, names, and what each floor leaves alone."""

import ast
from functools import cache
from pathlib import Path
from typing import Any

from fixtures.whole import MODULES, ROOT, SOURCE, nodes

WRITTEN = [path for folder in ("src", "tests", "scripts", "bench") for path in sorted((ROOT / folder).rglob("*.py"))]
TESTS = [path for path in WRITTEN if path.is_relative_to(ROOT / "tests")]
SHORT = [path for path in WRITTEN if path not in TESTS]
"""What is kept short; a test tells its story in as many lines as it takes."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 30
DRAWERS = {"util", "utils", "common", "helper", "helpers", "manager", "service", "misc", "base_utils"}

ALONE = {
    "prints": ({"print", "typer.echo"}, set()),
    "asks": ({"sys.stdout.write", "sys.stderr.write", "input"}, {"cli.py", "kit/ask.py"}),
    "ends the process": ({"sys.exit", "exit", "quit", "os._exit", "SystemExit"}, {"cli.py", "__main__.py"}),
    "looks at the clock": (
        {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"},
        {"app.py"},
    ),
    "reads the environment": ({"os.environ", "os.getenv", "os.environb"}, {"app.py"}),
}
"""What few modules may do, by which names it is done, and who they are."""

PURE = {"answer.py", "errors.py", "table.py", "coaching", "records", "words", "notes"}
"""The core, which is given its data."""


def name_of(path: Path) -> str:
    """Return how a module is called in these tests."""
    return str(path.relative_to(SOURCE if path.is_relative_to(SOURCE) else ROOT).as_posix())


@cache
def functions(path: Path) -> tuple[ast.FunctionDef, ...]:
    """Return every function of a file."""
    return tuple(node for node in nodes(path) if isinstance(node, ast.FunctionDef))


def said(path: Path, kind: type[Any]) -> dict[str, str]:
    """Return what the docstring of each node of a kind says, by its name."""
    return {getattr(one, "name", ""): ast.get_docstring(one) or "" for one in nodes(path) if isinstance(one, kind)}


def test_a_file_is_short() -> None:
    """What grows over 300 lines is two things."""
    assert [name_of(path) for path in SHORT if path.read_text("utf-8").count("\n") > LONGEST_FILE] == []


def test_a_function_is_short() -> None:
    """What a function does, its docstring aside, fits on one look."""
    found = ((path, function) for path in SHORT for function in functions(path))
    assert [f"{name_of(path)}: {one.name}" for path, one in found if lines(one) > LONGEST_FUNCTION] == []


def lines(function: ast.FunctionDef) -> int:
    """Return how many lines a function has, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_a_module_is_no_drawer() -> None:
    """A name says what lives there; what is called common or utils says nothing."""
    assert [name_of(path) for path in WRITTEN if DRAWERS & {path.stem, path.parent.name}] == []


def test_few_touch_the_world() -> None:
    """An answer is printed in one place, a failure knows its status, today is an argument, only app reads the rest."""
    known = {name for names, _ in ALONE.values() for name in names}
    for path in MODULES:
        used = {spelled for node in nodes(path) if (spelled := dotted(node)) in known}
        wrong = [what for what, (names, who) in ALONE.items() if name_of(path) not in who and used & names]
        assert not wrong, f"{name_of(path)} {wrong}"


def dotted(node: ast.AST) -> str:
    """Return a name with its attributes: `sys.exit`, `print`."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=name), attr=part):
            return f"{name}.{part}"
        case ast.Attribute(value=ast.Attribute() as whole, attr=part):
            return f"{dotted(whole)}.{part}"
    return ""


def test_the_core_opens_nothing() -> None:
    """What is pure is given its data."""
    pure = [path for path in MODULES if name_of(path).split("/")[0] in PURE]
    assert {name_of(path).split("/")[0] for path in pure} == PURE
    calls = {(name_of(path), dotted(node.func)) for path in pure for node in nodes(path) if isinstance(node, ast.Call)}
    assert [one for one in calls if one[1] in {"open", "exec", "eval", "globals", "__import__"}] == []


def test_what_is_said_of_a_module_and_of_a_test_is_one_line() -> None:
    """Of a module what lives there; the name of a test is a sentence, and its docstring is one line that says more."""
    texts = {name_of(path): said(path, ast.Module)[""] for path in MODULES}
    found = ((path, one) for path in TESTS for one in said(path, ast.FunctionDef).items())
    texts |= {f"{name_of(path)}: {name}": text for path, (name, text) in found if name.startswith("test_")}
    assert [name for name, text in texts.items() if not text or "\n" in text] == []
