"""TOML in and out: the one module that knows its syntax; what the tables mean is not known here."""

import math
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import toml_rs

from salescoach.answer import Phrase, phrase
from salescoach.errors import BadText, BadToml, NewerFormat
from salescoach.frozen import frozen
from salescoach.journal.nesting import DEEPEST, too_deep

FORMAT = 1
"""The format of files that this version writes; it reads this and every older one."""

_ESCAPED = re.compile("[\x7f-\x9f\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that a terminal or an editor acts on; TOML allows them, we write them as escapes."""

_NOT_LITERAL = re.compile("[\x00-\x08\x0b-\x1f]")

_NOT_IN_PYTHON = re.compile(r"0000-\d\d-\d\d|\d\d:\d\d:60")
"""Days and times that TOML knows and Python does not; toml-rs does not say where they are."""


@frozen
class Place:
    """A line and a column of a file, both counted from 1."""

    line: int
    column: int


def decode(data: bytes, file: str) -> str:
    """Return the text of a file, its line ends as LF; raise BadToml where it is no UTF-8."""
    try:
        return (data.replace(b"\r\n", b"\n") if b"\r" in data else data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _bad(file, _after(error.object[: error.start]), phrase("fault.not_utf8")) from None


def parse(text: str, file: str, *, good: bool = False) -> dict[str, Any]:
    """Return the tables of a TOML 1.0 text, one that is `good` having been parsed before; raise BadToml with place."""
    if text.startswith("\ufeff"):
        raise _bad(file, Place(1, 1), phrase("fault.second_mark"))
    deep = None if good else too_deep(text)
    if deep is not None:
        raise _bad(file, _after(text[:deep].encode()), phrase("fault.too_deep", deepest=DEEPEST))
    try:
        return toml_rs.loads(text, toml_version="1.0.0")
    except toml_rs.TOMLDecodeError as error:  # its line and column go wrong after the first letter that is not ASCII
        at = _after(text.encode()[: error.pos])
        raise _bad(file, at, str(error).rpartition("\n")[2]) from None
    except ValueError as error:
        found = _NOT_IN_PYTHON.search(text)
        raise _bad(file, _after(text[: found.start() if found else 0].encode()), str(error)) from None


def check_format(tables: Mapping[str, Any], file: str) -> None:
    """Raise NewerFormat where a file is not for this version."""
    found = tables.get("format", FORMAT)
    if not isinstance(found, int) or found > FORMAT:
        raise NewerFormat(file=file, format=found)


def place(text: str, name: str | int, *path: str | int) -> Place:
    """Return where a table, a record (kind, index) or one of its values stands in a text that parses."""
    node: Any = _nodes(text)
    found = _heading(text, str(name))
    for step in (name, *path):
        inner = node["value"] if isinstance(node, Mapping) and node.keys() & {"key_line", "value_line"} else node
        try:
            node = inner[step]
        except (KeyError, IndexError, TypeError):
            return found
        found = _place_of(node, text) or found
    return found


def block(kind: str, fields: Mapping[str, object]) -> str:
    """Return one `[[kind]]` block as it is appended to a file: a blank line, the head, the fields, tables last."""
    lines = [_line(key, value) for key, value in fields.items() if not isinstance(value, Mapping)]
    tables = [_table(f"[{kind}.{_name(key)}]", value) for key, value in fields.items() if isinstance(value, Mapping)]
    return "\n" + f"[[{kind}]]\n" + "".join(lines) + "".join(tables)


def head(fields: Mapping[str, object], name: str) -> str:
    """Return the beginning of a new file: its format and a header table called `name`."""
    return "format = 1\n\n" + _table(f"[{name}]", fields)


def same(one: Any, other: Any) -> bool:
    """Tell whether two parsed values are equal, in type too, NaN equal to itself."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return one is other or (len(one) == len(other) and all(map(same, one, other)))
    if isinstance(one, float) and isinstance(other, float):
        return one == other or (math.isnan(one) and math.isnan(other))
    return type(one) is type(other) and bool(one == other)


def clean(value: Any) -> Any:
    """Return a value as it is kept: line ends as LF, nothing for None; raise BadText where text is no valid Unicode."""
    if isinstance(value, str):
        if any("\ud800" <= char <= "\udfff" for char in value):
            raise BadText(text=value.encode("utf-8", "backslashreplace").decode())
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, list | tuple):
        return [clean(part) for part in value]
    if isinstance(value, Mapping):
        return {clean(key): clean(part) for key, part in value.items() if part is not None}
    return value


def _bad(file: str, at: Place, why: Phrase | str) -> BadToml:
    return BadToml(file=file, line=at.line, column=at.column, why=why)


def _after(before: bytes) -> Place:
    """Return the place after these bytes, its column counted in characters."""
    return Place(before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode("utf-8", "ignore")) + 1)


@lru_cache(maxsize=1)
def _nodes(text: str) -> Mapping[str, Any]:
    """Return the tables of a text with their places; kept, because one file may hold many mistakes."""
    nodes: Mapping[str, Any] = toml_rs.load_with_metadata(text, toml_version="1.0.0").meta["nodes"]
    return nodes


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    return text.split("\n")


@lru_cache(maxsize=1)
def _heading(text: str, name: str) -> Place:
    """Return where a table begins, the first place if none does: toml-rs tells the places of arrays and values only."""
    found = re.search(rf"^[ \t]*\[?[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*[\].]", text, re.MULTILINE)
    return _after(text[: found.start() if found else 0].encode())


def _place_of(node: Any, text: str) -> Place | None:
    if not isinstance(node, Mapping):
        return None
    line, column = node.get("value_line", node.get("key_line")), node.get("value_col", node.get("key_col"))
    if line is None or column is None:
        return None
    line, column = (part[0] if isinstance(part, tuple) else part for part in (line, column))
    before = _lines(text)[line - 1].encode()[: column - 1]
    return Place(line, _after(before).column)


def _table(title: str, fields: Mapping[str, object]) -> str:
    return f"{title}\n" + "".join(_line(key, value) for key, value in fields.items())


def _line(key: str, value: object) -> str:
    return f"{_name(key)} = {_value(value)}\n"


@lru_cache
def _name(key: str) -> str:
    return _dump({key: 0}).rpartition(" = ")[0]


def _value(value: object) -> str:
    if isinstance(value, str) and _literal(value):
        return f"'''\n{value}'''"
    if isinstance(value, list):
        return "[" + ", ".join(_value(part) for part in value) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_name(key)} = {_value(part)}" for key, part in value.items()) + "}"
    if isinstance(value, date):
        return value.isoformat()
    return _dump({"x": value}).removeprefix("x = ").removesuffix("\n")


def _literal(text: str) -> bool:
    """Tell whether a text of several lines can stand between ''' as it was typed."""
    plain = "'''" not in text and not text.endswith("'")
    return "\n" in text and plain and not _NOT_LITERAL.search(text) and not _ESCAPED.search(text)


def _dump(table: Mapping[str, object]) -> str:
    import tomli_w

    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04X}", tomli_w.dumps(table))
