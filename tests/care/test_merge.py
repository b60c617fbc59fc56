import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescoach.care.files import segments
from salescoach.care.files.merge import COPIED, laid, united
from salescoach.errors import Unverified
from salescoach.journal import toml

HEADS = (
    'format = 1\n\n[seller]\nname = "Anna Berg"\n',
    'format = 1\n\n[seller]\nname = "Anna Berg" # née Ek\nrole = "sales"\n\n',
    '# hers\nformat = 1\n\n[seller]\nname = "Annie B"\naliases = [\n  "Anni", # so she says\n]\n# loose\n\n',
    "[seller]\nname = 'Anna Berg'\nrole = '''\n# other copy: no\nkey accounts\n'''\n",
    f'format = 1\n[seller]\nname = "Anna Berg"\n{COPIED} role = "lead" # since May\n{COPIED} half = [\n',
)

RECORDS = (
    "[[talk]]\nid = \"k3f7q\"\non = 2026-11-03\nnotes = '''\n[[note]]\n# no comment\n'''\n",
    '# so it was\n[[talk]]\non = 2026-11-03\nid = "k3f7q"\nnotes = "[[note]]\\n# no comment\\n" # by hand\n',
    '[[talk]]\nid = "k3f7q"\non = 2026-11-03\nminutes = 20\n', "[[rating]]\non = 2026-11-04\nvalue = nan\n",
    "[[rating]]\n# what for\non = 2026-11-04\nvalue = nan\n\n# loose\n", "[[rating]]\non = 2026-11-04\nvalue = 1\n",
    "[[rating]]\non = 2026-11-04\nvalue = 1.0\n", '[[note]]\ntext = "no day"\n[note.more]\na = 1\n',
    '[[note]]\non = 2026-11-02T10:00:00\nid = 7\ntext = "odd"\n',
)  # fmt: skip

TABLES = ("", "[extra]\na = 1\n", "[extra]\na = 2\n[[extra.list]]\n[[extra.list]]\nb = 1\n", "# x\n[own]\n")


@st.composite
def files(draw: st.DrawFn) -> str:
    """Draw the text of a seller's file: a head, records in any order, another table, gaps of any size."""
    parts = [draw(st.sampled_from(HEADS)), *draw(st.lists(st.sampled_from(RECORDS), max_size=6))]
    parts.insert(draw(st.integers(1, len(parts))), draw(st.sampled_from(TABLES)))
    text = "".join(part + "\n" * draw(st.integers(0, 2)) for part in parts)
    return text if draw(st.booleans()) else text.rstrip("\n")


def records(text: str) -> Counter[str]:
    """Count the records of a text by what they say."""
    lists = {kind: rows for kind, rows in toml.parse(text, "f.toml").items() if isinstance(rows, list)}
    return Counter(f"{kind} {sorted(row.items())}" for kind, rows in lists.items() for row in rows)


def is_said(text: str, key: str, value: object) -> bool:
    """Tell whether each line of a value of the head is in a text, in force or in a comment."""
    if isinstance(value, list):
        return all(one in text for one in value if isinstance(one, str))
    return f"a = {value}" in text if key == "a" else all(line in text for line in str(value).split("\n"))


@settings(max_examples=100)
@given(files(), files())
def test_uniting_loses_nothing_and_both_directions_are_the_same(one: str, other: str) -> None:
    """All records of either, those in both once, and every comment; again with either side, nothing changes."""
    found = united(one, other, "f.toml")
    turned = united(other, one, "f.toml")
    assert (turned.text, turned.only) == (found.text, found.only[::-1])
    assert (turned.both, turned.doubled, turned.beside) == (found.both, found.doubled, found.beside)
    assert records(found.text) == records(one) | records(other)
    assert united(found.text, one, "f.toml").text == found.text
    assert united(other, found.text, "f.toml").text == found.text
    comments = {comment.rstrip() for side in (one, other) for _, comment in segments.comments(side)}
    assert all(comment in found.text for comment in comments)
    for side, table in ((side, table) for side in (one, other) for table in ("seller", "extra")):
        for key, value in toml.parse(side, "f.toml").get(table, {}).items():
            assert is_said(found.text, key, value)
    assert len(found.text.split("\n")) <= len((one + other).split("\n")) + 2 * (len(RECORDS) + 4)


@given(
    files(), files(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"])
)
def test_the_bytes_are_the_same_in_both_directions(one: str, other: str, end: str, its: str, mark: str) -> None:
    """Whatever line ends and byte order marks the sides have, and they stay so when it is done again."""
    left = one.replace("\n", end).encode()
    right = (mark + other.replace("\n", its)).encode()
    found = laid(left, right, "f.toml")[0]
    assert laid(right, left, "f.toml")[0] == found
    assert laid(found, left, "f.toml")[0] == laid(right, found, "f.toml")[0] == found
    assert records(toml.decode(found, "f.toml")) == records(one) | records(other)


HEAD = HEADS[0]


def test_new_records_come_last_in_order_of_day_and_id() -> None:
    """What both have stays in place, whatever the day."""
    shared = '\n[[note]]\nid = "s"\non = 2026-12-01\n'
    mine, hers = ('\n[[note]]\nid = "b"\non = 2026-11-02\n', '\n[[note]]\nid = "a"\non = 2026-11-02\n')
    early = "\n[[talk]]\non = 2026-11-01\n"
    found = united(HEAD + shared + mine, HEAD + shared + early + hers, "f.toml")
    assert found.text == HEAD + shared + early + hers + mine
    assert (found.only, found.both, found.doubled, found.beside) == ((1, 2), 1, (), ())


def test_a_side_that_holds_all_of_the_other_is_taken_as_it_is() -> None:
    """Its order, its gaps and its line ends are hers."""
    more = b"\xef\xbb\xbf" + HEAD.encode() + b"[[note]]\r\non = 2026-11-02\n\n\n\n"
    assert laid(HEAD.encode(), more, "f.toml")[0] == more


def test_a_record_that_differs_is_kept_twice_and_pointed_out() -> None:
    """With its kind, its id and its day; without a day, a question mark."""
    one, other = (f'[[commitment]]\nid = "p9d1c"\non = 2026-11-03\nwhat = "{what}"\n' for what in "ab")
    bare = ('[[note]]\nid = "n"\ntext = "a"\n', '[[note]]\nid = "n"\ntext = "b"\n')
    found = united(HEAD + one + bare[0], HEAD + other + bare[1], "f.toml")
    assert found.text.count("[[commitment]]") == 2
    told = [(one.kind, one.id, str(one.on)) for one in found.doubled]
    assert told == [("commitment", "p9d1c", "2026-11-03"), ("note", "n", "?")]


def test_the_longer_way_to_write_a_record_stays_under_the_comments_of_the_other() -> None:
    """Also those that stood after a value."""
    plain = '[[note]]\nid = "n"\ntext   =   "as it was" # in her own words, more or less\n'
    found = united(HEAD + plain, HEAD + '# on the phone\n[[note]]\ntext="as it was"#!\nid="n"\n[[talk]]\n', "f.toml")
    assert found.text == f"{HEAD}# on the phone\n#!\n{plain}\n[[talk]]\n"


def test_of_two_heads_one_counts_and_what_only_the_other_says_is_a_comment() -> None:
    """Once, however often it is united; what stands over several lines too."""
    found = united(HEADS[1], HEADS[2], "f.toml")
    assert found.text == (
        '# hers\nformat = 1\n\n[seller]\nname = "Annie B"\naliases = [\n  "Anni", # so she says\n]\n# loose\n'
        f'{COPIED} name = "Anna Berg" # née Ek\n{COPIED} role = "sales"\n'
    )
    assert found.beside == ('name = "Anna Berg" # née Ek', 'role = "sales"')
    assert united(found.text, HEADS[1], "f.toml").beside == ()


def test_what_would_not_read_back_as_both_is_refused() -> None:
    """A list in one line, a table written in two ways, one that belongs to the record before it: nothing is guessed."""
    for one, other in (
        ("talk = [{on = 2026-11-03}]\n", "talk = [{on = 2026-11-04}]\n"), ("[a]\nb = 1\n", "a.b = 2\n[c]\n"),
        ("[[a]]\n[b]\n[a.c]\nd = 1\n", "[[a]]\n[b]\n[[a]]\ne = 1\n"),
    ):  # fmt: skip
        for sides in ((one, other), (other, one)):
            with pytest.raises(Unverified):
                united(*sides, "f.toml")


@pytest.mark.slow
def test_ten_thousand_records_are_united_in_linear_time() -> None:
    """Four times the records take about four times as long, not sixteen."""

    def seconds(count: int) -> float:
        one, other = (
            HEAD + "".join(f'\n# c\n[[note]]\nid = "n{n}"\non = 2026-11-02\n' for n in range(first, first + count))
            for first in (0, count // 2)
        )
        begun = time.perf_counter()
        assert united(one, other, "f.toml").only == (count // 2, count // 2)
        return time.perf_counter() - begun

    assert seconds(10_000) < 10 * seconds(2_500)
