import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from salescoach.errors import BadText, BadToml, ChangedMeanwhile, SellerExists, Unreadable
from salescoach.journal.append import Addition, Block, Ref, add, rehearse, take_back
from salescoach.journal.journal import Journal
from salescoach.journal.undo import Undo

ANNA, BO = "sellers/anna-berg.toml", "sellers/bo-ek.toml"
DAY = date(2026, 11, 5)
NOTE = Block("note", {"on": DAY, "text": "x"})


@pytest.fixture
def bo(journal: Journal) -> Path:
    """Add a second seller, by hand."""
    path = journal.path(BO)
    path.write_bytes(b'[seller]\nname = "Bo Ek"\n')
    return path


@pytest.mark.usefixtures("bo")
def test_all_are_validated_before_one_is_written(journal: Journal) -> None:
    """A mistake in the second file leaves the first as it was, and nothing to undo."""
    journal.path("sellers/broken.toml").write_bytes(b"[[")
    before = journal.path(ANNA).read_bytes()
    for second, error in (
        (Addition(BO, [Block("note", {"on": DAY})]), BadText),
        (Addition("sellers/nobody.toml", [NOTE]), Unreadable),
        (Addition("sellers/broken.toml", [NOTE]), BadToml),
        (Addition(ANNA, [NOTE], {"name": "Anna"}), SellerExists),
    ):
        with pytest.raises(error):
            add(journal, [Addition(ANNA, [NOTE]), second], "note", "2026-11-05")
        assert journal.path(ANNA).read_bytes() == before
    assert Undo(journal.root).entries() == []


def meanwhile(monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]) -> None:
    """Let somebody change something between the reading of files and their replacement."""
    noted = Undo.note

    def note(self: Undo, *args: object) -> None:
        noted(self, *args)  # type: ignore[arg-type]  # it is handed on as it came
        change()

    monkeypatch.setattr(Undo, "note", note)


def test_a_file_that_an_editor_saved_meanwhile_is_not_written_over(
    journal: Journal, bo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even to the same size at the same time; what was written before it is named, and can be taken back."""
    other = journal.path(ANNA).read_bytes().replace(b"Karin", b"Kajsa")
    stamp = journal.path(ANNA).stat().st_mtime_ns

    def saved() -> None:
        journal.path(ANNA).write_bytes(other)
        os.utime(journal.path(ANNA), ns=(stamp, stamp))

    before = bo.read_bytes()
    meanwhile(monkeypatch, saved)
    with pytest.raises(ChangedMeanwhile) as caught:
        add(journal, [Addition(BO, [NOTE]), Addition(ANNA, [NOTE])], "note", "2026-11-05")
    assert caught.value.data == {"file": ANNA, "label": "", "written": [BO]}
    assert journal.path(ANNA).read_bytes() == other
    with pytest.raises(ChangedMeanwhile):
        take_back(journal)
    assert bo.read_bytes() != before


def test_a_file_that_appears_or_goes_meanwhile_is_let_be(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new seller's, or my own; one that somebody erased does not come back by a note."""
    for file, header in (("me.toml", None), ("sellers/me.toml", {"name": "Me"})):
        with monkeypatch.context() as patch:
            meanwhile(patch, lambda file=file: journal.path(file).write_bytes(b"# mine\n"))  # type: ignore[misc]
            with pytest.raises(ChangedMeanwhile):
                add(journal, [Addition(file, [NOTE], header)], "note", "2026-11-05")
        assert journal.path(file).read_bytes() == b"# mine\n"
    meanwhile(monkeypatch, journal.path(ANNA).unlink)
    with pytest.raises(ChangedMeanwhile):
        add(journal, [Addition(ANNA, [NOTE])], "note", "2026-11-05")
    assert not journal.path(ANNA).exists()


def test_records_that_vanished_are_told_after_an_addition_and_an_undo(journal: Journal) -> None:
    """Writing to a file does not accept what is missing in it; only she does."""
    journal.team()
    journal.check_vanished()
    path = journal.path(ANNA)
    path.write_bytes(path.read_bytes().partition(b"\n[[rating]]")[0])
    add(Journal(journal.root), [Addition(ANNA, [NOTE])], "note", "2026-11-05")
    for act in (lambda: None, lambda: take_back(Journal(journal.root))):
        act()
        problems = Journal(journal.root).check_vanished()
        assert [problem.data["ids"] for problem in problems] == [["m0x2a", "p9d1c"]]
    Journal(journal.root).accept(ANNA)
    add(Journal(journal.root), [Addition(ANNA, [NOTE])], "note", "2026-11-05")
    assert Journal(journal.root).check_vanished() == []


@pytest.mark.usefixtures("bo")
def test_a_record_can_name_one_that_was_added_to_another_file(journal: Journal) -> None:
    """By the id that it gets there, rehearsed and written alike."""
    additions = [
        Addition(ANNA, [NOTE, NOTE]),
        Addition(BO, [Block("note", {"on": DAY, "text": "y", "team": Ref(1, ANNA)})]),
    ]
    for (first, second), (named,) in (rehearse(journal, additions), add(journal, additions, "log", "2026-11-05")):
        assert first.fields["id"] != second.fields["id"] == named.fields["team"]
