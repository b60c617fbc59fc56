from pathlib import Path

import pytest

from salescoach.care.files.edits import Edits
from salescoach.custody.files.holdings import beside
from salescoach.errors import EditOverlap
from salescoach.journal.journal import Journal

ON = "2026-11-23"
KEY = "anna-berg"
FILE = f"sellers/{KEY}.toml"


@pytest.fixture
def edits(journal: Journal) -> Edits:
    """Return the edits of a journal with one seller."""
    return Edits(journal)


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
