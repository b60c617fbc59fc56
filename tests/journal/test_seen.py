import json
from pathlib import Path

import pytest

from salescoach.journal import atomic
from salescoach.journal.seen import Manifest, Seen

FILE = "sellers/anna-berg.toml"


def look(folder: Path, size: int, *ids: str) -> list[str] | None:
    """Look at a file as a command of its own would; return the ids that vanished, None where nothing did."""
    seen = Seen(folder)
    problem = seen.look(FILE, Manifest.of(size, ids))
    seen.save()
    if problem is None:
        return None
    assert (problem.file, problem.code, problem.line) == (FILE, "vanished", 0)
    vanished = problem.data["ids"]
    assert isinstance(vanished, list)
    return vanished


def test_records_that_vanish_are_named_until_they_are_accepted(tmp_path: Path) -> None:
    """Every command says so, also when the file has grown since; then it is the new truth."""
    assert look(tmp_path, 100, "a1b2c", "d1e2f", "g1h2i") is None
    assert look(tmp_path, 60, "a1b2c") == ["d1e2f", "g1h2i"]
    assert look(tmp_path, 160, "a1b2c", "x1", "x2", "x3") == ["d1e2f", "g1h2i"]
    seen = Seen(tmp_path)
    seen.accept(FILE, Manifest.of(60, ["a1b2c"]))
    seen.save()
    assert look(tmp_path, 60, "a1b2c") is None


def test_growth_is_remembered(tmp_path: Path) -> None:
    """What was added by hand is missed too when it goes."""
    look(tmp_path, 100, "a1b2c")
    look(tmp_path, 150, "a1b2c", "d1e2f")
    assert look(tmp_path, 100, "a1b2c") == ["d1e2f"]


def test_an_id_that_gave_way_to_another_in_a_file_of_the_same_size_has_vanished(tmp_path: Path) -> None:
    """Size and count are not enough."""
    look(tmp_path, 100, "a1b2c", "d1e2f")
    assert look(tmp_path, 100, "a1b2c", "x1y2z") == ["d1e2f"]


def test_a_record_without_an_id_that_vanishes_is_counted(tmp_path: Path) -> None:
    """There is no name to call it by, but it was there."""
    look(tmp_path, 100, "a1b2c", "", "")
    seen = Seen(tmp_path)
    problem = seen.look(FILE, Manifest.of(90, ["a1b2c", ""]))
    assert problem is not None
    assert (problem.code, problem.data) == ("vanished_unnamed", {"file": FILE, "count": 1, "ids": []})


def test_a_sight_keeps_size_count_and_last_id(tmp_path: Path) -> None:
    """In a numbered format, so that another version knows what it reads."""
    look(tmp_path, 100, "a1b2c", "d1e2f", "")
    stored = json.loads((tmp_path / "seen.json").read_text())
    assert stored["format"] == 1
    assert stored["files"][FILE] == {"size": 100, "records": 3, "last": "d1e2f", "ids": "a1b2c d1e2f"}
    assert Seen(tmp_path).files() == {FILE: 100}
    assert Manifest.of(5, []).last == ""


def test_a_file_that_is_gone_is_forgotten_when_that_is_accepted(tmp_path: Path) -> None:
    """Nothing is left to compare with; to forget it twice is no mistake."""
    look(tmp_path, 100, "a1b2c")
    seen = Seen(tmp_path)
    seen.accept(FILE, None)
    seen.accept(FILE, None)
    seen.save()
    assert Seen(tmp_path).files() == {}


def test_nothing_is_written_where_nothing_was_learnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a journal twice writes once."""
    look(tmp_path, 100, "a1b2c")
    monkeypatch.setattr(atomic, "write", lambda *_: pytest.fail("it wrote"))
    assert look(tmp_path, 100, "a1b2c") is None


def test_a_folder_that_cannot_be_written_to_does_not_stop_reading(tmp_path: Path) -> None:
    """A journal on a stick that is read-only can be read."""
    (tmp_path / "file").write_bytes(b"")
    seen = Seen(tmp_path / "file")
    assert seen.look(FILE, Manifest.of(1, ["a1b2c"])) is None
    seen.save()
    assert seen.files() == {FILE: 1}
    assert Seen(tmp_path / "file").files() == {}


@pytest.mark.parametrize("stored", [b"", b"[]", b"\xff", b"{}", b'{"files": 1}', b'{"files": {"a": {"x": 1}}}'])
def test_sights_that_do_not_read_count_as_none(tmp_path: Path, stored: bytes) -> None:
    """They may be deleted at any time, so they may be broken too."""
    (tmp_path / "seen.json").write_bytes(stored)
    assert Seen(tmp_path).files() == {}


def test_of_many_that_vanish_a_few_are_named(tmp_path: Path) -> None:
    """An emptied file does not fill the screen of every command."""
    ids = [f"a{number}" for number in range(9)]
    look(tmp_path, 100, *ids)
    assert look(tmp_path, 0) == [*ids[:5], "…"]
    look(tmp_path / "other", 100, *ids[:5])
    assert look(tmp_path / "other", 0) == ids[:5]
