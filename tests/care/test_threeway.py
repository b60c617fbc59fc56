from hypothesis import given
from hypothesis import strategies as st

from salescoach.care.files.threeway import united

LINES = st.lists(st.sampled_from([b"\n", b"a\n", b"b\n", b"[[talk]]\n", b"c\r\n"]), max_size=12).map(b"".join)
TEXTS = st.one_of(LINES, st.tuples(LINES, st.sampled_from([b"", b"end", b"\r"])).map(b"".join))

BASE = b"1\n2\n3\n4\n5\n6\n"


@given(TEXTS, TEXTS)
def test_where_one_of_two_changed_nothing_the_other_counts(base: bytes, other: bytes) -> None:
    """Whoever it was; and where both did the same, it is done once."""
    assert united(base, base, other) == other
    assert united(base, other, base) == other
    assert united(base, other, other) == other


@given(LINES, LINES, LINES, LINES, LINES)
def test_changes_apart_are_both_there(top: bytes, mine: bytes, theirs: bytes, old: bytes, older: bytes) -> None:
    """Mine above, theirs below, and between them lines that nobody touched."""
    middle = b"middle one\nmiddle two\n"
    found = united(top + old + middle + older, top + mine + middle + older, top + old + middle + theirs)
    assert found is not None
    assert found.replace(b"\r\n", b"\n") == (top + mine + middle + theirs).replace(b"\r\n", b"\n")


@given(TEXTS, LINES, st.lists(st.sampled_from([b"x\n", b"\n", b"y = 1\n"]), min_size=1).map(b"".join))
def test_what_was_added_at_the_end_is_there_whatever_i_did(base: bytes, mine: bytes, added: bytes) -> None:
    """After all of mine, on lines of its own."""
    theirs = base + (b"" if base.endswith(b"\n") else b"\n") + added
    found = united(base, mine + b"mine\n", theirs)
    assert found is not None
    assert found.replace(b"\r\n", b"\n") == (mine + b"mine\n" + added).replace(b"\r\n", b"\n")


def test_changes_to_the_same_lines_are_for_her_to_unite() -> None:
    """Neither is thrown away, whoever was first."""
    for mine, theirs in (
        (b"1\n2\nx\n4\n5\n6\n", b"1\n2\ny\n4\n5\n6\n"), (b"1\n2\nx\n4\n5\n6\n", b"1\n2\n3\ny\n5\n6\n"),
        (b"1\n2\nx\n3\n4\n5\n6\n", b"1\n2\ny\n3\n4\n5\n6\n"), (b"1\n6\n", b"1\n2\ny\n4\n5\n6\n"),
        (b"1\n2\n3\n4\n5\nx\n", b"1\n2\n3\n4\n5\n6 and more\n"),
    ):  # fmt: skip
        assert united(BASE, mine, theirs) is None, mine
        assert united(BASE, theirs, mine) is None, mine


def test_the_end_of_a_line_is_not_lost_between_two() -> None:
    """Where the file had none at its end, and where mine are of another kind."""
    for base, mine, theirs, found in (
        (b"a", b"b", b"a\n\nx\n", b"b\n\nx\n"), (b"a", b"b\n", b"a\r\n\r\nx\r\n", b"b\n\nx\n"),
        (b"a\n", b"b\r\nc", b"a\n\nx\n", b"b\r\nc\r\n\r\nx\r\n"), (b"a", b"b", b"and more\n", None),
        (b"a", b"b", b"ab\n", None),
    ):  # fmt: skip
        assert united(base, mine, theirs) == found, base
