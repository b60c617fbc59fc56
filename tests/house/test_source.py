"""The rules of the wall, where a linter does not see them: size, names, what each floor leaves alone, no prose."""

import ast
import re
from collections.abc import Iterator
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


PROSE = re.compile(r"(?<![\w.])[A-Za-z'’]{2,}[,:;]?(?: [A-Za-z'’]+[,:;]?){2,}")
"""Three words or more, blanks between them."""

ALLOWED: dict[str, str] = {
    "week/rules/today.py": "coach add NAME",  # a command to type
}
"""What may stand in a module all the same, and why."""


def texts(path: Path) -> Iterator[str]:
    """Return the texts of a module but for docstrings, patterns, and lists of words that are split at once."""
    apart = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
    for node in nodes(path):
        if isinstance(node, ast.Call) and ast.dump(node.func).startswith("Attribute(value=Name(id='re'"):
            apart |= {id(part) for part in ast.walk(node)}
        if isinstance(node, ast.Attribute) and node.attr == "split":
            apart.add(id(node.value))
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield node.value


def test_no_sentence_stands_in_the_source() -> None:
    """Nor a piece of one: what fails, what is asked and what help says has its key."""
    found = {name_of(path): [text for text in texts(path) if PROSE.search(text)] for path in MODULES}
    wrong = {
        name: [text for text in said if not re.fullmatch(ALLOWED.get(name, ""), text)] for name, said in found.items()
    }
    assert {name: said for name, said in wrong.items() if said} == {}
    assert [name for name in ALLOWED if not found[name]] == [], "no longer allowed"


def test_a_sentence_would_be_found(tmp_path: Path) -> None:
    """A message is; a docstring, a list of keys, a pattern and a command line of two words are not."""
    path = tmp_path / "a.py"
    path.write_text(
        '"""Some words of a docstring."""\n'
        "import re\n"
        "KEYS = 'to area what'.split()\n"
        "LOOK = re.compile('some words of a pattern')\n"
        "NEXT = 'coach doctor'\n"
        "raise ValueError(f'it begins on day {KEYS}')\n",
        "utf-8",
    )
    assert [text for text in texts(path) if PROSE.search(text)] == ["it begins on day "]
