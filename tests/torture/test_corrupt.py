import json
import os
import re
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from salescoach.journal import toml
from salescoach.journal.nesting import DEEPEST

CASES = Path(__file__).parents[3] / "shared" / "data" / "toml"
LISTED = CASES / "files-toml-1.0.0"
NAMES = [name for name in LISTED.read_text().split() if name.endswith(".toml")] if LISTED.is_file() else []
VALID, INVALID = ([name for name in NAMES if name.startswith(kind)] for kind in ("valid/", "invalid/"))
GROUPS = sorted({name.split("/")[1] for name in INVALID})

official = pytest.mark.skipif(not NAMES, reason="the official TOML test cases are not here")

HEAD = b'format = 1\n\n[seller]\nname = "Case"\n'

NOT_AFTER_A_HEADER = {
    "valid/inline-table/inline-table.toml",  # these four give a key called name, and the header has one
    "valid/key/dotted-01.toml",
    "valid/spec-1.0.0/inline-table-0.toml",
    "valid/spec-1.0.0/keys-3.toml",
    "valid/spec-1.0.0/table-7.toml",
    "valid/utf8-bom-01.toml",  # a byte order mark stands at the beginning of a file only
    "valid/utf8-bom-02.toml",
}

ONLY_AFTER_A_HEADER = {  # their mistake is a table that is there already, and below a header it is another table
    "invalid/array/extending-table.toml",
    "invalid/array/tables-01.toml",
    "invalid/inline-table/overwrite-02.toml",
    "invalid/inline-table/overwrite-04.toml",
    "invalid/inline-table/overwrite-05.toml",
    "invalid/table/duplicate-key-10.toml",
    "invalid/table/overwrite-bool-with-array.toml",
    "invalid/table/overwrite-with-deep-table.toml",
}

WHOLE = (
    'format = 1\n\n[seller]\nname = "Cåse"\nstarted = 2026-09-01\ntags = ["a", \'b\'] # [ by hand\n\n[[talk]]\n'
    "id = \"k3f7q\"\non = 2026-11-03\nnotes = '''\nGood pace. Said \"budget\" – first.\n'''\nmore = { a = 1.5 }\n"
    '\n[[note]]\nid = "m0x2a"\non = 2026-11-04\ntext = """\nA\\tb "" c\n"""\n'
).encode()

CORRUPT: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \n\t\n\r\n ",
    "only a mark": b"\xef\xbb\xbf",
    "nulls": bytes(512),
    "nulls after it": WHOLE + bytes(512),
    "nulls within": WHOLE[:200] + bytes(512) + WHOLE[200:],
    "latin 1": WHOLE.decode().replace("–", "-").encode("latin-1"),
    "utf 16": WHOLE.decode().encode("utf-16"),
    "half a letter": WHOLE.replace("–".encode(), "–".encode()[:2]),
    "a surrogate": WHOLE.replace("–".encode(), b"\xed\xa0\x80"),
    "overlong": WHOLE.replace("–".encode(), b"\xc0\xaf"),
    "a second mark": b"\xef\xbb\xbf" + b"\xef\xbb\xbf" + WHOLE,
    "two in one": WHOLE + WHOLE,
    "git": WHOLE + b"<<<<<<< HEAD\n[[note]]\n=======\n[[talk]]\n>>>>>>> theirs\n",
    "git before": b"<<<<<<< HEAD\n" + WHOLE,
    "git in a record": WHOLE.replace(b"on = 2026-11-04\n", b"<<<<<<< a\non = 2026-11-04\n=======\n>>>>>>> b\n"),
    "old mac": WHOLE.replace(b"\n", b"\r"),
    "an escape": WHOLE + b"\x1b[2J\x1b]0;title\x07\n",
    "no header": b"format = 1\n\n[[talk]]\non = 2026-11-03\n",
    "a header of a list": b'[[seller]]\nname = "Case"\n',
    "a header that is none": b'seller = "Case"\n',
    "a name of a number": b"[seller]\nname = 7\n",
    "no name": b"[seller]\n",
    "an empty name": b'[seller]\nname = ""\n',
    "a newer format": b"format = 2\n" + WHOLE.removeprefix(b"format = 1\n"),
    "a strange format": b'format = "one"\n' + WHOLE.removeprefix(b"format = 1\n"),
    "json": json.dumps({"seller": {"name": "Case"}}).encode(),
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "lists": HEAD + b"a = " + b"[" * 100_000,
    "tables": HEAD + b"a = " + b"{a=" * 100_000,
    "a key": HEAD + b"[" + b"a." * 100_000 + b"a]\n",
}
"""Files as they are found after a crash, a merge or a wrong editor; none of them can be read as a seller."""


def referee(data: bytes) -> bool:
    """Tell whether bytes are TOML, in the judgement of Python's own parser."""
    try:
        return bool(tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n")) or True)
    except ValueError:
        return False


def laid(coach: Any, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Lay files beside those of Anna and Bo, and return the bytes of them all."""
    for key, data in files.items():
        (coach.root / "sellers" / f"{key}.toml").write_bytes(data)
    found: dict[str, bytes] = coach.files()
    return found


def keyed(names: list[str], begin: bytes = b"") -> dict[str, bytes]:
    """Return cases as the files of sellers, by a key that says which it is."""
    return {f"case-{at:03}-x": begin + (CASES / name).read_bytes() for at, name in enumerate(names)}


def refused(coach: Any, keys: list[str]) -> None:
    """Check what holds of files that do not read: named with their line, left as they are, and all others shown."""
    before = coach.files()
    shown, listed = coach.here("weekly", "--all"), coach.here("weekly", "--json")
    assert (shown.status, listed.status) == (0, 0), shown.err
    assert "Anna Berg" in shown.out
    assert "Bo Ek" in shown.out
    week = json.loads(listed.out)
    assert {one["key"] for one in week["sellers"]} >= {"anna-berg", "bo-ek"}
    assert {one["file"] for one in week["problems"]} >= {f"sellers/{key}.toml" for key in keys}
    for key in keys:
        assert re.search(rf"sellers/{key}\.toml[: ]", shown.out + shown.err)
        for args in (("show", key), ("note", key, "a word")):
            ran = coach.here(*args)
            assert (ran.status, ran.out) == (5, ""), (key, args, ran)
            assert re.match(rf"sellers/{key}\.toml(:[1-9]\d*:[1-9]\d*: | is of format )", ran.err), ran.err
            assert "Traceback" not in ran.err
            assert all(char >= " " or char == "\n" for char in ran.err)
    assert coach.files() == before


@pytest.mark.parametrize("name", CORRUPT)
def test_what_does_not_read_is_named_and_left_as_it_is(coach: Any, name: str) -> None:
    """One sentence with file, line and column; the other sellers show."""
    laid(coach, {"case-000-x": CORRUPT[name]})
    refused(coach, ["case-000-x"])


@pytest.mark.slow
def test_a_file_cut_anywhere_is_named_or_still_is_toml(coach: Any) -> None:
    """At every byte of it: in a key, a letter, a date, a text, a bracket."""
    cuts = {f"cut-{at:03}-x": WHOLE[:at] for at in range(len(WHOLE))}
    laid(coach, cuts)
    broken = [key for key, data in cuts.items() if not referee(data) or b'name = "C\xc3\xa5se"' not in data]
    assert len(broken) > len(WHOLE) // 2
    named = {Path(one["file"]).stem for one in json.loads(coach.here("weekly", "--json").out)["problems"]}
    assert named >= set(broken)
    refused(coach, broken[:: len(broken) // 40])


@pytest.mark.slow
@official
@pytest.mark.parametrize("after", [b"", HEAD], ids=["whole", "after a header"])
@pytest.mark.parametrize("group", GROUPS)
def test_every_invalid_file_is_refused(coach: Any, group: str, after: bytes) -> None:
    """What TOML 1.0 forbids, as a whole file and below a header."""
    names = [name for name in INVALID if name.split("/")[1] == group and (not after or name not in ONLY_AFTER_A_HEADER)]
    files = keyed(names, after)
    assert not [name for name, data in zip(names, files.values(), strict=True) if referee(data)]
    laid(coach, files)
    refused(coach, list(files))


@official
def test_the_few_files_that_a_header_makes_valid_or_invalid_are_listed() -> None:
    """In the judgement of Python's parser, so that none is left out for being read wrongly here."""
    assert {name for name in VALID if not referee(HEAD + (CASES / name).read_bytes())} == NOT_AFTER_A_HEADER
    assert {name for name in INVALID if referee(HEAD + (CASES / name).read_bytes())} == ONLY_AFTER_A_HEADER


@pytest.mark.slow
@official
@pytest.mark.parametrize("ending", [b"", b"\r\n"], ids=["as it is", "with Windows line ends"])
def test_every_valid_file_can_be_added_to(coach: Any, ending: bytes) -> None:
    """Below a header it reads, an addition keeps every byte before it, and undo takes nothing else away."""
    names = [name for name in VALID if name not in NOT_AFTER_A_HEADER]
    files = keyed(names, HEAD)
    files = {
        key: data.replace(b"\r\n", b"\n").replace(b"\n", ending) if ending else data for key, data in files.items()
    }
    before = laid(coach, files)
    assert json.loads(coach.here("weekly", "--json").out)["problems"] == []
    keys = list(files)
    for at in range(0, len(keys), 40):
        some = keys[at : at + 40]
        ran = coach.here("note", ",".join(some), "a word")
        assert ran.status == 0, ran
        now = coach.files()
        for key in some:
            file = f"sellers/{key}.toml"
            assert now[file].startswith(before[file])
            added = now[file][len(before[file]) :]
            assert added.endswith(b'text = "a word"\n') or b"a word" in added
            assert not (ending and b"\n" in added.replace(b"\r\n", b""))
            old, new = (tomllib.loads(one.decode().replace("\r\n", "\n")) for one in (before[file], now[file]))
            assert new.pop("note")[-1]["text"].strip() == "a word"
            assert toml.same(new, old)
        assert coach.here("undo").status == 0
        assert coach.files() == before


ODD = {
    "a comment without a new line": WHOLE + b"# the end",
    "a value without a new line": WHOLE + b"x = 1",
    "a table at the end": WHOLE + b"\n[mine]\na = 1\n",
    "a table in a record": WHOLE + b"\n[note.more]\na = 1\n",
    "records in a record": WHOLE + b"\n[[note.sub]]\na = 1\n\n[[note.sub]]",
    "records in a talk before": WHOLE.replace(b"\n\n[[note]]", b"\n[[talk.sub]]\na = 1\n\n[[note]]"),
    "an empty table": WHOLE + b"[mine]",
    "Windows": WHOLE.replace(b"\n", b"\r\n"),
    "mixed line ends": WHOLE.replace(b"\n", b"\r\n", 9),
    "mixed the other way": b"\n" + WHOLE[:120] + WHOLE[120:].replace(b"\n", b"\r\n"),
    "a byte order mark": b"\xef\xbb\xbf" + WHOLE,
    "a mark and Windows": b"\xef\xbb\xbf" + WHOLE.replace(b"\n", b"\r\n"),
    "a deep key": WHOLE + b".".join([b"a"] * 90) + b" = 1\n",
    "a deep table": WHOLE + b"[" + b".".join([b"a"] * 90) + b"]\n",
    "deep lists": WHOLE + b"x = " + b"[" * 90 + b"]" * 90 + b"\n",
    "many brackets in a note": WHOLE + b"\n[[note]]\non = 2026-11-05\ntext = '" + b"[{" * 9000 + b"'\n",
    "not a number": WHOLE + b"x = [nan, -inf, 0.0, -0.0]\n",
    "blank lines": WHOLE + b"\n" * 99,
    "spaces": WHOLE + b"   \t  ",
    "a big number": WHOLE + b"x = 9223372036854775807\n",
    "no blank at all": b'seller.name="Case"',
    "an inline header": b'seller={name="Case"}',
    "a header at the end": WHOLE[WHOLE.index(b"[[talk]]") :] + b'[seller]\nname = "Case"',
}
"""Files that nobody would write so, and that are TOML all the same."""


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_and_valid_can_be_added_to(coach: Any, name: str) -> None:
    """It reads, an addition keeps every byte before it and is what it was meant to be, and undo restores it."""
    before = laid(coach, {"case-000-x": ODD[name]})
    assert coach.here("show", "case-000-x").status == 0
    ran = coach.here("note", "case-000-x", "a word; @me call Karin by fri")
    assert (ran.status, ran.err) == (0, ""), ran
    now = coach.files()["sellers/case-000-x.toml"]
    assert now.startswith(ODD[name])
    old, new = (tomllib.loads(one.decode("utf-8-sig").replace("\r\n", "\n")) for one in (ODD[name], now))
    assert new["note"].pop()["text"].strip() == "a word"
    assert new["commitment"].pop()["what"] == "call Karin"
    assert toml.same({key: value for key, value in new.items() if value}, {k: v for k, v in old.items() if v})
    assert coach.here("undo").status == 0
    assert coach.files() == before


@pytest.mark.parametrize("part", ["key", "heading", "lists"])
def test_what_is_deeper_than_the_limit_is_said_to_be(coach: Any, part: str) -> None:
    """By one."""
    deep = {"key": "a." * (DEEPEST + 1) + "a = 1", "heading": f"[{'a.' * DEEPEST}a]", "lists": f"a = {'[' * 101}"}[part]
    laid(coach, {"case-000-x": HEAD + deep.encode()})
    ran = coach.here("show", "case-000-x")
    assert ran.status == 5
    assert "sellers/case-000-x.toml:5:" in ran.err
    assert "nested too deep" in ran.err
    refused(coach, ["case-000-x"])


MAKE: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "a link to nothing": lambda path: path.symlink_to("nowhere.toml"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a pipe": lambda path: os.mkfifo(path),  # noqa: PLW0108  # Windows has none
    "a device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor devices in folders")
@pytest.mark.parametrize(
    "name", [one if one == "a pipe" else pytest.param(one, marks=pytest.mark.slow) for one in MAKE]
)
def test_what_is_no_file_is_named_and_never_waited_for(coach: Any, name: str) -> None:
    """A folder, a broken link, a pipe, a device: the others show, and nothing hangs."""
    MAKE[name](coach.root / "sellers" / "case-000-x.toml")
    limit = ["timeout", "5", "prlimit", "--as=1000000000"]
    for args in (("weekly",), ("show", "anna"), ("note", "anna", "a word")):
        ran = coach.cold(*args, under=limit)
        assert ran.status == 0, ran
        assert "Anna Berg" in ran.out
    for args in (("show", "case-000-x"), ("note", "case-000-x", "a word")):
        ran = coach.cold(*args, under=limit)
        assert (ran.status, ran.out) == (5, ""), ran
        assert "sellers/case-000-x.toml cannot be read: " in ran.err
