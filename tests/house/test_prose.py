"""No sentence stands in the source: what is said to people is in templates/, where a language can have its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from fixtures.whole import MODULES, SOURCE, nodes

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
    found = {
        path.relative_to(SOURCE).as_posix(): [text for text in texts(path) if PROSE.search(text)] for path in MODULES
    }
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
