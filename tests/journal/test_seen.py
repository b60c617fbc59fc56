import json
from pathlib import Path
from typing import Any

import pytest

from salescoach.errors import Unwritable
from salescoach.journal import atomic
from salescoach.journal.seen import Manifest, Seen

FILE = "sellers/anna-berg.toml"
BO = "sellers/bo-ek.toml"


def look(folder: Path, size: int, *ids: str, file: str = FILE) -> list[str] | None:
    """Look at a file as a command of its own would; return the ids that vanished, None where nothing did."""
    seen = Seen(folder)
    problem = seen.look(file, seen.last(file), Manifest.of(size, ids))
    seen.save()
    if problem is None:
        return None
    assert (problem.file, problem.code, problem.line) == (file, "vanished", 0)
    vanished = problem.data["ids"]
    assert isinstance(vanished, list)
    return vanished


def sizes(folder: Path) -> dict[str, int | None]:
    """Return what a command of its own knows: each file that was seen, and its size."""
    seen = Seen(folder)
    return {file: seen.size(file) for file in seen.files()}


def older(folder: Path, **files: Any) -> Path:
    """Write the list of all sights that an older version kept; return where it is."""
    path = folder / "seen.json"
    path.write_text(json.dumps({"format": 1, "files": files}), "utf-8")
    return path


def one(size: int, *ids: str) -> dict[str, object]:
    """Return a sight as an older version wrote it."""
    return {"size": size, "records": len(ids), "last": ids[-1], "ids": " ".join(ids)}


def refused(*_: object) -> None:
    """Refuse to write."""
    raise Unwritable(file="x", why="it is read-only")


def test_records_that_vanish_are_named_until_they_are_accepted(tmp_path: Path) -> None:
    """Every command says so, also when the file has grown since or is as large; growth is remembered."""
    many = [f"a{number}" for number in range(9)]
    steps: tuple[tuple[str, int, list[str], list[str] | None], ...] = (
        ("a", 100, ["a1b2c", "d1e2f", "g1h2i"], None), ("a", 60, ["a1b2c"], ["d1e2f", "g1h2i"]),
        ("a", 160, ["a1b2c", "x1", "x2", "x3"], ["d1e2f", "g1h2i"]),
        ("b", 100, ["a1b2c"], None), ("b", 150, ["a1b2c", "d1e2f"], None), ("b", 100, ["a1b2c"], ["d1e2f"]),
        ("c", 100, ["a1b2c", "d1e2f"], None), ("c", 100, ["a1b2c", "x1y2z"], ["d1e2f"]),
        ("d", 100, many, None), ("d", 0, [], [*many[:5], "…"]), ("e", 100, many[:5], None), ("e", 0, [], many[:5]),
    )  # fmt: skip
    for folder, size, ids, vanished in steps:
        assert look(tmp_path / folder, size, *ids) == vanished, (folder, size, ids)
    seen = Seen(tmp_path / "a")
    seen.accept(FILE, Manifest.of(60, ["a1b2c"]))
    seen.save()
    assert look(tmp_path / "a", 60, "a1b2c") is None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(atomic, "note", lambda *_: pytest.fail("it wrote where nothing was learnt"))
        assert look(tmp_path / "a", 60, "a1b2c") is None
    for _ in range(2):  # gone, and that is accepted; to forget it twice is no mistake
        seen.accept(FILE, None)
        assert (seen.files(), seen.size(FILE), seen.last(FILE)) == (set(), None, None)
        seen.save()
    assert sizes(tmp_path / "a") == {}


def test_a_record_without_an_id_that_vanishes_is_counted(tmp_path: Path) -> None:
    """There is no name to call it by, but it was there."""
    look(tmp_path, 100, "a1b2c", "", "")
    seen = Seen(tmp_path)
    problem = seen.look(FILE, seen.last(FILE), Manifest.of(90, ["a1b2c", ""]))
    assert problem is not None
    assert (problem.code, problem.data) == ("vanished_unnamed", {"file": FILE, "count": 1, "ids": []})


def test_a_sight_keeps_size_count_and_ids(tmp_path: Path) -> None:
    """In a numbered format, so that another version knows what it reads; any id found in a file is kept as it is."""
    look(tmp_path, 100, "a1b2c", "d 1\ne", "", "å")
    look(tmp_path, 7, "x1y2z", file="me.toml")
    stored = tmp_path / "seen" / "sellers" / "anna-berg.txt"
    assert stored.read_text("utf-8") == "1 100 4\na1b2c d 1\ne å"
    assert Seen(tmp_path).last(FILE) == Manifest.of(100, ["a1b2c", "d 1\ne", "", "å"])
    assert sizes(tmp_path) == {FILE: 100, "me.toml": 7}
    assert stored.stat().st_mode & 0o077 == 0


def test_what_another_command_wrote_meanwhile_stands(tmp_path: Path) -> None:
    """Who only looked knows less than who has looked since, or has written; both look again the next time."""
    look(tmp_path, 100, "a1b2c")
    slow = Seen(tmp_path)
    assert slow.look(FILE, slow.last(FILE), Manifest.of(150, ["a1b2c", "d1e2f"])) is None
    look(tmp_path, 200, "a1b2c", "d1e2f", "g1h2i")
    slow.save()
    assert look(tmp_path, 150, "a1b2c", "d1e2f") == ["g1h2i"]


def test_a_folder_that_cannot_be_written_to_does_not_stop_reading(tmp_path: Path) -> None:
    """A journal on a stick that is read-only can be read."""
    (tmp_path / "file").write_bytes(b"")
    seen = Seen(tmp_path / "file")
    assert seen.look(FILE, seen.last(FILE), Manifest.of(1, ["a1b2c"])) is None
    seen.save()
    assert (seen.files(), seen.size(FILE)) == ({FILE}, 1)
    assert sizes(tmp_path / "file") == {}


def test_what_does_not_read_counts_as_none(tmp_path: Path) -> None:
    """A sight may be deleted at any time, so it may be broken too; so may the list of an older version."""
    for stored in (b"", b"\xff", b"2 100 1\na1b2c", b"1 x 1\na1b2c", b"1 100\na1b2c", b"1 1 1\n\xff"):
        seen = Seen(tmp_path)
        seen.accept(FILE, Manifest.of(100, ["a1b2c"]))
        seen.save()
        (tmp_path / "seen" / "sellers" / "anna-berg.txt").write_bytes(stored)
        assert Seen(tmp_path).last(FILE) is None, stored
        assert look(tmp_path, 50, "d1e2f") is None
        assert sizes(tmp_path) == {FILE: 50}, stored
    for stored in (b"", b"[]", b"\xff", b"{}", b'{"files": 1}', b'{"files": {"a": {"x": 1}}}'):
        (tmp_path / "seen.json").write_bytes(stored)
        assert sizes(tmp_path) == {FILE: 50}, stored
        Seen(tmp_path).save()
        assert not (tmp_path / "seen.json").exists(), "it goes like one that was taken over"


def test_what_an_older_version_knew_is_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its one list is read once it can be; what has a sight of its own by then is known better."""
    look(tmp_path, 50, "b1b2c", file=BO)
    path = older(tmp_path, **{FILE: one(100, "a1b2c", "d1e2f"), BO: one(10, "z1z2z"), "me.toml": one(5, "m1m2m")})
    assert sizes(tmp_path) == {FILE: 100, BO: 50, "me.toml": 5}
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "note", refused)
        assert look(tmp_path, 60, "a1b2c") == ["d1e2f"]
        assert path.exists()
    assert look(tmp_path, 60, "a1b2c") == ["d1e2f"]
    assert not path.exists()
    assert sizes(tmp_path) == {FILE: 100, BO: 50, "me.toml": 5}
    assert look(tmp_path, 60, "a1b2c") == ["d1e2f"]


@pytest.mark.parametrize("file", ["../../outside.toml", "/outside.toml", "sellers/../../x.toml", "sellers/x.txt"])
def test_a_forged_list_leads_nowhere(tmp_path: Path, file: str) -> None:
    """A journal that came from somebody else writes nothing outside its own folder."""
    folder = tmp_path / "journal" / ".coach"
    folder.mkdir(parents=True)
    older(folder, **{file: one(100, "a1b2c")})
    assert sizes(folder) == {}
    Seen(folder).save()
    assert [path.name for path in tmp_path.rglob("*") if path.name != "home"] == ["journal", ".coach"]
