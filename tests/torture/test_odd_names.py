import json
import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

NAMES = Path(__file__).parents[3] / "shared" / "data" / "names"
NAUGHTY = Path(__file__).parents[3] / "shared" / "data" / "strings" / "naughty.json"

ODD = [
    *("../x", "../../x", "..", ".", "/etc/passwd", "/", "~", "~/x", "a/../../../b", "sellers/anna-berg.toml", "./x"),
    *("C:\\x", "\\\\server\\share", "..\\x", "x:stream", "file:///x", "-rf", "--help", "--", "-", "- x", "--from"),
    *("CON", "con", "Con.txt", "NUL", "aux.toml", "COM1", "COM¹", "LPT9", "CONIN$", "ＣＯＮ", "me", "ME!", "Me Two"),
    *("", " ", "\t", "\n", "x" * 300, "Å" * 300, "王" * 300, "x " * 300, "x" * 80, "x" * 81, "王" * 26, "王" * 27),
    *("Anna\x00Berg", "\x00", "Eva\x1b[2J Ek", "a\x07b", "a\rb", "Anna\nBerg", "\x7f", "x\x85y", "Eva\u202egreB"),
    *("\u202e", "\u200b", "Anna\u200bBerg", "\ufeffAnna", "\ud800", "x\udcff", "1", "007", "²", "!!!", "🙂", "🙂 Anna"),
    *("Аnna Berg", "Αnna Berg", "Anna Вerg", "𝒜nna Berg", "Ａｎｎａ Berg", "王小明", "王", "नितिन", "محمد", "ง่าย"),
    *("%s", "%n", "{0}", "{name}", "$HOME", "$(touch x)", "`touch x`", "'; rm -rf /", "a;b", "a|b", "a*", "?", "[x]"),
    *("[bold]x[/bold]", '"quoted"', "it's", "a,b", "anna-berg", "Anna Berg.", "Anna  Berg", "İ", "ı", "ß", "ﬀ", "ǅ"),
    *("coach.toml", "seen", ".coach", ".git", "undo", "lock", "x.toml", "x.coach-tmp", ".x.toml.1.coach-tmp"),
]
"""What somebody, or some file, may hand over as a name."""

TRIED = [name if at % 10 == 0 else pytest.param(name, marks=pytest.mark.slow) for at, name in enumerate(ODD)]
"""Each in a journal of its own in the long run; all of them in one journal are tried at once."""


def tree(folder: Path) -> dict[str, bytes]:
    """Return all that is in a folder, links not followed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        for path in folder.rglob("*")
    }


@pytest.fixture
def outside(coach: Any) -> Callable[[], dict[str, bytes]]:
    """Return what tells all that is in the folders around the journal, but not in it."""
    around = coach.root.parent

    def told() -> dict[str, bytes]:
        inside = coach.root.relative_to(around).parts
        return {name: data for name, data in tree(around).items() if Path(name).parts[: len(inside)] != inside}

    return told


def added(coach: Any, name: str) -> Path | None:
    """Add a seller: return her file, which is new and in its place; None where the name was refused with a sentence."""
    sellers = coach.root / "sellers"
    before = coach.files()
    ran = coach.here("add", "--", name)
    after = coach.files()
    new = sorted(after.keys() - before.keys())
    assert {file: after.get(file) for file in before} == before
    assert "Traceback" not in ran.err
    if ran.status:
        assert (ran.status, ran.out, new) == (2, "", [])
        assert len(ran.err.splitlines()) == 2
        return None
    assert len(new) == 1, (name, new)
    path: Path = coach.root / new[0]
    assert path.parent == sellers
    assert path.suffix == ".toml"
    assert not path.name.startswith((".", "-"))
    assert len(path.name.encode()) < 100
    assert not set(path.name) & set('/\\:*?"<>| \0\n\r\x1b')
    assert path.stem.partition(".")[0] not in {"con", "prn", "aux", "nul", "com1", "lpt9", "me"}
    assert all(char >= " " or char == "\n" for char in ran.out + ran.err)
    return path


@pytest.mark.parametrize("name", TRIED, ids=ascii)
def test_an_odd_name_gets_a_safe_file_of_its_own_or_is_refused(coach: Any, outside: Any, name: str) -> None:
    """And whatever is asked of it later stays in the journal too."""
    before = outside()
    path = added(coach, name)
    key = path.stem if path else "anna-berg"
    strange = "," in name or key == "me-1"  # a comma is between names, and the manager is me
    for command in (("show",), ("path",), ("note",)):
        ran = coach.here(*command, "--", name, *(["a word"] if command == ("note",) else []))
        assert ran.status in ({0} if path and not strange else {0, 2, 4}), (command, ran)
        if ran.status == 0 and path and command == ("path",):
            assert ran.out == f"{path.resolve()}\n"
    for line in (("show", key), ("note", key, "a word"), ("weekly",), ("undo",)):
        assert coach.here(*line).status == 0
    assert outside() == before


def test_all_the_odd_names_live_in_one_journal(coach: Any, outside: Any) -> None:
    """None takes the file of another, and each is still found by her key."""
    before = outside()
    paths = [path for path in (added(coach, name) for name in ODD) if path]
    assert len(set(paths)) == len(paths) > len(ODD) // 2
    assert len(json.loads(coach.here("weekly", "--json").out)["sellers"]) == len(paths) + 2
    for path in paths:
        assert coach.here("path", path.stem).out == f"{path.resolve()}\n"
    assert outside() == before


@pytest.mark.slow
@pytest.mark.skipif(not NAUGHTY.is_file(), reason="the big list of naughty strings is not here")
def test_naughty_strings_are_names_or_refused(coach: Any, outside: Any) -> None:
    """The whole list, in one journal."""
    before = outside()
    paths = [added(coach, name) for name in json.loads(NAUGHTY.read_text("utf-8")) if "\0" not in name]
    assert sum(path is not None for path in paths) > 99
    week = coach.here("weekly", "--all")
    assert (week.status, week.err) == (0, "")
    assert all(char >= " " or char == "\n" for char in week.out)
    assert outside() == before


def test_a_list_of_people_brings_odd_names_too(coach: Any, outside: Any) -> None:
    """A file of the customer system is no more trusted than what is typed; a slash stands between two people."""
    people = coach.root.parent / "people.csv"
    lines = [f'"{name.replace(chr(34), chr(34) * 2)}"' for name in ("../x", "-rf", "CON", "Аnna Lund", "/etc/passwd")]
    people.write_text("\n".join(["name", *lines]) + "\n", "utf-8")
    before = outside()
    ran = coach.here("add", "--from", str(people))
    assert ran.status == 0
    assert "two alphabets" in ran.err
    assert sorted(path.stem for path in (coach.root / "sellers").iterdir()) == sorted(
        ["anna-berg", "bo-ek", "rf", "con-1", "аnna-lund"]
    )
    assert outside() == before


def test_two_people_of_one_name_are_told_apart_by_where_they_are(coach: Any) -> None:
    """The refusal says how, and what it says works; both are found, and neither is guessed."""
    ran = coach.here("add", "Anna Berg")
    assert ran.status == 2
    assert "coach add 'Anna Berg (Oslo)'" in ran.err
    assert coach.here("add", "Anna Berg (Oslo)").status == 0
    assert coach.here("note", "anna berg oslo", "in Oslo").status == 0
    assert coach.here("note", "Anna Berg", "at home").status == 0
    ran = coach.here("note", "anna", "somewhere")
    assert ran.status == 4
    assert "Anna Berg (Oslo)" in ran.err
    files = coach.files()
    assert b"in Oslo" in files["sellers/anna-berg-oslo.toml"]
    assert b"at home" in files["sellers/anna-berg.toml"]
    assert b"somewhere" not in b"".join(files.values())


@pytest.mark.slow
@pytest.mark.skipif(not NAMES.is_dir(), reason="the lists of Nordic names are not here")
@pytest.mark.parametrize("place", ["da_DK", "no_NO", "sv_SE"])
def test_a_name_is_one_in_both_its_unicode_forms(coach: Any, place: str) -> None:
    """A Mac decomposes what it hands over; whoever was added in one form is there already in the other."""
    first, last = ((NAMES / f"{place}.{part}.nfd.txt").read_text("utf-8").split() for part in ("first", "last"))
    listed = dict.fromkeys(f"{one} {other}" for one, other in zip(first, last, strict=False))
    pairs = [(unicodedata.normalize("NFC", name), name) for name in listed]
    pairs = [pair for pair in pairs if pair[0] != pair[1] and added(coach, pair[0])]
    assert len(pairs) >= 3
    before = coach.files()
    for composed, decomposed in pairs:
        assert coach.here("add", decomposed).status == 2
        for name in (composed, decomposed, composed.upper(), composed.lower()):
            ran = coach.here("show", name, "--json")
            assert json.loads(ran.out)["seller"]["name"] == composed, (name, ran)
    assert coach.files() == before


@pytest.mark.parametrize(
    ("name", "key"), [("Аnna Berg", "аnna-berg"), ("Anna Bеrg", "anna-bеrg"), ("Αnna Berg", "αnna-berg")]
)
def test_a_name_that_only_looks_like_another_has_its_own_file_and_a_notice(coach: Any, name: str, key: str) -> None:
    """One letter is of another alphabet: it is somebody else to a computer, and hardly to her manager."""
    ran = coach.here("add", name)
    assert ran.status == 0
    assert "two alphabets" in ran.err
    assert (coach.root / "sellers" / f"{key}.toml").is_file()
    assert coach.here("add", "Анна Ковалёва").err == ""
    assert coach.here("add", "王小明").err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links for administrators only")
def test_a_file_that_is_a_link_is_followed_and_stays_one(coach: Any, outside: Any) -> None:
    """Who keeps a file elsewhere meant it: it is written there, and nothing else is."""
    elsewhere = coach.root.parent / "elsewhere"
    elsewhere.mkdir()
    path = coach.root / "sellers" / "anna-berg.toml"
    path.rename(elsewhere / "annas.toml")
    path.symlink_to(elsewhere / "annas.toml")
    before = outside()
    old = (elsewhere / "annas.toml").read_bytes()
    assert coach.here("note", "anna", "a word").status == 0
    assert path.is_symlink()
    after = outside()
    assert after.keys() == before.keys()
    assert [name for name in after if after[name] != before[name]] == ["elsewhere/annas.toml"]
    assert after["elsewhere/annas.toml"].startswith(old)
    assert coach.here("undo").status == 0
    assert path.is_symlink()
    assert outside() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("stem", ["-rf", "a b", "ÅSA", "a'b", "a\nb", "\x1b[2Jx", "CON", "x.y", "a" * 200, "me", "..x"])
def test_a_file_that_was_named_by_hand_can_be_read_and_added_to(coach: Any, outside: Any, stem: str) -> None:
    """Nobody has to keep to our keys; one that begins with a dot is hidden, and no seller."""
    path = coach.root / "sellers" / f"{stem}.toml"
    path.write_text('[seller]\nname = "Cia Dahl"\n', "utf-8")
    before = outside()
    week = coach.here("weekly")
    assert week.status == 0
    assert ("Cia Dahl" in week.out) == (not stem.startswith("."))
    assert "\x1b" not in week.out
    if not stem.startswith("."):
        ran = coach.here("note", "cia dahl", "a word")
        assert ran.status == 0, ran
        assert b"a word" in path.read_bytes()
        assert coach.here("show", "--", "cia").status == 0
        assert coach.here("path", "cia").status == 0
    assert outside() == before
