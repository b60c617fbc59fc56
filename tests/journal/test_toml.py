import math
import tomllib
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salescoach.errors import BadText, BadToml, NewerFormat
from salescoach.journal import toml
from salescoach.journal.toml import FORMAT, Place, check_format

SAMPLE = """\
format = 1

[seller]
name = "Åsa"
every = 0
value = 3

[[talk]]
on = 2026-11-03
"åäö" = { minutes = "long" }

[[talk]]
  on = 3

[rating]
area = "x"
"""

VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.times() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def refusal(text: str) -> tuple[int, int]:
    """Return the line and column at which a text is refused."""
    with pytest.raises(BadToml) as caught:
        toml.parse(text, "f.toml")
    assert caught.value.data["file"] == "f.toml"
    assert caught.value.data["why"]
    return int(str(caught.value.data["line"])), int(str(caught.value.data["column"]))


def test_a_mistake_is_named_by_line_and_column_in_characters() -> None:
    """Letters that are not ASCII shift neither; what Python cannot hold is a mistake too."""
    for text, place in (
        ("a = 1\nb = = 2\n", (2, 5)), ("# åäöåäöåäöåäö\n\n\nx= = 1\n\n\n\n", (4, 4)), ('å = "é"\n', (1, 1)),
        ('"åäö" = = 2\n', (1, 9)), ('a = "\n', (1, 6)), ("a = 1\na = 2\n", (2, 1)), ("a = 1\rb = 2\n", (1, 7)),
        ("\ufeffa = 1\n", (1, 1)), ("å = 1", (1, 1)), ("# å\na = 0000-01-01\n", (2, 5)),
        ("# å\n\na = 23:59:60\n", (3, 5)), ("a = {\n b = 1 }\n", (1, 6)),
    ):  # fmt: skip
        assert refusal(text) == place, text


def test_bytes_that_are_no_utf8_are_named_by_their_place() -> None:
    """Latin 1 and UTF-16 are refused where they begin to be no UTF-8, a byte order mark not counted."""
    for data, place in (
        (b"a = 1\nb = '\xe5'\n", (2, 6)),
        (b"\xef\xbb\xbf# \xc3\xa5\xff", (1, 4)),
        ("a = 1".encode("utf-16"), (1, 1)),
    ):
        with pytest.raises(BadToml) as caught:
            toml.decode(data, "f.toml")
        assert (caught.value.data["line"], caught.value.data["column"]) == place, data


def test_a_table_a_record_and_a_value_have_their_places() -> None:
    """The place is that of the deepest part there is; columns count characters; headings have spaces, quotes, dots."""
    for path, place in (
        (("seller",), Place(3, 1)), (("seller", "name"), Place(4, 8)), (("seller", "every"), Place(5, 9)),
        (("seller", "aliases"), Place(3, 1)), (("talk",), Place(8, 3)), (("talk", 0), Place(8, 1)),
        (("talk", 0, "åäö"), Place(10, 9)), (("talk", 0, "åäö", "minutes"), Place(10, 21)),
        (("talk", 0, "on", "day"), Place(9, 6)), (("seller", "name", 0), Place(4, 8)),
        (("talk", 1, "on"), Place(13, 8)), (("talk", 1, "minutes"), Place(12, 1)), (("rating",), Place(15, 1)),
        (("nowhere", "at all"), Place(1, 1)),
    ):  # fmt: skip
        assert toml.place(SAMPLE, *path) == place, path
    for text in ("[ 'talk' ]\n", "[talk.sub]\na = 1\n", "talk.on = 1\n"):
        assert toml.place(f"# first\n{text}", "talk") == Place(2, 1), text


def test_a_text_is_written_as_it_was_typed_where_it_can_be() -> None:
    """Several lines stand between ''' unless they hold it, end in ' or hold what an editor acts on."""
    for text, written in (
        ("one line", 'x = "one line"\n'), ('Said "no".\nå', "x = '''\nSaid \"no\".\nå'''\n"),
        ("\nbegins and ends\n", "x = '''\n\nbegins and ends\n'''\n"),
        ("tab\t\\ and ''\nstay.", "x = '''\ntab\t\\ and ''\nstay.'''\n"), ("a '''\nb", "x = \"a '''\\nb\"\n"),
        ("a\n'b'", "x = \"a\\n'b'\"\n"), ("a\n\x00b", 'x = "a\\n\\u0000b"\n'), ("a\n\x85b", 'x = "a\\n\\u0085b"\n'),
        ("\x7f\x80\x9f\u2028\u2029\ufeff", 'x = "\\u007f\\u0080\\u009F\\u2028\\u2029\\uFEFF"\n'),
        ("\u061c\u200e\u200f\u202a\u202e\u2066\u2069", 'x = "\\u061C\\u200E\\u200F\\u202A\\u202E\\u2066\\u2069"\n'),
    ):  # fmt: skip
        assert toml.block("k", {"x": text}) == f"\n[[k]]\n{written}", text
        assert tomllib.loads(written) == {"x": text}, text


def test_a_block_writes_its_tables_last_and_quotes_what_is_no_bare_key() -> None:
    """A table inside a record would swallow the fields that follow it."""
    fields = {"was": {"at most": 30}, "on": date(2026, 11, 3), "two words": [1, {"a b": "c\nd"}]}
    written = toml.block("change", fields)
    assert written == (
        "\n[[change]]\non = 2026-11-03\n\"two words\" = [1, {\"a b\" = '''\nc\nd'''}]\n[change.was]\n\"at most\" = 30\n"
    )
    assert toml.parse(written, "f") == {"change": [fields]}


@given(st.dictionaries(st.text(), VALUES, max_size=4))
@example({"x": math.nan, "y": math.inf, "z": -0.0, "n": 10**30, "t": datetime(2026, 1, 2, tzinfo=UTC), "u": time(1, 2)})
def test_whatever_is_written_reads_back_equal(fields: dict[str, Any]) -> None:
    """Numbers, days, texts, lists and tables survive, for our parser and for the one of Python."""
    kept = toml.clean(fields)
    text = toml.block("kind", kept)
    assert toml.same(toml.parse(text, "f"), {"kind": [kept]})
    assert toml.same(tomllib.loads(text), {"kind": [kept]})


def test_line_ends_become_line_feeds_and_nothing_is_no_value() -> None:
    """Windows and old Mac line ends are one; keys without a value are not kept; what has no UTF-8 is refused."""
    assert toml.clean({"a": ("x\r\ny\rz", 1), "b": None}) == {"a": ["x\ny\nz", 1]}
    for value in ("\ud800", ["a\udfff"], {"\udc80": 1}):
        with pytest.raises(BadText) as caught:
            toml.clean(value)
        assert str(caught.value.data["text"]).isascii(), value


def test_values_of_different_kinds_are_not_the_same() -> None:
    """Python finds 1 and True equal; a file does not."""
    for one, other in (
        (1, 1.0), (1, True), ([1], [1, 2]), ({"a": 1}, {"b": 1}), ("1", 1), (math.nan, 1.0), (date(2026, 1, 1), "x"),
    ):  # fmt: skip
        assert not toml.same(one, other), one


def test_files_of_a_newer_format_are_refused() -> None:
    """A newer version is needed, as for a format that is no number at all; old files read for ever."""
    for tables in ({}, {"format": 0}, {"format": FORMAT}):
        check_format(tables, "f.toml")
    found: object
    for found in (FORMAT + 1, "1", 1.0, []):
        with pytest.raises(NewerFormat) as caught:
            check_format({"format": found}, "f.toml")
        assert caught.value.data == {"file": "f.toml", "format": found}, found
