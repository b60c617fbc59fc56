from pathlib import Path

import pytest

from salescoach.care.files.uniting import sides, unite
from salescoach.errors import BadToml, NewerFormat, NoSuchSeller, NotACopy, Unverified
from salescoach.journal import atomic
from salescoach.journal.append import take_back
from salescoach.journal.journal import Journal, NoSuchFile

ANNA = "sellers/anna-berg.toml"
COPY = "sellers/anna-berg (conflicted copy 2026-11-20).toml"
NOTE = '\n[[note]]\nid = "n0t1e"\non = 2026-11-20\ntext = "On the phone"\n'


def bytes_of(journal: Journal) -> dict[str, bytes]:
    """Return the bytes of every file of the journal, those put away included."""
    found = (path for path in journal.root.rglob("*.toml") if "kept" not in path.parts)
    return {path.relative_to(journal.root).as_posix(): path.read_bytes() for path in found}


def put(journal: Journal, file: str, text: str) -> None:
    """Write a file of the journal."""
    path = journal.root / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8", newline="")


def anna(journal: Journal) -> str:
    """Return what the file of Anna says."""
    return (journal.root / ANNA).read_text("utf-8")


def test_a_copy_with_nothing_new_leaves_the_original_as_it_is(journal: Journal) -> None:
    """Only the copy is put away; a second of that name gets a number; a copy of a copy goes to the original."""
    before = bytes_of(journal)
    for name in (Path(COPY).stem, f"{Path(COPY).stem} 2", f"{Path(COPY).stem} 3"):
        put(journal, COPY, anna(journal))
        put(journal, twice := COPY.replace(").toml", ") (conflicted copy 2).toml"), anna(journal))
        assert unite(journal, twice, "2026-11-23").file == ANNA
        assert unite(journal, COPY, "2026-11-23").kept == f".coach/merged/{name}.toml"
        assert bytes_of(journal)[ANNA] == before[ANNA]


def test_a_copy_of_the_managers_own_file_is_united_too(journal: Journal) -> None:
    """It has no head."""
    put(journal, "me.toml", "format = 1\n")
    put(journal, "me (conflicted copy).toml", f"format = 1\n{NOTE}")
    assert unite(journal, "me (conflicted copy).toml", "2026-11-23").file == "me.toml"
    assert "n0t1e" in (journal.root / "me.toml").read_text("utf-8")


@pytest.mark.parametrize("name", ["anna-berg.toml", "anna-berg (1).toml"])
def test_a_file_from_elsewhere_goes_by_its_name_and_stays_there(journal: Journal, name: str) -> None:
    """A second time there is nothing to write, and nothing more to take back."""
    path = journal.root.parent / name
    path.write_text(anna(journal) + NOTE, "utf-8", newline="")
    for new in (1, 0):
        done = unite(journal, str(path), "2026-11-23")
        assert done.merged is not None
        assert (done.file, done.kept, done.merged.only) == (ANNA, "", (0, new))
    assert path.is_file()
    take_back(journal)
    assert "n0t1e" not in anna(journal)


def test_a_file_that_is_no_copy_is_refused(journal: Journal) -> None:
    """Nothing is guessed; a file that is not there is nobody, and one that is in iCloud only is said to be there."""
    copy = "anna-berg 2.toml"
    for file in (ANNA, "me.toml", "notes.toml", "../cara.toml"):
        if file != ANNA:
            put(journal, file, "format = 1\n")
        before = bytes_of(journal)
        with pytest.raises(NotACopy):
            unite(journal, str(journal.root / file), "2026-11-23")
        assert bytes_of(journal) == before
    for typed, error in (
        ("sellers/zoe.toml", NoSuchFile), ("zoe.toml", NoSuchFile), (".zoe.toml.icloud", NoSuchFile),
        ("zoe", NoSuchSeller),
    ):  # fmt: skip
        with pytest.raises(error):
            unite(journal, typed, "2026-11-23")
    (journal.root / f"sellers/.{copy}.icloud").write_bytes(b"bplist00\xd1")
    for typed in (f"sellers/.{copy}.icloud", f"sellers/{copy}", copy, f".{copy}.icloud"):
        with pytest.raises(atomic.NotHere) as caught:
            unite(journal, typed, "2026-11-23")
        assert caught.value.data["name"] == copy


def test_two_files_that_cannot_be_united_stay_as_they_are(journal: Journal) -> None:
    """The one that is broken is named; what does not go together is too."""
    old, listed = anna(journal), "talk = [{on = 2026-11-01}]\n[seller]\nname = 'Anna Berg'\n"
    bare = old.replace("format = 1\n", "")
    for mine, hers, error, named in (
        (old, f"[[talk]\n{bare}", BadToml, COPY), (f"[[talk]\n{old}", old, BadToml, ANNA),
        (listed, f"a = 1\n{bare}", Unverified, ANNA), (f"talk = 1\n{old}", f"format = 2\n{bare}", NewerFormat, COPY),
    ):  # fmt: skip
        put(journal, ANNA, mine)
        put(journal, COPY, hers)
        before = bytes_of(journal)
        with pytest.raises(error) as caught:
            unite(journal, COPY, "2026-11-23")
        assert caught.value.data["file"] == named
        assert bytes_of(journal) == before


def test_both_sides_of_a_conflict_become_one_file(journal: Journal) -> None:
    """With the line ends it had; undo brings the conflict back, though it does not read."""
    old = anna(journal).replace("\n", "\r\n")
    mine, hers = (NOTE.replace("n0t1e", one).replace("\n", "\r\n") for one in ("m1n2e", "h1e2r"))
    put(journal, ANNA, f"{old}<<<<<<< HEAD\r\n{mine}=======\r\n{hers}>>>>>>> theirs\r\n")
    before = bytes_of(journal)
    done = unite(journal, "anna-berg", "2026-11-23")
    assert done.merged is not None
    assert (done.copy, done.kept, done.merged.only, done.merged.both) == ("", "", (1, 1), 3)
    assert bytes_of(journal)[ANNA].decode() == old + hers + mine
    take_back(journal)
    assert bytes_of(journal) == before
    text = f"{old}<<<<<<< HEAD\n=======\n[[note]\n>>>>>>> theirs\n"
    open_ended = f"{old}<<<<<<< HEAD\n=======\n>>>>>>> theirs\na = '''"
    for broken, line in ((text, text.split("\n").index("[[note]") + 1), (open_ended, 0)):
        put(journal, ANNA, broken)
        with pytest.raises(BadToml) as caught:
            unite(journal, ANNA, "2026-11-23")
        assert line in {0, caught.value.data["line"]}, "the line of the file is where the manager finds it"


def test_a_broken_file_gives_way_to_a_copy_that_has_all_of_it(journal: Journal) -> None:
    """Cut off anywhere, full of zeros, or older; one undo takes both back to the byte, and redo does it again."""
    whole, kept = anna(journal) + NOTE, f".coach/merged/{Path(ANNA).name}"
    records = [*whole.partition("[[")[:1], *(f"[[{part}" for part in whole.split("[[")[1:])]
    older = "".join([records[0], *reversed(records[1:3])]) + '[[note]]\nid = "n0'
    half = whole[: whole.rindex("text")]
    for cut in (whole[:-9], whole[:-9].replace("\n", "\r\n"), f"{whole[:-9]}\0\0\0", "\0\0", older, half):
        put(journal, ANNA, cut)
        put(journal, COPY, whole)
        before = bytes_of(journal)
        done = unite(journal, COPY, "2026-11-23")
        assert (done.file, done.copy, done.kept, done.merged) == (ANNA, COPY, kept, None)
        after = bytes_of(journal)
        assert after == {"coach.toml": before["coach.toml"], ANNA: before[COPY], kept: before[ANNA]}
        for again, state in ((False, before), (True, after), (False, before)):
            take_back(journal, again=again)
            assert bytes_of(journal) == state


def test_a_broken_file_with_more_in_it_than_its_copy_stays(journal: Journal) -> None:
    """A record that is new, one that was changed, one that was being written."""
    whole = anna(journal) + NOTE
    for more in ('[[note]]\nid = "m0r3e"\non = 2026-11-20\ntext = "New"\n[[', '[[note]]\ntext = "Half'):
        put(journal, ANNA, whole + more)
        put(journal, COPY, whole)
        before = bytes_of(journal)
        with pytest.raises(BadToml):
            unite(journal, COPY, "2026-11-23")
        assert bytes_of(journal) == before
    put(journal, ANNA, whole.replace("On the phone", "At hers")[:-1] + "\n[[")
    with pytest.raises(BadToml):
        unite(journal, COPY, "2026-11-23")


CONFLICT = "a\n<<<<<<< HEAD\nb\n||||||| base\n=======\nx\n=======\nc\n>>>>>>> theirs\nd\n<<<<<<<\n=======\ne\n>>>>>>>\n"


def test_both_sides_of_every_conflict_are_told_apart() -> None:
    """What both began from is dropped; each line knows where it stood; a line of signs in a note is no conflict."""
    found = sides(CONFLICT)
    assert found is not None
    ours, theirs = found
    assert (ours.text, ours.lines) == ("a\nb\nd\n", (1, 3, 10, 15))
    assert (theirs.text, theirs.lines) == ("a\nx\n=======\nc\nd\ne\n", (1, 6, 7, 8, 10, 13, 15))
    for text in (
        "", "a\n", "=======\n", "<<<<<<< a\nb\n", "<<<<<<< a\n=======\nb\n", "<<<<<<<< a\n=======\n>>>>>>>\n",
        " <<<<<<<\n",
    ):  # fmt: skip
        assert sides(text) is None, text
