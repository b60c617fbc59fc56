from pathlib import Path

import pytest

from salescoach.care.files.edits import Edits
from salescoach.custody.files.holdings import beside
from salescoach.errors import EditOverlap, Unreadable
from salescoach.journal import atomic
from salescoach.journal.journal import Journal

ON = "2026-11-23"
KEY = "anna-berg"
FILE = f"sellers/{KEY}.toml"


@pytest.fixture
def edits(journal: Journal) -> Edits:
    """Return the edits of a journal with one seller."""
    return Edits(journal)


def test_a_copy_waits_once_it_says_something_new(edits: Edits) -> None:
    """Until it is dropped, with what an editor keeps beside it."""
    assert edits.waiting(KEY) is None
    copy = edits.begin(KEY)
    assert edits.waiting(KEY) is None
    copy.path.write_bytes(b"mine")
    copy.path.with_name(f"{copy.path.name}~").write_bytes(b"mine before")
    assert edits.waiting(KEY) == copy
    edits.drop(KEY)
    assert list(copy.path.parent.iterdir()) == []


def test_a_copy_that_nobody_knows_the_beginning_of_does_not_wait(edits: Edits) -> None:
    """It cannot be told what was changed in it."""
    copy = edits.begin(KEY)
    copy.path.write_bytes(b"mine")
    copy.path.with_suffix(".base").unlink()
    assert edits.waiting(KEY) is None


def test_a_file_that_cannot_be_read_is_not_copied(edits: Edits, journal: Journal) -> None:
    """Nor written to."""
    journal.path(FILE).unlink()
    journal.path(FILE).mkdir()
    with pytest.raises(Unreadable):
        edits.begin(KEY)


def test_a_problem_counts_as_known_wherever_it_stands(edits: Edits, journal: Journal) -> None:
    """What is above it may have grown; a second one of its kind is new."""
    wrong = b"\n[[note]]\non = 2026-11-03\n"
    data = journal.path(FILE).read_bytes()
    assert edits.problems(KEY, b"# longer\n" + data + wrong, [data + wrong]) == []
    assert [one.code for one in edits.problems(KEY, data + wrong, [data])] == ["left_out"]
    assert len(edits.problems(KEY, data + wrong + wrong, [data + wrong])) == 2


def test_hers_is_kept_aside_even_where_the_folder_is_gone(edits: Edits, journal: Journal) -> None:
    """The folder may be deleted at any time; and what is kept there counts as held about her."""
    copy = edits.begin(KEY)
    for path in (copy.path, copy.path.with_suffix(".base")):
        path.unlink()
    copy.path.parent.rmdir()
    mine = copy.base.replace(b"25", b"30")
    journal.path(FILE).write_bytes(copy.base.replace(b"25", b"35"))
    with pytest.raises(EditOverlap) as raised:
        edits.write(copy, mine, "edit", ON)
    kept = Path(str(raised.value.data["draft"]))
    assert kept.read_bytes() == mine
    assert [Path(one.file).name for one in beside(journal, KEY)] == [kept.name]


def test_a_change_tells_both_sides(edits: Edits, journal: Journal) -> None:
    """The bytes before and after, and whether two were joined."""
    copy = edits.begin(KEY)
    mine = copy.base.replace(b"25", b"30")
    found = edits.write(copy, mine, "edit", ON)
    assert (found.file, found.before, found.after, found.joined) == (FILE, copy.base, mine, False)
    assert atomic.read(journal.path(FILE), FILE) == mine
