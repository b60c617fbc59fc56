import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.errors import Broken
from salescoach.journal import heads, read, toml
from salescoach.journal.names import Called

HEAD = '[seller]\nname = "Anna Berg"\naliases = ["Ann"]\nrole = "rookie"\n'
NEW = 'on = 2026-11-05\nname = "Anna Holm"\n'
RECORDS = (
    '[[note]]\non = 2026-11-03\ntext = "a change of name, and aliases"\n',
    "[[note]]\non = 2026-11-03\ntext = '''\n[[change]]\nname = \"Eva\"\n[[note]]\nchange\n'''\n",
    '[[change]]\non = 2026-11-04\nrole = "senior"\n[change.was]\nrole = "rookie"\n',
    f'[[change]]\n{NEW}[change.was]\nname = "Anna Berg"\n',
    f'[[change]]\r\n{NEW}was = {{name = "Anna Berg"}}\r\n',
    f' [[ "change" ]] # by hand\n{NEW}was = {{name = "Anna Berg"}}\n',
    f"[['change']]\n{NEW}was = {{name = \"Anna Berg\"}}\n",
    '[[change]]\non = 2026-11-06\n"n\\u0061me" = "Anna Dahl"\nwas = {name = "Anna Holm"}\n',
    "[[change]]\non = 2026-11-06\nrole = '''\n[[x\n'''\nname = \"Anna Moe\"\nwas = {name = \"Anna Berg\"}\n",
    '[[change]]\non = 2026-11-07\naliases = ["Annie"]\nwas = {aliases = ["Ann"]}\n',
    '[[change]]\non = 2026-11-08\nevery = "often"\nname = "Anna Vik"\nwas = {name = "Anna Berg"}\n',
)
BEFORE = ("", "format = 1\n", 'change = [{on = 2026-11-05, name = "Anna Ek", was = {name = "Anna Berg"}}]\n')


def in_full(text: str) -> Called:
    """Return what the whole file says, every record of it read."""
    header = read.header(read.Source("sellers/anna.toml", "anna", text, toml.parse(text, "sellers/anna.toml")))[0]
    return Called("anna", header.name, tuple(header.aliases))


def of(text: str) -> Called:
    """Return what is found of a file."""
    return heads.called(text.encode(), "sellers/anna.toml", "anna")


@given(st.sampled_from(BEFORE), st.lists(st.sampled_from(RECORDS), max_size=4), st.integers(0, 4))
def test_what_she_goes_by_is_what_the_whole_file_says(before: str, records: list[str], at: int) -> None:
    """Wherever the head stands, and however a change of it is written."""
    text = before + "".join([*records[:at], HEAD, *records[at:]])
    try:
        expected = in_full(text)
    except Broken:  # two ways of writing one list in one file
        return
    assert of(text) == expected


def test_a_file_whose_head_says_it_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A role that changed does not change her name, nor does a note that speaks of one."""
    monkeypatch.setattr(read, "header", lambda _: pytest.fail("it was judged"))
    assert of(HEAD + RECORDS[0] + RECORDS[2] + RECORDS[0]) == Called("anna", "Anna Berg", ("Ann",))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "anna"), ("[seller", "anna"), ("seller = 1\n", "anna"), ("[seller]\nname = 1\n", "anna"),
        ('[seller]\nname = " "\n', "anna"), ('[seller]\nname = "Anna"\naliases = "A"\n', "anna"),
        ('[seller]\nname = "Anna"\naliases = [1]\n', "anna"),
        ('[seller]\nname = "Anna Berg"\nstarted = "soon"\n', "Anna Berg"),
        ('[seller]\nname = "Anna Berg"\n[[talk]\n', "Anna Berg"),
        ("[[note]]\ntext = '''\n[[x\n'''\n[seller]\nname = 'Anna Berg'\n", "Anna Berg"),
    ],
)  # fmt: skip
def test_one_whose_head_does_not_read_goes_by_her_key(text: str, name: str) -> None:
    """So that she is found all the same; what is wrong elsewhere does not take her name."""
    assert of(text).name == name


def test_the_samples_are_whole() -> None:
    """Each of them alone is a file that reads, and three of them give her another name."""
    names = [in_full(HEAD + record).name for record in RECORDS]
    assert names.count("Anna Holm") >= 3
