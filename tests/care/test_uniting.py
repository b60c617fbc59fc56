from pathlib import Path

import pytest

from salescoach.care.files.uniting import unite
from salescoach.errors import BadToml, NewerFormat, NoSuchSeller, NotACopy, Unverified
from salescoach.journal.append import take_back
from salescoach.journal.journal import Journal

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


@pytest.mark.parametrize("typed", [COPY, COPY.removeprefix("sellers/"), f"coaching/{COPY}"])
def test_a_copy_is_united_with_its_original_and_put_away(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """Named as in the journal, by its own name or as a path; one undo takes both back to the byte."""
    monkeypatch.chdir(journal.root.parent)
    old = anna(journal)
    put(journal, COPY, old + NOTE)
    before = bytes_of(journal)
    done = unite(journal, typed, "2026-11-23")
    assert done.merged is not None
    assert (done.file, done.copy, done.kept) == (ANNA, COPY, f".coach/merged/{Path(COPY).name}")
    assert (done.merged.only, done.merged.both) == ((0, 1), 3)
    assert anna(journal) == old + NOTE
    assert set(bytes_of(journal)) == {"coach.toml", ANNA, done.kept}
    take_back(journal)
    assert bytes_of(journal) == before


def test_what_is_put_away_may_be_deleted(journal: Journal) -> None:
    """Nobody misses it."""
    put(journal, COPY, anna(journal) + NOTE)
    done = unite(journal, COPY, "2026-11-23")
    (journal.root / done.kept).unlink()
    assert not Journal(journal.root).check_vanished()


def test_a_copy_with_nothing_new_leaves_the_original_as_it_is(journal: Journal) -> None:
    """Only the copy is put away; a second of that name gets a number."""
    before = bytes_of(journal)
    for name in (Path(COPY).stem, f"{Path(COPY).stem} 2", f"{Path(COPY).stem} 3"):
        put(journal, COPY, anna(journal))
        assert unite(journal, COPY, "2026-11-23").kept == f".coach/merged/{name}.toml"
        assert bytes_of(journal)[ANNA] == before[ANNA]


def test_a_copy_without_its_original_becomes_it(journal: Journal) -> None:
    """Its bytes are as they were, and undo gives the name back."""
    (journal.root / ANNA).rename(journal.root / COPY)
    before = bytes_of(journal)
    done = unite(journal, COPY, "2026-11-23")
    assert (done.file, done.merged) == (ANNA, None)
    assert bytes_of(journal)[ANNA] == before[COPY]
    take_back(journal)
    assert bytes_of(journal) == before


def test_a_copy_of_who_left_meanwhile_goes_to_her_file_there(journal: Journal) -> None:
    """It does not bring her back."""
    put(journal, "left/anna-berg.toml", anna(journal))
    (journal.root / ANNA).unlink()
    put(journal, COPY, (journal.root / "left/anna-berg.toml").read_text("utf-8") + NOTE)
    assert unite(journal, COPY, "2026-11-23").file == "left/anna-berg.toml"
    assert not (journal.root / ANNA).exists()


def test_a_copy_of_a_copy_goes_to_the_original(journal: Journal) -> None:
    """However often the cloud folder did it."""
    twice = "sellers/anna-berg (conflicted copy 1) (conflicted copy 2).toml"
    put(journal, "sellers/anna-berg (conflicted copy 1).toml", anna(journal))
    put(journal, twice, anna(journal) + NOTE)
    assert unite(journal, twice, "2026-11-23").file == ANNA


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


@pytest.mark.parametrize("file", [ANNA, "me.toml", "notes.toml", "../cara.toml"])
def test_a_file_that_is_no_copy_is_refused(journal: Journal, file: str) -> None:
    """Nothing is guessed."""
    if file != ANNA:
        put(journal, file, "format = 1\n")
    before = bytes_of(journal)
    with pytest.raises(NotACopy):
        unite(journal, str(journal.root / file), "2026-11-23")
    assert bytes_of(journal) == before


def test_a_file_that_is_not_there_is_nobody(journal: Journal) -> None:
    """As elsewhere."""
    with pytest.raises(NoSuchSeller):
        unite(journal, "sellers/zoe.toml", "2026-11-23")


@pytest.mark.parametrize(
    ("mine", "hers", "error", "named"),
    [
        ("", "[[talk]\n", BadToml, COPY),
        ("[[talk]\n", "", BadToml, ANNA),
        ("", "a = 1\n", Unverified, ANNA),
        ("talk = 1\n", "format = 2\n", NewerFormat, COPY),
    ],
)
def test_two_files_that_cannot_be_united_stay_as_they_are(
    journal: Journal, mine: str, hers: str, error: type[Exception], named: str
) -> None:
    """The one that is broken is named; what does not go together is too."""
    old = anna(journal)
    put(
        journal,
        ANNA,
        mine + "talk = [{on = 2026-11-01}]\n[seller]\nname = 'A'\n" if error is Unverified else mine + old,
    )
    put(journal, COPY, hers + old.replace("format = 1\n", "") if hers else old)
    before = bytes_of(journal)
    with pytest.raises(error) as caught:
        unite(journal, COPY, "2026-11-23")
    assert caught.value.data["file"] == named  # type: ignore[attr-defined]
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


def test_a_side_that_does_not_parse_is_named_by_the_line_of_the_file(journal: Journal) -> None:
    """Where the manager finds it."""
    text = f"{anna(journal)}<<<<<<< HEAD\n=======\n[[note]\n>>>>>>> theirs\n"
    put(journal, ANNA, text)
    with pytest.raises(BadToml) as caught:
        unite(journal, ANNA, "2026-11-23")
    assert caught.value.data["line"] == text.split("\n").index("[[note]") + 1
    put(journal, ANNA, f"{anna(journal)}<<<<<<< HEAD\n=======\n>>>>>>> theirs\na = '''")
    with pytest.raises(BadToml):
        unite(journal, ANNA, "2026-11-23")
