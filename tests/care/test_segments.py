import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.care.files.segments import comments, split, statements
from salescoach.errors import Unverified
from salescoach.journal import toml

PARTS = (
    "[[talk]]\nnotes = '''\n[[rating]]\n# no comment\n\"\"\"\n'''\n",
    '[[talk]]\nnotes = """\n[[rating]]\n\\""" \'\'\'\n"""""\n',
    "# about it\n  # and more\n[[rating]]\narea = 'x # y'  # why\n",
    "[[ rating ]]\nlist = [\n  # inside\n  [1, 2],\n[3],\n]\n", '  ["extra"]\nkey = "[[talk]]"\n',
    "[[talk]]\n[talk.more]\na = {b = [1]}\n[[talk.more.list]]\n", "[['note']]\ntext = ''\n",
    '[["note"]]\n"a]" = "\\"#["\n\n# loose\n\n', "[left.over]\n[[left.list]]\n",
)  # fmt: skip

ONCE = {at for at, part in enumerate(PARTS) if "left" in part or "extra" in part}
"""Tables that can stand once in a file."""


@given(
    st.lists(st.sampled_from(range(len(PARTS))), max_size=6), st.sampled_from(["", "format = 1\n", "# x\u2028y\n\n"])
)
def test_the_parts_of_a_file_are_the_file(places: list[int], head: str) -> None:
    """Joined they are its text, to the letter, and each record is what the parser finds there."""
    once = [at for n, at in enumerate(places) if at not in ONCE or at not in places[:n]]
    text = head + "".join(PARTS[at] for at in once)
    found = split(text, "f.toml")
    assert "".join(one.text for one in found) == text
    for one in found:
        if one.kind:
            assert toml.same(toml.parse(one.text, "f.toml")[one.kind], [one.fields])


def test_the_comments_right_above_a_record_go_with_it() -> None:
    """Those with an empty line between belong to what is before, also where a rare letter stands in one."""
    text = "a = 1\n# loose\n\n# one\u2028x\n# two\n[[talk]]\n# in it\n[[talk]]\n"
    parts = ["a = 1\n# loose\n\n", "# one\u2028x\n# two\n[[talk]]\n", "# in it\n[[talk]]\n"]
    assert [one.text for one in split(text, "f.toml")] == parts


def test_records_that_cannot_be_told_apart_are_refused() -> None:
    """A heading written with escapes names no kind that is known to be that."""
    for text in ('[["ta\\u006ck"]]\n', '[[talk]]\n[["ta\\u006ck"]]\n', '[[\'a"b\']]\n[["a\\"b"]]\n'):
        with pytest.raises(Unverified):
            split(text, "f.toml")


def test_statements_end_where_their_value_does_and_comments_have_their_lines() -> None:
    """A list or a text of several lines is one, a comment and an empty line are each one; a sign in a text is none."""
    parts = ["[x]\n", "a = [ # one\n  1,\n]\n", "\n", "# b\n", "c = '''\n# 1\n'''\n", 'e = "#"']
    assert list(statements("".join(parts))) == parts
    assert comments("".join(parts)) == [(2, "# one"), (6, "# b")]
