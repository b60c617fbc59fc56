import json
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from salescoach.errors import ChangedMeanwhile, NothingToUndo
from salescoach.journal.undo import DEPTH, Entry, Step, Undo, fingerprint, step_of


@pytest.fixture
def undo(tmp_path: Path) -> Undo:
    """Make the undo list of a folder."""
    return Undo(tmp_path)


def carried_out(undo: Undo, folder: Path, file: str, before: bytes | None, after: bytes, *, label: str = "log") -> None:
    """Note a command and carry it out."""
    undo.note(Entry(label, "2026-11-03", (step_of(file, before, after),)))
    (folder / file).write_bytes(after)


def test_twenty_commands_are_taken_back_to_the_exact_bytes(undo: Undo, tmp_path: Path) -> None:
    """Again and again, the last first; the twenty-first is out of reach."""
    states = [b"x\r\n" * number for number in range(DEPTH + 2)]
    for number, (before, after) in enumerate(pairwise(states)):
        carried_out(undo, tmp_path, "a", before if number else None, after, label=f"log {number}")
    for number in range(DEPTH, 0, -1):
        assert undo.take_back().entry.label == f"log {number}"
        assert (tmp_path / "a").read_bytes() == states[number]
    with pytest.raises(NothingToUndo):
        undo.take_back()
    assert DEPTH == 20


def test_a_file_that_was_changed_since_is_left_as_it_is(undo: Undo, tmp_path: Path) -> None:
    """Undo takes back what the program did, never what she did, whole or not at all; and it can be tried again."""
    undo.note(Entry("log", "2026-11-03", (step_of("a", b"old ", b"old new"), step_of("b", b"", b"b"))))
    (tmp_path / "b").write_bytes(b"b")
    for now in (b"old new newer", b"new", b""):
        (tmp_path / "a").write_bytes(now)
        for _ in range(2):
            with pytest.raises(ChangedMeanwhile) as caught:
                undo.take_back()
            assert caught.value.data == {"file": "a", "label": "log"}
            assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()) == (now, b"b")


def test_a_file_that_cannot_be_read_counts_as_changed(undo: Undo, tmp_path: Path) -> None:
    """It is neither as before nor as after, and other commands are not stopped by it."""
    carried_out(undo, tmp_path, "a", b"", b"x")
    (tmp_path / "a").unlink()
    (tmp_path / "a").mkdir()
    with pytest.raises(ChangedMeanwhile):
        undo.take_back()
    carried_out(undo, tmp_path, "b", None, b"x", label="note")
    assert undo.take_back().entry.label == "note"


def test_a_command_that_was_noted_and_never_carried_out_counts_as_never_done(undo: Undo, tmp_path: Path) -> None:
    """A crash between the note and the replacement leaves nothing to take back."""
    carried_out(undo, tmp_path, "a", None, b"1", label="done")
    undo.note(Entry("crashed", "2026-11-03", (step_of("a", b"1", b"12"),)))
    undo.note(Entry("crashed again", "2026-11-03", (step_of("b", None, b"x"),)))
    assert [entry.label for entry in undo.entries()] == ["done"]
    assert undo.take_back().entry.label == "done"
    assert not (tmp_path / "a").exists()


def test_a_list_that_was_tampered_with_restores_nothing_that_was_not_there(undo: Undo, tmp_path: Path) -> None:
    """The old bytes are proved by their hash before they are written."""
    (tmp_path / "a").write_bytes(b"12")
    undo.note(Entry("note", "2026-11-03", (Step("a", 0, fingerprint(b"1"), fingerprint(b"12")),)))
    with pytest.raises(ChangedMeanwhile):
        undo.take_back()
    assert (tmp_path / "a").read_bytes() == b"12"


def test_a_list_that_does_not_read_counts_as_none(undo: Undo, tmp_path: Path) -> None:
    """It may be deleted at any time, so it may be broken too."""
    (tmp_path / ".coach").mkdir()
    for stored in (b"", b"{", b"[]", b"\xff", b"{}", b'{"entries": 1}', b'{"entries": [1]}', b'{"entries": [{}]}'):
        (tmp_path / ".coach" / "undo.json").write_bytes(stored)
        assert undo.entries() == [], stored
        carried_out(undo, tmp_path, "a", None, b"x")
        assert undo.take_back().entry.label == "log"


def test_the_list_is_kept_in_a_form_with_a_promise(undo: Undo, tmp_path: Path) -> None:
    """The format is numbered; a label may hold what no file can."""
    carried_out(undo, tmp_path, "a", None, b"x", label="log Åsa \udcff")
    stored: dict[str, Any] = json.loads((tmp_path / ".coach" / "undo.json").read_bytes().decode("utf-8", "replace"))
    assert stored["format"] == 1
    assert stored["entries"][0]["steps"] == [asdict(step_of("a", None, b"x"))]


def test_a_list_that_was_forged_takes_nothing_back(undo: Undo, tmp_path: Path) -> None:
    """No undo reaches out of the journal, whatever stands in its list."""
    carried_out(undo, tmp_path, "a", None, b"x")
    path = tmp_path / ".coach" / "undo.json"
    noted = path.read_bytes()
    for field in ("file", "was"):
        for name in ("../x", "sellers/../../x", "/etc/x"):
            stored = json.loads(noted)
            stored["entries"][0]["steps"][0][field] = name
            path.write_text(json.dumps(stored), "utf-8")
            with pytest.raises(NothingToUndo):
                undo.take_back()
            assert (tmp_path / "a").read_bytes() == b"x", (field, name)
