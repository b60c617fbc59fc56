import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.answer import phrase
from salescoach.errors import BadToml
from salescoach.journal import nesting, toml
from salescoach.journal.nesting import DEEPEST, too_deep
from salescoach.kit.json import dumps, plain

SOURCE = Path(__file__).parents[2] / "src"

SHAPES: dict[str, Callable[[int], str]] = {
    "lists": lambda n: f"a = {'[' * n}{']' * n}",
    "tables": lambda n: f"a = {'{a=' * n}1{'}' * n}",
    "lists never closed": lambda n: f"a = {'[' * n}",
    "tables never closed": lambda n: f"a = {'{a=' * n}",
    "lists down the page": lambda n: "a = " + "[ # [\n" * n + "]\n" * n,
    "lists that look like headings": lambda n: "a = [\n" + "[[\n" * (n // 2) + "]]\n" * (n // 2) + "]",
    "lists and tables": lambda n: f"a = {'[{a=' * (n // 2)}1{'}]' * (n // 2)}",
    "lists with something before": lambda n: f"a = {'[[1], ' * n}{']' * n}",
    "lists with a text before": lambda n: "a = " + """['[', "]", """ * n + "]" * n,
    "lists closed by the wrong one": lambda n: f"a = {'[}' * n}",
    "lists behind a text that does not end": lambda n: 'b = "\\"\n' + f"a = {'[' * n}",
    "lists behind three quotes": lambda n: "b = '''''''''" + f"\na = {'[' * n}",
    "a dotted key": lambda n: f"{'a.' * n}a = 1",
    "a key with spaces": lambda n: "a . " * n + "a = 1",
    "a key in quotes": lambda n: '"a".' * n + "a = 1",
    "a key in strange quotes": lambda n: """"a\\" b.c".'d e' . """ * (n // 2) + "a = 1",
    "a heading": lambda n: f"[{'a.' * n}a]",
    "a heading of records": lambda n: f"[[{'a.' * n}a]]",
    "a heading and a key": lambda n: f"[{'a.' * (n // 2)}a]\n{'b.' * (n // 2 + 1)}b = 1",
    "a heading and lists": lambda n: f"[{'a.' * (n // 2)}a]\nb = {'[' * (n // 2)}{']' * (n // 2)}",
    "dotted keys in each other": lambda n: f"a = {'{a.b.c.d=' * (n // 4)}1{'}' * (n // 4)}",
    "dotted keys on lines of their own": lambda n: f"a = {'[{a.b.c.d=' * (n // 5)}1{'}]' * (n // 5)}".replace(
        "[{", "[\n{"
    ),
}
"""Texts that nest about so deep."""


PARSER = """
import json, sys, toml_rs
for shape, text in json.load(sys.stdin).items():
    print(shape, flush=True)
    for read in (toml_rs.loads, toml_rs.load_with_metadata):
        try:
            read(text, toml_version="1.0.0")
        except toml_rs.TOMLDecodeError:
            pass
"""


def test_what_nests_too_deep_is_refused_with_its_place() -> None:
    """The parser would die of it, and take the program along, without a word."""
    for shape, nested in SHAPES.items():
        for depth in (150, 100_000):
            with pytest.raises(BadToml) as caught:
                toml.parse(f"# first\n{nested(depth)}", "f.toml")
            assert caught.value.data["why"] == phrase("fault.too_deep", deepest=DEEPEST), shape
            assert int(str(caught.value.data["line"])) >= 2, shape
            assert int(str(caught.value.data["column"])) >= 1, shape


def test_what_is_nested_as_deep_as_nobody_nests_reads() -> None:
    """Ninety is fine, and read as Python's own parser reads it; what is broken is said to be broken."""
    for shape, nested in SHAPES.items():
        text = nested(90)
        assert too_deep(text) is None, shape
        try:
            meant = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            with pytest.raises(BadToml):
                toml.parse(text, "f.toml")
        else:
            assert toml.same(toml.parse(text, "f.toml"), meant), shape


def test_brackets_and_dots_in_texts_and_side_by_side_are_no_nesting() -> None:
    """However many there are: notes are full of them, and so are long lists."""
    for text in (
        "[[note]]\ntext = '''\n" + "[" * 5000 + "'''\n", '[[note]]\ntext = """\n' + "[{" * 5000 + '\\""""\n',
        '[[note]]\ntext = "' + "[ a.b" * 5000 + '\\""\n', "[[note]]\ntext = '" + "...{" * 5000 + "'\n",
        "# " + "[[.." * 5000 + "\na = 1\n", "# " + "[[.." * 5000, "[[a.b]]\nc = [1.5, 2.5]\n" * 5000,
        "a = [" + "1.5, " * 5000 + "]\n", "a = [" + "[1], " * 5000 + "]\n", "a = [" + "{b.c = [1.5]}, " * 5000 + "]\n",
        "a = [\n" + "[['x', \"]\"]], # [\n" * 5000 + "]\n", 'a = """' + "[" * 200 + '"""""\nb = "' + "[" * 200 + '"\n',
        "a = '''" + "[" * 200 + "'''''\nb = '" + "[" * 200 + "'\n",
    ):  # fmt: skip
        assert toml.same(toml.parse(text, "f.toml"), tomllib.loads(text)), text


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    return 1 + max(map(_depth, value), default=0) if isinstance(value, list) else 0


WRITTEN = st.recursive(
    st.sampled_from(["1.5", '"[{"', "'''\n[\"'''", "1", '"""\n{\\"""""', "2026-11-03", "'.....'", "[ # [\n]"]),
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda parts: f"[{', '.join(parts)}]")
        | inner.map(lambda value: f"{{ a.b . 'c.d' = {value}, e.f = {value} }}")
    ),
    max_leaves=12,
)
LINES = st.lists(
    st.sampled_from(["[a.b.c]", "[[r]]", "[[r.s]]", "# [ ' \" . {", "", "x.y"]) | WRITTEN.map("k = {}".format)
)


@given(LINES, st.integers(0, 12))
def test_no_quick_look_lets_pass_what_a_whole_one_refuses(lines: list[str], most: int) -> None:
    """What is left to the quick look is never deeper than it thinks, whatever stands in texts and comments."""
    text = "\n".join(lines)
    deepest = max((depth for _, depth in nesting._depths(text)), default=0)  # noqa: SLF001  # the two ways compared
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nesting, "DEEPEST", most)
        assert (too_deep(text) is None) == (deepest <= most)


@given(WRITTEN)
def test_a_value_is_no_deeper_than_its_brackets_and_dots(value: str) -> None:
    """The count is an upper bound of what the parser, and all who follow, have to go down."""
    text = f"k = {value}"
    counted = max((depth for _, depth in nesting._depths(text)), default=0)  # noqa: SLF001  # what is counted
    assert _depth(tomllib.loads(text)["k"]) <= counted


def test_the_deepest_that_is_let_pass_is_stood_by_all_that_go_down_with_it() -> None:
    """Records in records count one a dot, and are two: nothing that reads a file is deeper than twice the limit."""
    parts = ["r"] * (DEEPEST - 2)
    text = "".join(f"[[{'.'.join(parts[:depth])}]]\n" for depth in range(1, len(parts)))
    tables = toml.parse(text, "f.toml")
    assert _depth(tables) > DEEPEST
    assert toml.same(tables, toml.clean(tables))
    assert len(dumps(plain(tables))) > DEEPEST
    assert toml.place(text, "r", 0).line == 1


def test_the_parser_itself_stands_twice_the_limit() -> None:
    """In a process of its own, which it would take along: both ways of reading that are used."""
    texts = json.dumps({shape: nested(2 * DEEPEST) for shape, nested in SHAPES.items()})
    ran = subprocess.run([sys.executable, "-c", PARSER], input=texts, text=True, check=False, capture_output=True)
    assert ran.returncode == 0, f"it died of {ran.stdout.splitlines()[-1]}: {ran.stderr}"
    assert ran.stdout.splitlines() == [*SHAPES]
